// An order export in the mapping language: order number, status, days, goods, and what the order is worth.
import type { OrderStage } from '../order.ts';
import { bareText } from './infer-cell.ts';
import { commonOf, currencyOf, named, signatureOf } from './infer-common.ts';
import type { Findings, ProposedColumn } from './infer-mapping.ts';
import type { Proposed } from './infer-payout.ts';
import type { InferQuestion } from './infer-questions.ts';
import type { ColumnContent } from './infer-roles.ts';
import {
  GOODS_TOTAL_WORDS,
  NAME_WORDS,
  ORDERED_WORDS,
  PAID_WORDS,
  PRICE_WORDS,
  SHIPPED_WORDS,
  SKU_WORDS,
  STATUS_WORDS,
  hasWord,
} from './infer-words.ts';
import type { OrderColumn, OrderMapping } from './mapping.ts';

export function inferOrders(findings: Findings): Proposed<OrderMapping> {
  const roles = rolesOf(findings);
  const columns = findings.contents.map((content): ProposedColumn => ({
    column: columnOf(content, roles),
    index: content.profile.column.index,
    evidence: content === roles.orderNumber ? (findings.keys[0]?.evidence ?? []) : content.evidence,
  }));
  const orderColumns = columns.map(({ column }) => column as OrderColumn);
  const words = roles.status?.profile.words ?? [];
  const values = orderValuesOf(findings, roles);
  const mapping: OrderMapping = {
    ...commonOf(findings, signatureOf(orderColumns.filter(({ required }) => required)), 'orders'),
    kind: 'orders',
    ...(roles.quantity === null ? { grain: 'order' as const } : {}),
    ...(values === 'repeat' ? {} : { orderValues: values }),
    columns: orderColumns,
    statuses: words.map((word) => ({ exact: word, stage: stageOfWord(word) ?? 'unshipped' })),
    ...(words.length === 0 ? { stages: [{ when: { all: [] }, stage: 'completed' as const }] } : {}),
    refundedStatuses: [],
  };
  return { mapping, columns, questions: [...currencyOf(findings).questions, ...questionsOf(findings, roles)] };
}

interface Roles {
  readonly orderNumber: ColumnContent | null;
  readonly status: ColumnContent | null;
  readonly orderedOn: ColumnContent | null;
  readonly paidOn: ColumnContent | null;
  readonly shippedOn: ColumnContent | null;
  readonly quantity: ColumnContent | null;
  readonly sku: ColumnContent | null;
  readonly itemName: ColumnContent | null;
  readonly unitPrice: ColumnContent | null;
  readonly receivable: ColumnContent | null;
}

function rolesOf({ contents, keys }: Findings): Roles {
  const first = (
    content: ColumnContent['content'] | null,
    words: RegExp,
    not: readonly (ColumnContent | null)[] = [],
  ) =>
    contents.find(
      (one) =>
        (content === null ? one.content !== 'personal' : one.content === content) &&
        !not.includes(one) &&
        hasWord(one.profile.column.header, words),
    ) ?? null;
  const orderNumber = keys[0]?.content ?? null;
  const status =
    contents.find(({ content, profile }) => content === 'words' && hasWord(profile.column.header, STATUS_WORDS)) ??
    null;
  const unitPrice = first('amount', PRICE_WORDS);
  const amounts = contents.filter((one) => one.content === 'amount' && one !== unitPrice);
  const orderedOn = first('date', ORDERED_WORDS) ?? contents.find(({ content }) => content === 'date') ?? null;
  return {
    ...{ orderNumber, status, unitPrice, orderedOn },
    paidOn: first('date', PAID_WORDS, [orderedOn]),
    shippedOn: first('date', SHIPPED_WORDS, [orderedOn]),
    quantity: contents.find(({ content }) => content === 'quantity') ?? null,
    sku: first(null, SKU_WORDS, [orderNumber]),
    itemName: first(null, NAME_WORDS, [orderNumber]),
    receivable: first('amount', GOODS_TOTAL_WORDS, [unitPrice]) ?? amounts[0] ?? null,
  };
}

function columnOf(content: ColumnContent, roles: Roles): OrderColumn {
  const name = named(content.profile.column);
  if (content === roles.receivable) {
    return { ...name, as: 'receivable', sign: 'plus', required: true };
  }
  const required = { required: true };
  const plain = ['orderedOn', 'paidOn', 'shippedOn', 'sku', 'itemName'] as const;
  for (const role of ['orderNumber', 'status', 'quantity', 'unitPrice'] as const) {
    if (content === roles[role]) return { ...name, as: role, ...required };
  }
  const role = plain.find((one) => content === roles[one]);
  if (role) return { ...name, as: role };
  return { ...name, as: content.content === 'personal' ? 'personal' : 'note' };
}

/** How the receivable stands on the rows of one order. */
function orderValuesOf({ grid }: Findings, { orderNumber, receivable }: Roles): 'repeat' | 'first' | 'merged' {
  const key = orderNumber?.profile.column.cells ?? [];
  if (key.slice(1).some((cell) => bareText(cell) === '')) return 'merged';
  const values = receivable?.profile.column.cells ?? [];
  const blankLater = grid.rows.some(
    (_, row) => row > 0 && bareText(key[row]) === bareText(key[row - 1]) && bareText(values[row]) === '',
  );
  return blankLater ? 'first' : 'repeat';
}

const STAGES: readonly (readonly [OrderStage, RegExp])[] = [
  ['cancelled', /取消|不成立|關閉|关闭|作廢|cancel|void|closed|batal/i],
  [
    'unshipped',
    /待出貨|待发货|等待卖家发货|待付款|未付款|備貨|处理中|處理中|unpaid|pending|to ship|unshipped|unfulfilled|processing|perlu dikirim/i,
  ],
  ['completed', /完成|成功|已取貨|complete|delivered|success|selesai/i],
  ['shipped', /出貨|发货|運送|配送|送達|shipp|fulfilled|transit|dikirim/i],
];

export function stageOfWord(word: string): OrderStage | null {
  return STAGES.find(([, words]) => words.test(word))?.[0] ?? null;
}

function questionsOf({ money, keys }: Findings, roles: Roles): InferQuestion[] {
  const { status, receivable } = roles;
  const stages = (status?.profile.words ?? []).map((word) => ({
    ask: 'stage' as const,
    column: status?.profile.name ?? '',
    word,
    proposed: stageOfWord(word) ?? ('unshipped' as const),
  }));
  const unused = money.columns
    .filter(({ content }) => content !== receivable && content !== roles.unitPrice)
    .map(({ content }) => ({ ask: 'unusedAmount' as const, column: content.profile.name }));
  const [first, second] = keys;
  const close = first && second && first.score - second.score < 3 ? [first, second] : [];
  const asked = close.map(({ content }) => content.profile.name);
  return [...(asked.length > 0 ? [{ ask: 'orderNumber' as const, candidates: asked }] : []), ...stages, ...unused];
}
