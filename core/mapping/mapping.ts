// The mapping language: how one platform report is read, as data. The manual is mappings/README.md.
import type { Translated } from '../language.ts';
import type { ComponentType } from '../payout.ts';
import type { OrderPart, OrderStage } from '../order.ts';
import type {
  Check,
  Companion,
  Condition,
  CurrencyRule,
  DateRules,
  Direction,
  KeyRule,
  NumberRules,
  RowRule,
  RowState,
  StageRule,
  TypeBySign,
  Vocabulary,
} from './mapping-rules.ts';

/** A column of the report, found by its header and never by its position. */
export interface NamedColumn {
  /**
   * The header as the platform printed it when the mapping was first published. It is part of the identity of payout
   * rows, so it stays: a new name goes to `synonyms`.
   */
  readonly header: string;
  /** Earlier, later or alternative names of the same column. */
  readonly synonyms?: readonly string[];
  /** Without it the report is refused. Default false. */
  readonly required?: boolean;
  /** Where a header stands several times: which of them, from the left, counted from 1. Default: it stands once. */
  readonly occurrence?: number;
  /** Payouts only: an empty cell has the value of the nearest filled cell above, total rows included. */
  readonly fillDown?: boolean;
}

/**
 * What a column of an order export means. Status, days and receivable terms belong to the order; `orderValues` says how
 * they stand on its rows. `sku`, `itemName` and `unitPrice` may have several columns: the first one filled in counts.
 */
export type OrderColumn = NamedColumn &
  (
    | {
        readonly as:
          | 'orderNumber'
          /** Another number of the same order (子單號、物流單號): payouts may name it instead. */
          | 'otherNumber'
          | 'status'
          | 'refundStatus'
          /** Money given back to the buyer, as an amount: the order is refunded where it is not zero. */
          | 'refundedAmount'
          | 'orderedOn'
          | 'paidOn'
          | 'shippedOn'
          | 'completedOn'
          | 'sku'
          | 'itemName'
          | 'quantity'
          | 'returnedQuantity'
          | 'unitPrice'
          /** Price of all pieces of the row; the price of one is its share. */
          | 'lineTotal'
          | 'currency'
          | 'personal'
          | 'note';
      }
    /**
     * A term of the receivable G. `plus` adds the column's amount, `minus` takes it away. A `minus` column is printed
     * without sign; a negative amount in it is a problem, because taking it away would raise G. `minus-absolute` takes
     * it away whichever sign it is printed with.
     */
    | {
        readonly as: 'receivable';
        readonly sign: 'plus' | 'minus' | 'minus-absolute';
        /** An empty cell is a problem of the row. Default false: no money. */
        readonly filled?: boolean;
        /** `order` (default): a value of the order, counted once. `line`: each row has its own, and they add up. */
        readonly per?: 'order' | 'line';
        /**
         * Only `per: line`: the column is the row's price as well. `row`: the amount of all its pieces; `piece`: of one,
         * so the term is the amount times the quantity.
         */
        readonly price?: 'row' | 'piece';
        /**
         * What kind of money the term is, where it is not the price that the buyer pays for goods. Freight and subsidy only
         * of the order; `CONTRACT_PRICE` also `per: line`: goods stand at what the platform settles for them.
         */
        readonly part?: OrderPart;
      }
  );

/**
 * How an amount is signed: as the money flows, the other way round, by the word of the direction column, or not at all
 * because the money leaves the seller whichever sign is printed. `proved` (components beside a column of the net): as it
 * flows in some files and the other way round in others; the one counts with which the file's rows add up.
 */
export type Sign = 'as-is' | 'negate' | 'direction' | 'outward-absolute' | 'proved';

/** A kind of money: the same for the whole column, or by the value of other columns. */
export type TypeRule = ComponentType | { readonly by: string };

/** What a column of a payout report or of a wallet statement means. */
export type PayoutColumn = NamedColumn &
  (
    | { readonly as: 'orderNumber' | 'reference' | 'paidOutOn' | 'currency' | 'personal' | 'note' }
    | {
        /** Several columns: the net is their sum (credit `as-is`, debit `negate`). */
        readonly as: 'net';
        /** Default `as-is`. */
        readonly sign?: Exclude<Sign, 'proved'>;
        /** What an empty net is: a problem (default), or the sum of the row's components. */
        readonly blank?: 'sum';
        /** Kind of the whole net on rows whose component columns hold nothing. Default: such a row does not add up. */
        readonly otherwise?: TypeRule;
        /**
         * Kind of what the components leave of the net, on every row: a report that prints net and fees in one currency
         * and the gross in another. Such rows always add up, so the file's checks must carry the proof.
         */
        readonly rest?: TypeRule;
      }
    /** A signed amount of the row's net. */
    | ({ readonly as: 'component'; readonly type: TypeRule; readonly sign: Sign } & TypeBySign)
  );

interface MappingCommon {
  /** `platform.report`, for example `shopee-tw.income`; also the file name under mappings/. */
  readonly id: string;
  /** Grows by one with every published change. */
  readonly version: number;
  readonly platform: string;
  readonly title: Translated;
  /** False: some fact is not confirmed by a real file; the user is asked to confirm at first use. */
  readonly verified: boolean;
  /** Where each fact comes from, for the next person who edits the mapping. */
  readonly notes: readonly string[];
  readonly header: {
    /** The header row is searched in the first so many rows. */
    readonly searchRows: number;
    /** Headers (or synonyms) that together say "this is the report". */
    readonly signature: readonly string[];
    /** Headers that say "this is another report", though the signature fits. */
    readonly absent?: readonly string[];
    /** Rows from the header to the first row of data. Default 1; 2 where a row of explanations follows the header. */
    readonly dataOffset?: number;
    /** Names of the sheets in which the report stands. It decides only between mappings that fit equally. */
    readonly sheets?: readonly string[];
    /**
     * A pattern of sheet names (NFKC): a sheet named so, without header, continues the table of the one that has it, and is
     * read under its header.
     */
    readonly continuesOn?: string;
  };
  /** Currency of every amount in the report, or where it stands. */
  readonly currency: string | CurrencyRule;
  /** Texts that mean an empty cell. In an amount column they are no money, which is not the same as unreadable. */
  readonly emptyMarkers: readonly string[];
  /** Texts that may stand before or after an amount, such as `NT$` or `元`. Any other text makes it unreadable. */
  readonly currencyMarks: readonly string[];
  /** Marks put before values to keep Excel from changing them: `` ` ``, `'`, `=`. With `=` also the form `="…"`. */
  readonly cellPrefixes?: readonly string[];
  /** Default: decimal point. */
  readonly numbers?: NumberRules;
  /** Default: `YYYY-M-D` and `YYYY/M/D`. */
  readonly dates?: DateRules;
  /** Rows that are not ordinary data. */
  readonly rows?: readonly RowRule[];
  /** Columns whose word says whether a row counts. */
  readonly states?: readonly RowState[];
  /** The order number by rules. Default: the column that is `orderNumber`. */
  readonly key?: readonly KeyRule[];
  readonly checks?: readonly Check[];
  /** Kinds of money by the words of columns, by name. */
  readonly vocabularies?: Readonly<Record<string, Vocabulary>>;
  /** Ids of mappings whose reports carry the same money: importing both for one shop would count it twice. */
  readonly sameMoneyAs?: readonly string[];
  /** Sheets beside the report that are known and never booked. */
  readonly companions?: readonly Companion[];
}

/** A mapping for an order export. */
export interface OrderMapping extends MappingCommon {
  readonly kind: 'orders';
  /** One row is an item of an order (default), or the whole order. */
  readonly grain?: 'item' | 'order';
  /**
   * How values of the order stand on its rows. `repeat` (default): on each, and they must agree. `first`: on one row,
   * blank on the others. `merged`: likewise, and the order number too is blank on the rows that continue an order.
   */
  readonly orderValues?: 'repeat' | 'first' | 'merged';
  readonly columns: readonly OrderColumn[];
  /** Stages that several columns decide. Tried before `statuses`. */
  readonly stages?: readonly StageRule[];
  /** The platform's status words. `exact` is tried first; then the first `startsWith` that fits. */
  readonly statuses: readonly {
    readonly exact?: string;
    readonly startsWith?: string;
    readonly stage: OrderStage;
  }[];
  /**
   * For reports whose rows have a status each: how far the order is. `least`: as far as its last row; `most`: as far as
   * its first. Rows that are cancelled count only when all are: else they are in neither the receivable nor the lines.
   * Default: the rows of an order must agree.
   */
  readonly stageOfLines?: 'least' | 'most';
  /** Texts of the refund status column that mean money went back to the buyer. */
  readonly refundedStatuses: readonly string[];
  /** Money went back to the buyer where this holds on a row, whatever `refundedStatuses` say. */
  readonly refundedWhen?: Condition;
  /** All pieces of a row came back where this holds. */
  readonly returnedWhen?: Condition;
}

/** A mapping for a report of money: each row one movement, checked against its net. */
export interface PayoutMapping extends MappingCommon {
  /** `payout`: settles orders. `wallet`: a bank or wallet statement of dated signed lines, which settles none. */
  readonly kind: 'payout' | 'wallet';
  /**
   * Wallets only. False: a list of payouts or payments, whose rows went into no account or are in another file's account
   * as well. It is read and proved, and its rows are no movements of an account. Default true.
   */
  readonly accountStatement?: boolean;
  /** One row is a movement of an order (default), or one fee of an order or item. */
  readonly grain?: 'transaction' | 'orderFee';
  readonly columns: readonly PayoutColumn[];
  /** `column` (default): one column is the net. `sum`: the file has none; then its checks must carry the proof. */
  readonly net?: 'column' | 'sum';
  readonly direction?: Direction;
  /** The transaction or refund number by rules. Default: the column that is `reference`. */
  readonly reference?: readonly KeyRule[];
  /**
   * The number of the statement or payout that a row is paid out with, by rules: rows of one number are one sum in the
   * bank. Its column keeps whatever else it is. Default: the rows of a day are.
   */
  readonly statement?: readonly KeyRule[];
  /** The day of payout, where the file prints it once above the header: a pattern with one group. Nowhere: it is asked. */
  readonly paidOutFrom?: string | { readonly ask: true };
  /** Whether `reference` identifies a row by itself where it is filled in. */
  readonly referenceIsIdentity: boolean;
  /** Whether a row may be without order number by nature (ads, withdrawals). If not, that is a problem of the row. */
  readonly linesWithoutOrder: boolean;
  /** `instalments`: an order may be paid in several parts until its due day; `single`: once. */
  readonly paymentMode: 'single' | 'instalments';
}

/** 欄位對應: how one platform report is read. */
export type Mapping = OrderMapping | PayoutMapping;
