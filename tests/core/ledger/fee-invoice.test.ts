// The platform's invoice for its fees: input tax is deducted once, with the invoice in hand, wherever the fees stood before.
// Seen red: with the whole instead of the tax taken out of the cost, with a split shop's invoice let through, and with the
// switches by kind of fee left out.
import { completeInvoice, type EnteredInvoice, feeInvoiceVoucher } from '../../../core/ledger/fee-invoice.ts';
import type { ShopSettings } from '../../../core/company.ts';
import { company, day, units } from './documents.ts';

const SHOP = 'shopee-tw/小店';
const entered = (facts: Partial<EnteredInvoice> = {}): EnteredInvoice => ({
  ...{ kind: 'invoice', shop: SHOP, number: 'AB12345678', invoicedOn: day('2026-05-31'), currency: 'TWD' },
  ...{ amount: units(84), tax: null, cost: 'platformFees', from: null },
  ...facts,
});
const ofShop = (facts: Partial<ShopSettings>, baseCurrency: string | null = 'TWD') => {
  const books = company({ baseCurrency }, facts);
  return { ...books, shops: { [SHOP]: { ...Object.values(books.shops)[0], ...facts } as ShopSettings } };
};

test.each<[string, Partial<ShopSettings>, Partial<EnteredInvoice>, string[]]>([
  ['fees stood in the cost with their tax', { feeVat: 'gross' }, {}, ['inputVat 4', 'platformFees -4']],
  ['fees waited as 暫付款', { feeVat: 'prepaid' }, {}, ['inputVat 4', 'platformFees 80', 'prepaidFees -84']],
  [
    'the tax is what the invoice prints',
    { feeVat: 'prepaid' },
    { tax: units(3) },
    ['inputVat 3', 'platformFees 81', 'prepaidFees -84'],
  ],
  ['an invoice without tax', { feeVat: 'prepaid' }, { tax: units(0) }, ['platformFees 84', 'prepaidFees -84']],
  [
    'for advertising',
    { feeVat: 'prepaid' },
    { cost: 'advertising' },
    ['inputVat 4', 'advertising 80', 'prepaidFees -84'],
  ],
  [
    'fees given back to the cost, with its allowance',
    { feeVat: 'gross' },
    { kind: 'allowance' },
    ['platformFees 4', 'inputVat -4'],
  ],
  [
    'fees given back to 暫付款, with its allowance',
    { feeVat: 'prepaid' },
    { kind: 'allowance' },
    ['prepaidFees 84', 'inputVat -4', 'platformFees -80'],
  ],
  [
    'advertising waited as 暫付款, other fees did not',
    { feeVat: 'gross', feeVatByType: { AD_FEE: 'prepaid' } },
    { cost: 'advertising' },
    ['inputVat 4', 'advertising 80', 'prepaidFees -84'],
  ],
  [
    'advertising stood in the cost, other fees waited as 暫付款',
    { feeVat: 'prepaid', feeVatByType: { AD_FEE: 'gross' } },
    { cost: 'advertising' },
    ['inputVat 4', 'advertising -4'],
  ],
  [
    'a kind that no invoice of this cost is about was split',
    { feeVat: 'gross', feeVatByType: { AD_FEE: 'split' } },
    {},
    ['inputVat 4', 'platformFees -4'],
  ],
  [
    'a shop that splits, for fees that were not split',
    { feeVat: 'split' },
    { from: 'cost' },
    ['inputVat 4', 'platformFees -4'],
  ],
])('%s', (_name, shop, facts, lines) => {
  const books = ofShop(shop);
  const invoice = completeInvoice(entered(facts), books);
  if (typeof invoice === 'string') throw new Error(invoice);
  const voucher = feeInvoiceVoucher(invoice, invoice.invoicedOn, books);
  expect(voucher?.summary).toBe(`平台手續費${invoice.kind === 'invoice' ? '發票' : '折讓單'} AB12345678`);
  expect(voucher?.lines.map(({ role, debit, credit }) => `${role} ${(debit - credit) / 10_000}`)).toEqual(lines);
});

test.each<[string, Partial<ShopSettings>, Partial<EnteredInvoice>, string | null, string]>([
  ['tax is not deducted twice', { feeVat: 'split' }, {}, 'TWD', 'SPLIT_ALREADY'],
  [
    'nor where advertising alone was split',
    { feeVat: 'gross', feeVatByType: { AD_FEE: 'split' } },
    { cost: 'advertising' },
    ...(['TWD', 'SPLIT_ALREADY'] as const),
  ],
  [
    'one of several kinds of fee was split: a person says whether the invoice is about that one',
    { feeVat: 'gross', feeVatByType: { COMMISSION: 'split' } },
    {},
    'TWD',
    'SPLIT_ALREADY',
  ],
  ['in another currency than the books', { feeVat: 'gross' }, { currency: 'USD' }, 'TWD', 'CURRENCY'],
  ['all of it tax', { feeVat: 'prepaid' }, { tax: units(84) }, 'TWD', 'TAX'],
  ['tax below nothing', { feeVat: 'prepaid' }, { tax: units(-1) }, 'TWD', 'TAX'],
  ['no tax in a cost, nothing to move', { feeVat: 'gross' }, { tax: units(0) }, 'TWD', 'TAX'],
])('%s: refused', (_name, shop, facts, base, fault) => {
  expect(completeInvoice(entered(facts), ofShop(shop, base))).toBe(fault);
});

test('books that keep each currency by itself take an invoice in its own', () => {
  const invoice = completeInvoice(entered({ currency: 'USD', tax: units(4) }), ofShop({ feeVat: 'gross' }, null));
  expect(invoice).toMatchObject({ currency: 'USD', from: 'cost' });
});
