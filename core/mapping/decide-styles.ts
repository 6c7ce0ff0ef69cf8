// How amounts and days are written, decided from whole columns: one cell such as 1.234 or 05/06/2024 cannot tell.
import type { StyleQuestion } from '../problem.ts';
import type { Cell } from '../sheet-table.ts';
import { amountColumns } from './amount-columns.ts';
import type { ColumnMatch, Recognised } from './detect-mapping.ts';
import { type CellRules, type Decimal, USUAL_DATES, textIn } from './read-cells.ts';
import { type DateReader, readDateFormat } from './read-date-format.ts';

/** What a person answered where the file could not tell; for columns by the header as it stands in the sheet. */
export interface ReadingAnswers {
  readonly numbers?: Readonly<Record<string, Decimal>>;
  readonly dates?: Readonly<Record<string, string>>;
  /** ISO 4217 code of a file that says none. */
  readonly currency?: string;
  /** `YYYY-MM-DD`: day of payout of a file that says none. */
  readonly paidOutOn?: string;
}

export interface Styles {
  /** Rules of single columns, by position. */
  readonly ofColumn: ReadonlyMap<number, CellRules>;
  readonly questions: readonly StyleQuestion[];
}

interface Row {
  readonly row: number;
  readonly cells: readonly Cell[];
}

export function decideStyles(
  rows: readonly Row[],
  recognised: Recognised,
  rules: CellRules,
  answers: ReadingAnswers,
): Styles {
  const decided = [
    ...decideNumbers(rows, recognised, rules, answers.numbers ?? {}),
    ...decideDates(rows, recognised, rules, answers.dates ?? {}),
  ];
  return {
    ofColumn: new Map(decided.flatMap(({ index, own }) => (own ? [[index, own] as const] : []))),
    questions: decided.flatMap(({ question }) => question ?? []),
  };
}

interface Decided {
  readonly index: number;
  readonly own?: CellRules;
  readonly question?: StyleQuestion;
}

const DAY_ROLES = new Set(['orderedOn', 'paidOn', 'shippedOn', 'completedOn', 'paidOutOn']);

/** A value that both styles read, each as another number: one mark before exactly three digits. */
const UNTOLD = /^[^\d]*\d{1,3}[.,]\d{3}[^\d]*$/;
/** The last mark with other than three digits behind it is the decimal mark; two different marks tell as well. */
const LAST_MARK = /([.,])(\d+)[^\d.,]*$/;

function tellsDecimal(text: string): Decimal | 'untold' | null {
  if (!/[.,]/.test(text) || !/\d/.test(text)) return null;
  if (UNTOLD.test(text)) return /^[^\d]*0[.,]/.test(text) ? markOf(text) : 'untold';
  const mark = markOf(text);
  const repeated = text.split(mark).length > 2;
  return repeated ? other(mark) : mark;
}

const markOf = (text: string): Decimal => (LAST_MARK.exec(text)?.[1] === ',' ? ',' : '.');
const other = (mark: Decimal): Decimal => (mark === ',' ? '.' : ',');

interface Votes {
  readonly match: ColumnMatch;
  readonly told: ReadonlySet<Decimal>;
  readonly untold: { readonly row: number; readonly text: string } | null;
}

function decideNumbers(
  rows: readonly Row[],
  recognised: Recognised,
  rules: CellRules,
  answers: Readonly<Record<string, Decimal>>,
): Decided[] {
  if (recognised.mapping.numbers?.decimal !== 'auto') return [];
  const votes = amountColumns(recognised).map((match) => votesOf(match, rows, rules));
  const file = new Set(votes.flatMap(({ told }) => [...told]));
  return votes.map(({ match, told, untold }) => {
    const answered = answers[match.header];
    const [only] = told.size > 0 ? told : file;
    const sure = (told.size > 0 ? told : file).size === 1 ? only : undefined;
    const decimal = answered ?? sure ?? (untold === null && told.size === 0 ? '.' : undefined);
    const { index } = match;
    return decimal
      ? { index, own: { ...rules, decimal } }
      : { index, question: numberQuestion(match, untold ?? firstValue(match, rows, rules)) };
  });
}

function votesOf(match: ColumnMatch, rows: readonly Row[], rules: CellRules): Votes {
  const told = new Set<Decimal>();
  let untold: Votes['untold'] = null;
  for (const { row, cells } of rows) {
    const cell = cells[match.index];
    if (typeof cell !== 'string') continue;
    const text = textIn(cell, rules);
    const says = tellsDecimal(text);
    if (says === 'untold') untold ??= { row, text };
    else if (says !== null) told.add(says);
  }
  return { match, told, untold };
}

/** Both styles are used in the column: any value with a mark shows the doubt. */
function firstValue({ index }: ColumnMatch, rows: readonly Row[], rules: CellRules): { row: number; text: string } {
  const found = rows.find(({ cells }) => /[.,]/.test(textIn(cells[index], rules)));
  return { row: found?.row ?? 0, text: found ? textIn(found.cells[index], rules) : '' };
}

function numberQuestion({ header }: ColumnMatch, { row, text }: { row: number; text: string }): StyleQuestion {
  const reads = (decimal: Decimal) => text.replaceAll(other(decimal), '').replace(decimal, '.');
  return {
    about: 'numbers',
    column: header,
    row,
    value: text,
    choices: (['.', ','] as const).map((answer) => ({ answer, reads: reads(answer) })),
  };
}

interface Format {
  readonly format: string;
  readonly read: DateReader;
}

function decideDates(
  rows: readonly Row[],
  { mapping, columns }: Recognised,
  rules: CellRules,
  answers: Readonly<Record<string, string>>,
): Decided[] {
  const formats = (mapping.dates?.formats ?? USUAL_DATES).flatMap((format): Format[] => {
    const read = readDateFormat(format);
    return read ? [{ format, read }] : [];
  });
  if (mapping.dates === undefined || formats.length < 2) return [];
  return [...columns]
    .filter(({ column }) => DAY_ROLES.has(column.as))
    .map((match) => decideColumnDates(match, rows, rules, formats, answers[match.header]));
}

/** Formats that never read one value as two days stand together; of those that do, the one must read all the other does. */
function decideColumnDates(
  match: ColumnMatch,
  rows: readonly Row[],
  rules: CellRules,
  formats: readonly Format[],
  answer: string | undefined,
): Decided {
  const { index } = match;
  const values = rows
    .map(({ row, cells }) => ({ row, text: typeof cells[index] === 'string' ? textIn(cells[index], rules) : '' }))
    .filter(({ text }) => text !== '');
  let left = answer === undefined ? [...formats] : formats.filter(({ format }) => format === answer);
  for (const one of formats) {
    for (const two of formats.slice(formats.indexOf(one) + 1)) {
      if (!left.includes(one) || !left.includes(two)) continue;
      const doubtful = values.find(({ text }) => disagree(one, two, text));
      if (!doubtful) continue;
      const loser = worse(one, two, values);
      if (loser === null) return { index, question: dateQuestion(match, doubtful, one, two) };
      left = left.filter((format) => format !== loser);
    }
  }
  return { index, own: { ...rules, days: left.map(({ read }) => read) } };
}

function disagree(one: Format, two: Format, text: string): boolean {
  const [first, second] = [one.read(text), two.read(text)];
  return first !== null && second !== null && first !== second;
}

/** The format that fails where the other does not; null when both fail somewhere, or neither. */
function worse(one: Format, two: Format, values: readonly { text: string }[]): Format | null {
  const onlyOne = values.some(({ text }) => one.read(text) !== null && two.read(text) === null);
  const onlyTwo = values.some(({ text }) => two.read(text) !== null && one.read(text) === null);
  if (onlyOne === onlyTwo) return null;
  return onlyOne ? two : one;
}

function dateQuestion(
  { header }: ColumnMatch,
  { row, text }: { row: number; text: string },
  ...formats: readonly Format[]
): StyleQuestion {
  const choices = formats.map(({ format, read }) => ({ answer: format, reads: read(text) ?? '' }));
  return { about: 'dates', column: header, row, value: text, choices };
}
