// What could not be read, as a value: where it stands and what to do next. Sentences live beside their codes.
import type { Language, Translated } from './language.ts';
import type { WrittenIn } from './mapping/wrong-encoding.ts';
import { REFUSAL_SENTENCES } from './refusal-sentences.ts';
import { ROW_SENTENCES } from './row-sentences.ts';
import type { Details } from './sentence.ts';
import { shortText } from './short-text.ts';

export type RowProblemCode = keyof typeof ROW_SENTENCES;
export type RefusalCode = keyof typeof REFUSAL_SENTENCES;

/** Every code with a sentence, for tests and documents. */
export const ROW_PROBLEM_CODES = Object.keys(ROW_SENTENCES) as RowProblemCode[];
export const REFUSAL_CODES = Object.keys(REFUSAL_SENTENCES) as RefusalCode[];

/** Codes that only ask to look: their row, if it is one, was read all the same, or holds no data. */
export const WARNING_CODES: readonly RowProblemCode[] = [
  ...(['UNMAPPED_AMOUNT', 'REFERENCE_DAMAGED', 'SAME_MONEY_TWICE'] as const),
  ...(['HEADER_REPEATED', 'REMARK_SKIPPED', 'TOTAL_SKIPPED'] as const),
];

/**
 * A sheet of a known report that waits for an answer, for a column, or for a mapping that knows its words. It is never passed over for
 * another sheet of its file that needs none: half of a file would be read as if it were all of it.
 */
export const STOPPING_CODES: readonly RefusalCode[] = [
  'HIDDEN_ROWS',
  'UNKNOWN_VALUES',
  'AMBIGUOUS_NUMBERS',
  'AMBIGUOUS_DATES',
  'CURRENCY_NOT_FOUND',
  'PAYOUT_DAY_NOT_FOUND',
  'DUPLICATE_HEADER',
  'AMBIGUOUS_REPORT',
  // It has half of a report's columns and lacks one that must be there; companions of known reports are told apart before.
  'MISSING_COLUMN',
];

/** A row we could not read (匯入列錯誤). Never a broken program: that is an Error. */
export interface RowProblem {
  readonly code: RowProblemCode;
  /** Sheet row, 1-based, as Excel shows it. */
  readonly row: number;
  /** Header of the column, as it stands in the sheet; null when the row as a whole is meant. */
  readonly column: string | null;
  /** Facts named by the sentence: `value` is the cell's text, amounts are decimal strings. */
  readonly details: Details;
}

/** A sheet or file of which nothing is pushed, and why. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly file: string;
  /** Null when the file as a whole could not be opened. */
  readonly sheet: string | null;
  /** Title of the mapping that came nearest, in every language; null when none shares a column. */
  readonly nearest: { readonly id: string; readonly title: Translated } | null;
  /** Header row, 1-based, where one was found. */
  readonly row: number | null;
  /** Headers missing from (or doubled in) the sheet; for AMBIGUOUS_REPORT the ids of the mappings that fit. */
  readonly columns: readonly string[];
  /** For UNKNOWN_VALUES: what is to be mapped. */
  readonly values?: readonly UnknownValue[];
  /** For AMBIGUOUS_NUMBERS, AMBIGUOUS_DATES, CURRENCY_NOT_FOUND and PAYOUT_DAY_NOT_FOUND: what is to be answered. */
  readonly questions?: readonly StyleQuestion[];
  /** For COMPANION_SHEET: why nothing of it is booked, half a sentence. */
  readonly because?: Translated;
  /** For OPENED_GARBLED: what the file may have been written in, likeliest only; none where nobody can tell. */
  readonly writtenIn?: readonly WrittenIn[];
}

/** A value of a status, type or direction column that the mapping gives no meaning. */
export interface UnknownValue {
  /** What would give it one: `statuses`, `direction`, `states.` with the column, or the name of a vocabulary. */
  readonly words: string;
  /** Headers as they stand in the sheet; several where they name a type together. */
  readonly columns: readonly string[];
  readonly values: readonly string[];
  /** Rows on which it stands. */
  readonly count: number;
  readonly firstRow: number;
}

/**
 * What reading again needs to be told. `numbers`, `dates`: a column that can be read in two ways, with its first such
 * value read each way. `currency`, `paidOutOn`: what stands nowhere in the file. `hiddenRows`: whether they count; `value`
 * is how many there are, `row` the first.
 */
export interface StyleQuestion {
  readonly about: 'numbers' | 'dates' | 'currency' | 'paidOutOn' | 'hiddenRows';
  /** Header as it stands in the sheet; empty where the file as a whole is asked about. */
  readonly column: string;
  readonly row: number;
  readonly value: string;
  /** `answer` is what reading again takes; `reads` how the value is then understood. None: any code, or any day. */
  readonly choices: readonly { readonly answer: string; readonly reads: string }[];
}

/** The row's problem as one sentence that ends with the next step. */
export function explainProblem(problem: RowProblem, language: Language): string {
  const { code, column, details } = problem;
  const facts = Object.entries({ column: column ?? '', ...details });
  return ROW_SENTENCES[code][language](Object.fromEntries(facts.map(([key, fact]) => [key, shortFact(fact)])));
}

/** As much of a fact as a sentence can name: a cell may hold 32,767 characters. */
export const shortFact = (fact: string): string => shortText(fact, FACT_LENGTH_MAX);
const FACT_LENGTH_MAX = 120;

/** Why the sheet was refused, as one sentence that ends with the next step. */
export function explainRefusal(refusal: Refusal, language: Language): string {
  const comma = language === 'en' ? ', ' : '、';
  return REFUSAL_SENTENCES[refusal.code][language]({
    file: refusal.file,
    sheet: refusal.sheet ?? '',
    row: refusal.row === null ? '' : String(refusal.row),
    nearest: refusal.nearest?.title[language] ?? '',
    missing: refusal.columns.join(comma),
    values: (refusal.values ?? []).map(showUnknown).join(comma),
    questions: (refusal.questions ?? []).map(showQuestion).join(comma),
    asked: refusal.questions ? 'yes' : '',
    choices: (refusal.questions ?? []).flatMap(({ choices }) => choices.map(({ reads }) => reads)).join(comma),
    hidden: refusal.questions?.[0]?.value ?? '',
    firstHidden: String(refusal.questions?.[0]?.row ?? ''),
    because: refusal.because?.[language] ?? '',
    pages: codePages(refusal.writtenIn ?? [], language),
  });
}

/** Code pages as Excel's list of file origins names them; the usual ones where it is not known which. */
function codePages(writtenIn: readonly WrittenIn[], language: Language): string {
  const pages = (writtenIn.length > 0 ? writtenIn : USUAL_ENCODINGS).map((encoding) => CODE_PAGES[encoding][language]);
  return new Intl.ListFormat(language, { type: 'disjunction' }).format(pages);
}

const USUAL_ENCODINGS: readonly WrittenIn[] = ['big5', 'gb18030', 'utf-8'];
const CODE_PAGES: Readonly<Record<WrittenIn, Translated>> = {
  big5: { 'zh-TW': '950：繁體中文 (Big5)', 'zh-CN': '950: 繁体中文 (Big5)', en: '950: Chinese Traditional (Big5)' },
  gb18030: {
    'zh-TW': '936：簡體中文 (GB2312)',
    'zh-CN': '936: 简体中文 (GB2312)',
    en: '936: Chinese Simplified (GB2312)',
  },
  'utf-8': { 'zh-TW': '65001：Unicode (UTF-8)', 'zh-CN': '65001: Unicode (UTF-8)', en: '65001: Unicode (UTF-8)' },
  shift_jis: { 'zh-TW': '932：日文 (Shift-JIS)', 'zh-CN': '932: 日语 (Shift-JIS)', en: '932: Japanese (Shift-JIS)' },
};

/** Marks that read alike in every language: how often, and the first row. */
const showUnknown = ({ columns, values, count, firstRow }: UnknownValue) =>
  `${columns.join(' + ')} = ${values.map((value) => shortFact(value) || '""').join(' + ')} (${count}×, #${firstRow})`;

const showQuestion = ({ column, row, value, choices }: StyleQuestion) =>
  `${column} #${row} "${shortFact(value)}" = ${choices.map(({ reads }) => reads).join(' / ')}`;
