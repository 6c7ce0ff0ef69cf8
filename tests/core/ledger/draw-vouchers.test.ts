// From documents to vouchers: grouping, switches of the shop, merged lines, order of numbers.
// Seen red: with the fee switch by type ignored, with tax of orders kept to the cent (two at 390), with corrections of
// a day netted against its sales, with vouchers left unsorted, and with movements of two bases always netted.
import { accountOf } from '../../../core/ledger/charts.ts';
import { drawVouchers } from '../../../core/ledger/draw-vouchers.ts';
import { valueDocuments } from '../../../core/ledger/value-documents.ts';
import type { Company } from '../../../core/company.ts';
import type { ReceiptDraft } from '../../../core/receipt.ts';
import type { SalesDocumentDraft } from '../../../core/sales-document.ts';
import { ACCOUNT_ROLES, type VoucherDraft } from '../../../core/voucher.ts';
import { company, day, receipt, sale, toValue, units } from './documents.ts';

const inTaiwan = company();
const draw = (
  documents: { readonly sales?: readonly SalesDocumentDraft[]; readonly receipts?: readonly ReceiptDraft[] },
  of: Company = inTaiwan,
) => drawVouchers({ sales: [], receipts: [], company: of, ...documents });

/** `Dr wallet 987 …` a line, in the order of the voucher. */
const written = ({ lines }: VoucherDraft) =>
  lines.map(({ role, debit, credit }) => `${debit > 0 ? 'Dr' : 'Cr'} ${role} ${(debit + credit) / 10_000}`);
const linesOf = (documents: Parameters<typeof draw>[0], of?: Company) =>
  draw(documents, of).map(({ voucher }) => written(voucher));

describe('sales vouchers', () => {
  test('one for each shop, day, kind and currency, and each says which documents it holds', () => {
    const sales = [
      sale(100, { orderKey: 'B', documentOn: day('2024-05-02') }),
      sale(100),
      sale(100, { kind: 'return' }),
      sale(100, { kind: 'allowance' }),
      sale(100, { shop: 'momo' }),
      sale(100, { currency: 'USD' }),
      sale(50, { orderKey: 'C' }),
    ];
    expect(draw({ sales }).map(({ voucher, documents }) => [voucher.summary, ...documents.sales])).toEqual([
      ['銷貨單 1 張', 4],
      ['銷貨單 2 張', 1, 6],
      ['銷貨單 1 張', 5],
      ['銷退單 1 張', 2],
      ['折讓單 1 張', 3],
      ['銷貨單 1 張', 0],
    ]);
  });

  test('the tax is rounded on each order and summed: two at 390 hold 38, their sum would hold 37', () => {
    expect(linesOf({ sales: [sale(390), sale(390, { orderKey: 'B' })] })).toEqual([
      ['Dr receivable 780', 'Cr outputVat 38', 'Cr sales 742'],
    ]);
  });

  test('a correction of an earlier document stands on its own side, beside the sales of the day', () => {
    expect(linesOf({ sales: [sale(1_050), sale(-105, { orderKey: 'B' })] })).toEqual([
      ['Dr receivable 1050', 'Dr outputVat 5', 'Dr sales 100', 'Cr receivable 105', 'Cr outputVat 50', 'Cr sales 1000'],
    ]);
  });

  test('freight collected for the carrier is no sale and holds no tax of ours; its return gives it back', () => {
    const sold = sale(1_110, { collected: units(60) });
    expect(linesOf({ sales: [sold, { ...sold, kind: 'return' }] })).toEqual([
      ['Dr receivable 1110', 'Cr outputVat 50', 'Cr collected 60', 'Cr sales 1000'],
      ['Dr outputVat 50', 'Dr collected 60', 'Dr salesReturns 1000', 'Cr receivable 1110'],
    ]);
  });

  test('exports hold no tax, in whatever currency', () => {
    expect(linesOf({ sales: [sale(100)] }, company({}, { salesTaxRate: '0' }))).toEqual([
      ['Dr receivable 100', 'Cr sales 100'],
    ]);
    expect(linesOf({ sales: [sale(100, { currency: 'USD' })] })).toEqual([['Dr receivable 100', 'Cr sales 100']]);
  });

  test('consignment differs in what it says, not in what it books', () => {
    const consigned = company({}, { settlement: 'consignment' });
    const [voucher] = draw({ sales: [sale(1_050)] }, consigned);
    expect([voucher?.voucher.summary, voucher && written(voucher.voucher)]).toEqual([
      '寄售結算 1 張',
      ['Dr receivable 1050', 'Cr outputVat 50', 'Cr sales 1000'],
    ]);
  });

  test('an order of nothing makes no voucher', () => {
    expect(draw({ sales: [sale(0)], receipts: [receipt([])] })).toEqual([]);
  });
});

describe('receipt vouchers', () => {
  const fees = { COMMISSION: 63, SHIPPING_FEE: 60, AD_FEE: 105, PENALTY: 50 };
  const paid = receipt([['receivable', 1_050]], fees);

  test.each([
    ['gross', ['Dr wallet 772', 'Dr platformFees 63', 'Dr freight 60', 'Dr advertising 105', 'Dr otherExpense 50']],
    ['prepaid', ['Dr wallet 772', 'Dr prepaidFees 278']],
    [
      'split',
      [
        'Dr wallet 772',
        'Dr inputVat 13',
        'Dr platformFees 60',
        'Dr freight 57',
        'Dr advertising 100',
        'Dr otherExpense 48',
      ],
    ],
  ] as const)('fees booked %s', (feeVat, debits) => {
    expect(linesOf({ receipts: [paid] }, company({}, { feeVat }))).toEqual([[...debits, 'Cr receivable 1050']]);
  });

  test('a fee may be treated otherwise than the shop’s switch says', () => {
    const shop = { feeVat: 'split', feeVatByType: { PENALTY: 'gross', AD_FEE: 'prepaid' } } as const;
    expect(linesOf({ receipts: [paid] }, company({}, shop))).toEqual([
      [
        ...['Dr wallet 772', 'Dr inputVat 6', 'Dr prepaidFees 105', 'Dr platformFees 60', 'Dr freight 57'],
        ...['Dr otherExpense 50', 'Cr receivable 1050'],
      ],
    ]);
  });

  test('fees charged and fees given back stand apart, each with its own tax', () => {
    const both = receipt([['receivable', 1_050]], { COMMISSION: 84, FEE_REVERSAL: -63 });
    expect(linesOf({ receipts: [both] }, company({}, { feeVat: 'split' }))).toEqual([
      [
        ...['Dr wallet 1029', 'Dr inputVat 4', 'Dr platformFees 80'],
        ...['Cr receivable 1050', 'Cr inputVat 3', 'Cr platformFees 60'],
      ],
    ]);
  });

  test('every target has its account', () => {
    const all = receipt([
      ['receivable', 10],
      ['suspense', 20],
      ['claim', 30],
      ['reserve', 40],
      ['collected', 50],
      ['tax', 60],
      ['transit', 70],
      ['writeOff', 80],
    ]);
    expect(linesOf({ receipts: [all] })).toEqual([
      [
        ...['Dr wallet 360', 'Cr transit 70', 'Cr receivable 10', 'Cr claim 30', 'Cr reserve 40', 'Cr suspense 20'],
        ...['Cr collected 50', 'Cr taxClearing 60', 'Cr writeOff 80'],
      ],
    ]);
  });

  test('money that moves between two orders shows on both sides; within one order only what is left', () => {
    const moved = receipt(
      [
        ['receivable', 100, 'A'],
        ['receivable', -40, 'A'],
        ['receivable', -60, 'B'],
      ],
      {},
      { kind: 'transfer' },
    );
    const [voucher] = draw({ receipts: [moved] });
    expect([voucher?.voucher.kind, voucher && written(voucher.voucher)]).toEqual([
      'transfer',
      ['Dr receivable 60', 'Cr receivable 60'],
    ]);
  });

  test('kinds of receipts are kinds of vouchers', () => {
    const kinds = (['payout', 'expense', 'transfer'] as const).map((kind) => receipt([['suspense', 5]], {}, { kind }));
    expect(draw({ receipts: kinds }).map(({ voucher }) => [voucher.kind, voucher.summary])).toEqual([
      ['receipt', '收款單，平台撥款沖帳'],
      ['expense', '平台費用單'],
      ['transfer', '沖轉單，已入帳款項轉沖'],
    ]);
  });

  test('a receipt that does not balance is refused', () => {
    const wrong = { ...receipt([['receivable', 100]]), cash: units(99) };
    expect(() => draw({ receipts: [wrong] })).toThrow('unbalanced voucher');
  });
});

test('vouchers are numbered by day, sales before receipts', () => {
  const early = receipt([['receivable', 5]], {}, { receivedOn: day('2024-05-01') });
  const sales = [sale(9, { documentOn: day('2024-05-02') }), sale(7)];
  const drawn = draw({ sales, receipts: [early] });
  expect(drawn.map(({ voucher, documents }) => [voucher.postedOn, voucher.kind, documents])).toEqual([
    ['2024-05-01', 'sales', { sales: [1], receipts: [] }],
    ['2024-05-01', 'receipt', { sales: [], receipts: [0] }],
    ['2024-05-02', 'sales', { sales: [0], receipts: [] }],
  ]);
});

describe('in base currency', () => {
  const rates = { '2024-05-01': '31.5', '2024-05-07': '31' };
  const books = company({ baseCurrency: 'TWD' }, { salesTaxRate: '0.05', feeVat: 'split' });
  const sales = [sale(105, { currency: 'USD', collected: units(0.5) })];
  const receipts = [receipt([['receivable', 105]], { COMMISSION: 21 }, { currency: 'USD' })];
  const drawn = draw(valueDocuments(toValue({ sales, receipts, company: books, rates })), books);
  const base = ({ lines }: VoucherDraft) =>
    lines.map(({ role, baseDebit, baseCredit }) => [role, (baseDebit - baseCredit) / 10_000]);

  test('tax and freight take their share, the income what is left', () => {
    expect(drawn.map(({ voucher }) => [voucher.currency, voucher.baseCurrency, ...base(voucher)])[0]).toEqual([
      ...['USD', 'TWD', ['receivable', 3_308], ['outputVat', -157], ['collected', -16], ['sales', -3_135]],
    ]);
  });

  test('a loss is a line in base currency alone', () => {
    expect(drawn[1] && base(drawn[1].voucher)).toEqual([
      ['wallet', 2_604],
      ['inputVat', 31],
      ['platformFees', 620],
      ['exchangeLoss', 53],
      ['receivable', -3_308],
    ]);
    expect(drawn[1]?.voucher.lines.find(({ role }) => role === 'exchangeLoss')).toMatchObject({ debit: 0, credit: 0 });
  });
});

describe('movements of one order at two rates', () => {
  const rates = { '2024-05-01': '31.5', '2024-05-07': '32' };
  const books = company({ baseCurrency: 'TWD' });
  const inBase = (parts: Parameters<typeof receipt>[0]) => {
    const receipts = [receipt(parts, {}, { currency: 'USD' })];
    const sales = [sale(100, { currency: 'USD' })];
    const [, voucher] = draw(valueDocuments(toValue({ sales, receipts, company: books, rates })), books);
    return voucher?.voucher.lines.map(({ role, ...line }) => [role, line.baseDebit / 10_000, line.baseCredit / 10_000]);
  };

  test('show as what is left, while both currencies agree on the side', () => {
    expect(
      inBase([
        ['receivable', 100],
        ['receivable', -50],
      ]),
    ).toEqual([
      ['wallet', 1_600, 0],
      ['receivable', 0, 1_550],
      ['exchangeGain', 0, 50],
    ]);
  });

  test('stand apart when they would leave an amount in base currency alone', () => {
    expect(
      inBase([
        ['receivable', 100],
        ['receivable', -100],
      ]),
    ).toEqual([
      ['receivable', 3_200, 0],
      ['receivable', 0, 3_150],
      ['exchangeGain', 0, 50],
    ]);
  });
});

test('lines carry the company’s own accounts', () => {
  const own = company({
    accounts: { bank: { code: '1113-7', name: '玉山銀行' }, suspense: { code: '2251-1', name: '暫收' } },
  });
  const [first] = draw({ receipts: [receipt([['suspense', 5]])] }, own);
  expect(first?.voucher.lines.map(({ account }) => account)).toEqual([
    accountOf(own, 'wallet', 'shopee'),
    { code: '2251-1', name: '暫收' },
  ]);
});

test('debits come first, each side in the order of the roles', () => {
  const [first] = draw({ receipts: [receipt([['receivable', 100]], { COMMISSION: 5 })] });
  const places = (first?.voucher.lines ?? []).map(({ role, debit }) => [debit > 0, ACCOUNT_ROLES.indexOf(role)]);
  expect(places).toEqual([
    [true, 1],
    [true, ACCOUNT_ROLES.indexOf('platformFees')],
    [false, ACCOUNT_ROLES.indexOf('receivable')],
  ]);
});
