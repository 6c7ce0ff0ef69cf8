// Sales documents (銷貨單據): what opened each receivable and what credited it, one row a document. Each kind has its own
// column, so that every column has a total and the summary can hold it against the orders.
import { partsOfOrderKey } from '../reconcile/account.ts';
import { type SalesDocument, type SalesDocumentKind, SALES_DOCUMENT_KINDS } from '../sales-document.ts';
import { word } from './labels.ts';
import { documentLabel } from './outcome-words.ts';
import { columnsFor, dayCell, type Material, placeColumns, ORDER_NUMBER_WIDTH } from './shared-columns.ts';
import { type Column, moneyCell, rateCell, type TableSheet, tableSheet } from './table-sheet.ts';

export function salesSheet(material: Material): TableSheet {
  const { result, context, decimals } = material;
  const { language } = context;
  return tableSheet({
    key: 'sales',
    language,
    note: word('salesNote', language),
    emptyNote: word('salesNote', language),
    columns: columnsOf(material),
    rows: result.sales,
    decimals,
    frozenColumns: 1,
  });
}

/** Kinds that have a column: sales always, the others when there are any. */
export function salesKinds({ result }: Pick<Material, 'result'>): SalesDocumentKind[] {
  return SALES_DOCUMENT_KINDS.filter((kind) => kind === 'sale' || result.sales.some((one) => one.kind === kind));
}

function columnsOf(material: Material): Column<SalesDocument>[] {
  const { result, context } = material;
  const { language } = context;
  const make = columnsFor(material);
  const some = (holds: (one: SalesDocument) => boolean) => result.sales.some(holds);
  return [
    make.text('documentNumber', ({ number }) => number, { width: 18, total: 'count' }),
    make.text('kind', ({ kind }) => documentLabel(kind, language), { width: 10 }),
    make.date('date', ({ documentOn }) => dayCell(documentOn)),
    make.text('orderNumber', ({ orderKey }) => partsOfOrderKey(orderKey).orderNumber, { width: ORDER_NUMBER_WIDTH }),
    ...placeColumns<SalesDocument>(material),
    ...salesKinds(material).map((own) => ({
      ...make.amount<SalesDocument>('amount', ({ kind, amount }) => (kind === own ? amount : null)),
      ...{ key: own, header: documentLabel(own, language) },
    })),
    ...(some(({ collected }) => collected !== 0)
      ? [make.amount<SalesDocument>('collected', ({ collected }) => collected)]
      : []),
    ...(some(({ base }) => base !== null) ? baseColumns(material) : []),
    ...(some(({ reverses }) => reverses !== null)
      ? [make.text<SalesDocument>('reverses', ({ reverses }) => reverses, { width: 18 })]
      : []),
  ];
}

/** The amount in the company's currency, with the sign it has on the receivable, and the rate behind it. */
function baseColumns(material: Material): Column<SalesDocument>[] {
  const make = columnsFor(material);
  return [
    make.rate('rate', ({ base }) => rateCell(base?.rate ?? null)),
    {
      ...make.amount<SalesDocument>('baseAmount', () => null),
      total: 'sum',
      cellOf: ({ kind, base }) => {
        const amount = moneyCell(base?.amount ?? null);
        return amount === null || kind === 'sale' ? amount : 0 - amount;
      },
    },
  ];
}
