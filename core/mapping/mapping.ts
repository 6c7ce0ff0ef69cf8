// The mapping language: how one platform report is read, as data. The manual is mappings/README.md.
import type { Translated } from '../language.ts';
import type { ComponentType } from '../payout.ts';
import type { OrderStage } from '../order.ts';

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
}

/**
 * What a column of an order export means. Status, days and receivable terms belong to the order and must repeat on each
 * of its rows. `sku`, `itemName` and `unitPrice` may have several columns: the first one filled in counts.
 */
export type OrderColumn = NamedColumn &
  (
    | {
        readonly as:
          | 'orderNumber'
          | 'status'
          | 'refundStatus'
          | 'orderedOn'
          | 'paidOn'
          | 'shippedOn'
          | 'completedOn'
          | 'sku'
          | 'itemName'
          | 'quantity'
          | 'returnedQuantity'
          | 'unitPrice'
          | 'personal'
          | 'note';
      }
    /**
     * A term of the receivable G: `plus` adds the column's amount, `minus` takes it away. A `minus` column is printed
     * without sign; a negative amount in it is a problem, because taking it away would raise G.
     */
    | {
        readonly as: 'receivable';
        readonly sign: 'plus' | 'minus';
        /** An empty cell is a problem of the row. Default false: no money. */
        readonly filled?: boolean;
      }
  );

/** What a column of a payout report means. */
export type PayoutColumn = NamedColumn &
  (
    | { readonly as: 'orderNumber' | 'reference' | 'paidOutOn' | 'net' | 'personal' | 'note' }
    /** A signed amount of the row's net. `sign`: how the file prints it; `as-is` is already signed, `negate` flips. */
    | { readonly as: 'component'; readonly type: ComponentType; readonly sign: 'as-is' | 'negate' }
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
  };
  /** Currency of every amount in the report. */
  readonly currency: string;
  /** Texts that mean an empty cell. In an amount column they are no money, which is not the same as unreadable. */
  readonly emptyMarkers: readonly string[];
  /** Texts that may stand before or after an amount, such as `NT$` or `元`. Any other text makes it unreadable. */
  readonly currencyMarks: readonly string[];
}

/** A mapping for an order export: one row an item line, order values repeated on each. */
export interface OrderMapping extends MappingCommon {
  readonly kind: 'orders';
  readonly columns: readonly OrderColumn[];
  /** The platform's status words. `exact` is tried first; then the first `startsWith` that fits. */
  readonly statuses: readonly {
    readonly exact?: string;
    readonly startsWith?: string;
    readonly stage: OrderStage;
  }[];
  /** Texts of the refund status column that mean money went back to the buyer. */
  readonly refundedStatuses: readonly string[];
}

/** A mapping for a payout report: one row one movement, checked against its net. */
export interface PayoutMapping extends MappingCommon {
  readonly kind: 'payout';
  readonly columns: readonly PayoutColumn[];
  /** Whether `reference` identifies a row by itself where it is filled in. */
  readonly referenceIsIdentity: boolean;
  /** Whether a row may be without order number by nature (ads, withdrawals). If not, that is a problem of the row. */
  readonly linesWithoutOrder: boolean;
  /** `instalments`: an order may be paid in several parts until its due day; `single`: once. */
  readonly paymentMode: 'single' | 'instalments';
  /** A total printed above the header: the row whose first filled cell is `label`, in the column of the net. */
  readonly declaredTotal?: { readonly label: string };
}

/** 欄位對應: how one platform report is read. */
export type Mapping = OrderMapping | PayoutMapping;
