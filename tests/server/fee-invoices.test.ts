// Platforms' invoices on every database: fees wait as 暫付款 until the invoice comes; booked once, taken back by a reversal,
// refused where something is not so; the books prove themselves.
// Seen red: with an invoice booked again when it is said twice, and with one voided on the day of its number.
import { DEFAULT_COMPANY, DEFAULT_SHOP, type FeeVat } from '../../core/company.ts';
import type { EnteredInvoice } from '../../core/ledger/fee-invoice.ts';
import type { Books } from '../../server/books.ts';
import { changePeriod } from '../../server/commands/change-period.ts';
import { bookInvoices, getInvoices, voidInvoice } from '../../server/commands/fee-invoices.ts';
import { saveSetting } from '../../server/commands/save-setting.ts';
import { presentInvoices } from '../../server/cli/present-invoices.ts';
import { agentFor, errorOf, path } from './agent.ts';
import { faultsOf } from './book-balances.ts';
import { onEachDatabase } from './databases.ts';
import { aLine, anOrder, day, twd } from './fixtures.ts';
import { pushOrders, pushPayout, reconcileBatches } from './push.ts';

const SHOP = 'shopee-tw/小店';
const BY = { author: '王**', note: '' };
const invoice = (facts: Partial<EnteredInvoice> = {}): EnteredInvoice => ({
  ...{ kind: 'invoice', shop: SHOP, number: 'AB12345678', invoicedOn: day('2024-05-31'), currency: 'TWD' },
  ...{ amount: twd(60), tax: null, cost: 'platformFees', from: null },
  ...facts,
});

onEachDatabase((newBooks) => {
  let books: Books;
  /** A payout took a commission of 60. */
  const paid = async (feeVat: FeeVat) => {
    books = newBooks();
    const shops = { [SHOP]: { ...DEFAULT_SHOP, feeVat } };
    await saveSetting(books, 'company', { content: { ...DEFAULT_COMPANY, shops }, ...BY });
    await reconcileBatches(books, [await pushOrders(books, [anOrder('A')]), await pushPayout(books, [aLine('A')])]);
  };
  const book = (...invoices: EnteredInvoice[]) => bookInvoices(books, { invoices, author: BY.author });
  const balance = async (role: string) => {
    const rows = await books.database.transaction(books.company, (tx) =>
      tx.select<[number]>(
        ['CAST(coalesce(sum(debit - credit), 0) AS BIGINT)'],
        'FROM voucher_lines WHERE company_id = ? AND role = ?',
        [tx.company, role],
      ),
    );
    return (rows[0]?.[0] ?? 0) / 10_000;
  };
  const balances = async () => [await balance('platformFees'), await balance('inputVat'), await balance('prepaidFees')];

  test('fees wait as 暫付款 until the invoice says what of them is tax', async () => {
    await paid('prepaid');
    expect(await balances()).toEqual([0, 0, 60]);
    expect((await getInvoices(books)).prepaid).toEqual([{ shop: SHOP, currency: 'TWD', amount: twd(60) }]);
    const { invoices, prepaid } = await book(invoice());
    expect(invoices).toMatchObject([{ number: 'AB12345678', tax: twd(3), voucher: 'JV202405-0003', voidedBy: null }]);
    expect(prepaid).toEqual([]);
    expect(await balances()).toEqual([57, 3, 0]);
    expect(await faultsOf(books)).toEqual([]);
  });

  test('fees that stand in the cost give their tax back when the invoice comes', async () => {
    await paid('gross');
    await book(invoice());
    expect(await balances()).toEqual([57, 3, 0]);
    expect(await faultsOf(books)).toEqual([]);
  });

  const ALLOWANCE = { kind: 'allowance', number: 'D0000001', amount: twd(21) } as const;
  /** The payout took 60, and a refund of 350 gave 21 of them back. */
  const paidAndGivenBack = async (feeVat: FeeVat) => {
    await paid(feeVat);
    const line = aLine('A', { parts: { REFUND: -350, FEE_REVERSAL: 21 }, paidOutOn: '2024-05-20' });
    await reconcileBatches(books, [await pushPayout(books, [line])]);
  };

  test('fees that a platform gave back stand below nothing until its allowance comes', async () => {
    await paidAndGivenBack('prepaid');
    await book(invoice());
    expect(await balances()).toEqual([57, 3, -21]);
    const { invoices, prepaid } = await book(invoice(ALLOWANCE));
    expect([invoices.at(-1), prepaid]).toMatchObject([{ ...ALLOWANCE, tax: twd(1) }, []]);
    expect(await balances()).toEqual([37, 2, 0]);
    expect(presentInvoices(await getInvoices(books), 'zh-TW')).toContain('D0000001    shopee-tw/小店  -21  -1  TWD');
    await voidInvoice(books, { shop: SHOP, number: 'D0000001', ...BY });
    expect(await balances()).toEqual([57, 3, -21]);
    expect(await faultsOf(books)).toEqual([]);
  });

  test('given back to the cost with their tax, the allowance leaves the cost without it', async () => {
    await paidAndGivenBack('gross');
    await book(invoice(), invoice(ALLOWANCE));
    expect(await balances()).toEqual([37, 2, 0]);
    expect(await faultsOf(books)).toEqual([]);
  });

  test('a number is that of an invoice or of an allowance, not of both', async () => {
    await paid('gross');
    await book(invoice());
    await expect(book(invoice({ kind: 'allowance' }))).rejects.toMatchObject({ code: 'INVOICE_DIFFERS' });
  });

  test('the same invoice said again is no second one; another with its number is refused, and nothing of the list stays', async () => {
    await paid('gross');
    await book(invoice());
    await book(invoice());
    await expect(book(invoice({ number: 'AB00000009' }), invoice({ amount: twd(61) }))).rejects.toMatchObject({
      code: 'INVOICE_DIFFERS',
    });
    expect((await getInvoices(books)).invoices.map(({ number }) => number)).toEqual(['AB12345678']);
  });

  // Seen red: compared to the letter, its tax was deducted twice.
  test.each(['ab12345678', 'AB-12345678', 'ＡＢ１２３４５６７８', 'AB 1234 5678'])(
    'typed as %s it is the same invoice',
    async (number) => {
      await paid('gross');
      await book(invoice());
      await book(invoice({ number }));
      await expect(book(invoice({ number, amount: twd(61) }))).rejects.toMatchObject({ code: 'INVOICE_DIFFERS' });
      expect(await balance('inputVat')).toBe(3);
      const { invoices } = await voidInvoice(books, { shop: SHOP, number, ...BY });
      expect(invoices).toMatchObject([{ number: 'AB12345678', voidedBy: 'JV202405-0004' }]);
      expect(await faultsOf(books)).toEqual([]);
    },
  );

  test('said again after the shop has come to book or tax its fees otherwise it is still the same invoice', async () => {
    await paid('prepaid');
    await book(invoice());
    for (const changed of [
      { feeVat: 'gross' },
      { feeVat: 'split' },
      { feeVat: 'prepaid', feeTaxRate: '0.1' },
    ] as const) {
      const shops = { [SHOP]: { ...DEFAULT_SHOP, ...changed } };
      await saveSetting(books, 'company', { content: { ...DEFAULT_COMPANY, shops }, ...BY });
      expect((await book(invoice())).invoices).toHaveLength(1);
    }
    expect(await balances()).toEqual([57, 3, 0]);
  });

  test('one that is voided leaves both vouchers, and may be booked anew', async () => {
    await paid('prepaid');
    await book(invoice());
    await changePeriod(books, { month: '2024-05', state: 'closed', ...BY });
    const { invoices } = await voidInvoice(books, { shop: SHOP, number: 'AB12345678', ...BY });
    expect(invoices).toMatchObject([{ voucher: 'JV202405-0003', voidedBy: 'JV202406-0001' }]);
    expect(await balances()).toEqual([0, 0, 60]);
    await book(invoice({ amount: twd(63) }));
    expect((await getInvoices(books)).prepaid).toEqual([{ shop: SHOP, currency: 'TWD', amount: twd(-3) }]);
    expect(presentInvoices(await getInvoices(books), 'zh-TW')).toBe(
      [
        '平台手續費發票與折讓單（含稅、稅額、傳票）',
        `  2024-05-31  AB12345678  ${SHOP}  60  3  TWD  JV202405-0003  已作廢 JV202406-0001`,
        `  2024-05-31  AB12345678  ${SHOP}  63  3  TWD  JV202406-0002`,
        '暫付款餘額',
        `  ${SHOP}  -3  TWD`,
        '',
      ].join('\n'),
    );
    expect(await faultsOf(books)).toEqual([]);
  });

  test('voided twice with the same words it is voided once; said with another day it is refused', async () => {
    await paid('gross');
    await book(invoice());
    const number = 'AB12345678';
    const on = day('2024-06-03');
    const first = await voidInvoice(books, { shop: SHOP, number, on, ...BY });
    expect(await voidInvoice(books, { shop: SHOP, number, on, ...BY })).toEqual(first);
    expect(await voidInvoice(books, { shop: SHOP, number, ...BY })).toEqual(first);
    const otherDay = voidInvoice(books, { shop: SHOP, number, on: day('2024-06-04'), ...BY });
    await expect(otherDay).rejects.toMatchObject({ code: 'INVOICE_UNKNOWN' });
    expect(await balance('inputVat')).toBe(0);
  });

  test.each<[string, FeeVat, () => Promise<unknown>, string]>([
    ['a shop the books do not know', 'gross', () => book(invoice({ shop: 'momo/小店' })), 'SHOP_UNKNOWN'],
    ['tax that was split when it was paid', 'split', () => book(invoice()), 'INVOICE_SPLIT_ALREADY'],
    ['all of it tax', 'prepaid', () => book(invoice({ tax: twd(60) })), 'INVOICE_TAX'],
    [
      'voiding what does not stand',
      'gross',
      () => voidInvoice(books, { shop: SHOP, number: 'X', ...BY }),
      'INVOICE_UNKNOWN',
    ],
  ])('%s is refused', async (_name, feeVat, attempt, code) => {
    await paid(feeVat);
    await expect(attempt()).rejects.toMatchObject({ code });
    expect((await getInvoices(books)).invoices).toEqual([]);
  });

  test('an invoice in another currency than the books is refused', async () => {
    await paid('gross');
    books = newBooks();
    await saveSetting(books, 'company', { content: { ...DEFAULT_COMPANY, baseCurrency: 'TWD' }, ...BY });
    await pushOrders(books, [anOrder('A')]);
    await expect(book(invoice({ currency: 'USD' }))).rejects.toMatchObject({ code: 'INVOICE_CURRENCY' });
  });

  test.each([
    ['2024-05-30', 'REVERSAL_TOO_EARLY'],
    ['2024-04-30', 'PERIOD_CLOSED'],
  ])('voided on %s: %s', async (on, code) => {
    await paid('gross');
    await book(invoice());
    await changePeriod(books, { month: '2024-04', state: 'closed', ...BY });
    const attempt = voidInvoice(books, { shop: SHOP, number: 'AB12345678', on: day(on), ...BY });
    await expect(attempt).rejects.toMatchObject({ code });
  });

  test('over HTTP: booked, listed, voided, and what cannot be read', async () => {
    await paid('prepaid');
    const agent = agentFor(books);
    const wire = { shop: SHOP, number: 'AB12345678', invoicedOn: '2024-05-31', amount: '60' };
    const booked = await agent.post(path('/fee-invoices')).send({ invoices: [wire], author: '王**' });
    expect(booked.body.invoices).toMatchObject([
      { kind: 'invoice', amount: '60', tax: '3', from: 'prepaid', cost: 'platformFees' },
    ]);
    expect((await agent.get(path('/fee-invoices'))).body).toEqual(booked.body);
    const voided = await agent.post(path('/fee-invoices/void')).send({ shop: SHOP, number: 'AB12345678' });
    expect(voided.body.invoices[0].voidedBy).toBe('JV202405-0004');
    const wrong = await agent.post(path('/fee-invoices')).send({ invoices: [{ ...wire, amount: '-60' }] });
    expect([wrong.status, errorOf(wrong).code]).toEqual([400, 'BAD_REQUEST']);
  });
});
