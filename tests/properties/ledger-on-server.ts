// Plays the same history through the server's commands and tells what its database holds, in the words of ledger.ts.
import { z } from 'zod';
import type { BatchAnswer, ReconcileResult } from '../../core/api.ts';
import { feeRuleSchema } from '../../core/fees/fee-rule-schema.ts';
import { ZERO, sum } from '../../core/money.ts';
import type { Order } from '../../core/order.ts';
import { lineKey, orderKey } from '../../core/reconcile/account.ts';
import { companySettingsSchema, teamPolicySchema } from '../../core/team-settings.ts';
import type { Books } from '../../server/books.ts';
import { reconcile } from '../../server/commands/reconcile.ts';
import { insertRates } from '../../server/store/exchange-rates.ts';
import { insertLinkDecision } from '../../server/store/link-decisions.ts';
import { insertPeriodChange } from '../../server/store/periods.ts';
import { insertSetting } from '../../server/store/team-settings.ts';
import { pushOrders, pushPayout } from '../server/push.ts';
import { sheetOf } from '../server/fixtures.ts';
import type { History, PayoutFile, Step } from './arbitrary-history.ts';
import type { SetUp } from './arbitrary-set-up.ts';
import type { HeldLine, Ledger, PostedVoucher, Run } from './ledger.ts';
import { writeTold } from '../server/databases.ts';

/** A run with the server's own proof of where the money of the files went. */
export interface ServerRun extends Run {
  readonly conservation: ReconcileResult['conservation'];
}

export async function ledgerOnServer(books: Books, history: History): Promise<Ledger & { runs: ServerRun[] }> {
  await setUpBooks(books, history.setUp);
  const player = new ServerPlayer(books);
  for (const step of history.steps) await player.play(step);
  return { setUp: history.setUp, runs: player.runs };
}

const BY = { author: 'property', note: '' };

export async function setUpBooks(books: Books, { company, policy, feeRules, rates }: SetUp): Promise<void> {
  const [savedAt, version] = [books.now(), 1];
  await writeTold(books, async (tx) => {
    const content = z.encode(companySettingsSchema, company);
    await insertSetting(tx, { ...BY, kind: 'company', id: '', version, content, savedAt });
    const limits = z.encode(teamPolicySchema, policy);
    await insertSetting(tx, { ...BY, kind: 'policy', id: '', version, content: limits, savedAt });
    for (const rule of feeRules) {
      const terms = z.encode(feeRuleSchema, rule);
      await insertSetting(tx, { ...BY, kind: 'fee-rule', id: rule.id, version, content: terms, savedAt });
    }
    const known = rates.map((rate) => ({ ...rate, source: 'property' }));
    await insertRates(tx, known, BY.author, savedAt);
  });
}

const placeOf = (shop: string) => {
  const [platform = '', name = ''] = shop.split('/');
  return { platform, name };
};

class ServerPlayer {
  readonly runs: ServerRun[] = [];
  private readonly books: Books;
  private readonly batches: BatchAnswer[] = [];
  private readonly closed = new Set<string>();
  private readonly approved = new Set<string>();
  private readonly lines = new Map<string, HeldLine>();
  private readonly orders = new Map<string, Order>();
  private readonly told = new Set<string>();
  private movements = 0;

  constructor(books: Books) {
    this.books = books;
  }

  async play(step: Step): Promise<void> {
    if (step.do === 'orders') await this.pushOrders(step);
    if (step.do === 'payout') await this.pushPayout(step);
    if (step.do === 'close') await this.close(step.month);
    if (step.do === 'link') await this.link(step);
    if (step.do === 'run') await this.run(step);
  }

  /** A sheet is in one currency. */
  private async pushOrders({ shop, orders }: Extract<Step, { do: 'orders' }>): Promise<void> {
    for (const order of orders) this.orders.set(orderKey(shop, order.orderNumber), order);
    for (const currency of new Set(orders.map((order) => order.currency))) {
      const own = sheetOf(orders.filter((order) => order.currency === currency));
      this.batches.push(await pushOrders(this.books, own, { shop: placeOf(shop), currency }));
    }
  }

  private async pushPayout(file: PayoutFile): Promise<void> {
    const { shop, lines, foots, paymentMode } = file;
    for (const line of lines) {
      const key = lineKey(shop, line);
      if (!this.lines.has(key)) this.lines.set(key, { key, line, file });
    }
    const [net, currency] = [sum(lines.map((line) => line.net)), lines[0]?.currency ?? 'TWD'];
    const proof = { net, rejectedNet: ZERO, declared: foots ? net : ZERO, state: foots ? 'foots' : 'differs' } as const;
    this.batches.push(
      await pushPayout(this.books, sheetOf(lines), { shop: placeOf(shop), currency, paymentMode, proof }),
    );
  }

  private async close(month: string): Promise<void> {
    this.closed.add(month);
    const changedAt = this.books.now();
    await writeTold(this.books, (tx) => insertPeriodChange(tx, { ...BY, month, state: 'closed', changedAt }));
  }

  private async link({ kind, lineKey: subject, orderKey: key }: Extract<Step, { do: 'link' }>): Promise<void> {
    const decision = { ...BY, kind, subject, orderKeys: [key], decidedAt: this.books.now() };
    await writeTold(this.books, (tx) => insertLinkDecision(tx, decision));
  }

  private async run({ asOf, approving }: Extract<Step, { do: 'run' }>): Promise<void> {
    if (approving) for (const key of this.lines.keys()) this.approved.add(key);
    const batchIds = [...new Set(this.batches.map((batch) => batch.batchId))];
    const request = { batchIds, asOf, approve: [...this.approved], author: BY.author };
    const result = await reconcile(this.books, request);
    const movements = result.stock.movements.map((one) => ({ ...one, shop: keyOfShop(one.shop) }));
    this.runs.push({
      ...{ asOf, closedMonths: new Set(this.closed), approved: new Set(this.approved), planHash: result.planHash },
      ...{ lines: [...this.lines.values()], orders: new Map(this.orders), conservation: result.conservation },
      ...{ outcomes: result.orders, unlinked: result.unlinked, onReview: result.onReview },
      sales: this.news(result.sales),
      receipts: this.news(result.receipts),
      vouchers: await this.vouchers(result),
      movements: movements.slice(this.movements),
      receivables: await this.receivables(),
    });
    this.movements = movements.length;
  }

  /** Documents that no run told of before, by the keys of their shops. */
  private news<T extends { readonly number: string; readonly shop: string }>(documents: readonly T[]): T[] {
    const news = documents.filter(({ number }) => !this.told.has(number));
    for (const { number } of news) this.told.add(number);
    return news.map((document) => ({ ...document, shop: keyOfShop(document.shop) }));
  }

  private async vouchers(result: ReconcileResult): Promise<PostedVoucher[]> {
    const rows = await this.books.database.transaction(this.books.company, (tx) =>
      tx.select<[voucher: string, document: string]>(
        ['v.number', 'coalesce(s.number, r.number)'],
        `FROM vouchers v JOIN voucher_documents d ON d.company_id = v.company_id AND d.voucher_id = v.id
         LEFT JOIN sales_documents s ON d.document = 'sales' AND s.company_id = d.company_id AND s.id = d.document_id
         LEFT JOIN receipts r ON d.document = 'receipt' AND r.company_id = d.company_id AND r.id = d.document_id
         WHERE v.company_id = ? ORDER BY v.id, d.document_id`,
        [tx.company],
      ),
    );
    return this.news(result.vouchers).map((voucher) => ({
      voucher,
      documents: rows.filter(([number]) => number === voucher.number).map(([, document]) => document),
    }));
  }

  private async receivables(): Promise<Run['receivables']> {
    const rows = await this.books.database.transaction(this.books.company, (tx) =>
      tx.select<
        [platform: string, name: string, number: string, original: number, credited: number, allocated: number]
      >(
        ['s.platform', 's.name', 'o.order_number', 'r.original', 'r.credited', 'r.allocated'],
        `FROM receivables r JOIN orders o ON o.company_id = r.company_id AND o.id = r.order_id
         JOIN shops s ON s.company_id = o.company_id AND s.id = o.shop_id WHERE r.company_id = ?`,
        [tx.company],
      ),
    );
    return new Map(
      rows.map(([platform, name, number, original, credited, allocated]) => {
        const key = orderKey(`${platform}/${name}`, number);
        return [key, { orderKey: key, original, credited, allocated }];
      }),
    );
  }
}

/** Answers name shops without their platform. */
function keyOfShop(name: string): string {
  return name === '小店' ? `shopee-tw/${name}` : `momo/${name}`;
}
