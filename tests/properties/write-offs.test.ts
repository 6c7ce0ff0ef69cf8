// The invariants, I18 above all, where it is tight: many orders, each short or over by little, in a few runs of several months, with caps that run out.
import fc from '../fast-check.ts';
import { addDays } from '../../core/business-date.ts';
import { DEFAULT_COMPANY } from '../../core/company.ts';
import { rateOfText } from '../../core/money.ts';
import { DEFAULT_POLICY } from '../../core/reconcile/policy.ts';
import { aLine, anOrder, day, must, twd } from '../server/fixtures.ts';
import { SHOPS } from './arbitrary-files.ts';
import type { History, Step } from './arbitrary-history.ts';
import { contracts } from './arbitrary-set-up.ts';
import { INVARIANTS } from './invariants.ts';
import { ledgerInMemory } from './ledger-in-memory.ts';

const anyRest = fc.record({
  dollars: fc.integer({ min: -4, max: 4 }),
  fee: fc.constantFrom(51, 52),
  runs: fc.boolean(),
  days: fc.nat(12),
  /** A newer export credits so much, and the platform takes all but so little of it back; the export may come after a run. */
  credit: fc.constantFrom(0, 0, 0, 1, 3, 200),
  kept: fc.integer({ min: 0, max: 4 }),
  isCreditLater: fc.boolean(),
});
// 51.135 of 1,050: the platform rounds up or down.
const feeRules = contracts('COMMISSION', 'rate', '0.0487');
const anyCaps = fc.record({
  perOrder: fc.constantFrom(2, 4).map(twd),
  share: fc.constantFrom(null, rateOfText('0.002')),
  perRun: fc.constantFrom(3, 6).map(twd),
  perMonth: fc.constantFrom(5, 9).map(twd),
});

const anyHistory: fc.Arbitrary<History> = fc
  .record({
    rests: fc.array(anyRest, { minLength: 2, maxLength: 12 }),
    tolerance: anyCaps,
    graceDays: fc.constantFrom(0, 0, 3),
  })
  .map(({ rests, tolerance, graceDays }) => {
    const shop = SHOPS[0];
    let asOf = day('2024-06-01');
    const steps = rests.flatMap(({ dollars, fee, runs, days, credit, kept, isCreditLater }, at): Step[] => {
      asOf = addDays(asOf, days);
      const number = `W${at}`;
      const line = aLine(number, { parts: { PRINCIPAL: 1050 - dollars, COMMISSION: -fee } });
      const back = Math.max(credit - kept, 0);
      const refund = aLine(number, { parts: { REFUND: -back }, paidOutOn: '2024-05-20' });
      const payout = { do: 'payout', shop, foots: true, paymentMode: 'single' } as const;
      const run: Step = { do: 'run', asOf, approving: false };
      return [
        { do: 'orders', shop, orders: [anOrder(number)] },
        { ...payout, lines: [line] },
        // What was written off before is not changed: I18 counts each time that something is given up.
        ...(isCreditLater && credit > 0 && dollars === 0 ? [run] : []),
        ...(credit > 0 ? [{ do: 'orders' as const, shop, orders: [anOrder(number, { credited: credit })] }] : []),
        ...(back > 0 ? [{ ...payout, lines: [refund] }] : []),
        ...(runs || at === rests.length - 1 ? [run] : []),
      ];
    });
    const policy = { ...DEFAULT_POLICY, graceDays, tolerance, feeTolerance: twd(1) };
    return { setUp: { company: DEFAULT_COMPANY, policy, feeRules, rates: [] }, steps };
  });

/** Σ of the last run's orders that keep a small credit as 尾差: closed, though the refund stayed below it. */
const keepsCredit = ({ runs }: ReturnType<typeof ledgerInMemory>) =>
  must(runs.at(-1)).outcomes.filter(({ writtenOff, open, credited, refunded }) => {
    return writtenOff < 0 && open === 0 && credited > refunded;
  });

// Seen to fail, with I6 and I7 below, when `finalPositions` left what is kept of a credit on the receivable; I6 and I7 also
// when the line that bears it did not book it.
test('what an order keeps of a small credit closes it, and a further run moves nothing', () => {
  let kept = 0;
  // Caps that run out leave something to write off for the next run.
  const tolerance = { perOrder: twd(4), share: null, perRun: twd(1000), perMonth: twd(1000) };
  fc.assert(
    fc.property(anyHistory, ({ steps, setUp }) => {
      const last = must(steps.at(-1));
      const policy = { ...setUp.policy, tolerance };
      const ledger = ledgerInMemory({ setUp: { ...setUp, policy }, steps: [...steps, last] });
      expect(must(ledger.runs.at(-1)).receipts).toEqual([]);
      for (const { suspense, settlement } of keepsCredit(ledger)) {
        kept += 1;
        expect([suspense, settlement]).toEqual([0, 'settled']);
      }
    }),
  );
  expect(kept).toBeGreaterThan(0);
});

// I18 was seen to fail when `Caps.take` did not subtract what it gave and when it forgot the month, I7 when
// `finalPositions` left out what was written off.
test.each(INVARIANTS.map(({ says, check }) => [says, check] as const))(
  'among orders a little short or over: %s',
  (_, check) => {
    fc.assert(fc.property(anyHistory, (history) => check(ledgerInMemory(history))));
  },
);

// Seen to fail when nothing was ever written off: the property above would hold for an engine that does nothing.
test('what the caps allow is written off', () => {
  const tolerance = { perOrder: twd(4), share: null, perRun: twd(6), perMonth: twd(9) };
  const [history] = fc.sample(anyHistory, { numRuns: 1, seed: 1 });
  const { steps, setUp } = must(history);
  const ledger = ledgerInMemory({ steps, setUp: { ...setUp, policy: { ...setUp.policy, tolerance } } });
  const given = ledger.runs.flatMap(({ outcomes }) => outcomes.filter(({ writtenOff }) => writtenOff !== 0));
  expect(given.length).toBeGreaterThan(0);
});
