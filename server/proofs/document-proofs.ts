// Proof of documents: each voucher, those of the bank and of the tax office included, is the one that its documents give
// when they are drawn again; and every document stands on one voucher.
import type { Statements } from '../store/database.ts';
import { listShops } from '../store/shops.ts';
import { NO_SHOP, type PostedVoucher, vouchersOfRun } from '../store/vouchers.ts';
import { booksAt } from './books-at.ts';
import { compareVouchers } from './compare-vouchers.ts';
import type { Fault, Prove } from './proof.ts';
import { redrawMonthEnd } from './redraw-month-end.ts';
import { documentsOf, redraw, type Redrawing, type RunOfVouchers } from './redraw-vouchers.ts';

export const proveDocumentsOnVouchers: Prove = async (tx) => {
  const shops = new Map([...(await listShops(tx)).map(({ id, key }) => [id, key] as const), [NO_SHOP, '']]);
  const drawing = { shops, booksAt: await booksAt(tx), entryOfEarlier: await entriesOfEarlier(tx) };
  const faults: Fault[] = [];
  let counted = 0;
  for (const run of await runsOf(tx)) {
    const vouchers = await vouchersOfRun(tx, run.id);
    const documents = await documentsOf(tx, vouchers);
    counted += vouchers.length;
    const monthEnd = once(() => redrawMonthEnd(tx, run, drawing.booksAt(run.entry)));
    for (const voucher of vouchers) {
      const posted = { ...voucher, shop: shops.get(voucher.shopId) ?? '?' };
      const drawn = await drawnOrRefused(() => redraw(tx, voucher, documents, { ...drawing, run, monthEnd }));
      faults.push(
        ...('refused' in drawn ? [refusal(voucher, drawn.refused)] : compareVouchers(voucher.number, posted, drawn)),
      );
    }
  }
  const lost = await vouchersOfNoRun(tx);
  return {
    name: 'DOCUMENTS_ON_VOUCHERS',
    counted,
    faults: [...faults, ...lost, ...(await documentsWithoutVoucher(tx))],
  };
};

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | null = null;
  return () => (made ??= make());
}

type Drawn = Awaited<ReturnType<typeof redraw>>;

/** What somebody tampered with may give no voucher at all: core refuses to draw it. */
async function drawnOrRefused(draw: () => Promise<Drawn>): Promise<Drawn | { readonly refused: string }> {
  try {
    return await draw();
  } catch (error) {
    return { refused: error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error) };
  }
}

function refusal({ number }: PostedVoucher, refused: string): Fault {
  return { table: 'vouchers', name: number, field: 'documents', found: refused, expected: '1' };
}

async function runsOf(tx: Statements): Promise<RunOfVouchers[]> {
  const rows = await tx.select<[RunOfVouchers['id'], RunOfVouchers['kind'], RunOfVouchers['asOf'], number]>(
    ['id', 'kind', 'as_of', 'entry'],
    'FROM runs WHERE company_id = ? ORDER BY id',
    [tx.company],
  );
  return rows.map(([id, kind, asOf, entry]) => ({ id, kind, asOf, entry }));
}

/**
 * An undo draws by the settings of the voucher it takes back. CROSS JOIN keeps SQLite to this order: by itself it begins
 * with every voucher that is no reversal, for each document anew.
 */
async function entriesOfEarlier(tx: Statements): Promise<Redrawing['entryOfEarlier']> {
  const first = `CROSS JOIN vouchers v CROSS JOIN runs u
    WHERE d.company_id = ? AND v.company_id = e.company_id AND v.id = e.voucher_id AND v.reverses IS NULL
      AND u.company_id = v.company_id AND u.id = v.run_id`;
  const entries = await tx.select<[number, number]>(
    ['d.voucher_id', 'max(u.entry)'],
    `FROM voucher_documents d JOIN voucher_documents e ON e.company_id = d.company_id AND e.document = d.document
       AND e.document_id = d.document_id AND e.voucher_id < d.voucher_id ${first} GROUP BY d.voucher_id`,
    [tx.company],
  );
  const rebooked = await tx.select<[number, number]>(
    ['d.voucher_id', 'max(u.entry)'],
    `FROM receipt_replacements p
     JOIN voucher_documents d ON d.company_id = p.company_id AND d.document = 'receipt' AND d.document_id = p.receipt_id
     JOIN voucher_documents e ON e.company_id = p.company_id AND e.document = 'receipt' AND e.document_id = p.replaces
     ${first} GROUP BY d.voucher_id`,
    [tx.company],
  );
  return new Map([...entries, ...rebooked]);
}

async function vouchersOfNoRun(tx: Statements): Promise<Fault[]> {
  const rows = await tx.select<[string, number]>(
    ['v.number', 'v.run_id'],
    `FROM vouchers v WHERE v.company_id = ? AND NOT EXISTS
       (SELECT 1 FROM runs u WHERE u.company_id = v.company_id AND u.id = v.run_id) ORDER BY v.id`,
    [tx.company],
  );
  return rows.map(([name, run]) => ({ table: 'vouchers', name, field: 'run_id', found: String(run), expected: '—' }));
}

const DOCUMENTS = [
  { table: 'receipts', document: 'receipt', moves: 'd.cash <> 0' },
  { table: 'sales_documents', document: 'sales', moves: 'd.amount <> 0' },
  { table: 'bank_documents', document: 'bank', moves: 'd.amount_left <> 0' },
] as const;

const STANDS = `v.reverses IS NULL AND NOT EXISTS
  (SELECT 1 FROM vouchers n WHERE n.company_id = v.company_id AND n.reverses = v.id)`;

/** Standing documents that move an amount and are on no standing voucher, or on several. */
async function documentsWithoutVoucher(tx: Statements): Promise<Fault[]> {
  const faults: Fault[] = [];
  for (const { table, document, moves } of DOCUMENTS) {
    const on = `(SELECT count(*) FROM voucher_documents o CROSS JOIN vouchers v
      WHERE o.company_id = d.company_id AND o.document = '${document}' AND o.document_id = d.id
        AND v.company_id = o.company_id AND v.id = o.voucher_id AND ${STANDS})`;
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
