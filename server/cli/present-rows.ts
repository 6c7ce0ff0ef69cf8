// The first normalised rows in aligned columns: what would be imported.
import type { Language } from '../../core/language.ts';
import type { NormalizedOrders } from '../../core/mapping/normalize-orders.ts';
import type { NormalizedPayout } from '../../core/mapping/normalize-payout.ts';
import { readableAmount } from '../../core/money.ts';
import { COMPONENT_LABELS } from '../../core/worksheets/labels.ts';
import { type CheckWord, checkWord } from './check-words.ts';
import { alignColumns, type Side } from './text-columns.ts';

const ROWS_SHOWN = 5;
const LONGEST = 30;

export function firstRows(rows: NormalizedOrders | NormalizedPayout, language: Language): string[] {
  const [heads, body] = rows.kind === 'orders' ? orderRows(rows) : payoutRows(rows, language);
  if (body.length === 0) return [];
  const all = [
    heads.map(({ word }) => checkWord(word, language)),
    ...body.map((row) => row.map((text, at) => (at === row.length - 1 ? text : short(text)))),
  ];
  const lines = alignColumns(
    all,
    heads.map(({ side }) => side),
  );
  return [checkWord('first', language), ...lines.map((line) => `  ${line}`)];
}

interface Head {
  readonly word: CheckWord;
  readonly side: Side;
}

const head = (word: CheckWord, side: Side = 'left'): Head => ({ word, side });

/** A name that is longer tells nothing more; figures are never cut. */
const short = (text: string) => (text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text);

function orderRows({ orders }: NormalizedOrders): [Head[], string[][]] {
  const heads = [head('rowNumber', 'right'), head('orderNumber'), head('stage'), head('status'), head('orderedOn')];
  const body = orders
    .slice(0, ROWS_SHOWN)
    .map(({ sourceRow, orderNumber, stage, status, orderedOn, ...order }) => [
      ...[String(sourceRow), orderNumber, stage, status, orderedOn ?? ''],
      ...[readableAmount(order.receivable), order.lines.map(({ sku, quantity }) => `${sku} × ${quantity}`).join(', ')],
    ]);
  return [[...heads, head('receivable', 'right'), head('items')], body];
}

function payoutRows({ lines }: NormalizedPayout, language: Language): [Head[], string[][]] {
  const heads = [head('rowNumber', 'right'), head('orderNumber'), head('reference'), head('paidOutOn')];
  const body = lines
    .slice(0, ROWS_SHOWN)
    .map(({ sourceRow, orderNumber, reference, paidOutOn, net, components }) => [
      ...[String(sourceRow), orderNumber ?? '', reference, paidOutOn, readableAmount(net)],
      components.map(({ type, amount }) => `${COMPONENT_LABELS[type][language]} ${readableAmount(amount)}`).join('  '),
    ]);
  return [[...heads, head('net', 'right'), head('components')], body];
}
