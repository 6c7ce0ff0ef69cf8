// What a request may change of the team's policy: terms of reading at will, limits only downwards.
import { rateOfText } from '../../../core/money.ts';
import { askPolicy } from '../../../core/reconcile/ask-policy.ts';
import { DEFAULT_POLICY, type ReconcilePolicy } from '../../../core/reconcile/policy.ts';
import { must, twd } from '../../server/fixtures.ts';

const tolerance = { perOrder: twd(2), share: rateOfText('0.01'), perRun: twd(20), perMonth: twd(30) };
const autoPost = { passes: ['P1', 'P2'] as const, onlyFooting: true, netMax: twd(500) };
const authority = { 王會計: twd(50), 實習生: twd(1) };
const TEAM: ReconcilePolicy = { ...DEFAULT_POLICY, tolerance, autoPost, authority, feeTolerance: twd(1) };

type Changes = Partial<ReconcilePolicy>;
const said = (changes: Changes) => {
  const asked = askPolicy(TEAM, changes);
  return 'loosens' in asked ? asked.loosens.en : asked.policy;
};

// Each was seen to be taken while a request was laid over the team's policy unlooked at.
test.each<[string, Changes, string]>([
  ['per order', { tolerance: { ...tolerance, perOrder: twd(3) } }, 'the write-off limit of an order'],
  ['as a share', { tolerance: { ...tolerance, share: rateOfText('0.02') } }, 'limit as a share of the receivable'],
  ['as any share', { tolerance: { ...tolerance, share: null } }, 'limit as a share of the receivable'],
  ['per run', { tolerance: { ...tolerance, perRun: twd(21) } }, 'the write-off limit of a run'],
  ['per month', { tolerance: { ...tolerance, perMonth: twd(31) } }, 'the write-off limit of a month'],
  ['for a person', { authority: { 王會計: twd(51) } }, "a person's authority to write off"],
  ['for a person who has less than others', { authority: { 實習生: twd(2) } }, "a person's authority to write off"],
  ['for somebody not named', { authority: { 陳主管: twd(3) } }, "a person's authority to write off"],
  ['for fees', { feeTolerance: twd(2) }, 'the fee tolerance'],
  ['for weaker links', { autoPost: { ...autoPost, passes: ['P1', 'P5'] } }, 'links posted without review'],
  ['for files that do not add up', { autoPost: { ...autoPost, onlyFooting: false } }, 'files that do not add up'],
  ['for larger amounts', { autoPost: { ...autoPost, netMax: twd(501) } }, 'the amount posted without review'],
  ['for any amount', { autoPost: { ...autoPost, netMax: null } }, 'the amount posted without review'],
])('a request for more %s is refused by its name', (_, changes, name) => {
  expect(said(changes)).toContain(name);
});

test('what a request tightens holds for it, and what it leaves out stays the team’s', () => {
  const less = { ...tolerance, perOrder: twd(0) };
  expect(said({ tolerance: less, authority: { 王會計: twd(10) }, autoPost: { ...autoPost, netMax: twd(1) } })).toEqual({
    ...TEAM,
    ...{ tolerance: less, autoPost: { ...autoPost, netMax: twd(1) } },
    authority: { 王會計: twd(10), 實習生: twd(1) },
  });
});

test('terms of reading may be any: when money is due, days of grace, which freight is told', () => {
  const terms = { payoutTermDays: 60, graceDays: 5, freightMax: null };
  expect(said(terms)).toEqual({ ...TEAM, ...terms });
});

test('a request may repeat the whole policy; where the team sets no limit it may set one', () => {
  expect(said(TEAM)).toEqual(TEAM);
  expect(askPolicy(DEFAULT_POLICY, {})).toEqual({ policy: DEFAULT_POLICY });
  const asked = askPolicy(DEFAULT_POLICY, { autoPost: { ...DEFAULT_POLICY.autoPost, netMax: twd(5) } });
  expect('policy' in asked && must(asked).policy.autoPost.netMax).toBe(twd(5));
});
