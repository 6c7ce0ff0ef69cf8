// The rules of the mapping library: which version reads, how versions are numbered and named, what counts as read well.
import type { BatchHeader } from '../../core/api.ts';
import { namedVersion, saveDraftSchema } from '../../core/library-api.ts';
import {
  effectiveVersion,
  findVersion,
  hasReadWell,
  isConfirmed,
  newerBuiltIn,
  nextTeamVersion,
  textOfVersion,
  type VersionRef,
  versionOfText,
} from '../../core/mapping-library.ts';
import { ZERO } from '../../core/money.ts';
import { payoutMapping } from './library-mappings.ts';

const team = (version: number): VersionRef => ({ origin: 'team', version });
const builtIn = (version: number): VersionRef => ({ origin: 'built-in', version });

test.each<[string, number | null, number | null, VersionRef | null]>([
  ['the team’s, where it has one', 1, 2, team(2)],
  ['the team’s, also when a built-in one is newer', 7, 2, team(2)],
  ['the built-in one, where the team has none', 3, null, builtIn(3)],
  ['none, of a mapping that is only a draft', null, null, null],
])('the version that reads sheets is %s', (_name, built, newest, expected) => {
  expect(effectiveVersion(built, newest)).toEqual(expected);
});

test.each<[string, VersionRef[], number | null, number]>([
  ['the first of a mapping of the team’s own is 1', [], null, 1],
  ['after the built-in version', [], 3, 4],
  ['after every version there ever was', [builtIn(1), team(2), team(5), builtIn(3)], 3, 6],
  ['above a built-in version that is newer than the team’s', [team(2)], 9, 10],
])('a team version is numbered %s', (_name, known, built, expected) => {
  expect(nextTeamVersion(known, built)).toBe(expected);
});

test.each<[string, number | null, number | null, number | null]>([
  ['a built-in version above the one taken in', 3, 1, 3],
  ['the one taken in', 3, 3, null],
  ['one above the product’s own, after the product went back', 2, 3, null],
  ['any, where none was taken in', 1, null, 1],
  ['none, where the product brings none', null, 1, null],
])('an update is offered: %s', (_name, built, basedOn, expected) => {
  expect(newerBuiltIn(built, basedOn)).toBe(expected);
});

test.each<[string, ReturnType<typeof versionOfText>]>([
  ['3', { origin: null, version: 3 }],
  ['team-3', { origin: 'team', version: 3 }],
  ['built-in-12', { origin: 'built-in', version: 12 }],
  ...['', '0', '-1', '03', '1.5', 'draft', 'team', 'team-0', 'ours-1', '1e3', '9999999999'].map(
    (text) => [text, null] as [string, null],
  ),
])('%j names a version or none', (text, expected) => {
  expect(versionOfText(text)).toEqual(expected);
  expect(namedVersion.safeParse(text).data ?? null).toEqual(expected);
});

test('a version is named so that it is found again', () => {
  for (const version of [team(3), builtIn(1)]) expect(versionOfText(textOfVersion(version))).toEqual(version);
  expect(namedVersion.parse(3)).toEqual({ origin: null, version: 3 });
});

describe('among built-in 1, team 2 and built-in 2', () => {
  test.each<[string, VersionRef | null]>([
    ['1', builtIn(1)],
    ['2', team(2)],
    ['built-in-2', builtIn(2)],
    ['team-1', null],
    ['3', null],
  ])('%s is found', (text, expected) => {
    const named = versionOfText(text);
    expect(named && findVersion([builtIn(1), builtIn(2), team(2)], named)).toEqual(expected);
  });
});

test.each<[string, boolean, VersionRef[], boolean]>([
  ['verified by the product', true, [], true],
  ['unsure, and this version confirmed', false, [team(1), builtIn(1)], true],
  ['unsure, and another version confirmed', false, [builtIn(2), team(1)], false],
  ['unsure, and nobody looked', false, [], false],
])('%s', (_name, verified, confirmations, expected) => {
  expect(isConfirmed(verified, builtIn(1), confirmations)).toBe(expected);
});

const proof = (state: NonNullable<BatchHeader['proof']>['state']) => ({
  net: ZERO,
  rejectedNet: ZERO,
  declared: null,
  state,
});
const rows = (rejected: number) => ({ read: 5, accepted: 5 - rejected, rejected, skipped: 0 });

test.each<[string, Pick<BatchHeader, 'rows' | 'proof'>, boolean]>([
  ['all rows, no figures to prove', { rows: rows(0), proof: null }, true],
  ['all rows, and the file foots', { rows: rows(0), proof: proof('foots') }, true],
  ['all rows of a file that declares nothing', { rows: rows(0), proof: proof('undeclared') }, true],
  ['all rows, but the file says another total', { rows: rows(0), proof: proof('differs') }, false],
  ['all rows, but not every net', { rows: rows(0), proof: proof('incomplete') }, false],
  ['all rows but one', { rows: rows(1), proof: proof('foots') }, false],
])('read well: %s', (_name, header, expected) => {
  expect(hasReadWell(header)).toBe(expected);
});

test.each([
  ['nobody’s', { author: '  ' }],
  ['by a name longer than any name', { author: 'x'.repeat(101) }],
  ['with a note longer than any note', { author: 'x', note: 'x'.repeat(2001) }],
  ['of a revision that is none', { author: 'x', revision: 0 }],
])('a draft %s is refused', (_name, request) => {
  expect(saveDraftSchema.safeParse({ mapping: payoutMapping, ...request }).success).toBe(false);
});
