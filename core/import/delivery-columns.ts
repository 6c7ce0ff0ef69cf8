// Which columns of a person's own sheet hold deliveries (進貨): found by their usual names in three languages, by nothing else.
import { normalizeHeader } from '../mapping/normalize-header.ts';
import { type SheetTable, textOfCell } from '../sheet-table.ts';

/** What of a delivery stands in a column. Without a reference or a currency it is one all the same. */
export const DELIVERY_FIELDS = ['sku', 'receivedOn', 'reference', 'quantity', 'cost', 'currency'] as const;
export type DeliveryField = (typeof DELIVERY_FIELDS)[number];

export const NEEDED_FIELDS = ['sku', 'receivedOn', 'quantity', 'cost'] as const satisfies DeliveryField[];

/** The best name first: of several in a sheet it is the one that stands first here. Never one with tax (含稅), or of one piece. */
const NAMES: Readonly<Record<DeliveryField, string>> = {
  sku:
    '貨號、商品貨號、產品貨號、料號、品號、商品編號、產品編號、商品代碼、產品代碼、商品代號、產品代號、品項編號、物料編號、存貨編號、商品編碼、' +
    '產品編碼、物料編碼、存貨編碼、規格貨號、商品選項貨號、款號、SKU、SKU code、Item SKU、Seller SKU、Item number、Item no、Item no.、' +
    'Item code、Item、Product code、Product number、Part number、Part no、Part no.、Stock code',
  receivedOn:
    '進貨日期、進貨日、入庫日期、入庫日、到貨日期、到貨日、收貨日期、收貨日、驗收日期、驗收日、Received on、Date received、Received date、' +
    'Receipt date、Delivery date、Goods receipt date、Received、單據日期、日期、Posting date、Document date、Date、Day',
  reference:
    '進貨單號、進貨單、入庫單號、驗收單號、收貨單號、到貨單號、採購單號、單據號碼、單據編號、單號、發票號碼、批號、Delivery number、' +
    'Delivery no、Delivery no.、Delivery note、Goods receipt、GR number、GR no、GR no.、PO number、PO no、PO no.、Purchase order、' +
    'Document number、Document no、Document no.、Invoice number、Invoice no、Invoice no.、Reference、Ref、Ref.',
  quantity:
    '進貨數量、進貨件數、入庫數量、到貨數量、收貨數量、驗收數量、實收數量、數量、件數、Received quantity、Quantity received、Qty received、' +
    'Received qty、Quantity、Qty、Qty.、Pieces、Pcs、Units',
  cost:
    '進貨成本、進貨總成本、總成本、成本合計、成本總額、成本金額、未稅成本、進貨金額（未稅）、未稅進貨金額、未稅金額、金額（未稅）、未稅總額、' +
    '總額（未稅）、未稅小計、小計（未稅）、未稅合計、不含稅金額、金額（不含稅）、Total cost、Cost total、Cost amount、Net amount、Net total、' +
    'Amount excl. tax、Amount（excl. tax）、Amount without tax、成本、Cost、進貨金額、金額、小計、Amount',
  currency: '幣別、貨幣、幣種、Currency、Currency code、Curr、Ccy',
};

const RANKS: readonly (readonly [DeliveryField, ReadonlyMap<string, number>])[] = DELIVERY_FIELDS.map((field) => [
  field,
  new Map(NAMES[field].split('、').map((name, rank) => [normalizeHeader(name), rank])),
]);

/** A column by its place within a row, with its name as printed. */
interface DeliveryColumn {
  readonly index: number;
  readonly header: string;
}

export type DeliveryColumns = Readonly<Record<(typeof NEEDED_FIELDS)[number], DeliveryColumn>> &
  Readonly<Partial<Record<DeliveryField, DeliveryColumn>>>;

/** Columns in reach: which they are, or what lacks and what stands there twice. */
export type ColumnsFound =
  | { readonly is: 'found'; readonly headerIndex: number; readonly columns: DeliveryColumns }
  | { readonly is: 'unfit'; readonly missing: readonly DeliveryField[]; readonly twice: readonly DoubleColumn[] };

interface DoubleColumn {
  readonly field: DeliveryField;
  readonly header: string;
}

/** Titles and notes of a sheet stand above its header. */
const SEARCH_ROWS = 30;

export function findDeliveryColumns({ rows }: Pick<SheetTable, 'rows'>): ColumnsFound {
  let best: Fit | null = null;
  for (const [headerIndex, row] of rows.slice(0, SEARCH_ROWS).entries()) {
    const fit = fitOf(row.map(textOfCell), headerIndex);
    if (best === null || fit.score > best.score) best = fit;
  }
  if (best === null) return { is: 'unfit', missing: NEEDED_FIELDS, twice: [] };
  const { headerIndex, columns, twice } = best;
  const missing = NEEDED_FIELDS.filter((field) => columns[field] === undefined);
  return isWhole(columns) && twice.length === 0
    ? { is: 'found', headerIndex, columns }
    : { is: 'unfit', missing: missing.filter((field) => twice.every((one) => one.field !== field)), twice };
}

type Found = Partial<Record<DeliveryField, DeliveryColumn>>;

interface Fit {
  readonly headerIndex: number;
  readonly columns: Found;
  readonly twice: readonly DoubleColumn[];
  /** How many columns are named. */
  readonly score: number;
}

const isWhole = (columns: Found): columns is DeliveryColumns =>
  NEEDED_FIELDS.every((field) => columns[field] !== undefined);

function fitOf(headers: readonly string[], headerIndex: number): Fit {
  const names = headers.map(normalizeHeader);
  const columns: Found = {};
  const twice: DoubleColumn[] = [];
  for (const [field, ranks] of RANKS) {
    const places = placesOf(names, ranks);
    const [index] = places;
    if (index === undefined) continue;
    const header = headers[index] ?? '';
    if (places.length > 1) twice.push({ field, header });
    else columns[field] = { index, header };
  }
  return { headerIndex, columns, twice, score: Object.keys(columns).length + twice.length };
}

/** Where the best of the names stands. */
function placesOf(names: readonly string[], ranks: ReadonlyMap<string, number>): number[] {
  const best = Math.min(...names.map((name) => ranks.get(name) ?? Infinity));
  return best === Infinity ? [] : names.flatMap((name, index) => (ranks.get(name) === best ? [index] : []));
}
