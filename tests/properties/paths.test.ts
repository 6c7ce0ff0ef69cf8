// What must not depend on the way: files pushed again, cut, overlapping or in another order, rows shuffled, runs repeated.
// On the engine with books in memory; tests/server/push-properties.test.ts does the same with files on every database.
import fc from '../fast-check.ts';
import { totalOf, trialBalance } from '../../core/ledger/trial-balance.ts';
import { reverseVoucher } from '../../core/ledger/reverse-voucher.ts';
import { amountOfUnits } from '../../core/money.ts';
import { must } from '../core/reconcile/memory-books.ts';
import { day } from '../server/fixtures.ts';
import { anyLineDraft, anyOrderDraft, lineOfDraft, orderOfDraft, SHOPS } from './arbitrary-files.ts';
import { anyHistory, type History, type Step } from './arbitrary-history.ts';
import { anySetUp, RATE_COUNT, type SetUp } from './arbitrary-set-up.ts';
import { ledgerInMemory, MemoryPlayer } from './ledger-in-memory.ts';
import { type Ledger, type Run, standings, totals } from './ledger.ts';

/** Caps are per run and month, hence a matter of the way: here they never run out. */
function withoutCaps(setUp: SetUp): SetUp {
  const most = amountOfUnits(1_000_000_000);
  const tolerance = { ...setUp.policy.tolerance, perRun: most, perMonth: most };
  return { ...setUp, policy: { ...setUp.policy, tolerance } };
}

const postedBy = ({ sales, receipts, vouchers, movements }: Run) => [sales, receipts, vouchers, movements];
const lastOf = ({ runs }: Ledger) => must(standings({ runs } as Ledger).at(-1));

/** Σ allocations by order and account: what the books say, whatever the path that led there. */
const balances = (ledger: Ledger) =>
  totals(
    lastOf(ledger).allReceipts.flatMap(({ allocations }) => allocations),
    ({ orderKey, target, feeType }) => `${orderKey ?? '-'} ${target} ${feeType ?? ''}`,
    ({ amount }) => amount,
  );

describe('I9', () => {
  // Seen to fail when `changeOf` did not take away the freight that was booked, and when `issueSales` forgot the documents before.
  test('pushing every payout file again and running again writes nothing', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        const player = new MemoryPlayer({ ...history, setUp: withoutCaps(history.setUp) });
        const last = must(history.steps.at(-1));
        for (const step of history.steps) player.play(step);
        for (const step of [...history.steps].reverse()) if (step.do === 'payout') player.play(step);
        player.play(last);
        expect(postedBy(must(player.runs.at(-1)))).toEqual([[], [], [], []]);
      }),
    );
  });

  // Seen to fail when `transfers` were left out of `bookOrder`.
  test('files cut anywhere, overlapping, in any order and with runs in between end in the same books', () => {
    fc.assert(
      fc.property(anyFiles, cuts, ({ orders, file, setUp }, parts) => {
        const last = { do: 'run', asOf: day('2024-07-31'), approving: true } as const;
        const whole = ledgerInMemory({ setUp, steps: [orders, file, last] });
        const steps = parts.flatMap((part): Step[] => [
          ...(part.withOrders ? [orders] : []),
          { ...file, lines: file.lines.filter((_, at) => part.rows[at]) },
          ...(part.runs ? [{ ...last, asOf: day('2024-05-20') }] : []),
        ]);
        const inParts = ledgerInMemory({ setUp, steps: [...steps, file, orders, last] });
        expect(balances(inParts)).toEqual(balances(whole));
        expect(figures(inParts)).toEqual(figures(whole));
        expect(lastOf(inParts).allMovements.length).toBe(lastOf(whole).allMovements.length);
      }),
    );
  });
});

/** Without a rate an order cannot be booked; what was paid before it was known then stands in suspense until there is one. */
const hasEveryMonth = ({ rates }: SetUp) => rates.length === RATE_COUNT;

/** A shop's orders and one file, of rows that name their order: a group of orders is found by what is open at the time. */
const anyFiles = fc
  .record({
    setUp: anySetUp.filter(hasEveryMonth).map(withoutCaps),
    sold: fc.uniqueArray(anyOrderDraft, { selector: ({ number }) => number, minLength: 1, maxLength: 4 }),
    paid: fc.array(anyLineDraft, { minLength: 1, maxLength: 8 }),
    paymentMode: fc.constantFrom('single' as const, 'instalments' as const),
  })
  .map(({ setUp, sold, paid, paymentMode }) => {
    const shop = SHOPS[0];
    const orders = sold.map(orderOfDraft);
    const known = new Map(orders.map((order) => [order.orderNumber, order]));
    const lines = paid
      .filter(({ pays, number }) => pays !== 'merged' && number !== null)
      .map((draft, at) => lineOfDraft(draft, `T${at}`, known));
    return {
      setUp,
      orders: { do: 'orders' as const, shop, orders },
      file: { do: 'payout' as const, shop, lines, foots: true, paymentMode },
    };
  });

const cuts = fc.array(
  fc.record({
    rows: fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
    withOrders: fc.boolean(),
    runs: fc.boolean(),
  }),
  { maxLength: 3 },
);

/** What the last run says, without the exchange gains and roundings in base currency that this run alone realised. */
const figures = (ledger: Ledger) =>
  lastOf(ledger).outcomes.map(({ flags, baseRounding, ...outcome }) => ({
    ...outcome,
    flags: flags.filter((flag) => flag !== 'FX_DIFF' && !(flag === 'ROUNDING_DIFF' && baseRounding !== 0)),
  }));

describe('I10', () => {
  // Seen to fail when `planReconciliation` did not sort the lines first.
  test('the order of rows does not change a byte of what is said and posted', () => {
    fc.assert(
      fc.property(anyHistory, fc.func(fc.nat()), (history, rank) => {
        const shuffle = (keys: string[]) => [...keys].sort((left, right) => rank(left) - rank(right));
        const told = ({ runs }: Ledger) =>
          JSON.stringify(runs.map((run) => [run.planHash, run.outcomes, run.unlinked, ...postedBy(run)]));
        expect(told(ledgerInMemory(history, shuffle))).toBe(told(ledgerInMemory(history)));
      }),
    );
  });
});

describe('I12', () => {
  // Seen to fail when `exchanged` kept the sides of the base currency.
  test('reversing every voucher leaves both entries and takes every account back to nothing', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        const posted = lastOf(ledgerInMemory(history)).allVouchers.map(({ voucher }) => voucher);
        const undone = posted.map((voucher, at) =>
          reverseVoucher({ ...voucher, number: `JV-${at}`, reverses: null }, day('2024-08-01'), history.setUp.company),
        );
        const rows = trialBalance([...posted, ...undone]);
        expect(rows.filter(({ balance, baseBalance }) => balance !== 0 || baseBalance !== 0)).toEqual([]);
        for (const currency of ['TWD', 'USD']) expect(totalOf(rows, currency)).toEqual({ document: 0, base: 0 });
        const turnover = (vouchers: typeof posted) =>
          vouchers.flatMap(({ lines }) => lines).reduce((total, { debit }) => total + debit, 0);
        expect(turnover([...posted, ...undone])).toBe(2 * turnover(posted));
      }),
    );
  });
});

describe('I14', () => {
  // Seen to fail when `moveStock` moved only what earlier runs had booked as sold.
  test('the same history without a single payout moves the same stock', () => {
    fc.assert(
      fc.property(anyHistory, (history) => {
        const unpaid: History = {
          ...history,
          steps: history.steps.filter((step) => step.do !== 'payout' && step.do !== 'link'),
        };
        expect(lastOf(ledgerInMemory(unpaid)).allMovements).toEqual(lastOf(ledgerInMemory(history)).allMovements);
      }),
    );
  });
});
