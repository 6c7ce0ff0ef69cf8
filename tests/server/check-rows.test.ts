// Whether what arrived is what was announced, and whether its texts can be kept.
import { checkRows } from '../../server/commands/check-rows.ts';
import { refuseUnstorableText } from '../../server/commands/check-text.ts';
import type { Batch } from '../../server/store/batches.ts';
import type { PayoutLine } from '../../core/payout.ts';
import { aLine, payoutHeader, sheetOf } from './fixtures.ts';

const batchOf = (accepted: number): Batch => ({
  id: 'b',
  shopId: 1,
  state: 'open',
  header: payoutHeader([], { rows: { read: accepted, accepted, rejected: 0, skipped: 0 } }),
});
const check = (accepted: number, lines: PayoutLine[], sheetRows = 1) =>
  checkRows(
    batchOf(accepted),
    lines,
    (line) => line.identity,
    () => sheetRows,
  );
const rows = (...identities: string[]) => sheetOf(identities.map((identity) => aLine('A1', { identity })));

test.each([
  ['as many as announced', 2, rows('a', 'b'), 1],
  ['none, and none announced', 0, [], 1],
  ['one that stands on two sheet rows', 2, rows('a'), 2],
])('%s is taken', (_name, accepted, lines, sheetRows) => {
  expect(() => check(accepted, lines, sheetRows)).not.toThrow();
});

test.each([
  ['one too few', 3, rows('a', 'b'), 'ROW_COUNT_DIFFERS'],
  ['one too many', 1, rows('a', 'b'), 'ROW_COUNT_DIFFERS'],
  ['one of them twice', 2, rows('a', 'a'), 'ROW_REPEATED'],
])('%s is refused', (_name, accepted, lines, code) => {
  expect(() => check(accepted, lines)).toThrow(expect.objectContaining({ code }) as Error);
});

test('the refusal of a row names the row', () => {
  expect(() => check(2, rows('a', 'a'))).toThrow(/Row 3 /);
});

test.each(['', 'plain', '茶 😀', 'back\\slash', '\\u0000 as typed', '\\\\u0000', '\u001f\t\n', '\ufffd'])(
  '%j can be kept',
  (text) => {
    expect(() => refuseUnstorableText({ deep: [text] })).not.toThrow();
  },
);

test.each(['\u0000', 'a\u0000b', '\\\u0000', '\ud83d', '\ude00', 'a\ud83d!'])('%j cannot', (text) => {
  expect(() => refuseUnstorableText({ deep: [text] })).toThrow(
    expect.objectContaining({ code: 'BAD_REQUEST' }) as Error,
  );
});
