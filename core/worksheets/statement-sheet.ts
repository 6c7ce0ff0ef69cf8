// One statement of account (對帳單): opening to closing and the aging above, every document of the period below.
import type { ColumnFormat, Formula, ResultLine } from './result-sheet.ts';
import type { Statement, StatementAmounts, StatementLine } from '../statements/statement.ts';
import type { Language } from '../language.ts';
import { columnLetters } from '../sheet-table.ts';
import { type Amount, numberOfAmount, subtract } from '../money.ts';
import { dayCell, ORDER_NUMBER_WIDTH } from './shared-columns.ts';
import {
  agingLabel,
  KIND_LABELS,
  periodText,
  scopeText,
  STATEMENT_SHEET_NAMES,
  type StatementWord,
  statementTitle,
  statementWord,
} from './statement-labels.ts';
import type { ReportMaterial } from './statement-material.ts';
import {
  type DrawnSheet,
  liveAmount,
  moneyOf,
  type StatementColumn,
  statementColumns,
  statementTable,
  type TableOnSheet,
} from './statement-table.ts';
import { exactly } from './table-layout.ts';

const AMOUNTS = [
  { key: 'sale', sign: '+' },
  { key: 'returned', sign: '-' },
  { key: 'allowance', sign: '-' },
  { key: 'received', sign: '-' },
  { key: 'other', sign: '+' },
] as const satisfies readonly { key: keyof StatementAmounts; sign: '+' | '-' }[];

/** @param at number of the statement in the workbook: its sheet's name must be its own */
export function statementSheet(material: ReportMaterial, statement: Statement, at: number): DrawnSheet {
  const { report, language, decimals } = material;
  const { lines, period } = statement;
  const name = STATEMENT_SHEET_NAMES.statement[language];
  const notes = [periodText(period, language), statementWord('statementNote', language)];
  if (lines.length === 0) notes.push(statementWord('noDocuments', language));
  const firstLine = notes.length + 2;
  return statementTable({
    ...{ key: 'statement', name: at === 1 ? name : `${name} ${at}`, title: titleOf(statement, report, language) },
    ...{ decimals, notes, tableName: at === 1 ? 'statement' : `statement_${at}` },
    columns: columnsOf(material, statement),
    rows: lines,
    lines: { count: 5, draw: (table) => summaryLines(statement, { material, table, firstLine }) },
    frozenColumns: 1,
    tone: 'calm',
  });
}

function titleOf(statement: Statement, report: ReportMaterial['report'], language: Language): string {
  return `${statementTitle(statement, language)} · ${scopeText(report, language)}`;
}

function columnsOf({ language }: ReportMaterial, { lines }: Statement): StatementColumn<StatementLine>[] {
  const make = statementColumns(language, false);
  const places = new Set(lines.map(({ platform, shop }) => `${platform}\u001f${shop}`));
  return [
    make.date('date', ({ on }) => dayCell(on), { width: 14 }),
    make.text('number', ({ number }) => number, { width: 18, total: 'count' }),
    make.text('orderNumber', ({ orderNumber }) => orderNumber, { width: ORDER_NUMBER_WIDTH }),
    make.text('kind', ({ kind }) => KIND_LABELS[kind][language]),
    ...AMOUNTS.map(({ key }) => make.sum<StatementLine>(key, (line) => line[key])),
    make.amount('balance', ({ balance }) => moneyOf(balance)),
    ...(places.size > 1
      ? [
          make.text<StatementLine>('platform', ({ platform }) => platform),
          make.text<StatementLine>('shop', ({ shop }) => shop),
        ]
      : []),
  ];
}

interface Place {
  readonly material: ReportMaterial;
  readonly table: TableOnSheet;
  /** Sheet row of the first line below the notes. */
  readonly firstLine: number;
}

/** Opening to closing, and the aging, each as heads over values; then the strip for signatures. The closing less the aging's total must be zero. */
function summaryLines(statement: Statement, place: Place): ResultLine[] {
  const { language } = place.material;
  const { opening, totals, closing, aging } = statement;
  const [rollRow, agingRow] = [place.firstLine + 1, place.firstLine + 3];
  const closingAt = `${columnLetters(AMOUNTS.length + 2)}${rollRow}`;
  const ages = agesOf(statement, place.material);
  const totalAt = `${columnLetters(ages.length + 1)}${agingRow}`;
  const sums = AMOUNTS.map(({ key }) => liveAmount(`=SUM(${place.table.range(key)})`, totals[key]));
  const say = (key: StatementWord) => statementWord(key, language);
  return [
    heads([say('opening'), ...AMOUNTS.map(({ key }) => say(key)), say('closing')]),
    values([numberOfAmount(opening), ...sums, liveAmount(closingFormula(rollRow), closing)]),
    heads([...ages.map(({ label }) => label), say('total'), say('check')]),
    values(
      [
        ...ages.map(({ amount }) => numberOfAmount(amount)),
        liveAmount(exactly(`SUM(A${agingRow}:${columnLetters(ages.length)}${agingRow})`), aging.total),
        liveAmount(exactly(`${closingAt}-${totalAt}`), subtract(closing, aging.total)),
      ],
      [ages.length + 1],
    ),
    signatureStrip(place.material),
  ];
}

/** Where to pay, and room for the customer to confirm the balance. */
function signatureStrip({ report, language }: ReportMaterial): ResultLine {
  const { bankDetails } = report;
  const pay = bankDetails === null ? [null, null] : [statementWord('bankDetails', language), bankDetails];
  return { style: 'values', cells: [...pay, null, null, statementWord('signature', language), null] };
}

function agesOf({ aging, bounds }: Statement, { language }: ReportMaterial): { label: string; amount: Amount }[] {
  const { notDue, undated, buckets, credit } = aging;
  return [
    { label: statementWord('notDue', language), amount: notDue },
    { label: statementWord('undated', language), amount: undated },
    ...buckets.map((amount, at) => ({ label: agingLabel(at, bounds, language), amount })),
    { label: statementWord('credit', language), amount: credit },
  ];
}

/** A is the opening, then the amounts in their order. */
function closingFormula(row: number): string {
  const terms = AMOUNTS.map(({ sign }, at) => `${sign}${columnLetters(at + 2)}${row}`);
  return exactly([`A${row}`, ...terms].join(''));
}

function heads(cells: readonly string[]): ResultLine {
  return { style: 'columns', cells, formats: cells.map((): ColumnFormat => 'amount') };
}

function values(cells: readonly (number | Formula)[], zeros: readonly number[] = []): ResultLine {
  return { style: 'values', cells, formats: cells.map((): ColumnFormat => 'amount'), zeros };
}
