// Orders (訂單對帳): one row each, the state first, the figures next, the reason behind them.
import type { Amount } from '../money.ts';
import { ownKey } from '../reconcile/bad-debt.ts';
import { explainOrder, headlineLabel, methodLabel } from '../reconcile/explain.ts';
import type { OrderOutcome } from '../reconcile/outcome.ts';
import { receiptNumbers } from './bookings.ts';
import { word, type Word } from './labels.ts';
import { linkSource } from './link-source.ts';
import { differencesText, flagsText } from './outcome-words.ts';
import {
  columnsFor,
  dayCell,
  headlineTones,
  type Material,
  placeColumns,
  ORDER_NUMBER_WIDTH,
} from './shared-columns.ts';
import { type Column, type TableSheet, tableSheet } from './table-sheet.ts';

export function ordersSheet(material: Material): TableSheet {
  const { result, context, decimals } = material;
  const { language } = context;
  return tableSheet({
    key: 'orders',
    language,
    note: word('ordersNote', language),
    emptyNote: word('noOrders', language),
    columns: columnsOf(material),
    rows: result.orders,
    decimals,
    tones: { key: 'status', byText: headlineTones(language) },
    frozenColumns: 2,
  });
}

function columnsOf(material: Material): Column<OrderOutcome>[] {
  const { result, context, bookings } = material;
  const { language } = context;
  const make = columnsFor(material);
  return [
    make.text('status', ({ headline }) => headlineLabel(headline, language), { width: 16, total: 'count' }),
    make.text('orderNumber', ({ orderNumber }) => orderNumber, { width: ORDER_NUMBER_WIDTH }),
    ...placeColumns<OrderOutcome>(material),
    make.amount('receivable', ({ receivable }) => receivable),
    make.amount('credited', ({ credited }) => credited),
    make.amount('received', ({ received }) => received),
    make.amount('refunded', ({ refunded }) => refunded),
    make.amount('fees', ({ fees }) => fees),
    make.amount('expectedNet', ({ expectedNet }) => expectedNet),
    make.amount('net', ({ net }) => net),
    make.amount('open', ({ open }) => open),
    make.amount('onHold', ({ suspense }) => suspense),
    ...usedAmounts(material),
    make.text('differences', ({ differences }) => differencesText(differences, language), { width: 30 }),
    make.sentence('sentence', (order) => explainOrder(order, language, result.asOf), { width: 64 }),
    make.text('receiptNumber', (order) => receiptNumbers(keysOf(order), bookings) || null, { width: 28 }),
    ...(result.orders.some(({ flags }) => flags.length > 0)
      ? [make.text<OrderOutcome>('flags', ({ flags }) => flagsText(flags, language), { width: 12 })]
      : []),
    make.text('method', ({ method }) => (method === null ? null : methodLabel(method, language)), { width: 18 }),
    make.date('dueOn', ({ dueOn }) => dayCell(dueOn)),
    make.date('paidOutOn', ({ paidOutOn }) => dayCell(paidOutOn)),
    make.text('platformStatus', ({ status }) => status),
    make.link('source', ({ source }) => linkSource(source, context)),
  ];
}

/** Amounts that few orders have, each with a column when any order has it. */
const RARE = [
  ['compensated', ({ compensated }) => compensated],
  ['claim', ({ claim }) => claim],
  ['reserve', ({ reserve }) => reserve],
  ['writeOff', ({ writtenOff }) => writtenOff],
] as const satisfies readonly (readonly [Word, (order: OrderOutcome) => Amount])[];

function usedAmounts(material: Material): Column<OrderOutcome>[] {
  const make = columnsFor(material);
  return RARE.filter(([, amountOf]) => material.result.orders.some((order) => amountOf(order) !== 0)).map(
    ([key, amountOf]) => make.amount(key, amountOf),
  );
}

/** Its payout lines, and its own entry where something of it may be a bad debt. */
function keysOf({ orderKey, lineKeys, writtenOff }: OrderOutcome): readonly string[] {
  return writtenOff === 0 ? lineKeys : [...lineKeys, ownKey(orderKey)];
}
