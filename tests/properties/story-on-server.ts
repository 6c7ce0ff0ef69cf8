// Plays a story through the server's commands, and tells what its books amount to whatever documents led there.
import type { BatchAnswer, ReconcileResult } from '../../core/api.ts';
import type { Undone } from '../../core/ledger-api.ts';
import { lineKey } from '../../core/reconcile/account.ts';
import type { OrderOutcome } from '../../core/reconcile/outcome.ts';
import type { AccountRole } from '../../core/voucher.ts';
import { ApiError } from '../../server/api-error.ts';
import type { Books } from '../../server/books.ts';
import { changePeriod } from '../../server/commands/change-period.ts';
import { reconcile } from '../../server/commands/reconcile.ts';
import { nameOfRun } from '../../server/store/runs.ts';
import { undo } from '../server/book-balances.ts';
import { day, must, sheetOf } from '../server/fixtures.ts';
import { pushOrders, pushPayout } from '../server/push.ts';
import { SHOPS } from './arbitrary-files.ts';
import type { PayoutPart, Story, StoryStep } from './arbitrary-story.ts';
import { setUpBooks } from './ledger-on-server.ts';
import { totals } from './ledger.ts';

const SHOP = SHOPS[0];
const [platform = '', name = ''] = SHOP.split('/');
const shop = { platform, name };
/** What is no fault of an undo: nothing there, undone already, or something counts on it. */
/** Nor of closing a month: it is closed already, or what its foreign balances are worth on its last day is not known. */
const CLOSED_ALREADY = ['PERIOD_STATE', 'RATE_MISSING'];
const REFUSED = ['REVERSAL_DEPENDED', 'REVERSED_ALREADY', 'UNDO_EMPTY', 'REVERSAL_FINAL'];

/** Plays the story and looks at all its files twice at the end: by then every day of grace is over. */
export async function endOf(books: Books, { setUp, steps }: Story) {
  await setUpBooks(books, setUp);
  const player = new StoryPlayer(books);
  for (const step of steps) await player.play(step);
  await player.run('2024-07-31');
  const { orders } = await player.run('2024-08-31');
  return {
    figures: orders.map(withoutWay).sort(byKey),
    ...(await bookedIn(books)),
  };
}

class StoryPlayer {
  private readonly books: Books;
  private readonly batches: BatchAnswer[] = [];
  private readonly rows: { readonly file: string; readonly row: number; readonly key: string }[] = [];

  constructor(books: Books) {
    this.books = books;
  }

  async play(step: StoryStep): Promise<void> {
    if (step.do === 'orders') await this.pushOrders(step);
    if (step.do === 'payout') await this.pushPayout(step);
    if (step.do === 'run' && this.batches.length > 0) await this.run(step.on, step.of);
    if (step.do === 'close')
      await this.mayRefuse(changePeriod(this.books, { ...BY, month: step.month, state: 'closed' }), CLOSED_ALREADY);
    if (step.do === 'undo') await this.undo(step);
  }

  /** Whoever runs it lets every line be booked that waits. */
  run(on: string, of: readonly boolean[] = []): Promise<ReconcileResult> {
    const all = [...new Set(this.batches.map(({ batchId }) => batchId))];
    const some = all.filter((_, at) => of[at]);
    const approve = [...new Set(this.rows.map(({ key }) => key))];
    return reconcile(this.books, { batchIds: some.length > 0 ? some : all, asOf: day(on), approve, author: BY.author });
  }

  private async pushOrders({ orders }: Extract<StoryStep, { do: 'orders' }>): Promise<void> {
    for (const currency of new Set(orders.map((order) => order.currency))) {
      const own = sheetOf(orders.filter((order) => order.currency === currency));
      this.batches.push(await pushOrders(this.books, own, { shop, currency }));
    }
  }

  private async pushPayout({ file, lines }: PayoutPart): Promise<void> {
    lines.forEach((line, at) => this.rows.push({ file, row: at + 2, key: lineKey(SHOP, line) }));
    const facts = { shop, currency: must(lines[0]).currency, source: { file, sheet: 'Income' } };
    this.batches.push(await pushPayout(this.books, sheetOf(lines), { ...facts, paymentMode: 'single' }));
  }

  private async undo({ what, at }: Extract<StoryStep, { do: 'undo' }>): Promise<void> {
    const undone = await this.undoneAt(what, at);
    if (undone !== null) await this.mayRefuse(undo(this.books, undone), REFUSED);
  }

  private async undoneAt(what: Undone['kind'], at: number): Promise<Undone | null> {
    const pick = <T>(all: readonly T[]) => all[all.length - 1 - (at % Math.max(1, all.length))];
    const row = pick(this.rows);
    if (what === 'row') return row ? { kind: 'row', source: { file: row.file, sheet: 'Income', row: row.row } } : null;
    const batch = pick(this.batches);
    if (what === 'batch') return batch ? { kind: 'batch', batchId: batch.batchId } : null;
    if (what === 'run') {
      const run = pick(await this.select<[number]>(['id'], 'FROM runs WHERE company_id = ? ORDER BY id'));
      return run ? { kind: 'run', runId: nameOfRun(run[0]) } : null;
    }
    const receipt = pick(await this.select<[string]>(['number'], 'FROM receipts WHERE company_id = ? ORDER BY id'));
    return receipt ? { kind: 'receipt', number: receipt[0] } : null;
  }

  private select<T extends readonly (string | number)[]>(columns: string[], rest: string): Promise<T[]> {
    const { database, company } = this.books;
    return database.transaction(company, (tx) => tx.select<T>(columns, rest, [company]));
  }

  private async mayRefuse(work: Promise<unknown>, codes: readonly string[]): Promise<void> {
    await work.catch((error: unknown) => {
      if (!(error instanceof ApiError) || !codes.includes(error.code)) throw error;
    });
  }
}

const BY = { author: 'property', note: '' };

/** Without what the way decides: where it stood last, which days and rates its documents had. */
function withoutWay({ source: _, flags, baseOpen: _base, baseRounding: _rounding, ...outcome }: OrderOutcome) {
  return { ...outcome, flags: flags.filter((flag) => flag === 'SUBSIDY_DIFF') };
}

const byKey = (left: { readonly orderKey: string }, right: { readonly orderKey: string }) =>
  left.orderKey < right.orderKey ? -1 : 1;

/**
 * Balances in the currency of the documents. Tax is rounded on each of them, and an allowance stays one when the goods come
 * back later: income with its tax is one sum, and so are fees.
 */
const TOGETHER: Partial<Record<AccountRole, string>> = {
  ...{ outputVat: 'income', sales: 'income', salesReturns: 'income', salesAllowances: 'income' },
  ...{ inputVat: 'fees', prepaidFees: 'fees', platformFees: 'fees', freight: 'fees', advertising: 'fees' },
  otherExpense: 'fees',
};

type RoleSum = readonly [currency: string, role: AccountRole, amount: number];

const accountsOf = (sums: readonly RoleSum[]) =>
  totals(
    sums,
    ([currency, role]) => `${currency} ${TOGETHER[role] ?? role}`,
    ([, , amount]) => amount,
  );

async function bookedIn({ database, company }: Books) {
  return database.transaction(company, async (tx) => {
    const rows = (columns: string[], rest: string) => tx.select<readonly (string | number)[]>(columns, rest, [company]);
    const sums = await tx.select<RoleSum>(
      ['v.currency', 'l.role', 'CAST(sum(l.debit - l.credit) AS BIGINT)'],
      `FROM voucher_lines l JOIN vouchers v ON v.company_id = l.company_id AND v.id = l.voucher_id WHERE l.company_id = ?
       GROUP BY v.currency, l.role ORDER BY v.currency, l.role`,
      [company],
    );
    return {
      accounts: accountsOf(sums),
      positions: await rows(
        ["coalesce(o.order_number, '-')", 'a.target', 'CAST(sum(a.amount) AS BIGINT)'],
        `FROM allocations a LEFT JOIN orders o ON o.company_id = a.company_id AND o.id = a.order_id WHERE a.company_id = ?
         GROUP BY o.order_number, a.target HAVING sum(a.amount) <> 0 ORDER BY o.order_number, a.target`,
      ),
      receivables: await rows(
        ['o.order_number', 'r.original', 'r.credited', 'r.allocated'],
        `FROM receivables r JOIN orders o ON o.company_id = r.company_id AND o.id = r.order_id WHERE r.company_id = ?
         AND (r.original <> 0 OR r.credited <> 0 OR r.allocated <> 0) ORDER BY o.order_number`,
      ),
      stock: await rows(['sku', 'moved'], 'FROM stock_balances WHERE company_id = ? AND moved <> 0 ORDER BY sku'),
      lines: await rows(['count(*)'], 'FROM line_bookings WHERE company_id = ?'),
    };
  });
}
