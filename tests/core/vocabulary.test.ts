// The small words of the core: languages, cells, fingerprints, payout sides.
import { createHash } from 'node:crypto';
import fc from '../fast-check.ts';
import { fingerprint, fingerprintOfSet, useDigest } from '../../core/fingerprint.ts';
import { languageOf } from '../../core/language.ts';
import { amountOfUnits, sum } from '../../core/money.ts';
import { COMPONENT_TYPES, sideTotal } from '../../core/payout.ts';
import { columnLetters, isBlankRow, textOfCell } from '../../core/sheet-table.ts';

test.each([
  ['zh-TW', 'zh-TW'],
  ['zh-HK', 'zh-TW'],
  ['zh-Hant-TW', 'zh-TW'],
  ['zh-CN', 'zh-CN'],
  ['zh', 'zh-CN'],
  ['en-US', 'en'],
  ['ja-JP', 'en'],
])('Office in %s speaks %s', (tag, language) => {
  expect(languageOf(tag)).toBe(language);
});

test.each([
  [1, 'A'],
  [26, 'Z'],
  [27, 'AA'],
  [56, 'BD'],
  [702, 'ZZ'],
  [703, 'AAA'],
  [16_384, 'XFD'],
])('column %d is %s', (column, letters) => {
  expect(columnLetters(column)).toBe(letters);
});

test('an empty cell, a blank and nothing at all read as empty text; zero and false do not', () => {
  expect([null, undefined, '  ', 0, false, ' a '].map(textOfCell)).toEqual(['', '', '', '0', 'false', 'a']);
  expect(isBlankRow([null, ' ', ''])).toBe(true);
  expect(isBlankRow([null, 0])).toBe(false);
});

test('a fingerprint is SHA-256, and a set has one whatever its order', () => {
  expect(fingerprint('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  fc.assert(
    fc.property(fc.array(fc.string()), (texts) => {
      expect(fingerprintOfSet([...texts].reverse())).toBe(fingerprintOfSet(texts));
    }),
  );
  expect(fingerprintOfSet(['a', 'b'])).not.toBe(fingerprintOfSet(['a', 'b', 'b']));
});

test("a line's sides add up to its components", () => {
  const component = fc.record({
    type: fc.constantFrom(...COMPONENT_TYPES),
    column: fc.constant('x'),
    amount: fc.integer({ min: -1e9, max: 1e9 }).map(amountOfUnits),
  });
  fc.assert(
    fc.property(fc.array(component), (components) => {
      const sides = (['principal', 'refund', 'fee', 'other'] as const).map((side) => sideTotal({ components }, side));
      expect(sum(sides)).toBe(sum(components.map((part) => part.amount)));
    }),
  );
});

test("a platform's own SHA-256 gives the same fingerprints, of any text", () => {
  const texts = fc.sample(fc.string({ unit: 'grapheme' }), 50);
  const before = texts.map(fingerprint);
  useDigest((text) => createHash('sha256').update(text, 'utf8').digest('hex'));
  expect(texts.map(fingerprint)).toEqual(before);
});
