// Conditions: what each test says of a row, alone and combined.
import { questionOf } from '../../../core/mapping/ask-row.ts';
import type { Condition } from '../../../core/mapping/mapping-rules.ts';
import { cellRulesOf } from '../../../core/mapping/read-cells.ts';
import type { Cell } from '../../../core/sheet-table.ts';

const columns = ['名稱', '金額'].map((header, index) => ({
  column: { header },
  header,
  index,
  matchedBy: 'header' as const,
}));
const rules = cellRulesOf({ emptyMarkers: ['-'], currencyMarks: [], cellPrefixes: ["'"] });
const holds = (condition: Condition, row: readonly Cell[]) => questionOf(condition, { columns, rules })(row);

test.each<[Condition, Cell[], boolean]>([
  [{ column: '名稱', equals: '運費' }, ['运 费', 1], true],
  [{ column: '名稱', equals: '運費' }, ['運費率', 1], false],
  [{ column: '名稱', oneOf: ['a', '運費'] }, ["'運費", 1], true],
  [{ column: '名稱', startsWith: '每日小計' }, ['每日小計:', 1], true],
  [{ column: '名稱', startsWith: '小計' }, ['每日小計:', 1], false],
  [{ column: '名稱', contains: '小計' }, ['每日小計:', 1], true],
  [{ column: '名稱', matches: '^T\\d+$' }, ['t200', 1], true],
  [{ column: '名稱', matches: '^T\\d+$' }, ['xT200', 1], false],
  [{ column: '名稱', blank: true }, ['-', 1], true],
  [{ column: '名稱', blank: false }, [' ', 1], false],
  [{ column: '名稱', blank: false }, ['a', 1], true],
  [{ column: '另一欄', blank: true }, ['a', 1], true],
  [{ column: '另一欄', equals: 'a' }, ['a', 1], false],
  [{ column: '金額', amount: 'zero' }, ['a', '0.00'], true],
  [{ column: '金額', amount: 'zero' }, ['a', null], true],
  [{ column: '金額', amount: 'not-zero' }, ['a', '(5.00)'], true],
  [{ column: '金額', amount: 'negative' }, ['a', '(5.00)'], true],
  [{ column: '金額', amount: 'negative' }, ['a', '-$5'], true],
  [{ column: '金額', amount: 'negative' }, ['a', '5-'], true],
  [{ column: '金額', amount: 'positive' }, ['a', 'US$5'], true],
  [{ column: '金額', amount: 'positive' }, ['a', -5], false],
  [{ firstCell: true, startsWith: '#' }, [null, '#---'], true],
  [{ firstCell: true, startsWith: '#' }, ['a', '#---'], false],
  [{ firstCell: true, blank: true }, [null, '-'], true],
  [{ all: [] }, ['a', 1], true],
  [{ any: [] }, ['a', 1], false],
  [
    {
      all: [
        { column: '名稱', equals: 'a' },
        { column: '金額', amount: 'positive' },
      ],
    },
    ['a', 1],
    true,
  ],
  [
    {
      all: [
        { column: '名稱', equals: 'a' },
        { column: '金額', amount: 'zero' },
      ],
    },
    ['a', 1],
    false,
  ],
  [
    {
      any: [
        { column: '名稱', equals: 'b' },
        { column: '金額', amount: 'positive' },
      ],
    },
    ['a', 1],
    true,
  ],
  [{ not: { column: '名稱', equals: 'a' } }, ['a', 1], false],
])('%j asked of %j is %s', (condition, row, expected) => {
  expect(holds(condition, row)).toBe(expected);
});
