// Words: every state has a label and a sentence in every language, with its numbers; problems have a next step.
import { LANGUAGES } from '../../../core/language.ts';
import { amountOfUnits, ZERO } from '../../../core/money.ts';
import { dayOf } from '../../../core/business-date.ts';
import {
  explainOrder,
  explainUnlinked,
  headlineLabel,
  methodLabel,
  nextStep,
} from '../../../core/reconcile/explain.ts';
import {
  type DifferenceReason,
  DISCREPANCIES,
  type Headline,
  HEADLINES,
  type OrderOutcome,
  UNLINKED_BECAUSE,
  type UnlinkedLine,
} from '../../../core/reconcile/outcome.ts';
import { must } from './memory-books.ts';

const DAY = must(dayOf(2024, 5, 20));
const TWD = (whole: number) => amountOfUnits(whole * 10_000);

function outcome(headline: Headline): OrderOutcome {
  return {
    orderKey: 'demo/A',
    orderNumber: 'A',
    shop: 'demo',
    currency: 'TWD',
    stage: 'completed',
    status: '已完成',
    headline,
    discrepancies: [],
    receivable: TWD(1_050),
    credited: TWD(250),
    ...{ received: TWD(700), compensated: ZERO, refundedByDispute: ZERO },
    refunded: TWD(100),
    fees: TWD(63),
    net: TWD(537),
    open: TWD(200),
    baseOpen: null,
    baseRounding: ZERO,
    suspense: TWD(7),
    method: 'P1',
    dueOn: must(dayOf(2024, 5, 15)),
    paidOutOn: DAY,
    feesChecked: false,
    feesLacking: [],
    feesToCome: null,
    applied: TWD(600),
    writtenOff: TWD(2),
    claim: TWD(17),
    reserve: TWD(200),
    freight: TWD(25),
    settlement: 'partly',
    flags: [],
    expectedNet: TWD(737),
    differences: [{ reason: 'FEE_DIFF', feeType: 'COMMISSION', charged: TWD(80), amount: TWD(17) }],
    onReview: [],
    source: { file: 'f', sheet: 's', row: 2 },
    lineKeys: [],
    evidence: [],
  };
}

const cases = HEADLINES.flatMap((headline) => LANGUAGES.map((language) => [headline, language] as const));

test.each(cases)('%s in %s: a label, and a sentence that carries numbers and ends', (headline, language) => {
  expect(headlineLabel(headline, language)).not.toBe('');
  const sentence = explainOrder(outcome(headline), language, DAY);
  expect(sentence).toMatch(/\d/);
  expect(sentence).toMatch(/[。.]$/);
  expect(sentence).not.toMatch(/undefined|null|NaN/);
});

test.each(LANGUAGES)('in %s every label is different, so that a filter on it is a filter on the state', (language) => {
  expect(new Set(HEADLINES.map((headline) => headlineLabel(headline, language))).size).toBe(HEADLINES.length);
});

const consigned = { awaited: true, statedOn: null, agreed: null, listed: TWD(960) };
const AWAITED: readonly Headline[] = ['NOT_DUE', 'OVERDUE'];

test.each(AWAITED.flatMap((headline) => LANGUAGES.map((language) => [headline, language] as const)))(
  'an order on consignment that is %s in %s waits for its statement, with its price or without one',
  (headline, language) => {
    const say = (facts: Partial<OrderOutcome>) => explainOrder({ ...outcome(headline), ...facts }, language, DAY);
    const unknown = say({ consigned });
    const agreed = say({ consigned: { ...consigned, agreed: TWD(860) } });
    expect(unknown).toContain('2024-05-15');
    expect(unknown).toContain('960');
    expect(agreed).toContain('860');
    expect(agreed).not.toContain('960');
    expect(unknown).not.toContain('1,050');
    expect(say({})).not.toBe(unknown);
    for (const sentence of [unknown, agreed]) expect(sentence).not.toMatch(/undefined|null|NaN/);
  },
);

test.each(LANGUAGES)(
  'in %s an order that never completes says that nothing is owed yet, and what will be',
  (language) => {
    const late = { ...outcome('OVERDUE'), uncompleted: { worth: TWD(960) } };
    const sentence = explainOrder(late, language, DAY);
    expect(sentence).toContain('960');
    expect(sentence).toContain('2024-05-15');
    expect(sentence).not.toContain('1,050');
  },
);

test.each(LANGUAGES)(
  'in %s a statement that no contract price stands beside is not called exact silently',
  (language) => {
    const say = (facts: Partial<OrderOutcome>) => explainOrder({ ...outcome('EXACT'), ...facts }, language, DAY);
    const stated = { ...consigned, awaited: false, statedOn: DAY };
    expect(say({ consigned: stated })).toContain('960');
    expect(say({ consigned: { ...stated, agreed: TWD(800) } })).toBe(say({}));
  },
);

test.each(LANGUAGES)('in %s goods that came back before any statement leave nothing to wait for', (language) => {
  const back = { ...outcome('REFUND_FULL'), fees: ZERO, consigned: { ...consigned, awaited: false } };
  expect(explainOrder(back, language, DAY)).not.toMatch(/\d/);
});

test.each(LANGUAGES)('in %s each discrepancy has a next step, and calm states have none', (language) => {
  for (const headline of HEADLINES) {
    expect(nextStep(headline, language, ZERO) !== '').toBe(DISCREPANCIES.includes(headline));
  }
});

test.each(LANGUAGES)('in %s a fee that is too little has a next step of its own, which claims nothing', (language) => {
  expect(nextStep('FEE_DIFF', language, TWD(-10))).not.toBe(nextStep('FEE_DIFF', language, TWD(10)));
  expect(nextStep('SHORT', language, TWD(-10))).toBe(nextStep('SHORT', language, TWD(10)));
});

test.each([
  ['zh-TW', '進位尾差 0.4', '換算本位幣的進位尾差 1'],
  ['zh-CN', '进位尾差 0.4', '换算本位币的进位尾差 1'],
  ['en', 'A rounding difference of 0.4', 'A rounding difference of 1 in base currency'],
] as const)('roundings are said with their numbers in %s; none, no remark', (language, own, inBase) => {
  const rest = { reason: 'ROUNDING_DIFF', feeType: null, charged: null, amount: amountOfUnits(-4_000) } as const;
  const plain = { ...outcome('EXACT'), fees: ZERO, differences: [] };
  const said = explainOrder({ ...plain, differences: [rest], baseRounding: TWD(-1) }, language, DAY);
  expect(said).toContain(own);
  expect(said).toContain(inBase);
  expect(explainOrder(plain, language, DAY)).not.toMatch(/尾差|rounding/);
});

test('unchecked fees are said; no fees, no remark', () => {
  const exact = outcome('EXACT');
  expect(explainOrder(exact, 'zh-TW', DAY)).toContain('手續費未核');
  expect(explainOrder({ ...exact, fees: ZERO }, 'zh-TW', DAY)).not.toContain('手續費');
  expect(explainOrder({ ...exact, feesChecked: true }, 'en', DAY)).not.toContain('contract');
  const lacking = { ...exact, feesLacking: ['programs', 'sellerType'] as const };
  expect(explainOrder(lacking, 'zh-TW', DAY)).toContain('手續費未核（檔案沒有參加的方案、賣家類型，');
  expect(explainOrder(lacking, 'en', DAY)).toContain('do not tell the plan and seller type that decides');
});

const STRAY: UnlinkedLine = {
  lineKey: 'k',
  shop: 'demo',
  orderNumber: 'X',
  type: 'PAYOUT_WITHOUT_ORDER',
  because: 'NO_ORDER',
  onReview: null,
  currency: 'TWD',
  ...{ net: TWD(777), onHold: TWD(777), fees: ZERO },
  paidOutOn: DAY,
  source: { file: 'f', sheet: 's', row: 7 },
};

test('an unlinked line names its amount; a fee of no order is not called missing', () => {
  expect(explainUnlinked(STRAY, 'zh-TW')).toBe('撥款 777 找不到訂單，列為暫收款。');
  const ad: UnlinkedLine = {
    ...STRAY,
    type: 'NON_ORDER',
    because: 'BY_NATURE',
    onHold: ZERO,
    net: TWD(-105),
    fees: TWD(105),
  };
  expect(explainUnlinked(ad, 'en')).toBe(
    '-105 that belongs to no order by nature: deductions of 105 booked as platform fees.',
  );
});

test.each(LANGUAGES)('an unlinked line says what was booked of it, part by part (%s)', (language) => {
  const line = { ...STRAY, net: TWD(777), onHold: TWD(1000), fees: TWD(23) };
  const said = explainUnlinked(line, language);
  expect(said).toMatch(/777.*1,000.*23.*-200/);
  expect(explainUnlinked({ ...line, onReview: 'PASS' }, language)).not.toMatch(/1,000|-200/);
  const reasons = UNLINKED_BECAUSE.map((because) => explainUnlinked({ ...line, because }, language));
  expect(new Set(reasons).size).toBe(UNLINKED_BECAUSE.length);
});

test('the pass is named in words', () => {
  expect(methodLabel('P1', 'zh-TW')).toBe('P1 訂單編號相同');
});

const because = (reason: DifferenceReason, whole: number) => ({
  ...{ reason, feeType: null, charged: null, amount: TWD(whole) },
});
const PAID_BACK = { stage: 'cancelled', receivable: ZERO, credited: ZERO, received: TWD(41), net: ZERO } as const;

const VARIANTS: readonly (readonly [string, Headline, Partial<OrderOutcome>, RegExp])[] = [
  ['a dispute given back too much', 'CHARGEBACK', { differences: [because('DISPUTE_SURPLUS', -31)] }, /31/],
  ['a reserve released too much', 'RESERVE_HELD', { differences: [because('RESERVE_SURPLUS', -32)] }, /32/],
  [
    'too much beside a refund to come',
    'OVER',
    { differences: [because('CREDIT_WITHOUT_REFUND', -33), because('OVER', -34)] },
    /33.*34/,
  ],
  ['a refund within its grace', 'NOT_DUE', { differences: [because('CREDIT_WITHOUT_REFUND', -35)] }, /250.*100.*35/],
  ['a little too much beside it', 'CREDIT_WITHOUT_REFUND', { differences: [because('OVER', -36)] }, /150.*36/],
  [
    'a refund partly kept back',
    'CREDIT_WITHOUT_REFUND',
    { differences: [because('CREDIT_WITHOUT_REFUND', -90)] },
    /60.*90/,
  ],
  ['short without a refund', 'SHORT', { refunded: ZERO }, /800.*700.*100/],
  ['a part without a refund', 'PARTIAL', { refunded: ZERO }, /800.*700.*100/],
  ['overdue without a refund', 'OVERDUE', { refunded: ZERO, received: ZERO }, /800/],
  ['fees that came back', 'EXACT', { fees: TWD(-94), feesChecked: false }, / 94/],
  ['a subsidy that did not come', 'SHORT', { differences: [because('SUBSIDY_DIFF', 95)] }, /95/],
  ['a refund without any credit', 'REFUND_NOT_WRITTEN_OFF', { credited: ZERO }, /100.*100/],
  ['a credit without any refund', 'CREDIT_WITHOUT_REFUND', { refunded: ZERO }, /250.*250/],
  ['called refunded and paid', 'REFUND_NOT_WRITTEN_OFF', { refunded: ZERO, credited: ZERO }, /1,050.*700/],
  [
    'a dispute beside a fee above contract',
    'CHARGEBACK',
    { differences: [because('CHARGEBACK', 91), { ...because('FEE_DIFF', 17), feeType: 'COMMISSION' }] },
    /91.*17/,
  ],
  ['too much that waits', 'OVER', { onReview: ['PASS'], received: TWD(950) }, /850.*50/],
  ['paid twice, waiting', 'DUPLICATE_LINE', { onReview: ['PASS'], differences: [because('OVER', -92)] }, /600.*92/],
  ['a dispute that waits', 'CHARGEBACK', { onReview: ['PASS'], differences: [because('CHARGEBACK', 93)] }, /93/],
  ['paid and refunded, cancelled', 'CANCELLED', { ...PAID_BACK, refunded: TWD(41) }, /41.*41/],
  ['paid and refunded, not shipped', 'NOT_SHIPPED', { ...PAID_BACK, refunded: TWD(41) }, /41.*41/],
  [
    'more taken back than came',
    'REFUND_NOT_WRITTEN_OFF',
    { ...PAID_BACK, refunded: TWD(50) },
    /41.*50.*\b9\b|41.*50.* 9/,
  ],
  [
    'a reserve in a net below zero',
    'NEGATIVE_NET',
    { differences: [because('RESERVE_HELD', 37)] },
    /700.*63.*-37.*537/,
  ],
  ['a part refund with a write-off', 'REFUND_PARTIAL', { writtenOff: TWD(38) }, /38/],
  ['a full refund with a write-off', 'REFUND_FULL', { writtenOff: TWD(39) }, /39/],
  ['a compensation', 'EXACT', { compensated: TWD(40) }, /640.*40/],
  ['a refund taken as a dispute', 'REFUND_FULL', { refundedByDispute: TWD(41) }, /1,050.*41/],
];

test.each(VARIANTS)('%s is said in its own words with its numbers', (_, headline, facts, numbers) => {
  const plain = { ...outcome(headline), feesChecked: true, differences: [], writtenOff: ZERO };
  const said = LANGUAGES.map((language) => explainOrder({ ...plain, ...facts }, language, DAY));
  for (const sentence of said) expect(sentence).toMatch(numbers);
  expect(new Set(said).size).toBe(LANGUAGES.length);
  expect(said).not.toEqual(LANGUAGES.map((language) => explainOrder(plain, language, DAY)));
});
