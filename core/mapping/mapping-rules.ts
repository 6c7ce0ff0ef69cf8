// The rules a mapping may hold beside its columns, as data: conditions, kinds of rows, keys, vocabularies, checks.
import type { Translated } from '../language.ts';
import type { OrderStage } from '../order.ts';
import type { ComponentType } from '../payout.ts';

/**
 * Names a column of the same mapping by its `header`; `Fee#2` is the column with `occurrence` 2. A column that a rule
 * names is read even when it is a `note`.
 */
type ColumnName = string;

/** What a cell must say. Words are compared as headers are (width, blanks, case, simplified or traditional alike). */
export type CellTest =
  | { readonly equals: string }
  | { readonly oneOf: readonly string[] }
  | { readonly startsWith: string }
  | { readonly contains: string }
  /** A regular expression on the text (NFKC, outer blanks and cell prefixes removed), whatever the case. */
  | { readonly matches: string }
  /** Empty, or one of `emptyMarkers`; `false`: filled. */
  | { readonly blank: boolean }
  /** The sign of the amount in the cell; an empty cell is zero. */
  | { readonly amount: 'zero' | 'positive' | 'negative' | 'not-zero' };

/** A question to one row. `firstCell`: the first filled cell, wherever it stands. A column not in the file is blank. */
export type Condition =
  | ({ readonly column: ColumnName } & CellTest)
  | ({ readonly firstCell: true } & CellTest)
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

/**
 * What a row is that fits a condition; the first rule that fits decides, a row that fits none is `detail`.
 * - `detail`: an ordinary row.
 * - `skip`: no data at all (explanations, rules, group lines).
 * - `end`: the footer begins; nothing from here on is data. Checks may read it.
 * - `total`: a sum the platform prints. Every amount column filled in it must equal its column's sum: over the rows
 *   since the previous total of the same rule (`of: 'section'`), or over all rows (`of: 'file'`, the default).
 * - `groupTotal`: the sum of the rows of the same order that follow it directly (eBay's roll-up rows). Its net must
 *   equal theirs.
 * - `excluded`: real money or a real record, but none of this report's settlement (not completed, not paid yet). It
 *   stays visible with its reason, count and amount, and is in no sum.
 * - `charge` (orders only): a pseudo item such as 運費. Its amounts belong to the order; it is no goods.
 */
export interface RowRule {
  readonly when: Condition;
  readonly is: 'detail' | 'skip' | 'end' | 'total' | 'groupTotal' | 'excluded' | 'charge';
  readonly of?: 'section' | 'file';
  readonly reason?: string;
}

/**
 * The words of a column that says whether a row counts (已撥款、未撥款). Rows with a word of `counts` are ordinary ones, those
 * of `excluded` are set aside with `reason` (default: their word). Any other word stops the file. A word of both counts. `""` is an empty cell;
 * where no list has it, a row without a word is left out and named. It is asked of rows that no rule of `rows` takes away.
 */
export interface RowState {
  readonly column: ColumnName;
  readonly counts: readonly string[];
  readonly excluded: readonly string[];
  readonly reason?: string;
}

/**
 * How a row finds its order number (or its reference): the first rule that gives a value decides. Exclusions go first,
 * because a remark may hold digits that look like an order.
 */
export type KeyRule =
  /** The row belongs to no order by nature. Its whole net is one component of this type. */
  | { readonly exclude: Condition; readonly as: ComponentType; readonly reason?: string }
  | {
      readonly from: ColumnName;
      /** Only where this holds. */
      readonly when?: Condition;
      /** A regular expression with one group: the number. No hit: the next rule is tried. */
      readonly pattern?: string;
      /** Beginnings that are no part of the number, such as `#` or `T200P`; the first that fits is taken off. */
      readonly stripStart?: readonly string[];
      /** Texts taken out wherever they stand, such as `-`. */
      readonly remove?: readonly string[];
    };

/**
 * Types by value. `columns`: one to three columns whose values together name the type. Each value's `match` has as many
 * words; `*` at the end of a word stands for any rest, `*` alone for anything, an empty word for an empty cell. Exact
 * words count before words with `*`, and of these the first that fits. A value that nothing matches stops the file.
 * `ignore`: the row moves no money and is set aside, visibly.
 */
export interface Vocabulary {
  readonly columns: readonly ColumnName[];
  readonly values: readonly VocabularyValue[];
}
export interface VocabularyValue extends TypeBySign {
  readonly match: readonly string[];
  readonly type: ComponentType | 'ignore';
}

/** Another type where the money flows the other way: a PRINCIPAL taken back is a REFUND, a COMMISSION given back a FEE_REVERSAL. */
export interface TypeBySign {
  readonly negativeAs?: ComponentType;
  readonly positiveAs?: ComponentType;
}

/** Which way unsigned amounts flow: the words of one column. A word in neither list stops the file. */
export interface Direction {
  readonly column: ColumnName;
  readonly in: readonly string[];
  readonly out: readonly string[];
}

/** A stage by a condition, where one status column does not tell it. Tried before `statuses`; `{ "all": [] }` is always. */
export interface StageRule {
  readonly when: Condition;
  readonly stage: OrderStage;
}

/** Columns (or labels) with the sign each has in a sum: `{ "收入合计": "+", "支出合计": "+" }`. */
export type Terms = Readonly<Record<string, '+' | '-'>>;

/**
 * What a figure printed by the platform must equal. `net`: the sum of the rows' nets. `rows`: their number. `sum`: the
 * sum of columns as printed, before any sign rule. `where`: only rows for which the condition holds. `absolute`: signs
 * do not matter.
 */
export type Figure =
  | { readonly of: 'net' | 'rows'; readonly where?: Condition; readonly absolute?: boolean }
  | { readonly of: 'sum'; readonly terms: Terms; readonly where?: Condition; readonly absolute?: boolean };

/**
 * What must hold. Σ components = net on each row is always checked and needs no entry.
 * Every check that fails is a problem with row, figures and next step; a failed file check makes the file `differs`.
 */
export type Check =
  /** On each row (on which `when` holds): Σ terms = equals, in amounts as printed. The row is left out where it fails. */
  | {
      readonly check: 'row';
      readonly name: string;
      readonly terms: Terms;
      readonly equals: ColumnName;
      readonly when?: Condition;
    }
  /**
   * On each order (orders only): Σ over its rows = `equals`, a value of the order. `items`: Σ price × quantity. The
   * order is left out where it fails.
   */
  | {
      readonly check: 'order';
      readonly name: string;
      readonly sum: 'items' | { readonly terms: Terms };
      readonly equals: ColumnName;
    }
  /** A row whose first filled cell is `label`: the figures in it stand in the columns they sum up. */
  | {
      readonly check: 'labelledTotal';
      readonly label: string;
      readonly where: 'above' | 'below';
      /** `net` (default): only the column of the net. `amounts`: every amount column. */
      readonly columns?: 'net' | 'amounts';
    }
  /** A text above the header or below the data; the pattern's one group is the figure. */
  | {
      readonly check: 'text';
      readonly name: string;
      readonly where: 'above' | 'below';
      readonly pattern: string;
      readonly figure: Figure;
    }
  /** A row of names below the data and the row of values under it. `net`: the names whose signed sum is the file's net. */
  | {
      readonly check: 'footerPair';
      readonly figures: Readonly<Record<string, Figure>>;
      readonly net?: Terms;
    }
  /** A label on another sheet of the workbook, with its figure in the next filled cell on the right. */
  | { readonly check: 'otherSheet'; readonly sheet: string; readonly label: string; readonly figure: Figure }
  /** Labels on another sheet that must add up among themselves. */
  | {
      readonly check: 'otherSheetSum';
      readonly sheet: string;
      readonly terms: Terms;
      readonly equals: string;
    }
  /**
   * Two balances printed above, among or below the data: opening + Σ net = closing. `closingMayBeMovement`: it is not
   * known whether the last figure includes the opening one, so Σ net alone is true as well.
   */
  | {
      readonly check: 'openingClosing';
      readonly opening: PrintedBalance;
      readonly closing: PrintedBalance;
      readonly closingMayBeMovement?: boolean;
    }
  /** The figure is nothing, in a file with a row on which `ifAny` holds: a batch whose payout row takes it all. */
  | { readonly check: 'zero'; readonly name: string; readonly figure: Figure; readonly ifAny: Condition }
  /** Each row's balance is the balance before plus its net. The declared total is the last balance less the opening. */
  | {
      readonly check: 'runningBalance';
      readonly column: ColumnName;
      readonly order: 'oldest-first' | 'newest-first' | 'either';
    };

/**
 * A balance on a row that is no data, found by its label in any cell. `columns`: where the figure stands, with signs;
 * default: the next filled cell on the right.
 */
export interface PrintedBalance {
  readonly label: string;
  readonly columns?: Terms;
}

/**
 * Where the currency stands when it is not the same in every file: the column first, then the pattern, then `otherwise`,
 * then the user is asked. At least one of `column`, `pattern` and `ask` is given.
 */
export interface CurrencyRule {
  /** A column of the mapping. It may be missing or blank only where `otherwise` or `ask` follows. */
  readonly column?: ColumnName;
  /** A pattern with one group, searched above the header or in the headers (`in`). One currency a file. */
  readonly pattern?: string;
  readonly in?: 'preamble' | 'header';
  /** Names as codes: 人民币 → CNY. */
  readonly words?: Readonly<Record<string, string>>;
  /** Where the file does not say. */
  readonly otherwise?: string;
  /** Codes a person chooses from where the file does not say. An empty list: any code. */
  readonly ask?: readonly string[];
}

/** How amounts are written. `auto` is decided from every amount of a column, and asked when they do not tell. */
export interface NumberRules {
  readonly decimal: '.' | ',' | 'auto';
  /** Whole minor units without a point (PayPal STL): 1050 is 10.50. */
  readonly minorUnits?: boolean;
}

/**
 * How days are written, each format of `YYYY`, `YY`, `M`, `D`, `Mon` (a month's name) and the characters between:
 * `D/M/YYYY`, `YYYYMMDD`, `Mon D, YYYY`, `YYYY年M月D日`. A time of day may follow. Of several formats the one that reads
 * every day of the column counts; when two do and disagree, the user is asked.
 */
export interface DateRules {
  readonly formats: readonly string[];
  /** The zone the report prints its days in, for people. The day is the one printed; nothing is shifted. */
  readonly zone?: string;
}

/**
 * A sheet that platforms put beside the report and that is never booked: it sums the report up, repeats its money, or has
 * columns that no source names. It is meant where no mapping reads the sheet, its name is one of `sheets` and all of
 * `headers` stand on one of its rows; one of the two may be missing. A name alone says little: then the report itself must
 * stand in the same workbook.
 */
export interface Companion {
  readonly sheets?: readonly string[];
  readonly headers?: readonly string[];
  /** Half a sentence, without its full stop. */
  readonly because: Translated;
}
