// The search behind learning: votes on rates, the simplest numbers of a stretch, the columns it looks at, and sifting.
import fc from '../../fast-check.ts';
import {
  bookOf,
  chargedPlaces,
  decimalsSeen,
  possibleBases,
  sampleOf,
  valuesOf,
} from '../../../core/fees/learn-book.ts';
import { screen, sheetOf, togetherKept, type Candidate } from '../../../core/fees/learn-screen.ts';
import { simplestIn, vote } from '../../../core/fees/learn-votes.ts';
import { textOfAmount } from '../../../core/money.ts';
import { money, rate, subject } from './fee-data.ts';

const span = (from: number, to: number) => ({ from, to });

test.each([
  ['one span', [span(1, 3)], [1, 3, 1]],
  ['what two share', [span(1, 3), span(2, 5)], [2, 3, 2]],
  ['ends count', [span(1, 2), span(2, 5)], [2, 2, 2]],
  ['the many against the few', [span(1, 2), span(7, 9), span(8, 10), span(8, 9)], [8, 9, 3]],
  ['of equals the lowest', [span(5, 6), span(1, 2)], [1, 2, 1]],
  ['nobody votes', [], [0, 0, 0]],
])('a vote: %s', (_what, spans, [from = 0, to = 0, count]) => {
  const won = vote(spans);
  expect(won.from).toBeCloseTo(from);
  expect(won.to).toBeCloseTo(to);
  expect(won.count).toBe(count);
});

test('no number is admitted by more than the vote says, and its own stretch by as many', () => {
  const anySpans = fc.array(fc.tuple(fc.integer({ min: 1, max: 50 }), fc.nat(20)), { minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(anySpans, (drawn) => {
      const spans = drawn.map(([from, length]) => span(from, from + length));
      const admitting = (value: number) => spans.filter(({ from, to }) => from <= value && value <= to).length;
      const { from, to, count } = vote(spans);
      expect(Math.max(...spans.map((one) => admitting(one.from)))).toBe(count);
      expect(admitting((from + to) / 2)).toBe(count);
    }),
  );
});

test.each([
  ['a round one', span(27_300, 31_000), [30_000]],
  ['all of one kind', span(27_300, 29_100), [28_000, 29_000]],
  ['none but itself', span(27_501, 27_501), [27_501]],
  ['nothing at or below zero', span(-500, 9), [1, 2, 3, 4, 5, 6, 7, 8, 9]],
  ['nothing at all', span(27_501.2, 27_501.8), []],
])('the simplest of a stretch: %s', (_what, stretch, expected) => {
  expect(simplestIn(stretch, 6)).toEqual(expected);
});

const orders = ['100', '250', '40'].map((price, at) =>
  subject(
    { PRINCIPAL: price, COMMISSION: at === 2 ? '0' : '-6', ...(at === 1 ? { SELLER_DISCOUNT: '-50' } : {}) },
    { orderKey: `A${9 - at}` },
  ),
);
const book = bookOf([...orders, subject({}, { orderKey: 'A0' })], 'COMMISSION');
const all = [0, 1, 2];

test('a book holds orders with money in the sequence of their keys', () => {
  expect(book.subjects.map(({ orderKey }) => orderKey)).toEqual(['A7', 'A8', 'A9']);
  expect(book.charged.map(textOfAmount)).toEqual(['0', '6', '6']);
  expect(chargedPlaces(book, all)).toEqual([1, 2]);
});

test('bases are made of the money that is there, and read at any place', () => {
  const bases = possibleBases(book).map((base) => base.join());
  expect(bases).toEqual(
    ['PRINCIPAL', 'receivable']
      .flatMap((start) => [start])
      .concat(
        ['PRINCIPAL', 'receivable'].flatMap((start) => [`${start},SELLER_DISCOUNT`, `${start},-SELLER_DISCOUNT`]),
      ),
  );
  expect(valuesOf(book, ['PRINCIPAL', 'SELLER_DISCOUNT'], [2, 1]).map(textOfAmount)).toEqual(['100', '200']);
  expect(valuesOf(book, ['PRINCIPAL', '-SELLER_DISCOUNT'], [1]).map(textOfAmount)).toEqual(['300']);
});

test.each([
  [['6', '7', '8'], 0],
  [['6', '7.5', '8'], 1],
  [['6.25', '7.5', '8'], 2],
  [['6.125', '7.5', '8'], 3],
  [['6.1234', '7.5', '8'], 4],
])('charges of %p have %d decimals', (charges, expected) => {
  const charged = charges.map((fee, at) => subject({ COMMISSION: `-${fee}` }, { orderKey: `A${at}` }));
  expect(decimalsSeen(bookOf(charged, 'COMMISSION'), all)).toBe(expected);
});

test('one odd charge of a hundred does not add decimals', () => {
  const charged = Array.from({ length: 100 }, (_, at) =>
    subject({ COMMISSION: at === 50 ? '-6.5' : '-6' }, { orderKey: `A${at}` }),
  );
  const places = charged.map((_, at) => at);
  expect(decimalsSeen(bookOf(charged, 'COMMISSION'), places)).toBe(0);
});

test('a sample goes evenly from the first on, and takes all where they are few', () => {
  expect(sampleOf([1, 2, 3, 4, 5, 6], 3)).toEqual([1, 3, 5]);
  expect(sampleOf([1, 2], 3)).toEqual([1, 2]);
});

describe('sifting', () => {
  const sheet = sheetOf(book, [1, 2], 10_000);
  const bare = { rate: null, fixed: null, min: null, max: null };
  const ofGoods = (part: string, given: Partial<Candidate> = {}): Candidate => ({
    ...bare,
    base: ['PRINCIPAL'],
    rate: rate(part),
    ...given,
  });
  const flat: Candidate = { ...bare, base: [], fixed: money('6') };

  test('puts what comes near to most charges first, and of equals what is simpler', () => {
    const far = ofGoods('0.5');
    const near = ofGoods('0.06');
    const limited = ofGoods('0.06', { max: money('6') });
    expect(screen(sheet, [far, near, limited, flat], 3).alone).toEqual([flat, limited, near, far]);
  });

  test('asks no sums of a fee without a rate', () => {
    expect(screen(sheet, [flat, ofGoods('0.06')], 2).together).toEqual([ofGoods('0.06')]);
  });

  test.each([
    [80, 24],
    [6_000, 10],
    [20_000, 3],
    [1_000_000, 3],
  ])('of %d orders the sums of %d candidates are tried', (count, expected) => {
    expect(togetherKept(count)).toBe(expected);
  });
});
