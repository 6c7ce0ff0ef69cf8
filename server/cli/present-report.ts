// The month-end report of the books as a terminal shows it: receivables from opening to closing and what they are held
// against, where platforms have the money, aging, statements in one line each, and the payouts to come.
import type { Language, Translated } from '../../core/language.ts';
import { type Amount, readableAmount } from '../../core/money.ts';
import { type AgingRow, agingPlaces } from '../../core/statements/aging.ts';
import { accountKey, type Account } from '../../core/statements/ledger-entry.ts';
import { PLACES, type PlatformPosition, POSITION_MOVES } from '../../core/statements/positions.ts';
import type { ReceivableReport } from '../../core/statements/receivable-report.ts';
import { MOVES, type RollForward } from '../../core/statements/roll-forward.ts';
import {
  agingLabel,
  partyText,
  periodText,
  scopeText,
  STATEMENT_SHEET_NAMES,
  type StatementWord,
  statementWord,
} from '../../core/worksheets/statement-labels.ts';
import { POSITION_HEADERS } from '../../core/worksheets/positions-sheet.ts';
import { forecastBlock } from './present-books-text.ts';
import { alignColumns, block, labelled } from './text-columns.ts';

const say = (tw: string, cn: string, en: string): Translated => ({ 'zh-TW': tw, 'zh-CN': cn, en });

const TITLE = say('應收月報', '应收月报', 'Receivables at the end of the period');
const CUSTOMERS = say(
  '客戶是平台：訂單檔不留買家資料，欠款的是平台。',
  '客户是平台：订单文件不留买家资料，欠款的是平台。',
  'The customer is the platform: orders keep no buyer, and it is the platform that owes.',
);
const ORDER_TYPES = say(
  '訂單類型是店鋪目前設定的銷售模式（平台銷售、代銷）。',
  '订单类型是店铺目前设置的销售模式（平台销售、代销）。',
  'The order type is the model that the shop is set to (marketplace, consignment).',
);
const WRITTEN = say('結果檔', '结果文件', 'Result');

interface Shown {
  readonly report: ReceivableReport;
  readonly language: Language;
  readonly out: string | null;
}

export function presentReport({ report, language, out }: Shown): string {
  const scope = scopeText(report, language);
  const blocks = [
    [`${TITLE[language]}  ${periodText(report.period, language)}  ${scope}`],
    ...(report.rollForward.length === 0 ? [[statementWord('noReceivables', language)]] : []),
    rollForwardBlock(report, language),
    tiesBlock(report, language),
    positionsBlock(report, language),
    agingBlock(report, language),
    statementsBlock(report, language),
    forecastBlock(report, language, scope),
    ...(out === null ? [] : [[labelled(WRITTEN[language], out, language)]]),
  ];
  const told = blocks.filter((lines) => lines.length > 0).map((lines) => lines.join('\n'));
  return `${told.join('\n\n')}\n`;
}

const nameOf = ({ platform, shop, currency }: Account) => `${platform} · ${shop} (${currency})`;

interface Column<Row> {
  readonly label: string;
  readonly amountOf: (row: Row) => Amount;
  /** Left out where no row has any. */
  readonly always?: boolean;
}

/** A heading with the labels of the columns, then a row for each; columns without any amount are left out. */
function amountsBlock<Row>(
  heading: string,
  rows: readonly Row[],
  label: (row: Row) => string,
  all: readonly Column<Row>[],
): string[] {
  const columns = all.filter(({ always, amountOf }) => always === true || rows.some((row) => amountOf(row) !== 0));
  const cells = rows.map((row) => [label(row), ...columns.map(({ amountOf }) => readableAmount(amountOf(row)))]);
  const heads = ['', ...columns.map((column) => column.label)];
  const sides = heads.map((_, at) => (at === 0 ? ('left' as const) : ('right' as const)));
  return rows.length === 0 ? [] : [heading, ...alignColumns([heads, ...cells], sides).map((line) => `  ${line}`)];
}

function rollForwardBlock({ rollForward }: ReceivableReport, language: Language): string[] {
  const word = (key: StatementWord) => statementWord(key, language);
  const columns: Column<RollForward>[] = [
    { label: word('opening'), amountOf: ({ figures }) => figures.opening, always: true },
    ...MOVES.map(({ figure, sign }) => ({
      label: `${sign < 0 ? '−' : '+'}${word(figure)}`,
      amountOf: ({ figures }: RollForward) => figures[figure],
    })),
    { label: word('closing'), amountOf: ({ figures }) => figures.closing, always: true },
  ];
  return amountsBlock(STATEMENT_SHEET_NAMES.rollForward[language], rollForward, nameOf, columns);
}

const TIES = say('期末核對', '期末核对', 'The closing, held against');

/** Closing, what the orders say, what the ledger says, both differences. */
function tiesBlock({ rollForward, books }: ReceivableReport, language: Language): string[] {
  const word = (key: StatementWord) => statementWord(key, language);
  const rows = rollForward.map((row) => {
    const held = books?.ledgerTies.find((one) => accountKey(one) === accountKey(row));
    const sound = row.ties && held?.difference === 0 && held.baseDifference === 0;
    const figures = [
      ['closing', row.figures.closing],
      ['openOrders', row.tie.openOrders],
      ['difference', row.tie.difference],
      ['ledger', held?.ledger ?? 0],
      ['ledgerDifference', held?.difference ?? 0],
    ] as const;
    const cells = figures.map(([key, amount]) => `${word(key)} ${readableAmount(amount as Amount)}`);
    return [nameOf(row), ...cells, word(sound ? 'ties' : 'tiesNot')];
  });
  return block(TIES[language], rows, ['left', 'left', 'left', 'left', 'left', 'left', 'left']);
}

function positionsBlock({ books }: ReceivableReport, language: Language): string[] {
  const word = (key: StatementWord) => statementWord(key, language);
  const columns: Column<PlatformPosition>[] = [
    { label: word('opening'), amountOf: ({ opening }) => opening, always: true },
    ...POSITION_MOVES.map(({ figure, sign }) => ({
      label: `${sign < 0 ? '−' : '+'}${word(POSITION_HEADERS[figure])}`,
      amountOf: (row: PlatformPosition) => row[figure],
    })),
    { label: word('closing'), amountOf: ({ closing }) => closing, always: true },
    ...PLACES.map(({ place }) => ({
      label: word(place),
      amountOf: (row: PlatformPosition) => row[place],
      always: true,
    })),
  ];
  return amountsBlock(STATEMENT_SHEET_NAMES.positions[language], books?.positions ?? [], nameOf, columns);
}

function agingBlock({ aging, bounds, period }: ReceivableReport, language: Language): string[] {
  const word = (key: StatementWord) => statementWord(key, language);
  const columns: Column<AgingRow>[] = [
    ...agingPlaces(bounds).map((place) => ({
      label: agingLabel(place, bounds, language),
      amountOf: (row: AgingRow) => (typeof place === 'number' ? (row.buckets[place] ?? row.total) : row[place]),
      always: typeof place === 'number',
    })),
    { label: word('total'), amountOf: ({ total }) => total, always: true },
  ];
  return amountsBlock(`${STATEMENT_SHEET_NAMES.aging[language]}  ${period.to}`, aging, nameOf, columns);
}

const DOCUMENTS: Translated<(count: number) => string> = {
  'zh-TW': (count) => `單據 ${count} 筆`,
  'zh-CN': (count) => `单据 ${count} 笔`,
  en: (count) => `${count} documents`,
};

function statementsBlock({ statements }: ReceivableReport, language: Language): string[] {
  const word = (key: StatementWord) => statementWord(key, language);
  const rows = statements.map(({ party, currency, opening, closing, lines }) => [
    `${partyText(party, language)} (${currency})`,
    `${word('opening')} ${readableAmount(opening)}`,
    DOCUMENTS[language](lines.length),
    `${word('closing')} ${readableAmount(closing)}`,
  ]);
  const lines = block(STATEMENT_SHEET_NAMES.statement[language], rows, ['left', 'left', 'left', 'left']);
  const by = statements[0]?.party.by;
  if (by === 'customer') lines.push(`  ${CUSTOMERS[language]}`);
  if (by === 'orderType') lines.push(`  ${ORDER_TYPES[language]}`);
  return lines;
}
