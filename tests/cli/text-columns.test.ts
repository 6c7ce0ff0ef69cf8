// Columns that align in a terminal, Chinese characters counted double.
import { linesOf, textWidth } from '../../core/worksheets/text-width.ts';
import { alignColumns } from '../../server/cli/text-columns.ts';

describe('text in columns', () => {
  it.each([
    ['abc', 3],
    ['訂單', 4],
    ['A1,訂', 5],
    ['（全形）', 8],
    ['', 0],
  ])('%j takes %i places', (text, width) => expect(textWidth(text)).toBe(width));

  it('is aligned by what a reader sees, not by counting characters', () => {
    const lines = alignColumns(
      [
        ['已沖帳', '1,531', 'x'],
        ['net', '0', ''],
      ],
      ['left', 'right', 'left'],
    );
    expect(lines).toEqual(['已沖帳  1,531  x', 'net         0']);
  });

  it.each([
    ['short', 20, 1],
    ['一二三四五六七八九十', 13, 2],
    ['one\ntwo', 20, 2],
    ['', 20, 1],
  ])('%j needs in a column of %i: %i lines', (text, width, lines) => expect(linesOf(text, width)).toBe(lines));
});
