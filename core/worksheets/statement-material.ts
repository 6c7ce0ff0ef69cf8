// What the receivables worksheets are drawn from, and the number by which their rows find each other.
import type { Language } from '../language.ts';
import type { Currency } from '../money.ts';
import { type Account, accountKey } from '../statements/ledger-entry.ts';
import type { ReceivableReport } from '../statements/receivable-report.ts';
import { statementWord } from './statement-labels.ts';
import type { StatementColumn, TotalLine } from './statement-table.ts';
import { statementColumns } from './statement-table.ts';

export interface ReportMaterial {
  readonly report: ReceivableReport;
  readonly language: Language;
  readonly currencies: readonly Currency[];
  /** Amounts of two currencies are never added: then no column has a total, and each currency has a line of its own. */
  readonly manyCurrencies: boolean;
  readonly decimals: number;
  /**
   * Number of each platform, shop and currency, by account key. Formulas look rows up by it: SUMIFS reads a shop's name
   * as a pattern (`*`, `?`) or as a number (`01` is `1`).
   */
  readonly groups: ReadonlyMap<string, number>;
}

export function groupOf({ groups }: ReportMaterial, account: Account): number {
  return groups.get(accountKey(account)) ?? 0;
}

/** Group, platform and shop: how the rows of every sheet begin. */
export function accountColumns<Row extends Account>(material: ReportMaterial): StatementColumn<Row>[] {
  const make = statementColumns(material.language, material.manyCurrencies);
  return [
    make.count<Row>('group', (row) => groupOf(material, row), { width: 8 }),
    make.text<Row>('platform', ({ platform }) => platform),
    make.text<Row>('shop', ({ shop }) => shop),
  ];
}

/** One line of totals a currency, where a sheet holds several. */
export function currencyTotals({ manyCurrencies, language, currencies }: ReportMaterial): TotalLine[] {
  if (!manyCurrencies) return [];
  return currencies.map((currency) => ({ label: statementWord('total', language), where: { currency } }));
}
