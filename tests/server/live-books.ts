// Books in which everything has happened once: sales, receipts, a transfer, a refund, a row undone and booked again, a
// newer export, money on its way to the bank and arrived, tax trued up, the platform's invoices, money for goods to come at
// a month's end, a month closed, rates, costs, links, decisions, a payout that a processor converted.
import { DEFAULT_COMPANY } from '../../core/company.ts';
import type { BankAccount, BankLine } from '../../core/bank/bank-line.ts';
import type { Books } from '../../server/books.ts';
import { changePeriod } from '../../server/commands/change-period.ts';
import { checkBooksDeposits } from '../../server/commands/check-deposits.ts';
import { declineDeposit, getDepositGroups, reverseDeposit } from '../../server/commands/decide-deposits.ts';
import { decideLink } from '../../server/commands/decide-link.ts';
import { enterItemCosts } from '../../server/commands/enter-item-costs.ts';
import { enterRates } from '../../server/commands/enter-rates.ts';
import { listWork } from '../../server/commands/list-work.ts';
import { pushBankLines } from '../../server/commands/push-bank-lines.ts';
import { bookInvoices, voidInvoice } from '../../server/commands/fee-invoices.ts';
import { resolveWork } from '../../server/commands/resolve-work.ts';
import { saveSetting } from '../../server/commands/save-setting.ts';
import { trueUpPeriod } from '../../server/commands/true-up-vat.ts';
import { aBankLine, BANK, fee, march, SHOP, WALLET } from '../core/bank/fixtures.ts';
import { undo } from './book-balances.ts';
import { paidAbroad, rate } from './convert-books.ts';
import { aLine, anOrder, day, must, sheetOf, twd } from './fixtures.ts';
import { pushOrders, pushPayout, reconcileBatches } from './push.ts';

const BY = { author: '王**', note: '' };
const MARCH = { from: march(1), to: march(31), asOf: march(31), transferFees: [fee(15)] };

/** Books with a clock of their own, which goes on with each look at it. */
export async function liveBooks(newBooks: () => Books): Promise<Books> {
  let clock = 0;
  const books = { ...newBooks(), now: () => `2024-06-01T08:00:00.${String(++clock).padStart(3, '0')}Z` };
  await live(books);
  return books;
}

async function live(books: Books): Promise<void> {
  await saveSetting(books, 'company', {
    content: { ...DEFAULT_COMPANY, baseCurrency: 'TWD', prepayments: 'advances' },
    ...BY,
  });
  await sales(books);
  await bank(books);
  await enterRates(books, {
    rates: [{ currency: 'USD', validOn: day('2024-05-01'), rate: '32', source: 'bank' }],
    ...BY,
  });
  const delivery = { sku: 'TEA-01', receivedOn: day('2024-05-01'), reference: 'GR-1', quantity: 9, currency: 'TWD' };
  await enterItemCosts(books, { costs: [{ ...delivery, cost: twd(900) }], ...BY });
  await decideLink(books, { kind: 'declined', subject: 'a line', orderKey: 'an order', ...BY });
  await trueUpPeriod(books, { day: day('2024-05-31'), currency: 'TWD', mode: 'post', author: '王會計' });
  await prepaid(books);
  await invoices(books);
  await changePeriod(books, { month: '2024-04', state: 'closed', ...BY });
  await converted(books);
}

async function sales(books: Books): Promise<void> {
  const payout = await pushPayout(
    books,
    sheetOf([
      aLine('A1'),
      aLine('A2', { parts: { PRINCIPAL: 500, COMMISSION: -25 } }),
      aLine('A2', { parts: { REFUND: -100 }, paidOutOn: '2024-05-20' }),
      aLine(null, { parts: { AD_FEE: -30 } }),
    ]),
  );
  await reconcileBatches(books, [payout]);
  const facts = { receivable: 500, credited: 100 };
  const orders = await pushOrders(books, sheetOf([anOrder('A1'), anOrder('A2', facts)]));
  await reconcileBatches(books, [orders, payout]);
  await undo(books, { kind: 'row', source: { file: 'income.xlsx', sheet: 'Income', row: 2 } });
  await reconcileBatches(books, [orders, payout]);
  const more = [anOrder('A1'), anOrder('A2', { ...facts, returned: 1 }), anOrder('A3', { receivable: 333 })];
  const later = await pushOrders(books, sheetOf([...more, anOrder('A4', { receivable: 77 })]), {
    source: { file: 'later.xlsx', sheet: 'orders' },
  });
  await reconcileBatches(books, [later]);
  await note(books, later.batchId);
}

/** Paid in April and not shipped: the end of April shows it as 預收貨款. */
async function prepaid(books: Books): Promise<void> {
  const orders = await pushOrders(books, [anOrder('P1', { stage: 'unshipped' })], {
    source: { file: 'april.xlsx', sheet: 'orders' },
  });
  const line = aLine('P1', { parts: { PRINCIPAL: 600 }, paidOutOn: '2024-04-10' });
  const payout = await pushPayout(books, sheetOf([line]), { source: { file: 'april-income.xlsx', sheet: 'Income' } });
  await reconcileBatches(books, [orders, payout], '2024-04-30');
}

/** Of two invoices of the platform one is taken back, and of the other part is allowed. */
async function invoices(books: Books): Promise<void> {
  const of = { kind: 'invoice', shop: SHOP, currency: 'TWD', cost: 'platformFees', tax: null, from: null } as const;
  const invoice = (number: string, dollars: number) => {
    return { ...of, number, invoicedOn: day('2024-05-31'), amount: twd(dollars) };
  };
  await bookInvoices(books, { invoices: [invoice('AB00000001', 84), invoice('AB00000002', 42)], author: BY.author });
  await voidInvoice(books, { shop: SHOP, number: 'AB00000002', ...BY });
  await bookInvoices(books, { invoices: [{ ...invoice('D0000001', 21), kind: 'allowance' }], author: BY.author });
}

/** USD 1,000 that a processor paid out as TWD 31,400, once by mistake taken back. */
async function converted(books: Books): Promise<void> {
  await rate(books, '2024-07-01', '31.5');
  await rate(books, '2024-07-04', '31.8');
  await paidAbroad(books, { on: '2024-07-01', statement: 'SET-20240701' });
  const line = { ...aBankLine('abroad', 4, 31_400, { description: 'SET-20240701' }), bookedOn: day('2024-07-04') };
  await push(books, BANK, line);
  const july = { from: day('2024-07-01'), to: day('2024-07-31'), asOf: day('2024-07-31'), transferFees: [] };
  await checkBooksDeposits(books, july);
  const group = must((await getDepositGroups(books)).groups.at(-1));
  await reverseDeposit(books, group.id, { author: BY.author, on: day('2024-07-20') });
  await checkBooksDeposits(books, july);
}

async function note(books: Books, batchId: string): Promise<void> {
  const asOf = day('2024-06-30');
  const [item] = (await listWork(books, { batchIds: [batchId], asOf })).items;
  const { subject, figures } = must(item);
  const resolution = { kind: 'note' } as const;
  await resolveWork(books, { batchIds: [batchId], asOf, subjects: [{ subject, figures }], resolution, ...BY });
}

/** 987 leave the wallet for the bank, where 972 arrive; another 100 arrive by mistake and are taken back. */
async function bank(books: Books): Promise<void> {
  const orders = await pushOrders(books, [anOrder('M1')], { source: { file: 'march.xlsx', sheet: 'orders' } });
  const line = aLine('M1', { parts: { PRINCIPAL: 1050, COMMISSION: -63 }, paidOutOn: '2024-03-01' });
  const payout = await pushPayout(books, sheetOf([line]), { source: { file: 'march-income.xlsx', sheet: 'Income' } });
  await reconcileBatches(books, [orders, payout], '2024-03-31');
  await push(books, { ...WALLET, key: `wallet/${SHOP}/TWD` }, aBankLine('w', 5, -987, { type: 'WITHDRAWAL' }));
  await push(books, BANK, aBankLine('d', 6, 972, { balance: 972 }));
  await checkBooksDeposits(books, MARCH);
  const [group] = (await getDepositGroups(books)).groups;
  await reverseDeposit(books, must(group).id, { author: BY.author, on: march(20) });
  await checkBooksDeposits(books, MARCH);
  await declineDeposit(books, { due: 'a due', deposit: 'a deposit', author: BY.author });
}

async function push(books: Books, account: BankAccount, ...rows: BankLine[]): Promise<void> {
  const about = {
    mapping: { id: 'bank.signed-amount', version: 1 },
    source: { file: `${account.kind}.csv`, sheet: 'bank' },
  };
  const own = rows.map((row) => ({ ...row, account: account.key, currency: account.currency }));
  await pushBankLines(books, { account, ...about, rows: own });
}
