// The work list: items from a run's result, their state from what people did, and whether the figures are still the same.
import { LANGUAGES } from '../../core/language.ts';
import { lineKey } from '../../core/reconcile/account.ts';
import { nextStep } from '../../core/reconcile/explain.ts';
import { approvedLines, decisionsOf } from '../../core/work-decisions.ts';
import { type Resolution, WORK_KINDS, type WorkEvent } from '../../core/work-event.ts';
import { type WorkItem, workListOf } from '../../core/work-list.ts';
import { KIND_LABELS, reopenedText, STATE_LABELS, stepText } from '../../core/work-words.ts';
import { ZERO } from '../../core/money.ts';
import { WORK_STATES } from '../../core/work-status.ts';
import { must } from './reconcile/memory-books.ts';
import { aLine, anOrder, day, dollars, runBooks } from './worksheets/run-books.ts';

const stray = aLine('Z9', { PRINCIPAL: 300 });
const { result } = runBooks({
  orders: ['A1', 'A2'].map((number) => anOrder(number)),
  payouts: [{ file: 'income.xlsx', lines: [aLine('A1', { PRINCIPAL: 950 }), stray] }],
});
const item = (number: string, events: readonly WorkEvent[] = [], from = result) =>
  must(workListOf(from, events).items.find(({ orderNumber }) => orderNumber === number));

let seq = 0;
function event(about: WorkItem, resolution: Resolution, more: Partial<WorkEvent> = {}): WorkEvent {
  const { subject, figures, headline, shop, orderNumber, currency, atStake, decided } = about;
  const facts = { headline, shop, orderNumber, currency, atStake, decided };
  const at = '2024-05-30T08:00:00.000Z';
  return { seq: ++seq, subject, resolution, facts, figures, author: '王會計', note: '', at, ...more };
}
/** The same run after A1 was paid a little more. */
const changed = {
  ...result,
  orders: result.orders.map((one) =>
    one.orderNumber === 'A1' ? { ...one, received: dollars(960), open: dollars(40) } : one,
  ),
};

test('items come by severity, with platform, amount, age and what may be decided', () => {
  const { items } = workListOf(result, []);
  expect(
    items.map(({ orderNumber, kind, platform, atStake, age, decided }) => [
      orderNumber,
      kind,
      platform,
      atStake / 10_000,
      age,
      decided,
    ]),
  ).toEqual([
    ['Z9', 'line', 'shopee-tw', 300, 22, { on: 'rest', amount: dollars(-300) }],
    ['A1', 'order', 'shopee-tw', 50, 12, { on: 'rest', amount: dollars(50) }],
    ['A2', 'order', 'shopee-tw', 1000, 12, { on: 'rest', amount: dollars(1000) }],
  ]);
});

test('money of an order without a number is an item: linked, or accepted as a fee; money of no order is none', () => {
  const lines = [aLine(null, { PRINCIPAL: 1000, COMMISSION: -60 }), aLine(null, { AD_FEE: -30 })];
  const { result: own } = runBooks({ orders: [anOrder('A1')], payouts: [{ file: 'income.xlsx', lines }] });
  const found = workListOf(own, []).items.filter(({ kind }) => kind === 'line');
  expect(found).toMatchObject([{ headline: 'PAYOUT_WITHOUT_ORDER', orderNumber: '', atStake: dollars(940) }]);
  const [only] = found;
  expect([only?.decided, only?.actions]).toEqual([
    { on: 'rest', amount: dollars(-1000) },
    expect.arrayContaining(['link', 'accept-fee']),
  ]);
  expect(only?.proposals.map(({ pass, orderNumbers }) => [pass, orderNumbers])).toEqual([['P6', ['A1']]]);
});

test.each([
  ['CHARGEBACK', { CHARGEBACK_REVERSAL: 50 }],
  ['RESERVE_HELD', { RESERVE_RELEASED: 50 }],
] as const)(
  '%s given back beyond what was taken stands below zero: nothing to claim, and a next step of its own',
  (headline, parts) => {
    const lines = [aLine('A1', { PRINCIPAL: 1000, ...parts })];
    const { result: own } = runBooks({ orders: [anOrder('A1')], payouts: [{ file: 'income.xlsx', lines }] });
    const [found] = workListOf(own, []).items;
    expect(found).toMatchObject({ headline, atStake: dollars(-50), decided: null });
    expect(found?.actions).toEqual(['assign', 'note', 'wait', 'resolve']);
    for (const language of LANGUAGES) {
      expect(found?.sentence[language]).toContain('50');
      expect(nextStep(headline, language, dollars(-50))).not.toBe(nextStep(headline, language, dollars(50)));
    }
  },
);

test.each<[string, Resolution[], string]>([
  ['untouched', [], 'open'],
  ['with a note', [{ kind: 'note' }], 'open'],
  ['assigned', [{ kind: 'assign', assignee: '林會計', dueOn: null }], 'assigned'],
  [
    'whose assignment ended',
    [
      { kind: 'assign', assignee: '林會計', dueOn: null },
      { kind: 'assign', assignee: '', dueOn: null },
    ],
    'open',
  ],
  ['waiting until today', [{ kind: 'wait', until: day('2024-06-01') }], 'waiting'],
  ['that waited long enough', [{ kind: 'wait', until: day('2024-05-31') }], 'open'],
  ['claimed', [{ kind: 'claim', reference: '' }], 'claimed'],
  ['claimed and then closed', [{ kind: 'claim', reference: '' }, { kind: 'resolve' }], 'resolved'],
  ['closed and opened again', [{ kind: 'resolve' }, { kind: 'reopen' }], 'open'],
])('an item %s', (_, steps, state) => {
  const events = steps.map((step) => event(item('A1'), step));
  expect(item('A1', events).state).toBe(state);
});

test('a resolved item whose figures changed is open again, and says who decided what on which figures', () => {
  const closed = event(item('A1'), { kind: 'resolve' });
  expect(item('A1', [closed]).state).toBe('resolved');
  const again = item('A1', [closed], changed);
  expect([again.state, must(again.reopened).by]).toEqual(['open', 'figures']);
  expect(reopenedText(must(again.reopened), 'zh-TW')).toBe(
    '2024-05-30 王會計：結案；當時為「短收」50。之後數字變了，原決定不再適用，請重新處理。',
  );
});

test('a resolved item whose cause is gone stays, one that merely waited does not', () => {
  const gone = { ...result, orders: result.orders.map((one) => ({ ...one, discrepancies: [] })) };
  const accepted = event(item('A1'), { kind: 'accept-fee', feeType: 'COMMISSION' });
  const waiting = event(item('A2'), { kind: 'wait', until: day('2024-12-31') });
  const { items } = workListOf(gone, [accepted, waiting]);
  expect(items.map(({ orderNumber, state }) => [orderNumber, state])).toEqual([
    ['Z9', 'open'],
    ['A1', 'resolved'],
  ]);
  expect(must(items[1]).sentence.en).toBe('Was "Short paid" 50; 2024-05-30 王會計: 50 accepted as Commission.');
});

test('a run learns the last decision on each matter, and what was reopened is withdrawn', () => {
  const accept = event(item('A1'), { kind: 'accept-fee', feeType: 'COMMISSION' });
  const claim = { ...accept.facts, decided: { on: 'claim' as const, amount: dollars(17) } };
  const both = decisionsOf([accept, { ...accept, facts: claim }]).get(accept.subject);
  expect(both).toEqual({
    rest: { kind: 'accept-fee', amount: dollars(50), feeType: 'COMMISSION' },
    claim: { kind: 'accept-fee', amount: dollars(17), feeType: 'COMMISSION' },
  });
  const withdrawn = { kind: 'withdrawn', amount: ZERO, feeType: null };
  const reopened = decisionsOf([accept, event(item('A1'), { kind: 'reopen' })]).get(accept.subject);
  expect(reopened).toEqual({ rest: withdrawn, claim: withdrawn });
  expect(decisionsOf([event(item('A1'), { kind: 'note' })]).size).toBe(0);
});

test('lines that wait are listed with their reason, and approved ones are known to a run', () => {
  const key = lineKey('shopee-tw/demo', stray);
  const { review } = workListOf({ ...result, onReview: [{ lineKey: key, reason: 'ABOVE_LIMIT' }] }, []);
  expect(review).toMatchObject([{ subject: key, orderNumber: 'Z9', net: dollars(300), mayApprove: true }]);
  const unrated = workListOf({ ...result, onReview: [{ lineKey: key, reason: 'RATE_MISSING' }] }, []).review;
  expect(must(unrated[0]).mayApprove).toBe(false);
  const approved = event(item('Z9'), { kind: 'approve' }, { subject: key });
  expect([...approvedLines([approved, event(item('A1'), { kind: 'note' })])]).toEqual([key]);
});

const STEPS: readonly Resolution[] = [
  { kind: 'assign', assignee: '林會計', dueOn: day('2024-06-10') },
  { kind: 'assign', assignee: '', dueOn: null },
  { kind: 'wait', until: day('2024-06-15') },
  { kind: 'claim', reference: 'C-7' },
  { kind: 'link', orderKey: 'shop\u001fA2' },
  { kind: 'decline', orderKeys: ['shop\u001fA2', 'shop\u001fA3'] },
  { kind: 'accept-fee', feeType: 'PENALTY' },
  ...(['note', 'resolve', 'reopen', 'write-off', 'approve'] as const).map((kind) => ({ kind })),
];

test.each(LANGUAGES)('every step and state has its words, with the facts in them (%s)', (language) => {
  const texts = STEPS.map((step) => stepText(event(item('A1'), step), language));
  expect(new Set(texts).size).toBe(STEPS.length);
  expect(texts.join('|')).toMatch(/林會計.*2024-06-10.*2024-06-15.*C-7.*A2.*A2(, |、)A3.*50.*50/);
  const labels = [...WORK_KINDS.map((kind) => KIND_LABELS[kind]), ...WORK_STATES.map((state) => STATE_LABELS[state])];
  expect(labels.filter((label) => label[language] === '')).toEqual([]);
});
