// Workbooks as "XML Spreadsheet 2003", which are called .xls.
import { readWorkbook } from '../../files/read-workbook.ts';
import { encode } from './encode-text.ts';

const SPREADSHEET = 'urn:schemas-microsoft-com:office:spreadsheet';

async function sheetsOf(xml: string | Uint8Array) {
  const bytes = typeof xml === 'string' ? Buffer.from(xml) : xml;
  const reading = await readWorkbook(bytes, '對帳單.xls');
  return 'refused' in reading ? reading.refused.code : reading.sheets;
}

const workbook = (content: string) =>
  `<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n` +
  `<Workbook xmlns="${SPREADSHEET}" xmlns:ss="${SPREADSHEET}">${content}</Workbook>`;

const oneSheet = (table: string) => workbook(`<Worksheet ss:Name="一"><Table>${table}</Table></Worksheet>`);
const text = (value: string) => `<Cell><Data ss:Type="String">${value}</Data></Cell>`;

async function rowsOf(xml: string | Uint8Array) {
  const sheets = await sheetsOf(xml);
  return typeof sheets === 'string' ? sheets : sheets[0]?.rows;
}

describe('a workbook saved as XML Spreadsheet 2003', () => {
  it.each<[string, string, unknown]>([
    [
      'text stays text, numbers and days are what Excel counts',
      `<Row>${text('007')}<Cell><Data ss:Type="Number">-12.50</Data></Cell>
       <Cell><Data ss:Type="DateTime">2024-05-01T12:00:00.000</Data></Cell>
       <Cell><Data ss:Type="DateTime">1899-12-31T06:00:00.000</Data></Cell>
       <Cell><Data ss:Type="Boolean">1</Data></Cell><Cell><Data ss:Type="Error">#N/A</Data></Cell></Row>`,
      [['007', -12.5, 45413.5, 0.25, true, '#N/A']],
    ],
    [
      'a cell whose content is not what its type says keeps its text',
      '<Row><Cell><Data ss:Type="Number">n/a</Data></Cell><Cell><Data ss:Type="DateTime">soon</Data></Cell></Row>',
      [['n/a', 'soon']],
    ],
    [
      'entities, literal text, text in several fonts and blanks',
      `<Row>${text('a &amp; b&#10;&#x8336;  c')}${text('<![CDATA[1 < 2]]>')}<Cell><ss:Data ss:Type="String" xmlns="h"><B>訂單</B>編號</ss:Data></Cell></Row>`,
      [['a & b\n茶  c', '1 < 2', '訂單編號']],
    ],
    [
      'rows and cells left out are empty, merged cells cover those beside them',
      `<Row>${text('a')}<Cell ss:Index="4"><Data ss:Type="String">d</Data></Cell></Row>
       <Row ss:Index="3"><Cell ss:MergeAcross="1"><Data ss:Type="String">wide</Data></Cell>${text('c')}</Row>
       <Row ss:Span="1"/><Row>${text('z')}<Cell/></Row>`,
      [['a', null, null, 'd'], [], ['wide', null, 'c'], [], [], ['z', null]],
    ],
    [
      'a remark at a cell is none of its text',
      `<Row><Cell><Data ss:Type="String">a</Data><Comment ss:Author="x"><ss:Data ss:Type="String">remark</ss:Data></Comment></Cell></Row>`,
      [['a']],
    ],
    ['a comment is nothing', `<Row><!-- <Cell> -->${text('a')}</Row>`, [['a']]],
  ])('%s', async (_, table, rows) => {
    expect(await rowsOf(oneSheet(table))).toEqual(rows);
  });

  it('has several sheets, with their names', async () => {
    const sheets = await sheetsOf(
      workbook(`<Worksheet ss:Name="R&amp;D"><Table><Row>${text('a')}</Row></Table></Worksheet>
        <Worksheet ss:Name="Empty"><Table/></Worksheet>`),
    );
    expect(sheets).toEqual([
      { file: '對帳單.xls', sheet: 'R&D', firstRow: 1, firstColumn: 1, rows: [['a']] },
      { file: '對帳單.xls', sheet: 'Empty', firstRow: 1, firstColumn: 1, rows: [] },
    ]);
  });

  it('names hidden rows, and formats that show the zeros of a number', async () => {
    const sheets = await sheetsOf(
      workbook(`<Styles><Style ss:ID="s1"><NumberFormat ss:Format="00000000"/></Style>
        <Style ss:ID="s2"><NumberFormat ss:Format="0.00"/></Style></Styles><Worksheet ss:Name="一"><Table>
        <Row>${text('a')}</Row><Row ss:Hidden="1"><Cell ss:StyleID="s2"><Data ss:Type="Number">1</Data></Cell>
        <Cell ss:StyleID="s1"><Data ss:Type="Number">12</Data></Cell></Row></Table></Worksheet>`),
    );
    expect(sheets).toMatchObject([
      { hiddenRows: new Set([1]), numberFormats: new Map([[1, [undefined, '00000000']]]) },
    ]);
  });

  it.each<[string, string, string, string | undefined]>([
    ['Percent', 'Number', '0.025', 'Percent'],
    ['0.0%', 'Number', '0.025', '0.0%'],
    ['Short Date', 'DateTime', '2024-05-01T00:00:00.000', 'yyyy-mm-dd'],
    // Names that read like codes of days.
    ['Standard', 'Number', '12', undefined],
    ['Fixed', 'Number', '12', undefined],
  ])('says of a cell in the format %s what its digits do not', async (format, type, value, expected) => {
    const [sheet] = await sheetsOf(
      workbook(`<Styles><Style ss:ID="s1"><NumberFormat ss:Format="${format}"/></Style></Styles><Worksheet ss:Name="一">
        <Table><Row><Cell ss:StyleID="s1"><Data ss:Type="${type}">${value}</Data></Cell></Row></Table></Worksheet>`),
    );
    expect(typeof sheet === 'object' && sheet.numberFormats?.get(0)?.[0]).toBe(expected);
  });

  it.each([
    ['big5', 'encoding="big5"'],
    ['utf-16le', 'encoding="utf-16"'],
    ['utf-8', ''],
    ['utf-8', 'encoding="no-such"'],
  ])('is read in %s where its first line says %s', async (encoding, declared) => {
    const xml = oneSheet(`<Row>${text('訂單編號')}</Row>`).replace('version="1.0"', `version="1.0" ${declared}`);
    expect(await rowsOf(encode(xml, encoding))).toEqual([['訂單編號']]);
  });

  it('is refused when it breaks off', async () => {
    expect(await sheetsOf(oneSheet(`<Row>${text('a')}</Row>`).slice(0, -12))).toBe('NOT_A_WORKBOOK');
  });
});
