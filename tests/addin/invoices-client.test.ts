// The pane's way to the platforms' invoices, against the real server: one is booked out of 暫付款, is no second one when it is
// said again, is refused in the server's words, and is taken back.
import { createApiClient } from '../../addin/api-client.ts';
import type { CompanyClient } from '../../addin/company-client.ts';
import type { InvoicesClient } from '../../addin/invoices-client.ts';
import { DEFAULT_COMPANY, DEFAULT_SHOP } from '../../core/company.ts';
import type { EnteredInvoice } from '../../core/ledger/fee-invoice.ts';
import { day, twd } from '../server/fixtures.ts';
import { afterARun } from './after-a-run.ts';
import { startTestServer, type TestServer } from './test-server.ts';

let server: TestServer;
let invoices: InvoicesClient;
let company: CompanyClient;
beforeEach(async () => {
  server = await startTestServer();
  const api = createApiClient({ address: server.address, accessKey: '' });
  invoices = await api.invoices();
  company = await api.company();
});
afterEach(async () => server.close());

const signed = { author: '王會計', note: '號碼抄錯' };

/** The sample pair is booked for a shop whose fees wait for their invoice. */
async function waiting(): Promise<EnteredInvoice> {
  const shop = 'shopee-tw/shopee-tw';
  const shops = { [shop]: { ...DEFAULT_SHOP, feeVat: 'prepaid' } } as const;
  await company.save({ ...DEFAULT_COMPANY, baseCurrency: 'TWD', shops }, signed, 0);
  await (await afterARun(server, [['2024-05-10', 385]])).run();
  const [left] = (await invoices.list()).prepaid;
  if (left === undefined) throw new Error('no fees wait');
  const entered = { kind: 'invoice', number: 'AB12345678', invoicedOn: day('2024-05-31'), from: null } as const;
  return { ...left, ...entered, cost: 'platformFees', tax: twd(1) };
}

test('what waits is told by shop; booked, nothing is left of it, and the invoice stands with its voucher', async () => {
  expect(await invoices.list()).toEqual({ invoices: [], prepaid: [] });
  const invoice = await waiting();
  const { invoices: now, prepaid } = await invoices.book(invoice, '王會計');
  expect(now).toMatchObject([{ ...invoice, from: 'prepaid', voidedBy: null }]);
  expect(prepaid).toEqual([]);
  expect(await invoices.book(invoice, '陳主管')).toEqual({ invoices: now, prepaid });
  expect(await invoices.list()).toEqual({ invoices: now, prepaid });
});

test('another one of that number is refused in the server’s words; once it is voided it may be booked anew', async () => {
  const invoice = await waiting();
  await invoices.book(invoice, '王會計');
  const other = { ...invoice, tax: twd(2) };
  await expect(invoices.book(other, '王會計')).rejects.toMatchObject({ code: 'INVOICE_DIFFERS' });
  const { shop, number } = invoice;
  const voided = await invoices.void({ shop, number, on: day('2024-06-01'), ...signed });
  expect(voided.invoices[0]?.voidedBy).toMatch(/^JV202406-/);
  expect(voided.prepaid).toMatchObject([{ shop, amount: invoice.amount }]);
  const unknown = invoices.void({ shop, number: 'AB00000000', ...signed });
  await expect(unknown).rejects.toMatchObject({ code: 'INVOICE_UNKNOWN' });
  expect((await invoices.book(other, '王會計')).invoices).toHaveLength(2);
});
