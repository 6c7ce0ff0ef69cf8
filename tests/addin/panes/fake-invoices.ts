// The platforms' invoices as a server would keep them, in memory: what is booked stands until it is voided, and by whom is
// told. It refuses when told to.
import { ApiProblem } from '../../../addin/api-problem.ts';
import type { BookedInvoice, InvoicesClient } from '../../../addin/invoices-client.ts';
import { inAll } from '../../../core/language.ts';
import type { FeeInvoices } from '../../../core/ledger/fee-invoice-api.ts';
import { day, twd } from '../../server/fixtures.ts';

export const booked = (facts: Partial<BookedInvoice> = {}): BookedInvoice => ({
  ...{ kind: 'invoice', shop: 'shopee-tw/甲', number: 'AB12345678', invoicedOn: day('2024-05-31'), currency: 'TWD' },
  ...{ amount: twd(1_050), tax: twd(50), cost: 'platformFees', from: 'prepaid', voucher: 'JV202405-0009' },
  voidedBy: null,
  ...facts,
});

export class FakeInvoices {
  held: FeeInvoices = { invoices: [], prepaid: [] };
  /** Each change with all it held. */
  readonly asked: unknown[] = [];
  refuse: string | null = null;

  readonly client: InvoicesClient = {
    list: () => Promise.resolve(this.held),
    book: (invoice, author) =>
      this.told(['book', invoice, author], () => {
        const { shop, number, tax, from } = invoice;
        const voucher = `JV202406-000${this.held.invoices.length + 1}`;
        const one = { ...invoice, tax: tax ?? twd(0), from: from ?? 'cost', voucher, voidedBy: null };
        const prepaid = this.held.prepaid.filter((left) => left.shop !== shop || one.from === 'cost');
        return { invoices: [...this.held.invoices.filter((held) => held.number !== number), one], prepaid };
      }),
    void: (what) =>
      this.told(['void', what], () => {
        const isIt = (one: BookedInvoice) => one.shop === what.shop && one.number === what.number;
        const voidedBy = 'JV202406-0099';
        return {
          ...this.held,
          invoices: this.held.invoices.map((one) => (isIt(one) ? { ...one, voidedBy } : one)),
        };
      }),
  };

  private told(what: unknown, answer: () => FeeInvoices): Promise<FeeInvoices> {
    if (this.refuse !== null) {
      const code = this.refuse;
      return Promise.reject(
        new ApiProblem(
          code,
          inAll((language) => (language === 'en' ? code : `拒絕：${code}。`)),
        ),
      );
    }
    this.asked.push(what);
    this.held = answer();
    return Promise.resolve(this.held);
  }
}
