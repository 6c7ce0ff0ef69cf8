// Conditions as a person says them: every condition of the product's own mappings is shown, and comes back as it was.
import {
  conditionOf,
  isAnswerable,
  isPattern,
  plainOf,
  type PlainTest,
  wordsIn,
} from '../../../addin/mapping/plain-condition.ts';
import { moved, removed, replaced } from '../../../addin/mapping/rule-lists.ts';
import type { Condition } from '../../../core/mapping/mapping-rules.ts';
import type { Mapping } from '../../../core/mapping/mapping.ts';
import { builtInMappings } from '../../../mappings/index.ts';

const conditionsIn = (mapping: Mapping): Condition[] => [
  ...(mapping.rows ?? []).map(({ when }) => when),
  ...(mapping.key ?? []).flatMap((rule) => ('exclude' in rule ? rule.exclude : (rule.when ?? []))),
  ...(mapping.kind === 'orders' ? [mapping.refundedWhen ?? [], mapping.returnedWhen ?? []].flat() : []),
];
const used = builtInMappings.flatMap((mapping) =>
  conditionsIn(mapping).map((condition) => [mapping.id, condition] as const),
);

test.each(used)('%s: %j is shown in plain words and comes back as it was', (_, condition) => {
  const plain = plainOf(condition);
  if (!plain) throw new Error('It cannot be shown');
  const back = conditionOf(plain);
  expect(plainOf(back)).toEqual(plain);
  expect(plain.tests.filter((one) => !isAnswerable(one))).toEqual([]);
});

test.each<[Condition, readonly PlainTest[]]>([
  [{ column: 'A', equals: 'x' }, [{ column: 'A', ask: 'is', words: 'x' }]],
  [{ column: 'A', oneOf: ['x', 'y'] }, [{ column: 'A', ask: 'is', words: 'x | y' }]],
  [{ not: { column: 'A', oneOf: ['x', 'y'] } }, [{ column: 'A', ask: 'isNot', words: 'x | y' }]],
  [{ firstCell: true, startsWith: '#' }, [{ column: null, ask: 'startsWith', words: '#' }]],
  [{ not: { column: 'A', startsWith: 'x' } }, [{ column: 'A', ask: 'startsNot', words: 'x' }]],
  [{ column: 'A', contains: 'x' }, [{ column: 'A', ask: 'contains', words: 'x' }]],
  [{ not: { column: 'A', contains: 'x' } }, [{ column: 'A', ask: 'containsNot', words: 'x' }]],
  [{ column: 'A', matches: '^\\d+$' }, [{ column: 'A', ask: 'fits', words: '^\\d+$' }]],
  [{ not: { column: 'A', matches: '^\\d+$' } }, [{ column: 'A', ask: 'fitsNot', words: '^\\d+$' }]],
  [{ column: 'A', blank: true }, [{ column: 'A', ask: 'blank', words: '' }]],
  [{ column: 'A', blank: false }, [{ column: 'A', ask: 'filled', words: '' }]],
  [{ column: 'A', amount: 'not-zero' }, [{ column: 'A', ask: 'notZero', words: '' }]],
  [{ column: 'A', amount: 'zero' }, [{ column: 'A', ask: 'zero', words: '' }]],
  [{ column: 'A', amount: 'negative' }, [{ column: 'A', ask: 'negative', words: '' }]],
  [{ all: [] }, []],
])('%j reads %j, and is written so', (condition, tests) => {
  expect(plainOf(condition)).toEqual({ join: 'all', tests });
  expect(conditionOf({ join: 'all', tests })).toEqual(condition);
});

test('several questions keep how they are joined; what is nested is not shown at all', () => {
  const parts: Condition[] = [
    { column: 'A', blank: true },
    { column: 'B', equals: 'x' },
  ];
  expect(plainOf({ any: parts })?.join).toBe('any');
  expect(conditionOf({ join: 'any', tests: plainOf({ any: parts })?.tests ?? [] })).toEqual({ any: parts });
  expect(plainOf({ all: [{ any: parts }] })).toBeNull();
  expect(plainOf({ not: { all: parts } })).toBeNull();
});

test('a double no is a yes', () => {
  expect(plainOf({ not: { column: 'A', blank: false } })?.tests).toEqual([{ column: 'A', ask: 'blank', words: '' }]);
  expect(plainOf({ not: { column: 'A', amount: 'negative' } })).toBeNull();
});

test.each<[PlainTest['ask'], string, boolean]>([
  ['is', '', false],
  ['is', 'x', true],
  ['contains', '  ', false],
  ['blank', '', true],
  ['fits', '(', false],
  ['fits', '^a', true],
])('a cell that "%s" the text "%s" can be asked for: %s', (ask, words, answerable) => {
  expect(isAnswerable({ column: 'A', ask, words })).toBe(answerable);
});

test.each([
  ['(\\d+)', 1, true],
  ['\\d+', 1, false],
  ['(a)(b)', 1, false],
  ['(', 1, false],
  ['', null, false],
])('the pattern %s with %s groups can be followed: %s', (source, groups, followed) => {
  expect(isPattern(source, groups)).toBe(followed);
});

test('rules move by one place, and not beyond the ends', () => {
  expect(moved(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b']);
  expect(moved(['a', 'b'], 0, -1)).toEqual(['a', 'b']);
  expect(moved(['a', 'b'], 1, 1)).toEqual(['a', 'b']);
  expect(removed(['a', 'b'], 0)).toEqual(['b']);
  expect(replaced(['a', 'b'], 1, 'x')).toEqual(['a', 'x']);
  expect(wordsIn(' a |b || ')).toEqual(['a', 'b']);
});
