// I18 on books that people decide about: whoever decides what, one by one or many at once, under whatever policy the
// request brings along, what is given up keeps within the limits that the team set. Read from the rows that were posted.
import fc from '../fast-check.ts';
import { monthOf } from '../../core/business-date.ts';
import type { Resolution } from '../../core/work-event.ts';
import type { WorkItem } from '../../core/work-list.ts';
import { DEFAULT_POLICY, type ReconcilePolicy } from '../../core/reconcile/policy.ts';
import { ApiError } from '../../server/api-error.ts';
import type { Books } from '../../server/books.ts';
import { listWork } from '../../server/commands/list-work.ts';
import { reconcile } from '../../server/commands/reconcile.ts';
import { resolveWork } from '../../server/commands/resolve-work.ts';
import { onEachDatabase } from '../server/databases.ts';
import { aLine, anOrder, day, sheetOf, twd } from '../server/fixtures.ts';
import { pushOrders, pushPayout } from '../server/push.ts';
import { setPolicy } from '../server/team-policy.ts';

/** The last is named by nobody, and has a name that every object knows. */
const AUTHORS = ['王會計', '陳主管', 'constructor'] as const;
const DAYS = ['2024-06-10', '2024-07-10'].map(day);

const dollars = (...choices: readonly number[]) => fc.constantFrom(...choices).map(twd);
const anyLimits = fc.record({
  tolerance: fc.record({
    perOrder: dollars(0, 2),
    share: fc.constant(null),
    perRun: dollars(5, 9),
    perMonth: dollars(7, 12),
  }),
  authority: fc.record({ 王會計: dollars(1, 3), 陳主管: dollars(4, 8) }),
});

const HUGE = { perOrder: twd(99_999), share: null, perRun: twd(99_999), perMonth: twd(99_999) };
/** What a request brings along: nothing, less, or more than it may. */
const anyAsked: fc.Arbitrary<Partial<ReconcilePolicy> | undefined> = fc.constantFrom(
  undefined,
  undefined,
  undefined,
  { payoutTermDays: 3 },
  { tolerance: DEFAULT_POLICY.tolerance },
  { tolerance: HUGE },
  { authority: { 王會計: twd(99_999), constructor: twd(99_999) } },
);

const anyDecision = fc.record({
  kind: fc.constantFrom<Resolution>({ kind: 'write-off' }, { kind: 'accept-fee', feeType: 'SERVICE_FEE' }),
  author: fc.constantFrom(...AUTHORS),
  /** Which items of one kind, by their place. */
  picked: fc.uniqueArray(fc.nat(4), { minLength: 1, maxLength: 3 }),
});
const anyStep = fc.record({
  /** Orders pushed before: each short (positive) or over by so many dollars. */
  rests: fc.array(fc.integer({ min: -4, max: 9 }), { maxLength: 3 }),
  /** Null: a run. */
  decision: fc.option(anyDecision, { freq: 5 }),
  asked: anyAsked,
  later: fc.boolean(),
});
const anyStory = fc.record({ limits: anyLimits, steps: fc.array(anyStep, { minLength: 5, maxLength: 9 }) });
type Story = typeof anyStory extends fc.Arbitrary<infer T> ? T : never;
type Step = Story['steps'][number];

interface Event {
  readonly asOf: string;
  /** Given up by the step, by order number. */
  readonly given: ReadonlyMap<string, number>;
  readonly byHand: { readonly author: string; readonly numbers: ReadonlySet<string> } | null;
  readonly refused: string | null;
}

/** What every order gave up so far: written off, or accepted as a fee, whatever its sign. */
async function givenUp(books: Books): Promise<Map<string, number>> {
  const rows = await books.database.transaction(books.company, (tx) =>
    tx.select<[string, number]>(
      ['o.order_number', 'CAST(sum(a.amount) AS BIGINT)'],
      `FROM allocations a JOIN orders o ON o.company_id = a.company_id AND o.id = a.order_id
       WHERE a.company_id = ? AND (a.target = 'writeOff' OR a.fee_type IS NOT NULL AND a.target <> 'claim')
       GROUP BY o.order_number`,
      [tx.company],
    ),
  );
  return new Map(rows.map(([number, amount]) => [number, Math.abs(amount)]));
}

async function play(books: Books, { limits, steps }: Story): Promise<Event[]> {
  await setPolicy(books, limits);
  const batchIds: string[] = [];
  const events: Event[] = [];
  let orders = 0;
  for (const { rests, decision, asked, later } of steps) {
    for (const rest of rests) {
      const number = `R${(orders += 1)}`;
      const line = aLine(number, { parts: { PRINCIPAL: 1050 - rest, COMMISSION: -60 } });
      const name = { source: { file: `${number}.xlsx`, sheet: 's' } };
      batchIds.push((await pushOrders(books, sheetOf([anOrder(number)]), name)).batchId);
      batchIds.push((await pushPayout(books, sheetOf([line]), name)).batchId);
    }
    if (batchIds.length === 0) continue;
    const asOf = DAYS[later || events.at(-1)?.asOf === DAYS[1] ? 1 : 0] ?? day('2024-06-10');
    const run = { batchIds: [...batchIds], asOf, ...(asked === undefined ? {} : { policy: asked }) };
    events.push(await act(books, run, decision));
  }
  return events;
}

type Run = Parameters<typeof reconcile>[1];

async function act(books: Books, run: Run, decision: Step['decision']): Promise<Event> {
  const before = await givenUp(books);
  const { asOf } = run;
  const chosen = decision === null ? [] : await pick(books, run, decision);
  const author = decision?.author ?? '';
  const byHand = decision === null ? null : { author, numbers: new Set(chosen.map((item) => item.orderNumber)) };
  const refused = await codeOf(
    decision === null || chosen.length === 0
      ? reconcile(books, run)
      : resolveWork(books, { ...run, subjects: chosen, resolution: decision.kind, author, note: '' }),
  );
  const given = [...(await givenUp(books))].map(([number, now]) => [number, now - (before.get(number) ?? 0)] as const);
  return { asOf, given: new Map(given.filter(([, amount]) => amount !== 0)), byHand, refused };
}

/** Of the list as anybody may see it, items of the first one's state. */
async function pick(books: Books, { batchIds, asOf }: Run, { picked, kind }: NonNullable<Step['decision']>) {
  const { items } = await listWork(books, { batchIds, asOf });
  const open = items.filter(({ actions }) => actions.includes(kind.kind));
  const found = picked.flatMap((at): WorkItem[] => open.slice(at, at + 1));
  return found.filter(({ headline }) => headline === found[0]?.headline);
}

async function codeOf(work: Promise<unknown>): Promise<string | null> {
  try {
    await work;
    return null;
  } catch (error) {
    if (error instanceof ApiError) return error.code;
    throw error;
  }
}

const sumOf = (amounts: Iterable<number>) => [...amounts].reduce((left, right) => left + right, 0);

function keepsWithin({ limits: { tolerance, authority } }: Story, events: readonly Event[]): void {
  const months = new Map<string, number>();
  for (const { asOf, given, byHand, refused } of events) {
    if (refused !== null) expect([refused, [...given]]).toEqual([refused, []]);
    for (const [number, amount] of given) {
      const own = byHand?.numbers.has(number)
        ? (Object.entries(authority).find(([n]) => n === byHand.author) ?? [])
        : [];
      expect(amount).toBeLessThanOrEqual(own[1] ?? tolerance.perOrder);
    }
    expect(sumOf(given.values())).toBeLessThanOrEqual(tolerance.perRun);
    const month = monthOf(day(asOf));
    months.set(month, (months.get(month) ?? 0) + sumOf(given.values()));
  }
  for (const total of months.values()) expect(total).toBeLessThanOrEqual(tolerance.perMonth);
}

const stories = fc.sample(anyStory, { numRuns: 12, seed: Number(process.env['PROPERTY_SEED'] ?? 18) });

onEachDatabase((newBooks) => {
  const told: Event[][] = [];
  beforeAll(async () => {
    for (const story of stories) told.push(await play(newBooks(), story));
  }, 240_000);

  // Seen to fail when only write-offs were held against the limits and fees were accepted without, and when what is
  // decided did not use up the caps of the run that carries it out.
  test('I18 what is given up keeps within the limits of a person, an order, a run and a month', () => {
    stories.forEach((story, at) => keepsWithin(story, told[at] ?? []));
  });

  // Seen to fail when nobody could decide anything: the property above would hold.
  test('decisions within the limits are carried out, and others are refused by their names', () => {
    const events = told.flat();
    const done = events.filter(({ byHand, given }) => [...given.keys()].some((number) => byHand?.numbers.has(number)));
    expect(done.length).toBeGreaterThan(3);
    expect(new Set(events.map(({ refused }) => refused))).toEqual(
      new Set([null, 'WRITE_OFF_OVER_LIMIT', 'POLICY_LOOSENED']),
    );
  });
});
