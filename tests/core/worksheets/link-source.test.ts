// From a figure back to its cell: links inside one workbook, words outside it.
import { LANGUAGES } from '../../../core/language.ts';
import { linkSource } from '../../../core/worksheets/link-source.ts';

const context = { language: 'zh-TW' as const, files: [], workbook: 'book.xlsx' };
const source = { file: 'book.xlsx', sheet: 'orders', row: 7 };

describe('the way back to a row', () => {
  it('is a link inside the same workbook', () => {
    expect(linkSource(source, context)).toEqual({
      formula: `=HYPERLINK("#'orders'!A7","第 7 列 · orders")`,
      value: '第 7 列 · orders',
    });
  });

  it('survives quotes in a sheet name', () => {
    expect(linkSource({ ...source, sheet: `Bob's "5月"` }, context)).toMatchObject({
      formula: `=HYPERLINK("#'Bob''s ""5月""'!A7","第 7 列 · Bob's ""5月""")`,
    });
  });

  it.each(LANGUAGES)('is words for another file, and never begins like a formula (%s)', (language) => {
    const words = linkSource({ ...source, file: '=evil.xlsx', sheet: '@x' }, { ...context, language });
    expect(words).toMatch(/^(第 7 [列行]|row 7) · @x · =evil\.xlsx$/);
  });

  it('is words when the target is longer than a formula may hold', () => {
    expect(linkSource({ ...source, sheet: 'x'.repeat(260) }, context)).toBe(`第 7 列 · ${'x'.repeat(260)}`);
  });
});
