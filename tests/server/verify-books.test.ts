// Sound books pass every proof; books that somebody changed by hand do not, and the proof names the row.
import { type ProofName, PROOFS } from '../../server/proofs/proof.ts';
import type { Books } from '../../server/books.ts';
import { verifyBooks } from '../../server/commands/verify-books.ts';
import { BANK } from '../core/bank/fixtures.ts';
import { faultsOf } from './book-balances.ts';
import { onEachDatabase } from './databases.ts';
import { aLine, anOrder } from './fixtures.ts';
import { live } from './live-books.ts';
import { pushOrders, pushPayout, reconcileBatches } from './push.ts';
import { proofsAfter, rowsNamed } from './tamper.ts';

const some = (table: string, change: string, where: string) =>
  `UPDATE ${table} SET ${change} WHERE company_id = ? AND ${where}`;
const may = 'RC202405-0001';

type Change = readonly [changed: string, sql: string, table: string, name: string];

/** Each line of a voucher is what its documents give: role, account, side, amount, day. */
const VOUCHERS: readonly Change[] = [
  [
    'voucher_lines',
    some('voucher_lines', "role = 'platformFees'", "voucher_id = 4 AND role = 'sales'"),
    ...voucher('JV202405-0004'),
  ],
  [
    'voucher_lines',
    some('voucher_lines', "code = '9999'", "voucher_id = 4 AND role = 'sales'"),
    ...voucher('JV202405-0004'),
  ],
  [
    'voucher_lines',
    `${some('voucher_lines', 'credit = credit - 50000, base_credit = base_credit - 50000', "voucher_id = 4 AND role = 'outputVat'")};
     ${some('voucher_lines', 'credit = credit + 50000, base_credit = base_credit + 50000', "voucher_id = 4 AND role = 'sales'")}`,
    ...voucher('JV202405-0004'),
  ],
  ['vouchers', some('vouchers', "kind = 'tax'", 'id = 2'), ...voucher('JV202405-0002')],
  ['vouchers', some('vouchers', "posted_on = '2024-04-30'", 'id = 2'), ...voucher('JV202405-0002')],
  ['vouchers', some('vouchers', "currency = 'USD'", 'id = 2'), ...voucher('JV202405-0002')],
  ['vouchers', some('vouchers', 'reverses = NULL', 'reverses = 1'), ...voucher('JV202406-0002')],
  ['receipts', some('receipts', "received_on = '2024-05-30'", 'id = 1'), ...voucher('JV202405-0001')],
  [
    'sales_documents',
    some('sales_documents', "document_on = '2024-05-30'", "number = 'SA202405-0001'"),
    ...voucher('JV202405-0004'),
  ],
  [
    'receipt_deductions',
    some('receipt_deductions', "type = 'AD_FEE'", "type = 'COMMISSION' AND receipt_id = 1"),
    ...voucher('JV202405-0001'),
  ],
  [
    'team_settings',
    some('team_settings', "content = replace(content, 'tw-112', 'odoo-tw')", "kind = 'company'"),
    ...voucher('JV202405-0001'),
  ],
  [
    'bank_documents',
    some('bank_documents', 'amount_left = amount_left - 10000, arrived = arrived - 10000', "number = 'DP202403-0001'"),
    ...voucher('JV202403-0003'),
  ],
  [
    'bank_documents',
    some('bank_documents', 'arrived = amount_left, fee = 0', "number = 'DP202403-0001'"),
    ...voucher('JV202403-0003'),
  ],
  [
    'voucher_lines',
    some(
      'voucher_lines',
      `debit = debit + 10000 * sign(debit), base_debit = base_debit + 10000 * sign(debit),
       credit = credit + 10000 * sign(credit), base_credit = base_credit + 10000 * sign(credit)`,
      "voucher_id = (SELECT v.id FROM vouchers v WHERE v.company_id = voucher_lines.company_id AND v.number = 'JV202403-0002')",
    ),
    ...voucher('JV202403-0002'),
  ],
  [
    'voucher_documents',
    "DELETE FROM voucher_documents WHERE company_id = ? AND document = 'bank'",
    ...(['bank_documents', 'WD202403-0001'] as const),
  ],
  [
    'voucher_lines',
    some('voucher_lines', 'debit = debit + 10000, base_debit = base_debit + 10000', "role = 'outputVat' AND debit > 0"),
    ...voucher('JV202406-0006'),
  ],
];

function voucher(number: string) {
  return ['vouchers', number] as const;
}

const OTHERS: readonly (readonly [ProofName, ...Change])[] = [
  [
    'BANK_DOCUMENTS',
    'bank_documents',
    some('bank_documents', 'arrived = amount_left, fee = 0', 'fee <> 0'),
    'bank_documents',
    'DP202403-0001',
  ],
  ['BANK_DOCUMENTS', 'bank_lines', some('bank_lines', 'amount = amount + 10000', 'amount > 0'), 'deposit_groups', '1'],
  [
    'BANK_DOCUMENTS',
    'bank_lines',
    some('bank_lines', 'amount = amount - 10000', 'amount < 0'),
    'bank_documents',
    'WD202403-0001',
  ],
  [
    'BANK_DOCUMENTS',
    'deposit_groups',
    some('deposit_groups', 'due = due + 1, received = received + 1', 'id = 3'),
    'deposit_groups',
    '3',
  ],
  [
    'BANK_DOCUMENTS',
    'deposit_members',
    some('deposit_members', 'group_id = 1', "member LIKE 'deposit%'"),
    'deposit_members',
    `deposit ${BANK.key}\u001fd`,
  ],
  [
    'REVERSALS_CANCEL',
    'bank_documents',
    some('bank_documents', 'arrived = arrived + 5, fee = fee - 5', 'reverses IS NOT NULL'),
    'bank_documents',
    'DP202403-0002',
  ],
  [
    'REVERSALS_CANCEL',
    'deposit_groups',
    some('deposit_groups', 'fee = fee + 5, unexplained = unexplained - 5', 'reverses IS NOT NULL'),
    'deposit_groups',
    '2',
  ],
  [
    'LINE_BOOKINGS',
    'receipt_deductions',
    some('receipt_deductions', "type = 'AD_FEE'", "type = 'COMMISSION' AND receipt_id = 1"),
    'receipts',
    may,
  ],
  [
    'LINE_BOOKINGS',
    'payout_lines',
    some('payout_lines', "components = replace(components, 'COMMISSION', 'AD_FEE')", 'id = 1'),
    'receipts',
    may,
  ],
  [
    'LINE_BOOKINGS',
    'allocations',
    some('allocations', 'line_id = 2', 'line_id = 1 AND receipt_id = 1'),
    'receipts',
    may,
  ],
  ['RECEIVABLES', 'receivables', some('receivables', 'base = NULL', 'order_id = 1'), 'receivables', 'A1'],
  ['RECEIVABLES', 'orders', some('orders', 'receivable = receivable + 1000000', "order_number = 'A3'"), 'orders', 'A3'],
  ['RECEIVABLES', 'orders', some('orders', 'credited = credited + 1000000', "order_number = 'A3'"), 'orders', 'A3'],
  ['RECEIVABLES', 'orders', some('orders', "stage = 'cancelled'", "order_number = 'A3'"), 'orders', 'A3'],
  [
    'CONTENTS',
    'team_settings',
    some('team_settings', "content = 'no JSON'", "kind = 'company'"),
    'team_settings',
    'company',
  ],
];

onEachDatabase((newBooks) => {
  let books: Books;
  beforeAll(async () => {
    let clock = 0;
    books = { ...newBooks(), now: () => `2024-06-${String(++clock).padStart(2, '0')}T08:00:00.000Z` };
    await live(books);
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

  test.each<readonly [ProofName, ...Change]>([
    ['AUDIT_CHAIN', 'audit_log', some('audit_log', "at = '2024-01-01'", 'seq = 3'), 'audit_log', '3'],
    ['AUDIT_CHAIN', 'audit_log', 'DELETE FROM audit_log WHERE company_id = ? AND seq >= 7', 'runs', 'RUN-000004'],
    [
      'VOUCHERS_BALANCE',
      'voucher_lines',
      some('voucher_lines', 'debit = debit + 1', 'voucher_id = 1 AND position = 0'),
      'vouchers',
      'JV202405-0001',
    ],
    [
      'VOUCHERS_BALANCE',
      'voucher_lines',
      'DELETE FROM voucher_lines WHERE company_id = ? AND voucher_id = 1',
      'vouchers',
      'JV202405-0001',
    ],
    [
      'RECEIPTS_BALANCE',
      'receipt_deductions',
      some('receipt_deductions', 'amount = amount + 10000', 'receipt_id = 1'),
      'receipts',
      may,
    ],
    ['RECEIPTS_BALANCE', 'receipts', some('receipts', 'gain = 5', 'id = 1'), 'receipts', may],
    [
      'DOCUMENTS_ON_VOUCHERS',
      'receipts',
      some('receipts', 'cash = cash + 10000', 'id = 1'),
      'vouchers',
      'JV202405-0001',
    ],
    [
      'DOCUMENTS_ON_VOUCHERS',
      'voucher_documents',
      "DELETE FROM voucher_documents WHERE company_id = ? AND document = 'sales' AND document_id = 1",
      'sales_documents',
      'SA202405-0001',
    ],
    [
      'RECEIVABLES',
      'receivables',
      some('receivables', 'credited = credited + 10000', 'order_id = 2'),
      'receivables',
      'A2',
    ],
    ['RECEIVABLES', 'receivables', some('receivables', 'base = base + 10000', 'order_id = 1'), 'receivables', 'A1'],
    [
      'ALLOCATIONS_WITHIN',
      'allocations',
      some('allocations', 'amount = amount + 100000000', "order_id = 1 AND target = 'receivable'"),
      'allocations',
      'A1',
    ],
    [
      'ROLL_FORWARD',
      'sales_documents',
      some('sales_documents', 'amount = amount + 10000', 'id = 1'),
      'receivables',
      'shopee-tw/小店 TWD',
    ],
    [
      'ROLL_FORWARD',
      'voucher_lines',
      some('voucher_lines', 'debit = debit + 10000', "role = 'receivable' AND debit > 0"),
      'voucher_lines',
      'TWD',
    ],
    [
      'LINE_BOOKINGS',
      'line_bookings',
      'DELETE FROM line_bookings WHERE company_id = ? AND line_id = 2',
      'line_bookings',
      'RC202406-0004',
    ],
    ['LINE_BOOKINGS', 'payout_lines', some('payout_lines', 'net = net + 10000', 'id = 4'), 'receipts', 'EX202405-0001'],
    [
      'NUMBERS',
      'document_series',
      some('document_series', 'last_number = last_number + 1', "series = 'EX202405'"),
      'document_series',
      'EX202405-0002',
    ],
    ['NUMBERS', 'vouchers', some('vouchers', "number = 'JV202405-0099'", 'id = 1'), 'document_series', 'JV202405-0001'],
    [
      'REVERSALS_CANCEL',
      'receipts',
      some('receipts', 'cash = cash + 10000', 'reverses = 1'),
      'receipts',
      'RC202406-0002',
    ],
    [
      'REVERSALS_CANCEL',
      'voucher_lines',
      some(
        'voucher_lines',
        'debit = 2 * debit, credit = 2 * credit',
        'voucher_id = (SELECT id FROM vouchers v WHERE v.company_id = voucher_lines.company_id AND v.reverses = 1)',
      ),
      'vouchers',
      'JV202406-0002',
    ],
    [
      'TRIAL_BALANCE',
      'voucher_lines',
      some('voucher_lines', 'base_credit = base_credit + 1', 'voucher_id = 1 AND credit > 0'),
      'voucher_lines',
      'TWD',
    ],
    [
      'CLOSED_MONTHS',
      'period_changes',
      some('period_changes', "month = '2024-05', changed_at = '2024-06-01'", "month = '2024-04'"),
      'receipts',
      may,
    ],
    [
      'STOCK',
      'stock_balances',
      some('stock_balances', 'moved = moved - 1', "sku = 'TEA-01'"),
      'stock_balances',
      'TEA-01',
    ],
    ...VOUCHERS.map((row) => ['DOCUMENTS_ON_VOUCHERS', ...row] as const),
    ...OTHERS,
  ])('%s finds that somebody changed %s', async (proof, changed, sql, table, name) => {
    expect(rowsNamed(await proofsAfter(books, changed, sql), proof)).toContain(`${table} ${name}`);
  });
});
