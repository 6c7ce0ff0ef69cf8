// Payouts and deposits (撥款入帳): did every payout and withdrawal arrive, and does every deposit have a payout? Above the
// table each account from opening to closing, and what the platforms hold in reserve. Sums and differences are live.
import { explainDeposit, DEPOSIT_STATE_LABELS } from '../bank/explain-deposit.ts';
import { spreadWords } from '../bank/explain-conversion.ts';
import { type DepositRow, depositRows, type DepositState, imbalanceOfRows } from '../bank/deposit-rows.ts';
import type { AccountRoll, DepositReport } from '../bank/deposit-report.ts';
import type { Language } from '../language.ts';
import { type Amount, numberOfAmount, subtract, ZERO } from '../money.ts';
import { DEPOSITS_SHEET_NAME, type DepositWord, depositWord } from './deposit-labels.ts';
import type { Formula, ResultColumn, ResultLine, ResultSheet, ResultTable, ResultValue, Tone } from './result-sheet.ts';
import { dayCell, decimalsFor } from './shared-columns.ts';
import { asAmount, asText, type Shown, sumIfs, SummaryPage } from './summary-page.ts';
import { columnRange, exactly, sumOfCells } from './table-layout.ts';
import { columnLetters } from '../sheet-table.ts';
import { moneyCell, rateCell } from './table-sheet.ts';
import { wideEnough } from './text-width.ts';

/** Null when there is nothing to say: no statement was pushed for these days, and every file adds up. */
export function depositsSheet(report: DepositReport, language: Language): ResultSheet | null {
  const rows = depositRows(report);
  const calm: readonly DepositState[] = ['PENDING', 'FOOTS', 'CARRIED_FORWARD'];
  if (report.accounts.length === 0 && rows.every(({ state }) => calm.includes(state))) return null;
  const page = new SummaryPage();
  page.put('title', [asText(DEPOSITS_SHEET_NAME[language])]);
  page.put('note', [asText(depositWord('note', language))]);
  putAccounts(page, report.accounts, language);
  putReserves(page, report, language);
  const currencies = [...new Set(rows.map(({ currency }) => currency))].sort();
  page.put('note', []);
  const totals = totalsOf(rows);
  const table = tableOf(rows, page.nextRow + totals.length + 1, language);
  for (const total of totals) page.lines.push(totalLine(total, rows, table, language));
  return {
    key: 'deposits',
    name: DEPOSITS_SHEET_NAME[language],
    lines: page.lines,
    tables: [table],
    frozenRows: table.headerRow,
    frozenColumns: 1,
    decimals: decimalsFor(amountsOf(report, rows), currencies),
    tone: toneOfSheet(rows),
  };
}

/** Opening + in + out = closing by formula, and what the statement prints beside it. */
function putAccounts(page: SummaryPage, accounts: readonly AccountRoll[], language: Language): void {
  if (accounts.length === 0) return;
  const heads = [
    'accounts',
    'currency',
    'from',
    'to',
    'opening',
    'moneyIn',
    'moneyOut',
    'closing',
    'printed',
    'missing',
  ];
  page.startBlock(depositWord('accountsBlock', language), headsOf(heads as DepositWord[], language));
  for (const roll of accounts) {
    const row = page.nextRow;
    const { account, opening, inflow, outflow, closing, statementClosing } = roll;
    const live: Formula = { formula: exactly(`E${row}+F${row}+G${row}`), value: numberOfAmount(closing) };
    const apart = statementClosing === null ? null : subtract(statementClosing, closing);
    const check: ResultValue =
      apart === null ? null : { formula: exactly(`I${row}-H${row}`), value: numberOfAmount(apart) };
    const cells: Shown[] = [
      ...[asText(account.key), asText(account.currency), day(roll.from), day(roll.to)],
      ...[opening, inflow, outflow].map((amount) => asAmount(moneyCell(amount))),
      ...[asAmount(live), asAmount(moneyCell(statementClosing)), asAmount(check)],
    ];
    page.put('values', cells, { zeros: [9] });
  }
}

function putReserves(page: SummaryPage, { reserves }: DepositReport, language: Language): void {
  if (reserves.length === 0) return;
  page.startBlock(
    depositWord('reservesBlock', language),
    headsOf(['shop', 'currency', 'held', 'released', 'openReserve'], language),
  );
  for (const { shop, currency, held, released, open } of reserves) {
    const row = page.nextRow;
    const rest: Formula = { formula: exactly(`C${row}-D${row}`), value: numberOfAmount(open) };
    page.values([
      ...[asText(shop), asText(currency), asAmount(moneyCell(held)), asAmount(moneyCell(released)), asAmount(rest)],
    ]);
  }
}

const day = (on: AccountRoll['from']): Shown => [dayCell(on), 'date'];
const headsOf = (words: readonly DepositWord[], language: Language) =>
  words.map((word) => asText(depositWord(word, language)));

interface Column extends Omit<ResultColumn, 'header'> {
  readonly key: DepositWord;
  readonly cellOf: (row: DepositRow, cell: (key: DepositWord) => string) => ResultValue;
}

const text = (key: DepositWord, cellOf: Column['cellOf'], width = 14): Column => ({
  key,
  format: 'text',
  width,
  cellOf,
});
const money = (key: DepositWord, amountOf: (row: DepositRow) => Amount | null): Column => ({
  ...{ key, format: 'amount', width: 14 },
  cellOf: (row) => moneyCell(amountOf(row)),
});
/** A figure of other cells of its row. */
const live = (key: DepositWord, amountOf: (row: DepositRow) => Amount | null, formula: readonly string[]): Column => ({
  ...{ key, format: 'amount', width: 14, zero: true },
  cellOf: (row, cell) => {
    const amount = amountOf(row);
    const cells = formula.map((part) => (/^[-+]$/.test(part) ? part : cell(part as DepositWord)));
    return amount === null ? null : { formula: exactly(cells.join('')), value: numberOfAmount(amount) };
  },
});

/** It stands in the later payout that it was taken off. */
const isCarried = ({ state, arrived }: DepositRow) => state === 'CARRIED_FORWARD' && arrived === null;

const isNotZero = (amount: Amount) => (amount === ZERO ? null : amount);

/** What a processor made of a payout; of several in one deposit the last one has the sums. */
function convertedColumns(rows: readonly DepositRow[], language: Language): Column[] {
  if (rows.every(({ converted }) => converted === null)) return [];
  const last = ({ converted }: DepositRow) => (converted?.isLast ? converted : null);
  return [
    text('receivedIn', ({ converted }) => converted?.currency ?? '', 8),
    money('received', (row) => last(row)?.received ?? null),
    {
      ...{ key: 'impliedRate', format: 'rate', width: 14 },
      cellOf: ({ converted }) => rateCell(converted?.rate ?? null),
    },
    money('spread', (row) => last(row)?.spread?.amount ?? null),
    text('spreadAs', (row) => spreadWords(last(row)?.spread ?? null, language)),
  ];
}

function columnsIn(language: Language, rows: readonly DepositRow[]): Column[] {
  return [
    text('state', ({ state }) => DEPOSIT_STATE_LABELS[state][language]),
    text('kind', ({ kind }) => depositWord(kind, language), 10),
    text('shop', ({ shop }) => shop, 18),
    text('currency', ({ currency }) => currency, 8),
    { key: 'day', format: 'date', width: 12, cellOf: ({ day: on }) => dayCell(on) },
    text('reference', ({ reference }) => reference, 18),
    { key: 'lines', format: 'count', width: 8, cellOf: ({ lines }) => lines },
    money('total', ({ total }) => total),
    money('declared', ({ declared }) => declared),
    live('fileDifference', (row) => (row.declared === null ? null : row.fileDifference), ['declared', '-', 'total']),
    money('due', (row) => (isCarried(row) ? null : row.due)),
    { key: 'arrivedOn', format: 'date', width: 12, cellOf: ({ arrivedOn }) => dayCell(arrivedOn) },
    money('arrived', ({ kind, arrived }) => (kind === 'deposit' ? null : arrived)),
    money('fee', ({ fee }) => isNotZero(fee)),
    live('difference', (row) => (row.due === null || row.arrived === null ? null : row.difference), [
      ...['due', '-', 'arrived', '-', 'fee'],
    ]),
    money('outstanding', ({ outstanding }) => isNotZero(outstanding)),
    money('stray', ({ kind, arrived }) => (kind === 'deposit' ? arrived : null)),
    ...convertedColumns(rows, language),
    text('document', ({ document }) => document ?? '', 16),
    { ...text('reason', (row) => explainDeposit(row, language), 60), wrap: true },
  ];
}

function tableOf(rows: readonly DepositRow[], headerRow: number, language: Language): ResultTable {
  const columns = columnsIn(language, rows);
  const letterOf = (key: DepositWord) => columnLetters(columns.findIndex((column) => column.key === key) + 1);
  const tones = Object.entries(DEPOSIT_STATE_LABELS).map(([state, label]) => {
    return [label[language], toneOfState(state as DepositState)] as const;
  });
  return {
    name: 'Clearsheet_deposits',
    headerRow,
    columns: columns.map(({ key, cellOf: _, ...layout }) =>
      wideEnough({ header: depositWord(key, language), ...layout }),
    ),
    rows: rows.map((row, at) =>
      columns.map(({ cellOf }) => cellOf(row, (key) => `${letterOf(key)}${headerRow + 1 + at}`)),
    ),
    tones: { column: 0, byText: Object.fromEntries(tones) },
  };
}

const SUMMED: readonly DepositWord[] = ['total', 'due', 'arrived', 'fee', 'difference', 'outstanding', 'stray'];

/** What is added up together: a payout into a wallet and its withdrawal to the bank are the same money twice. */
type Leg = Pick<DepositRow, 'kind' | 'currency'>;

/** Each currency's payouts, withdrawals and deposits, as far as there are any. */
function totalsOf(rows: readonly DepositRow[]): Leg[] {
  const currencies = [...new Set(rows.map(({ currency }) => currency))].sort();
  return currencies.flatMap((currency) =>
    (['batch', 'withdrawal', 'deposit'] as const)
      .filter((kind) => rows.some((row) => row.kind === kind && row.currency === currency))
      .map((kind) => ({ kind, currency })),
  );
}

/** The sums of one leg: due = arrived + fee + difference + not arrived. */
function totalLine(leg: Leg, rows: readonly DepositRow[], table: ResultTable, language: Language): ResultLine {
  const columns = columnsIn(language, rows);
  const names = { kind: depositWord(leg.kind, language), currency: leg.currency };
  const places = (['kind', 'currency'] as const).map((name) => {
    return { name, place: columns.findIndex(({ key }) => key === name) };
  });
  const own = table.rows.filter((cells) => places.every(({ name, place }) => cells[place] === names[name]));
  const criteria = places.map(({ name, place }) => {
    return { range: columnRange(table, place), equals: { text: names[name] } };
  });
  const cells = columns.map(({ key }, column): ResultValue => {
    if (key === 'state') return depositWord('sum', language);
    if (key === 'kind' || key === 'currency') return names[key];
    const values = own.map((one) => one[column] ?? null);
    return SUMMED.includes(key) ? sumIfs(columnRange(table, column), criteria, sumOfCells(values)) : null;
  });
  const formats = columns.map(({ key, format }) => (key === 'state' ? 'text' : format));
  const difference = imbalanceOfRows(
    rows.filter(({ kind, currency }) => kind === leg.kind && currency === leg.currency),
  );
  return { style: 'total', cells, formats, ...(difference === ZERO ? {} : { tone: 'bad' as const }) };
}

function toneOfState(state: DepositState): Tone {
  if (state === 'FOOTS') return 'good';
  if (state === 'PENDING' || state === 'CARRIED_FORWARD') return 'calm';
  return state === 'DEPOSIT_WITHOUT_BATCH' ? 'warning' : 'bad';
}

function toneOfSheet(rows: readonly DepositRow[]): Tone {
  const tones = rows.map(({ state }) => toneOfState(state));
  return (['bad', 'warning'] as const).find((tone) => tones.includes(tone)) ?? 'good';
}

function* amountsOf({ accounts, reserves }: DepositReport, rows: readonly DepositRow[]): Iterable<Amount> {
  for (const { opening, closing } of accounts) yield* [opening, closing];
  for (const { held, released } of reserves) yield* [held, released];
  for (const { total, due, arrived, fee, converted } of rows) {
    yield* [total ?? ZERO, due ?? ZERO, arrived ?? ZERO, fee];
    if (converted !== null) yield* [converted.received, converted.spread?.amount ?? ZERO];
  }
}
