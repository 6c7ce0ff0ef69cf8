// Proof of reversals: what takes a document back is that document with every amount turned round, part by part.
import type { Statements } from '../store/database.ts';
import { type Fault, type Prove, shownAmount } from './proof.ts';

/** One amount of a document, by a key that its reversal has too. */
type Part = [documentId: number, key: string, amount: number];

interface Reversible {
  readonly table: 'receipts' | 'sales_documents' | 'vouchers' | 'bank_documents' | 'deposit_groups' | 'stock_movements';
  readonly name: string;
  /** Each gives rows of `Part`: id, what it is, amount with the sign it has on the books. */
  readonly parts: readonly (readonly [columns: readonly string[], from: string])[];
}

const RECEIPTS: Reversible = {
  table: 'receipts',
  name: 'number',
  parts: [
    [['id', "'cash'", 'cash'], 'FROM receipts d'],
    [['id', "'base_cash'", 'coalesce(base_cash, 0)'], 'FROM receipts d'],
    [['id', "'gain'", 'coalesce(gain, 0)'], 'FROM receipts d'],
    [['receipt_id', "'deduction ' || position || ' ' || type", 'amount'], 'FROM receipt_deductions d'],
    [['receipt_id', "'base of deduction ' || position", 'coalesce(base, 0)'], 'FROM receipt_deductions d'],
    [['receipt_id', "'allocation ' || position || ' ' || target || ' ' || line_id", 'amount'], 'FROM allocations d'],
    [['receipt_id', "'base of allocation ' || position", 'coalesce(base, 0)'], 'FROM allocations d'],
  ],
};

/** What says that it takes another back, and not with its sign. */
const turned = (what: string) => `CASE WHEN reverses IS NULL THEN ${what} ELSE -${what} END`;

const REVERSIBLE: readonly Reversible[] = [
  RECEIPTS,
  {
    table: 'sales_documents',
    name: 'number',
    parts: [
      [['id', "kind || ' ' || order_id", 'amount'], 'FROM sales_documents d'],
      [['id', "'collected'", 'collected'], 'FROM sales_documents d'],
      [['id', "'base'", 'coalesce(base, 0)'], 'FROM sales_documents d'],
    ],
  },
  {
    table: 'vouchers',
    name: 'number',
    parts: [
      [['voucher_id', "'line ' || position || ' ' || role || ' ' || code", 'debit - credit'], 'FROM voucher_lines d'],
      [['voucher_id', "'base of line ' || position", 'base_debit - base_credit'], 'FROM voucher_lines d'],
    ],
  },
  {
    table: 'bank_documents',
    name: 'number',
    parts: ['amount_left', 'arrived', 'fee', 'exchanged'].map((what) => [
      [
        'id',
        `'${what} ' || kind || ' ' || subject || ' ' || from_account || ' ' || coalesce(exchanged_in, '')`,
        turned(`coalesce(${what}, 0)`),
      ],
      'FROM bank_documents d',
    ]),
  },
  {
    table: 'deposit_groups',
    name: 'id',
    parts: ['due', 'received', 'fee', 'unexplained', 'arrived'].map((what) => [
      ['id', `'${what} ' || coalesce(arrived_in, '')`, turned(`coalesce(${what}, 0)`)],
      'FROM deposit_groups d',
    ]),
  },
  {
    table: 'stock_movements',
    name: 'id',
    parts: [[['id', "sku || ' ' || cause || ' ' || order_id", 'quantity * 10000'], 'FROM stock_movements d']],
  },
];

export const proveReversalsCancel: Prove = async (tx) => {
  const faults: Fault[] = [];
  let counted = 0;
  for (const reversible of REVERSIBLE) {
    const pairs = await pairsOf(tx, reversible);
    counted += pairs.length;
    if (pairs.length === 0) continue;
    const parts = await partsOf(tx, reversible);
    for (const [id, reversed, name] of pairs)
      faults.push(...faultsOf(reversible.table, name, parts.get(id), parts.get(reversed)));
  }
  return { name: 'REVERSALS_CANCEL', counted, faults };
};

function pairsOf(tx: Statements, { table, name }: Reversible): Promise<[id: number, reverses: number, name: string][]> {
  return tx.select(
    ['d.id', 'd.reverses', `CAST(d.${name} AS TEXT)`],
    `FROM ${table} d WHERE d.company_id = ? AND d.reverses IS NOT NULL ORDER BY d.id`,
    [tx.company],
  );
}

async function partsOf(tx: Statements, { parts }: Reversible): Promise<Map<number, Map<string, number>>> {
  const documents = new Map<number, Map<string, number>>();
  for (const [columns, from] of parts) {
    for (const [id, key, amount] of await tx.select<Part>(columns, `${from} WHERE d.company_id = ?`, [tx.company])) {
      const own = documents.get(id) ?? new Map<string, number>();
      documents.set(id, own.set(key, (own.get(key) ?? 0) + amount));
    }
  }
  return documents;
}

const NONE: ReadonlyMap<string, number> = new Map();

function faultsOf(table: string, name: string, own = NONE, reversed = NONE): Fault[] {
  return [...new Set([...own.keys(), ...reversed.keys()])].flatMap((field) => {
    const [is, must] = [own.get(field) ?? 0, -(reversed.get(field) ?? 0)];
    return is + 0 === must + 0 ? [] : [{ table, name, field, found: shownAmount(is), expected: shownAmount(must) }];
  });
}
