// An order export in the mapping language: order number, status, days, goods, and what the order is worth.
import { bareText } from './infer-cell.ts';
import { commonOf, currencyOf, named, signatureOf } from './infer-common.ts';
import type { ColumnContent } from './infer-evidence.ts';
import type { Findings, InferQuestion, Proposed, ProposedColumn } from './infer-findings.ts';
import { stageOfWord } from './infer-stages.ts';
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

export { stageOfWord } from './infer-stages.ts';

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
    ...(roles.quantity && (roles.unitPrice ?? roles.lineTotal) ? {} : { grain: 'order' as const }),
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
  /** Where no price of one piece is printed. */
  readonly lineTotal: ColumnContent | null;
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
  const status = likeliestStatus(contents);
  const unitPrice = first('amount', PRICE_WORDS);
  const amounts = contents.filter((one) => one.content === 'amount' && one !== unitPrice);
  const receivable = first('amount', GOODS_TOTAL_WORDS, [unitPrice]) ?? amounts[0] ?? null;
  const orderedOn = first('date', ORDERED_WORDS) ?? contents.find(({ content }) => content === 'date') ?? null;
  return {
    ...{ orderNumber, status, unitPrice, orderedOn },
    paidOn: first('date', PAID_WORDS, [orderedOn]),
    shippedOn: first('date', SHIPPED_WORDS, [orderedOn]),
    quantity: contents.find(({ content }) => content === 'quantity') ?? null,
    sku: first(null, SKU_WORDS, [orderNumber]),
    itemName: first(null, NAME_WORDS, [orderNumber]),
    receivable,
    lineTotal: unitPrice ? null : (amounts.find((one) => one !== receivable && isFull(one)) ?? null),
  };
}

const isFull = ({ profile }: ColumnContent) => profile.filled === profile.rows;

/** The status column whose words say most of an order's way; of equals the fuller one, then the first. */
function likeliestStatus(contents: readonly ColumnContent[]): ColumnContent | null {
  const known = ({ profile }: ColumnContent) =>
    (profile.words ?? []).filter((word) => stageOfWord(word) !== null).length;
  const [status] = contents
    .filter(({ content, profile }) => content === 'words' && hasWord(profile.column.header, STATUS_WORDS))
    .sort(
      (left, right) => Math.sign(known(right)) - Math.sign(known(left)) || right.profile.filled - left.profile.filled,
    );
  return status ?? null;
}

function columnOf(content: ColumnContent, roles: Roles): OrderColumn {
  const name = named(content.profile.column);
  if (content === roles.receivable) {
    return { ...name, as: 'receivable', sign: 'plus', ...(isPerLine(roles) ? { per: 'line' } : {}), required: true };
  }
  const required = { required: true };
  const plain = ['orderedOn', 'paidOn', 'shippedOn', 'sku', 'itemName'] as const;
  for (const role of ['orderNumber', 'status', 'quantity', 'unitPrice'] as const) {
    if (content === roles[role]) return { ...name, as: role, ...required };
  }
  if (content === roles.lineTotal && roles.quantity) return { ...name, as: 'lineTotal' };
  const role = plain.find((one) => content === roles[one]);
  if (role) return { ...name, as: role };
  return { ...name, as: content.content === 'personal' ? 'personal' : 'note' };
}

/** How values of the order stand on its rows: on each, on the first only, or with the order number itself left out. */
function orderValuesOf({ grid }: Findings, { orderNumber, receivable, status }: Roles): 'repeat' | 'first' | 'merged' {
  const key = textsOf(orderNumber);
  if (key.slice(1).includes('')) return 'merged';
  const laterRows = grid.rows.map((_, row) => row).filter((row) => row > 0 && key[row] === key[row - 1]);
  const blankLater = [receivable, status].map(textsOf).some((texts) => laterRows.some((row) => texts[row] === ''));
  return blankLater ? 'first' : 'repeat';
}

/** Rows of one order with different amounts: each row has its own. */
function isPerLine({ orderNumber, receivable }: Pick<Roles, 'orderNumber' | 'receivable'>): boolean {
  const [keys, values] = [textsOf(orderNumber), textsOf(receivable)];
  const first = new Map<string, string>();
  return keys.some((key, row) => {
    const value = values[row] ?? '';
    if (key === '' || value === '') return false;
    const known = first.get(key);
    if (known === undefined) first.set(key, value);
    return known !== undefined && known !== value;
  });
}

const textsOf = (content: ColumnContent | null) => (content?.profile.column.cells ?? []).map((cell) => bareText(cell));

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
