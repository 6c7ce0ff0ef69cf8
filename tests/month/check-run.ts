// Holds what a command said, and what the books hold after it, against the lines of the story.
import type { Database } from '../../server/store/database.ts';

/** As much of `reconcile --json` as the story speaks of. */
export interface SaidResult {
  readonly posted: Readonly<Record<string, number>>;
  readonly orders: readonly (Readonly<Record<string, unknown>> & { readonly orderNumber: string; headline: string })[];
  readonly unmatched: readonly { readonly orderNumber: string | null; readonly net: string }[];
  readonly receipts: readonly { readonly date: string; readonly cash: string }[];
  readonly conservation: readonly { readonly difference: string; readonly rowDifference: number }[];
  readonly trialBalance: readonly { readonly currency: string; readonly total: string; readonly baseTotal: string }[];
  readonly rollForward: { readonly from: string; readonly to: string; readonly ties: boolean };
  readonly deposits: {
    readonly batches: readonly { readonly shop: string; readonly day: string; readonly state: string }[];
    readonly withoutBatch: readonly object[];
  } | null;
  /** Of `month-end`, and of `period` that closes a month. */
  readonly vouchers?: readonly SaidVoucher[];
  readonly monthEnd?: readonly SaidVoucher[];
  readonly prepaid?: readonly { readonly orderNumber: string; readonly amount: string }[];
  readonly withoutCost?: readonly { readonly sku: string; readonly pieces: number }[];
  /** Of `verify`. */
  readonly sound?: boolean;
  readonly counts: { readonly byHeadline: Readonly<Record<string, number>> };
}

interface SaidVoucher {
  readonly postedOn: string;
  readonly shop: string;
  readonly currency: string;
  readonly lines: readonly { readonly role: string; readonly baseDebit: string; readonly baseCredit: string }[];
}

/** The same lines with the figures that are so: equal to the told ones when everything is right. */
export async function foundFor(expected: readonly string[], said: SaidResult, database: Database): Promise<string[]> {
  const found: string[] = [];
  for (const line of expected) found.push(await foundLine(line, said, database));
  return found;
}

async function foundLine(line: string, said: SaidResult, database: Database): Promise<string> {
  const [word = '', first = '', second = ''] = line.split(' ');
  switch (word) {
    case 'counts':
      return `counts ${countsText(said.counts.byHeadline)}`;
    case 'posted':
      return `posted ${Object.values(said.posted).every((count) => count === 0) ? 'nothing' : JSON.stringify(said.posted)}`;
    case 'unmatched':
      return unmatchedText(first, said);
    case 'receipt':
      return receiptText(line, first, said);
    case 'balance':
      return `balance ${first} ${second} ${await balanceOf(database, first, second)}`;
    case 'trial-balance':
      return `trial-balance ${said.trialBalance.map(totalText).sort().join(', ')}`;
    case 'roll-forward':
      return rollForwardText(said.rollForward);
    case 'payout':
      return payoutText(first, second, said);
    case 'voucher':
      return voucherText(line, said);
    case 'prepaid':
      return `prepaid ${first} ${said.prepaid?.find(({ orderNumber }) => orderNumber === first)?.amount ?? 'is not there'}`;
    case 'without-cost':
      return `without-cost ${(said.withoutCost ?? []).map(({ sku, pieces }) => `${sku} ${pieces}`).join(', ')}`;
    case 'sound':
      return said.sound === true ? 'sound' : 'not sound';
    default:
      return orderText(line, said);
  }
}

const countsText = (counts: Readonly<Record<string, number>>) =>
  Object.entries(counts)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([headline, count]) => `${headline} ${count}`)
    .join(', ');

function unmatchedText(orderNumber: string, { unmatched }: SaidResult): string {
  const line = unmatched.find((one) => one.orderNumber === orderNumber);
  return `unmatched ${orderNumber} ${line?.net ?? 'is not there'}`;
}

function receiptText(line: string, date: string, { receipts }: SaidResult): string {
  const texts = receipts.filter((one) => one.date === date).map(({ cash }) => `receipt ${date} cash ${cash}`);
  return texts.includes(line) ? line : texts.join(' / ') || `no receipt of ${date}`;
}

/** `voucher DAY SHOP CURRENCY role amount …`, in base currency, debits positive: all of the answer where none is so. */
function voucherText(line: string, { vouchers, monthEnd }: SaidResult): string {
  const texts = (monthEnd ?? vouchers ?? []).map(({ postedOn, shop, currency, lines }) => {
    const parts = lines.map(({ role, baseDebit, baseCredit }) => `${role} ${Number(baseDebit) - Number(baseCredit)}`);
    return `voucher ${postedOn} ${shop} ${currency} ${parts.join(' ')}`;
  });
  return texts.includes(line) ? line : texts.join('\n');
}

const isZero = ({ total, baseTotal }: SaidResult['trialBalance'][number]) => total === '0' && baseTotal === '0';
const totalText = (row: SaidResult['trialBalance'][number]) => `${isZero(row) ? 'zero' : row.total} ${row.currency}`;
const rollForwardText = ({ from, to, ties }: SaidResult['rollForward']) =>
  `roll-forward ${ties ? 'ties' : 'differs'} ${from} to ${to}`;

/** `payout SHOP DAY STATE`: whether the bank or the wallet has it. */
function payoutText(shop: string, day: string, { deposits }: SaidResult): string {
  const batch = deposits?.batches.find((one) => one.shop === shop && one.day === day);
  return `payout ${shop} ${day} ${batch?.state ?? 'is not there'}`;
}

/** `NUMBER HEADLINE figure amount …` */
function orderText(line: string, { orders }: SaidResult): string {
  const [number = '', , ...figures] = line.split(' ');
  const order = orders.find(({ orderNumber }) => orderNumber === number);
  if (order === undefined) return `${number} is not there`;
  const told = figures.filter((_, at) => at % 2 === 0).map((name) => `${name} ${String(order[name])}`);
  return [number, order.headline, ...told].join(' ');
}

/** debit − credit of an account's role in document currency, straight from the rows of the vouchers. */
async function balanceOf(database: Database, role: string, currency: string): Promise<string> {
  const [row] = await database.transaction('default', (tx) =>
    tx.select<[number | null]>(
      ['CAST(sum(l.debit - l.credit) AS BIGINT)'],
      `FROM voucher_lines l JOIN vouchers v ON v.company_id = l.company_id AND v.id = l.voucher_id
       WHERE l.company_id = ? AND l.role = ? AND v.currency = ?`,
      [tx.company, role, currency],
    ),
  );
  return String((row?.[0] ?? 0) / 10_000);
}
