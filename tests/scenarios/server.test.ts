// Every scenario text against the real server commands, on every database: what the engine decides is what the books
// hold, also when it is read back for the next run, and the books prove themselves in the end.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BankLine } from '../../core/bank/bank-line.ts';
import type { BatchAnswer, ReconcileResult } from '../../core/api.ts';
import { ZERO } from '../../core/money.ts';
import type { Order } from '../../core/order.ts';
import type { PayoutLine } from '../../core/payout.ts';
import type { StockMovement } from '../../core/stock.ts';
import type { Books } from '../../server/books.ts';
import { pushBankLines } from '../../server/commands/push-bank-lines.ts';
import { faultsOf } from '../server/book-balances.ts';
import { onEachDatabase } from '../server/databases.ts';
import { lineKey } from '../../core/reconcile/account.ts';
import { reconcile } from '../../server/commands/reconcile.ts';
import { SHOP } from '../core/reconcile/memory-books.ts';
import { pushOrders, pushPayout } from '../server/push.ts';
import { BANK } from './play-bank.ts';
import { complaints } from './check-run.ts';
import { describeRun } from './describe-run.ts';
import { readScenarios, type Scenario, type Step } from './read-scenarios.ts';
import { changeSetUp, FIRST_DAY } from './set-up.ts';
import { setUpBooks } from './set-up-books.ts';

type Payout = Extract<Step, { do: 'payout' }>;
type Run = Extract<Step, { do: 'reconcile' }>;

const files = readdirSync(__dirname).filter((name) => name.endsWith('.txt'));
const scenarios = files.flatMap((file) =>
  readScenarios(readFileSync(join(__dirname, file), 'utf8')).map((scenario) => ({ file, scenario })),
);

onEachDatabase((newBooks) => {
  test.each(scenarios.map(({ file, scenario }) => [file, scenario.title, scenario] as const))(
    '%s: %s',
    async (_file, _title, scenario) => {
      const books = newBooks();
      expect(await new Player(books).play(scenario)).toEqual([]);
      expect(await faultsOf(books)).toEqual([]);
    },
  );
});

/** Collects what happened since the last run, pushes it as sheets, reconciles, and keeps what earlier runs wrote. */
class Player {
  private readonly books: Books;
  private readonly batches: BatchAnswer[] = [];
  private readonly numbers = new Set<string>();
  private state = FIRST_DAY;
  private readonly movements: StockMovement[] = [];
  private readonly paid: PayoutLine[] = [];
  private orders: Order[] = [];
  private payouts: Payout[] = [];
  private deposits: BankLine[] = [];

  constructor(books: Books) {
    this.books = books;
  }

  async play(scenario: Scenario): Promise<string[]> {
    const wrong: string[] = [];
    for (const step of scenario.steps) {
      if (step.do === 'order') this.orders.push(step.order);
      else if (step.do === 'payout') this.payouts.push(step);
      else if (step.do === 'deposit') this.deposits.push(step.line);
      else if (step.do === 'set-up') await this.setUp(step.words);
      else wrong.push(...(await this.run(step, step === scenario.steps.at(-1))));
    }
    return wrong;
  }

  private async run({ asOf, expect: expected }: Run, isLast: boolean): Promise<string[]> {
    await this.push();
    const result = await reconcile(this.books, {
      ...{ batchIds: this.batches.map((batch) => batch.batchId), asOf },
      approve: this.state.approved.flatMap((number) => this.lineKeysOf(number)),
      author: 'scenario',
    });
    const newReceipts = this.unseen(result.receipts);
    const newSales = this.unseen(result.sales);
    const newVouchers = this.unseen(result.vouchers);
    const newMovements = result.stock.movements.slice(this.movements.length);
    expect(result.stock.movements.slice(0, this.movements.length)).toEqual(this.movements);
    this.movements.push(...newMovements);
    const batches = result.deposits?.batches ?? [];
    const news = { newReceipts, newSales, newVouchers, newMovements, batches };
    return [
      ...complaints(describeRun({ ...result, ...news }, asOf), expected),
      ...(await this.complaintsAgain(result, isLast)),
    ];
  }

  /** Looked at again, all sheets together and in the end one by itself: nothing to post, every order stands as it did. */
  private async complaintsAgain({ asOf, policy, orders }: ReconcileResult, isLast: boolean): Promise<string[]> {
    const { perOrder, perRun } = policy.tolerance;
    if (perRun < perOrder * orders.length) return []; // a cap for one run lets the next one write off more
    const stood = new Map(orders.map((order) => [order.orderKey, standing(order)]));
    const all = this.batches.map(({ batchId }) => batchId);
    const wrong: string[] = [];
    for (const batchIds of [all, ...(isLast ? all.map((id) => [id]) : [])]) {
      const again = await reconcile(this.books, { batchIds, asOf, policy, mode: 'plan' });
      const posts = Object.entries(again.posted).filter(([, count]) => count > 0);
      wrong.push(...posts.map(([what, count]) => `${batchIds.length} sheets again post ${count} ${what}`));
      const moved = again.orders.filter((order) => standing(order) !== stood.get(order.orderKey));
      wrong.push(...moved.map((order) => `again: ${standing(order)}, before: ${stood.get(order.orderKey)}`));
    }
    return wrong;
  }

  private unseen<T extends { readonly number: string }>(documents: readonly T[]): T[] {
    const news = documents.filter(({ number }) => !this.numbers.has(number));
    for (const { number } of news) this.numbers.add(number);
    return news;
  }

  /** Keys of the payout lines pushed so far that name the number; `-` for those that name none. */
  private lineKeysOf(number: string): string[] {
    const named = number === '-' ? null : number;
    return [...this.paid, ...this.payouts.map(({ line }) => line)]
      .filter((line) => line.orderNumber === named)
      .map((line) => lineKey(SHOP, line));
  }

  private async setUp(words: readonly string[]): Promise<void> {
    const before = this.state;
    this.state = changeSetUp(before, words);
    await setUpBooks(this.books, before, this.state, (number) => this.lineKeysOf(number));
  }

  private async push(): Promise<void> {
    for (const currency of new Set(this.orders.map((order) => order.currency))) {
      const orders = this.orders.filter((order) => order.currency === currency);
      this.batches.push(await pushOrders(this.books, orders, { currency }));
    }
    for (const sheet of sheetsOf(this.payouts)) {
      const [{ line, shop, single, foots }] = sheet;
      const [platform = '', name = ''] = shop.split('/');
      const lines: PayoutLine[] = sheet.map((step) => step.line);
      this.paid.push(...lines);
      this.batches.push(
        await pushPayout(this.books, lines, {
          shop: { platform, name },
          currency: line.currency,
          paymentMode: single ? 'single' : 'instalments',
          ...(foots ? {} : { proof: { net: line.net, rejectedNet: ZERO, declared: ZERO, state: 'differs' } }),
        }),
      );
    }
    if (this.deposits.length > 0) {
      const about = { mapping: { id: 'bank.signed-amount', version: 1 }, source: { file: 'bank.csv', sheet: 'bank' } };
      await pushBankLines(this.books, { account: BANK, ...about, rows: this.deposits });
    }
    this.orders = [];
    this.payouts = [];
    this.deposits = [];
  }
}

/** Payout rows that could stand in one file: same shop, same currency, same way of paying, same proof. */
function sheetsOf(payouts: readonly Payout[]): [Payout, ...Payout[]][] {
  const sheets = new Map<string, [Payout, ...Payout[]]>();
  for (const step of payouts) {
    const key = `${step.shop} ${step.line.currency} ${step.single} ${step.foots}`;
    const sheet = sheets.get(key);
    if (sheet) sheet.push(step);
    else sheets.set(key, [step]);
  }
  return [...sheets.values()];
}

/** An order's state without the cell it came from, which is the sheet's at hand. */
const standing = ({ source: _, lineKeys: __, ...state }: ReconcileResult['orders'][number]) => JSON.stringify(state);
