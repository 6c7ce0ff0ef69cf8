// Proofs of documents: receipts balance and book what their lines brought, and every document stands on one voucher that
// says the same.
import { ALLOCATION_TARGETS, type AllocationTarget } from '../../core/receipt.ts';
import type { AccountRole } from '../../core/voucher.ts';
import type { Statements } from '../store/database.ts';
import { countOf, differences, type Fault, type Prove, sumOf } from './proof.ts';

const partOf = (table: string, what: string) =>
  `(SELECT ${sumOf(`p.${what}`)} FROM ${table} p WHERE p.company_id = r.company_id AND p.receipt_id = r.id)`;

export const proveReceiptsBalance: Prove = async (tx) => {
  const rows = await tx.select<[string, number, number, number, number, number | null, number, number, number]>(
    [
      ...['r.number', 'r.cash', partOf('receipt_deductions', 'amount'), partOf('allocations', 'amount')],
      ...['coalesce(r.base_cash, 0)', 'r.base_cash', partOf('receipt_deductions', 'base')],
      ...[partOf('allocations', 'base'), 'coalesce(r.gain, 0)'],
    ],
    'FROM receipts r WHERE r.company_id = ? ORDER BY r.id',
    [tx.company],
  );
  const faults = rows.flatMap(
    ([number, cash, deducted, allocated, baseCash, valued, baseDeducted, baseAllocated, gain]) =>
      differences('receipts', number, [
        ['cash + deductions', cash + deducted, allocated],
        ...(valued === null ? [] : [['base', baseCash + baseDeducted, baseAllocated + gain] as const]),
      ]),
  );
  return { name: 'RECEIPTS_BALANCE', counted: rows.length, faults };
};

/** A line is booked by the receipt that names it, while that one stands; and a receipt's cash is what its lines brought. */
export const proveLineBookings: Prove = async (tx) => {
  const standing = `r.reverses IS NULL AND NOT EXISTS
    (SELECT 1 FROM receipts n WHERE n.company_id = r.company_id AND n.reverses = r.id)`;
  const named = `FROM receipt_lines t JOIN receipts r ON r.company_id = t.company_id AND r.id = t.receipt_id`;
  const booking = 'b.company_id = t.company_id AND b.line_id = t.line_id AND b.receipt_id = t.receipt_id';
  const free = await tx.select<[string, number]>(
    ['r.number', 't.line_id'],
    `${named} WHERE t.company_id = ? AND ${standing}
       AND NOT EXISTS (SELECT 1 FROM line_bookings b WHERE ${booking}) ORDER BY t.line_id`,
    [tx.company],
  );
  const stale = await tx.select<[string, number]>(
    ['r.number', 'b.line_id'],
    `FROM line_bookings b JOIN receipts r ON r.company_id = b.company_id AND r.id = b.receipt_id
     WHERE b.company_id = ? AND NOT (${standing}) ORDER BY b.line_id`,
    [tx.company],
  );
  const cash = await tx.select<[string, number, number]>(
    ['r.number', 'r.cash', sumOf('l.net')],
    `${named} JOIN payout_lines l ON l.company_id = t.company_id AND l.id = t.line_id
     WHERE t.company_id = ? AND r.reverses IS NULL GROUP BY r.id, r.number, r.cash HAVING r.cash <> ${sumOf('l.net')}
     ORDER BY r.id`,
    [tx.company],
  );
  const fault = (name: string, line: number, found: string, expected: string): Fault => {
    return { table: 'line_bookings', name, field: `line ${line}`, found, expected };
  };
  const faults = [
    ...free.map(([number, line]) => fault(number, line, '—', number)),
    ...stale.map(([number, line]) => fault(number, line, number, '—')),
    ...cash.flatMap(([number, booked, brought]) => differences('receipts', number, [['cash', booked, brought]])),
  ];
  return { name: 'LINE_BOOKINGS', counted: await countOf(tx, 'line_bookings'), faults };
};

const TARGET_ROLES: Readonly<Record<AllocationTarget, AccountRole>> = {
  ...{ receivable: 'receivable', suspense: 'suspense', claim: 'claim', reserve: 'reserve' },
  ...{ collected: 'collected', tax: 'taxClearing', transit: 'transit', writeOff: 'writeOff' },
};

/** Debits less credits that documents make on an account, in document and base currency. */
interface Effect {
  readonly amount: number;
  readonly base: number;
}
type Effects = Map<string, Effect>;

export const proveDocumentsOnVouchers: Prove = async (tx) => {
  const vouchers = await originalVouchers(tx);
  const expected = await effectsOfDocuments(tx);
  const posted = await effectsOnVouchers(tx);
  const roles: readonly AccountRole[] = [
    'wallet',
    'badDebts',
    ...ALLOCATION_TARGETS.map((target) => TARGET_ROLES[target]),
  ];
  const faults = vouchers.flatMap(([id, number]) =>
    roles.flatMap((role) => {
      const [is, must] = [posted.get(`${id} ${role}`) ?? NOTHING, expected.get(`${id} ${role}`) ?? NOTHING];
      return differences('vouchers', number, [
        [role, is.amount, must.amount],
        [`${role} base`, is.base, must.base],
      ]);
    }),
  );
  const missing = await documentsWithoutVoucher(tx);
  return { name: 'DOCUMENTS_ON_VOUCHERS', counted: vouchers.length, faults: [...faults, ...missing] };
};

const NOTHING: Effect = { amount: 0, base: 0 };

const STANDS = `v.reverses IS NULL AND NOT EXISTS
  (SELECT 1 FROM vouchers n WHERE n.company_id = v.company_id AND n.reverses = v.id)`;

/**
 * Those made from documents of a run, taken back or not; a reversal is held against what it takes back. Vouchers of the
 * bank have proofs of their own.
 */
function originalVouchers(tx: Statements): Promise<[number, string][]> {
  return tx.select(
    ['v.id', 'v.number'],
    `FROM vouchers v WHERE v.company_id = ? AND v.reverses IS NULL AND v.kind IN ('sales', 'receipt', 'transfer', 'expense')
     ORDER BY v.id`,
    [tx.company],
  );
}

async function effectsOnVouchers(tx: Statements): Promise<Effects> {
  const rows = await tx.select<[number, string, number, number]>(
    ['l.voucher_id', 'l.role', sumOf('l.debit - l.credit'), sumOf('l.base_debit - l.base_credit')],
    'FROM voucher_lines l WHERE l.company_id = ? GROUP BY l.voucher_id, l.role',
    [tx.company],
  );
  return new Map(rows.map(([voucher, role, amount, base]) => [`${voucher} ${role}`, { amount, base }]));
}

/** What is given up on an order's own entry is a bad debt: no payout line bears it. */
const ACCOUNT_OF = "CASE WHEN a.target = 'writeOff' AND a.line_id < 0 THEN 'badDebts' ELSE a.target END";

type EffectRow = [voucherId: number, role: AllocationTarget | 'wallet' | 'badDebts', amount: number, base: number];

async function effectsOfDocuments(tx: Statements): Promise<Effects> {
  const from = (document: string, rest: string) =>
    `FROM voucher_documents d ${rest} WHERE d.company_id = ? AND d.document = '${document}'`;
  const receipts = 'JOIN receipts r ON r.company_id = d.company_id AND r.id = d.document_id';
  const allocations = 'JOIN allocations a ON a.company_id = d.company_id AND a.receipt_id = d.document_id';
  const sales = 'JOIN sales_documents s ON s.company_id = d.company_id AND s.id = d.document_id';
  const sign = "CASE s.kind WHEN 'sale' THEN 1 ELSE -1 END";
  const rows = [
    ...(await tx.select<EffectRow>(
      ['d.voucher_id', "'wallet'", 'r.cash', 'coalesce(r.base_cash, r.cash)'],
      from('receipt', receipts),
      [tx.company],
    )),
    ...(await tx.select<EffectRow>(
      ['d.voucher_id', ACCOUNT_OF, sumOf('-a.amount'), sumOf('-coalesce(a.base, a.amount)')],
      `${from('receipt', allocations)} GROUP BY d.voucher_id, ${ACCOUNT_OF}`,
      [tx.company],
    )),
    ...(await tx.select<EffectRow>(
      ['d.voucher_id', "'receivable'", sumOf(`s.amount * ${sign}`), sumOf(`coalesce(s.base, s.amount) * ${sign}`)],
      `${from('sales', sales)} GROUP BY d.voucher_id`,
      [tx.company],
    )),
    ...(await collectedOfSales(tx, from('sales', sales))),
  ];
  const effects: Effects = new Map();
  for (const [voucher, target, amount, base] of rows) {
    const key = `${voucher} ${target === 'wallet' || target === 'badDebts' ? target : TARGET_ROLES[target]}`;
    const before = effects.get(key) ?? NOTHING;
    effects.set(key, { amount: before.amount + amount, base: before.base + base });
  }
  return effects;
}

/** A document keeps no base of its collected part: on the voucher it is a share, taken as it stands there. */
async function collectedOfSales(tx: Statements, from: string): Promise<EffectRow[]> {
  const base = `(SELECT ${sumOf('l.base_debit - l.base_credit')} FROM voucher_lines l
    WHERE l.company_id = d.company_id AND l.voucher_id = d.voucher_id AND l.role = 'collected')`;
  return tx.select<EffectRow>(
    ['d.voucher_id', "'collected'", sumOf("-s.collected * CASE s.kind WHEN 'sale' THEN 1 ELSE -1 END"), base],
    `${from} GROUP BY d.company_id, d.voucher_id`,
    [tx.company],
  );
}

const DOCUMENTS = [
  { table: 'receipts', document: 'receipt', moves: 'd.cash <> 0' },
  { table: 'sales_documents', document: 'sales', moves: 'd.amount <> 0' },
] as const;

/** Standing documents that move an amount and are on no standing voucher, or on several. */
async function documentsWithoutVoucher(tx: Statements): Promise<Fault[]> {
  const faults: Fault[] = [];
  for (const { table, document, moves } of DOCUMENTS) {
    const on = `(SELECT count(*) FROM voucher_documents o JOIN vouchers v ON v.company_id = o.company_id AND v.id = o.voucher_id
      WHERE o.company_id = d.company_id AND o.document = '${document}' AND o.document_id = d.id AND ${STANDS})`;
    const rows = await tx.select<[string, number]>(
      ['d.number', on],
      `FROM ${table} d WHERE d.company_id = ? AND ${moves} AND d.reverses IS NULL AND ${on} <> 1 AND NOT EXISTS
         (SELECT 1 FROM ${table} n WHERE n.company_id = d.company_id AND n.reverses = d.id) ORDER BY d.id`,
      [tx.company],
    );
    for (const [name, count] of rows) {
      faults.push({ table, name, field: 'vouchers', found: String(count), expected: '1' });
    }
  }
  return faults;
}
