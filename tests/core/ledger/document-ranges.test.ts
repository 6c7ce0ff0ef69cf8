// Numbers of documents as ranges: what follows each other is told as first and last, and nothing is lost.
import fc from '../../fast-check.ts';
import { countOfRanges, documentRanges } from '../../../core/ledger/document-ranges.ts';

test.each<[string, readonly string[], readonly string[]]>([
  ['none', [], []],
  ['one', ['SA202405-0007'], ['SA202405-0007']],
  ['two that follow each other', ['SA202405-0002', 'SA202405-0001'], ['SA202405-0001–SA202405-0002']],
  ['a gap', ['SA202405-0001', 'SA202405-0003'], ['SA202405-0001', 'SA202405-0003']],
  [
    'two kinds and two months',
    ['SR202405-0003', 'SA202406-0003', 'SA202405-0002'],
    ['SA202405-0002', 'SA202406-0003', 'SR202405-0003'],
  ],
  ['numbers past the width', ['SA202405-10000', 'SA202405-9999'], ['SA202405-9999–SA202405-10000']],
  ['the same number twice', ['RC202405-0004', 'RC202405-0004'], ['RC202405-0004']],
])('%s', (_, numbers, expected) => {
  expect(documentRanges(numbers)).toEqual(expected);
});

test('as many are counted as were given, in whatever order', () => {
  const series = fc.constantFrom('SA202405', 'SR202405', 'SA202406');
  const number = fc
    .tuple(series, fc.integer({ min: 1, max: 40 }))
    .map(([name, at]) => `${name}-${`000${at}`.slice(-4)}`);
  fc.assert(
    fc.property(fc.uniqueArray(number, { maxLength: 60 }), (numbers) => {
      const ranges = documentRanges(numbers);
      expect(countOfRanges(ranges)).toBe(numbers.length);
      expect(documentRanges([...numbers].reverse())).toEqual(ranges);
    }),
  );
});
