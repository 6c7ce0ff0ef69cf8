// The summary (對帳結果): the verdict in a sentence, the files, where every dollar went, orders by state, receipts.
import { DISPOSITIONS } from '../api.ts';
import { readableAmount, subtract, sum } from '../money.ts';
import { SHEET_NAMES } from './labels.ts';
import type { ResultSheet } from './result-sheet.ts';
import type { Material } from './shared-columns.ts';
import type { Ledger } from './ledger-sheets.ts';
import { putDifferences } from './summary-differences.ts';
import { putFiles } from './summary-files.ts';
import { putLedger, putReceivables, type ReceivableSheets } from './summary-ledger.ts';
import { asText, SummaryPage } from './summary-page.ts';
import { putProof, usesOf } from './summary-proof.ts';
import { putReceipts } from './summary-receipts.ts';
import { policyNote, verdict } from './summary-sentences.ts';
import { putStates } from './summary-states.ts';
import type { TableSheet } from './table-sheet.ts';

/** The sheets whose columns the summary adds up. */
export interface Counted extends ReceivableSheets {
  readonly payoutLines: TableSheet;
  readonly receipts: TableSheet;
  readonly ledger: Ledger | null;
}

const WIDTHS = [32, 15, 14, 14, 14, 14, 14, 14, 14, 14, 12, 18, 30];

export function summarySheet(material: Material, counted: Counted): ResultSheet {
  const { context, result, decimals, currencies } = material;
  const { language } = context;
  const page = new SummaryPage();
  putHead(page, material);
  const files = putFiles(page, context.files, language);
  for (const currency of currencies) {
    putProof(page, material, currency, files, counted.payoutLines);
    putStates(page, material, currency, counted);
    putDifferences(page, material, currency, counted.orders);
    putReceipts(page, material, currency, counted);
    putReceivables(page, material, currency, counted);
    if (counted.ledger !== null) putLedger(page, material, currency, counted.ledger);
  }
  return {
    key: 'summary',
    name: SHEET_NAMES.summary[language],
    lines: page.lines,
    tables: [],
    widths: WIDTHS,
    frozenRows: 2,
    frozenColumns: 0,
    decimals,
    tone: result.orders.some(({ discrepancies }) => discrepancies.length > 0) ? 'warning' : 'good',
  };
}

function putHead(page: SummaryPage, material: Material): void {
  const { result, context, entries, currencies } = material;
  const { language, files } = context;
  const shops = [...new Set(files.map(({ shop }) => shop).filter((shop) => shop !== ''))];
  const money = currencies.map((currency) => {
    const uses = usesOf(files, entries, currency);
    const difference = subtract(uses.net, sum(DISPOSITIONS.map((use) => uses.amounts[use])));
    return { currency, net: readableAmount(uses.net), difference: readableAmount(difference) };
  });
  const attention = result.orders.filter(({ discrepancies }) => discrepancies.length > 0).length;
  const strays = result.unlinked.filter(({ type }) => type === 'PAYOUT_WITHOUT_ORDER').length;
  page.put('title', [asText([SHEET_NAMES.summary[language], ...shops].join(' · '))]);
  page.put('note', [
    asText(verdict({ asOf: result.asOf, money, orders: result.orders.length, attention, strays }, language)),
  ]);
  const charged = result.orders.filter(({ fees }) => fees !== 0);
  const checked = charged.filter(({ feesChecked }) => feesChecked).length;
  const fees = { checked, unchecked: charged.length - checked };
  page.put('note', [asText(policyNote(result.policy, fees, language))]);
}
