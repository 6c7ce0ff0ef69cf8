// A posted voucher beside the one its documents give: what differs, by account.
import type { VoucherDraft, VoucherLine } from '../../core/voucher.ts';
import { differences, type Fault } from './proof.ts';

export function compareVouchers(number: string, posted: VoucherDraft, drawn: readonly VoucherDraft[]): Fault[] {
  const [only, ...more] = drawn;
  // Documents of several days, shops or kinds give several vouchers; the one of the same day is the one that was meant.
  const meant = drawn.find((one) => one.postedOn === posted.postedOn) ?? only;
  const count = more.length > 0 || only === undefined ? [worded(number, 'documents', String(drawn.length), '1')] : [];
  return [
    ...count,
    ...(meant === undefined ? [] : compareHeads(number, posted, meant)),
    ...compareLines(number, posted.lines, meant?.lines ?? []),
  ];
}

const FIELDS = [
  ['kind', 'kind'],
  ['shop', 'shop_id'],
  ['postedOn', 'posted_on'],
  ['currency', 'currency'],
  ['baseCurrency', 'base_currency'],
  ['summary', 'summary'],
] as const satisfies readonly (readonly [keyof VoucherDraft, string])[];

function compareHeads(number: string, posted: VoucherDraft, drawn: VoucherDraft): Fault[] {
  return FIELDS.filter(([field]) => posted[field] !== drawn[field]).map(([field, column]) =>
    worded(number, column, posted[field], drawn[field]),
  );
}

function worded(name: string, field: string, found: string, expected: string): Fault {
  return { table: 'vouchers', name, field, found: found || '—', expected: expected || '—' };
}

interface Side {
  readonly account: string;
  amount: number;
  base: number;
  lines: number;
}

const NOTHING: Side = { account: '', amount: 0, base: 0, lines: 0 };

function compareLines(number: string, posted: readonly VoucherLine[], drawn: readonly VoucherLine[]): Fault[] {
  const [is, must] = [sidesOf(posted), sidesOf(drawn)];
  return [...new Set([...is.keys(), ...must.keys()])].flatMap((key) => {
    const [one, other] = [is.get(key) ?? NOTHING, must.get(key) ?? NOTHING];
    const same = one.account === other.account || one.account === '' || other.account === '';
    return [
      ...differences('vouchers', number, [
        [key, one.amount, other.amount],
        [`${key} base`, one.base, other.base],
      ]),
      ...(same ? [] : [worded(number, `${key} account`, one.account, other.account)]),
      ...(one.lines === other.lines ? [] : [worded(number, `${key} lines`, String(one.lines), String(other.lines))]),
    ];
  });
}

/** By account and side: `receivable debit`. */
function sidesOf(lines: readonly VoucherLine[]): Map<string, Side> {
  const sides = new Map<string, Side>();
  for (const { role, account, debit, credit, baseDebit, baseCredit } of lines) {
    const isDebit = debit !== 0 || baseDebit !== 0;
    const key = `${role} ${isDebit ? 'debit' : 'credit'}`;
    const side = sides.get(key) ?? { account: `${account.code} ${account.name}`, amount: 0, base: 0, lines: 0 };
    side.amount += debit - credit;
    side.base += baseDebit - baseCredit;
    side.lines += 1;
    sides.set(key, side);
  }
  return sides;
}
