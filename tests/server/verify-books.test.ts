// Sound books pass every proof; books that somebody changed by hand do not, and the proof names the row.
import { type ProofName, PROOFS } from '../../server/proofs/proof.ts';
import type { Books } from '../../server/books.ts';
import { verifyBooks } from '../../server/commands/verify-books.ts';
import { BANK } from '../core/bank/fixtures.ts';
import { faultsOf } from './book-balances.ts';
import { onEveryDriver } from './databases.ts';
import { aLine, anOrder } from './fixtures.ts';
import { liveBooks } from './live-books.ts';
import { pushOrders, pushPayout, reconcileBatches } from './push.ts';
import { proofsAfter, rowsNamed } from './tamper.ts';

/** Under each proof what somebody changes by hand: the table, the change (or DELETE), where, and the row that is named. */
const CHANGES = `
AUDIT_CHAIN
  audit_log | at = '2024-01-01' | seq = 3 | audit_log 3
  audit_log | DELETE | seq >= 7 | runs RUN-000004

VOUCHERS_BALANCE
  voucher_lines | debit = debit + 1 | voucher_id = 1 AND position = 0 | vouchers JV202405-0001
  voucher_lines | DELETE | voucher_id = 1 | vouchers JV202405-0001

RECEIPTS_BALANCE
  receipt_deductions | amount = amount + 10000 | receipt_id = 1 | receipts RC202405-0001
  receipts | gain = 5 | id = 1 | receipts RC202405-0001

DOCUMENTS_ON_VOUCHERS
  receipts | cash = cash + 10000 | id = 1 | vouchers JV202405-0001
  voucher_documents | DELETE | document = 'sales' AND document_id = 1 | sales_documents SA202405-0001
  voucher_lines | role = 'platformFees' | voucher_id = 4 AND role = 'sales' | vouchers JV202405-0004
  voucher_lines | code = '9999' | voucher_id = 4 AND role = 'sales' | vouchers JV202405-0004
  voucher_lines | credit = credit + CASE role WHEN 'sales' THEN 50000 ELSE -50000 END, base_credit = base_credit + CASE role WHEN 'sales' THEN 50000 ELSE -50000 END | voucher_id = 4 AND role IN ('sales', 'outputVat') | vouchers JV202405-0004
  vouchers | kind = 'tax' | id = 2 | vouchers JV202405-0002
  vouchers | posted_on = '2024-04-30' | id = 2 | vouchers JV202405-0002
  vouchers | currency = 'USD' | id = 2 | vouchers JV202405-0002
  vouchers | reverses = NULL | reverses = 1 | vouchers JV202406-0002
  receipts | received_on = '2024-05-30' | id = 1 | vouchers JV202405-0001
  sales_documents | document_on = '2024-05-30' | number = 'SA202405-0001' | vouchers JV202405-0004
  receipt_deductions | type = 'AD_FEE' | type = 'COMMISSION' AND receipt_id = 1 | vouchers JV202405-0001
  fee_invoices | tax = tax + 10000 | id = 1 | vouchers JV202405-0010
  fee_invoices | invoiced_on = '2024-05-30' | id = 1 | vouchers JV202405-0010
  fee_invoices | kind = 'allowance' | id = 1 | vouchers JV202405-0010
  prepayments | amount = amount - 10000, base = base - 10000 | amount > 0 | vouchers JV202404-0002
  prepayments | DELETE | amount > 0 | vouchers JV202404-0002
  voucher_lines | role = 'collected' | role = 'advances' AND credit > 0 | vouchers JV202404-0002
  vouchers | posted_on = '2024-05-02' | number = 'JV202405-0010' | vouchers JV202405-0010
  team_settings | content = replace(content, 'tw-112', 'odoo-tw') | kind = 'company' | vouchers JV202405-0001
  bank_documents | amount_left = amount_left - 10000, arrived = arrived - 10000 | number = 'DP202403-0001' | vouchers JV202403-0003
  bank_documents | arrived = amount_left, fee = 0 | number = 'DP202403-0001' | vouchers JV202403-0003
  voucher_lines | debit = debit + 10000 * sign(debit), base_debit = base_debit + 10000 * sign(debit), credit = credit + 10000 * sign(credit), base_credit = base_credit + 10000 * sign(credit) | voucher_id = (SELECT v.id FROM vouchers v WHERE v.company_id = voucher_lines.company_id AND v.number = 'JV202403-0002') | vouchers JV202403-0002
  voucher_documents | DELETE | document = 'bank' | bank_documents WD202403-0001
  bank_documents | exchanged = exchanged - 10000 | number = 'DP202407-0003' | vouchers JV202407-0007
  bank_documents | amount_left = amount_left - 10000, arrived = arrived - 10000 | number = 'WD202407-0003' | vouchers JV202407-0006
  voucher_lines | role = 'transferFees' | role = 'exchangeLoss' AND base_debit = 4000000 | vouchers JV202407-0007
  voucher_lines | debit = debit + 10000, base_debit = base_debit + 10000 | role = 'outputVat' AND debit > 0 | vouchers JV202406-0006

RECEIVABLES
  receivables | credited = credited + 10000 | order_id = 2 | receivables A2
  receivables | base = base + 10000 | order_id = 1 | receivables A1
  receivables | base = NULL | order_id = 1 | receivables A1
  orders | receivable = receivable + 1000000 | order_number = 'A3' | orders A3
  orders | credited = credited + 1000000 | order_number = 'A3' | orders A3
  orders | stage = 'cancelled' | order_number = 'A3' | orders A3

ALLOCATIONS_WITHIN
  allocations | amount = amount + 100000000 | order_id = 1 AND target = 'receivable' | allocations A1

ROLL_FORWARD
  sales_documents | amount = amount + 10000 | id = 1 | receivables shopee-tw/小店 TWD
  voucher_lines | debit = debit + 10000 | role = 'receivable' AND debit > 0 | voucher_lines TWD

LINE_BOOKINGS
  line_bookings | DELETE | line_id = 2 | line_bookings RC202406-0004
  line_bookings | DELETE | line_id = 2 | allocations line 2
  payout_lines | net = net + 10000 | id = 4 | receipts EX202405-0001
  receipt_deductions | type = 'AD_FEE' | type = 'COMMISSION' AND receipt_id = 1 | receipts RC202405-0001
  payout_lines | components = replace(components, 'COMMISSION', 'AD_FEE') | id = 1 | receipts RC202405-0001
  allocations | line_id = 2 | line_id = 1 AND receipt_id = 1 | receipts RC202405-0001

NUMBERS
  document_series | last_number = last_number + 1 | series = 'EX202405' | document_series EX202405-0002
  vouchers | number = 'JV202405-0099' | id = 1 | document_series JV202405-0001

REVERSALS_CANCEL
  receipts | cash = cash + 10000 | reverses = 1 | receipts RC202406-0002
  voucher_lines | debit = 2 * debit, credit = 2 * credit | voucher_id = (SELECT id FROM vouchers v WHERE v.company_id = voucher_lines.company_id AND v.reverses = 1) | vouchers JV202406-0002
  bank_documents | arrived = arrived + 5, fee = fee - 5 | reverses IS NOT NULL | bank_documents DP202403-0002
  deposit_groups | fee = fee + 5, unexplained = unexplained - 5 | reverses IS NOT NULL | deposit_groups 2
  bank_documents | exchanged = exchanged + 5 | number = 'DP202407-0002' | bank_documents DP202407-0002
  deposit_groups | arrived = arrived + 5 | reverses IS NOT NULL AND arrived IS NOT NULL | deposit_groups 5

TRIAL_BALANCE
  voucher_lines | base_credit = base_credit + 1 | voucher_id = 1 AND credit > 0 | voucher_lines TWD

CLOSED_MONTHS
  period_changes | month = '2024-05', changed_at = '2024-06-01' | month = '2024-04' | receipts RC202405-0001

MONTH_ENDS
  prepayments | amount = amount + 10000 | amount > 0 | prepayments P1
  prepayments | base = base + 10000 | amount > 0 | prepayments P1
  receipts | received_on = '2024-05-02' | received_on = '2024-04-10' | prepayments P1

STOCK
  stock_balances | moved = moved - 1 | sku = 'TEA-01' | stock_balances TEA-01

BANK_DOCUMENTS
  bank_documents | arrived = amount_left, fee = 0 | fee <> 0 | bank_documents DP202403-0001
  bank_lines | amount = amount + 10000 | amount > 0 | deposit_groups 1
  bank_lines | amount = amount - 10000 | amount < 0 | bank_documents WD202403-0001
  deposit_groups | due = due + 1, received = received + 1 | id = 3 | deposit_groups 3
  deposit_members | group_id = 1 | member LIKE 'deposit%' | deposit_members deposit ${BANK.key}\u001fd

  bank_documents | exchanged = exchanged + 10000 | number = 'WD202407-0002' | bank_documents WD202407-0002
  bank_documents | exchanged = exchanged + 10000 | number = 'DP202407-0002' | bank_documents DP202407-0002
  bank_documents | exchanged_in = 'EUR' | number = 'DP202407-0003' | bank_documents DP202407-0003
  bank_documents | exchanged_in = NULL, exchanged = NULL | number = 'WD202407-0003' | bank_documents WD202407-0003
  bank_documents | currency = 'EUR' | number = 'DP202407-0003' | bank_documents DP202407-0003
  deposit_groups | arrived = arrived + 10000 | arrived_in IS NOT NULL | deposit_groups 4
  deposit_groups | arrived_in = NULL, arrived = NULL | arrived_in IS NOT NULL | bank_documents DP202407-0003
  deposit_groups | due = due + 10000, received = received + 10000 | arrived_in IS NOT NULL | bank_documents WD202407-0003

CONVERSIONS
  voucher_lines | base_credit = base_credit - 10000 | role = 'conversion' AND credit > 0 AND base_credit > 0 | voucher_lines JV202407-0006 – JV202407-0007
  voucher_lines | role = 'conversion' | role = 'outputVat' AND debit > 0 | voucher_lines JV202406-0006
  voucher_lines | DELETE | role = 'conversion' AND credit > 0 | voucher_lines JV202407-0006

CONTENTS
  team_settings | content = 'no JSON' | kind = 'company' | team_settings company
`;

type Row = readonly [proof: ProofName, table: string, change: string, where: string, named: string];

const rows = CHANGES.split('\n').reduce<{ readonly proof: ProofName; readonly rows: Row[] }>(
  ({ proof, rows }, line) => {
    const next = PROOFS.find((one) => one === line) ?? proof;
    const [table, change, where, named] = line.split(' | ').map((cell) => cell.trimStart());
    const isRow = table !== undefined && change !== undefined && where !== undefined && named !== undefined;
    return { proof: next, rows: isRow ? [...rows, [next, table, change, where, named]] : rows };
  },
  { proof: PROOFS[0], rows: [] },
).rows;

onEveryDriver((newBooks) => {
  let books: Books;
  beforeAll(async () => {
    books = await liveBooks(newBooks);
  });

  test('a gateway that paid an order of another shop leaves sound books', async () => {
    const shop = { platform: 'ecpay', name: '小店' };
    const batches = [await pushOrders(books, [anOrder('G1')]), await pushPayout(books, [aLine('G1')], { shop })];
    const { orders } = await reconcileBatches(books, batches);
    expect(orders.map(({ headline }) => headline)).toEqual(['EXACT']);
    expect((await verifyBooks(books)).flatMap(({ faults }) => faults)).toEqual([]);
  });

  test('sound books pass, and every proof had something to look at', async () => {
    const proofs = await verifyBooks(books);
    expect(proofs.map(({ name }) => name)).toEqual([...PROOFS]);
    expect(proofs.flatMap(({ faults }) => faults)).toEqual([]);
    expect(proofs.filter(({ counted }) => counted === 0)).toEqual([]);
  });

  test('empty books pass', async () => {
    expect(await faultsOf(newBooks())).toEqual([]);
  });

  test('every proof is failed by some change, and every line of the table is one', () => {
    expect(rows).toHaveLength(CHANGES.split('\n').filter((line) => line.startsWith(' ')).length);
    expect([...new Set(rows.map(([proof]) => proof))].sort()).toEqual([...PROOFS].sort());
  });

  test.each(rows)('%s finds that somebody changed %s: %s where %s', async (proof, table, change, where, named) => {
    const sql = change === 'DELETE' ? `DELETE FROM ${table}` : `UPDATE ${table} SET ${change}`;
    const proofs = await proofsAfter(books, table, `${sql} WHERE company_id = ? AND ${where}`);
    expect(rowsNamed(proofs, proof)).toContain(named);
  });
});
