// Result sheets as an xlsx file: values, formulas with their values, looks, and texts that stay texts.
import { readXlsx, type Sheet } from 'hucre/xlsx';
import type { ResultSheet } from '../../core/worksheets/result-sheet.ts';
import { readWorkbook } from '../../files/read-workbook.ts';
import { writeWorkbook } from '../../files/write-workbook.ts';
import { zipEntries } from '../../files/zip-archive.ts';

const FACTS = { title: '對帳結果', date: '2024-06-01' };

const NASTY = [
  '=1+1',
  '+886',
  '-5',
  '@SUM(A1)',
  '\tx',
  '\rx',
  '#N/A',
  '00123',
  '2405018K2M4N6P',
  '1E+15',
  ' both ends ',
  '_x0041_',
  'one\r\ntwo\u0001_x000D_',
];

/** One sheet with every kind of cell. */
function aSheet(facts: Partial<ResultSheet> = {}): ResultSheet {
  return {
    key: 'orders',
    name: "Result 'A' & B",
    lines: [
      { style: 'title', cells: ['標題'] },
      {
        style: 'values',
        cells: ['差額', { formula: '=ROUND(1-1,4)', value: 0 }],
        formats: ['text', 'amount'],
        zeros: [1],
      },
    ],
    tables: [
      {
        name: 'Clearsheet_orders',
        headerRow: 4,
        columns: [
          { header: '狀態', format: 'text', width: 16, total: 'count' },
          { header: '金額', format: 'amount', width: 13, total: 'sum' },
          { header: '日', format: 'date', width: 12 },
          { header: '說明', format: 'text', width: 20, wrap: true },
          { header: '來源', format: 'link', width: 30 },
          { header: '檢查', format: 'amount', width: 10, zero: true },
        ],
        rows: NASTY.map((text, at) => [
          text,
          at + 0.5,
          45_419,
          at === 0 ? '一個很長很長很長很長很長很長的句子' : null,
          { formula: `=HYPERLINK("#'orders'!A${at + 2}","row ${at + 2}")`, value: `row ${at + 2}` },
          0,
        ]),
        tones: { column: 0, byText: { '=1+1': 'bad', 'say "so"': 'good' } },
      },
    ],
    frozenRows: 4,
    frozenColumns: 2,
    decimals: 2,
    tone: 'bad',
    ...facts,
  };
}

async function written(sheet: ResultSheet): Promise<Sheet> {
  const { sheets } = await readXlsx(await writeWorkbook([sheet], FACTS), { readStyles: true });
  const [read] = sheets;
  if (!read) throw new Error('no sheet was written');
  return read;
}

describe('a written workbook', () => {
  it('gives back every text as it was, none of them a formula, an error or a number', async () => {
    const bytes = await writeWorkbook([aSheet()], FACTS);
    const reading = await readWorkbook(bytes, 'result.xlsx');
    const rows = 'sheets' in reading ? (reading.sheets[0]?.rows ?? []) : [];
    expect(rows.slice(4).map((row) => row[0])).toEqual(NASTY);
    const { cells } = await written(aSheet());
    NASTY.forEach((text, at) => {
      const cell = cells?.get(`${4 + at},0`);
      expect([text, cell?.formula, cell?.style?.numFmt]).toEqual([text, undefined, '@']);
      expect(cell?.type).not.toBe('error');
    });
  });

  it('gives back texts above the table as they were, and those that formulas come out at', async () => {
    const lines: ResultSheet['lines'] = [
      { style: 'note', cells: ['_x0041_ stays', { formula: '="_x"&"0041_"', value: '_x0041_' }] },
    ];
    const { rows } = await written(aSheet({ lines }));
    expect(rows[0]?.slice(0, 2)).toEqual(['_x0041_ stays', '_x0041_']);
  });

  it('holds no more in a cell and makes no row higher than Excel opens', async () => {
    const long = '長🙂'.repeat(20_000);
    const [table] = aSheet().tables;
    const row = [long, 1, null, long, { formula: '=A5', value: long }, 0];
    const lines: ResultSheet['lines'] = [{ style: 'note', cells: [long, { formula: '=A5', value: long }] }];
    const { rows, rowDefs } = await written(aSheet({ lines, tables: table ? [{ ...table, rows: [row] }] : [] }));
    const texts = rows.flat().filter((cell) => typeof cell === 'string' && cell.length > 1_000);
    expect(texts.map((text) => [String(text).length <= 32_767, String(text).endsWith('長🙂…')])).toEqual(
      [...texts].map(() => [true, true]),
    );
    expect(texts).toHaveLength(5);
    expect(rowDefs?.get(4)?.height).toBe(409);
  });

  it('writes amounts and days as numbers with a format', async () => {
    const { rows, cells } = await written(aSheet());
    expect(rows[4]?.[1]).toBe(0.5);
    expect(cells?.get('4,1')?.style?.numFmt).toBe('#,##0.00;[Red]-#,##0.00');
    expect(cells?.get('4,2')?.style?.numFmt).toBe('yyyy-mm-dd');
    expect(cells?.get('4,2')?.value).toEqual(new Date('2024-05-07T00:00:00Z'));
  });

  it('writes formulas with the values they have now', async () => {
    const { cells } = await written(aSheet());
    const formulas = ['1,1', '2,0', '2,1', '4,4'].map((at) => [
      cells?.get(at)?.formula,
      cells?.get(at)?.formulaResult ?? cells?.get(at)?.value,
    ]);
    expect(formulas).toEqual([
      ['ROUND(1-1,4)', 0],
      ['SUBTOTAL(103,$A$5:$A$17)', 13],
      ['SUBTOTAL(109,$B$5:$B$17)', 84.5],
      [`HYPERLINK("#'orders'!A2","row 2")`, 'row 2'],
    ]);
  });

  it('draws a table with its filter, keeps its head in sight and gives long sentences room', async () => {
    const sheet = await written(aSheet());
    expect(sheet.tables).toMatchObject([{ name: 'Clearsheet_orders', range: 'A4:F17', showAutoFilter: true }]);
    expect(sheet.tables?.[0]?.columns.map(({ name }) => name)).toEqual(['狀態', '金額', '日', '說明', '來源', '檢查']);
    expect(sheet.freezePane).toEqual({ rows: 4, columns: 2 });
    expect(sheet.columns?.map(({ width }) => width)).toEqual([16, 13, 12, 20, 30, 10]);
    expect(sheet.rowDefs?.get(4)?.height).toBe(32);
  });

  it('colours by conditional formats: statuses by their text, checks by not being zero', async () => {
    const { conditionalRules } = await written(aSheet());
    expect(conditionalRules?.slice(0, 2).map(({ style }) => style?.font?.color?.rgb)).toEqual(['14532D', '8E1B14']);
    expect(conditionalRules?.map(({ range, formula }) => [range, formula])).toEqual([
      ['B2', 'B2=0'],
      ['B2', 'B2<>0'],
      ['A5:A17', 'OR($A5="=1+1")'],
      ['A5:A17', 'OR($A5="say ""so""")'],
      ['F5:F17', '$F5<>0'],
    ]);
  });

  it('has a blank row under the header of an empty table, which Excel asks for', async () => {
    const [table] = aSheet().tables;
    const sheet = await written(aSheet({ tables: table ? [{ ...table, rows: [] }] : [] }));
    expect(sheet.tables?.[0]?.range).toBe('A4:F5');
  });

  it('gives each cell of a row the look that suits its column and its kind', async () => {
    const [table] = aSheet().tables;
    const mixed = [5, 'ten', null, null, 'a < b & c\u0001\nd', { formula: '=IF(1<2,"<",1)', value: 12.5 }] as const;
    const { cells, rows } = await written(aSheet({ tables: table ? [{ ...table, rows: [mixed] }] : [] }));
    expect(rows[4]).toEqual([5, 'ten', null, null, 'a < b & c\u0001\nd', 12.5]);
    expect(cells?.get('4,5')?.formula).toBe('IF(1<2,"<",1)');
    const looks = [0, 1, 2, 3, 4, 5].map((column) => cells?.get(`4,${column}`)?.style);
    expect(looks.map((style) => [style?.numFmt, style?.alignment?.horizontal, style?.alignment?.wrapText])).toEqual([
      ['@', 'left', undefined],
      ['@', 'right', undefined],
      ['yyyy-mm-dd', 'right', undefined],
      ['@', 'left', true],
      ['@', 'left', undefined],
      ['#,##0.00;[Red]-#,##0.00', 'right', undefined],
    ]);
  });

  it('keeps tables that stand below each other, and says how far the sheet reaches', async () => {
    const [table] = aSheet().tables;
    if (!table) throw new Error('no table');
    const below = { ...table, name: 'Clearsheet_below', headerRow: 22, rows: table.rows.slice(0, 2) };
    const bytes = await writeWorkbook([aSheet({ tables: [table, below] })], FACTS);
    const { sheets } = await readXlsx(bytes);
    expect(sheets[0]?.rows.map((row) => row?.[0] ?? null).slice(16)).toEqual([
      ...[NASTY.at(-1), null, null, null, 2, '狀態'],
      ...NASTY.slice(0, 2),
    ]);
    const part = zipEntries(bytes)?.find(({ name }) => name === 'xl/worksheets/sheet1.xml');
    const xml = new TextDecoder().decode(await part?.read());
    expect(/<dimension ref="(.*?)"/.exec(xml)?.[1]).toBe('A1:F24');
  });

  it('writes as many rows as there are, each in its place', async () => {
    const [table] = aSheet().tables;
    const rows = Array.from({ length: 1_234 }, (_, at) => [`A${at}`, at, null, `${at % 7}`, 'x', 0]);
    const bytes = await writeWorkbook([aSheet({ tables: table ? [{ ...table, rows }] : [] })], FACTS);
    const { sheets } = await readXlsx(bytes);
    expect(sheets[0]?.rows.slice(4)).toEqual(rows);
  });

  it('says what it is and nothing about anybody, and is the same file every time', async () => {
    const bytes = await writeWorkbook([aSheet()], FACTS);
    const { properties } = await readXlsx(bytes);
    expect(properties).toMatchObject({ title: '對帳結果', creator: 'Clearsheet' });
    expect(properties?.lastModifiedBy).toBeUndefined();
    expect(properties?.modified).toEqual(new Date('2024-06-01T00:00:00Z'));
    expect(Buffer.compare(bytes, await writeWorkbook([aSheet()], FACTS))).toBe(0);
  });
});
