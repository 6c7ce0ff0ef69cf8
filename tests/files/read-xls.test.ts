// Old workbooks written by two other programs must give the cells that an xlsx gives.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readWorkbook } from '../../files/read-workbook.ts';

const fixture = (name: string) => readFileSync(join(__dirname, 'fixtures', name));

// payout.xls and payout-1904.xls were written by SheetJS, libre.xls and locked.xls by LibreOffice, from the same rows.
describe('an old xls', () => {
  it.each(['payout.xls', 'payout-1904.xls', 'libre.xls'])(
    '%s gives texts, numbers, days, formulas and errors as an xlsx does',
    async (name) => {
      expect(await readWorkbook(fixture(name), name)).toEqual({
        unread: [],
        sheets: [
          {
            ...{ file: name, sheet: '撥款', firstRow: 1, firstColumn: 1 },
            rows: [
              ['訂單編號', '金額', '撥款日', '備註'],
              ['240501000001', 1146.5, 45419, '王** 💚'],
              [],
              ['007', -385, 45421, true],
              [null, 761.5, '#N/A'],
            ],
            numberFormats: new Map([[2, [undefined, expect.any(String), undefined, expect.any(String)]]]),
          },
          { file: name, sheet: '空', firstRow: 1, firstColumn: 1, rows: [] },
        ],
      });
    },
  );

  it('is known by its content, whatever its name', async () => {
    expect(await readWorkbook(fixture('payout.xls'), 'payout.xlsx')).toMatchObject({ sheets: [{ sheet: '撥款' }, {}] });
  });

  it('with a password is refused, not read as noise', async () => {
    expect(await readWorkbook(fixture('locked.xls'), 'locked.xls')).toMatchObject({
      refused: { code: 'PASSWORD_UNSUPPORTED', file: 'locked.xls' },
    });
  });

  it.each([600, 1_500, 3_000])('cut off after %d bytes is refused', async (length) => {
    expect(await readWorkbook(fixture('payout.xls').subarray(0, length), 'payout.xls')).toMatchObject({
      refused: { code: 'NOT_A_WORKBOOK' },
    });
  });
});
