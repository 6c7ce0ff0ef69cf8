// A built-in mapping that changes must raise its version: what each was at its version stands in mappings/versions.txt.
import { readFileSync } from 'node:fs';
import type { Mapping } from '../../core/mapping/mapping.ts';
import { builtInMappings } from '../../mappings/index.ts';
import { faultsOfVersions, lineOf, recordOf, versionsFile } from '../../mappings/record-versions.ts';

const [first, second] = builtInMappings;
if (!first || !second) throw new Error('no built-in mappings');
const recorded = recordOf([first, second], '');
const raised: Mapping = { ...first, version: first.version + 1 };
const changed: Mapping = { ...first, notes: [...first.notes, 'One more.'] };

test('each built-in mapping is what was recorded for its version', () => {
  expect(faultsOfVersions(builtInMappings, readFileSync(versionsFile, 'utf8'))).toEqual([]);
});

test.each<[string, Mapping[], string[]]>([
  ['nothing changed', [first, second], []],
  ['the version was raised', [raised, second], [`${first.id}: version ${raised.version} is not recorded.`]],
  [
    'the content changed under the same version',
    [changed, second],
    [`${first.id}: changed since version ${first.version} was recorded. Raise "version" to ${raised.version}.`],
  ],
  [
    'the version was lowered',
    [{ ...first, version: 0 }, second],
    [`${first.id}: changed since version ${first.version} was recorded. Raise "version" to ${raised.version}.`],
  ],
  ['a mapping is new', [first, second, { ...first, id: 'demo.new' }], ['demo.new: new.']],
  ['a mapping went', [first], [`${second.id}: recorded, but no longer there.`]],
])('%s', (_, mappings, sentences) => {
  const told = sentences.map((sentence) => `${sentence} Run npx tsx mappings/record-versions.ts.`);
  expect(faultsOfVersions(mappings, recorded)).toEqual(told);
});

test('recording takes what is new or raised, and leaves a change without a version a fault', () => {
  expect(recordOf([raised, second], recorded)).toBe(`${lineOf(raised)}\n${lineOf(second)}\n`);
  expect(recordOf([changed, second], recorded)).toBe(recorded);
  expect(recordOf([first], recorded)).toBe(`${lineOf(first)}\n`);
});

test('how a mapping is laid out does not count, what it says does', () => {
  const turned = Object.fromEntries(Object.entries(first).reverse()) as unknown as Mapping;
  expect(lineOf(turned)).toBe(lineOf(first));
  expect(lineOf(changed)).not.toBe(lineOf(first));
});
