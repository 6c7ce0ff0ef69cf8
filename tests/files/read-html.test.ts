// Web pages that platforms call .xls.
import { readWorkbook } from '../../files/read-workbook.ts';
import { scorerOf } from '../../core/mapping/score-headers.ts';
import { builtInMappings } from '../../mappings/index.ts';
import { encode } from './encode-text.ts';

async function rowsOf(html: string | Uint8Array, options = {}) {
  const bytes = typeof html === 'string' ? Buffer.from(html) : html;
  const reading = await readWorkbook(bytes, '訂單.xls', options);
  return 'refused' in reading ? reading.refused.code : reading.sheets[0]?.rows;
}

describe('a web page saved as .xls', () => {
  it.each<[string, string, unknown]>([
    [
      'cells stay text, entities and blanks as on the page',
      `<html><head><title>x</title><style>td{mso-number-format:"<td>"}</style></head><body>
       <table border=1><tr><th>訂單編號</th><th>金額</th></tr>
       <tr><td>007</td><td> 1,290&nbsp; </td></tr><tr><td>a &amp; b&#33;&#x8336;</td><td>x<br>y</td></tr></table>`,
      [
        ['訂單編號', '金額'],
        ['007', '1,290'],
        ['a & b!茶', 'x\ny'],
      ],
    ],
    [
      'cells that span stand where Excel puts them',
      `<table><tr><td rowspan="2">A</td><td colspan=2>B</td><td>C</td></tr><tr><td>d</td><td>e</td><td>f</td></tr></table>`,
      [
        ['A', 'B', null, 'C'],
        [null, 'd', 'e', 'f'],
      ],
    ],
    [
      'tags left open as browsers allow, capital letters, comments, empty rows',
      `<TABLE><TBODY><TR><TD>a<TD>b<TR><!-- <tr><td>no --><TR><TD>c</TABLE>`,
      [['a', 'b'], [], ['c']],
    ],
    [
      'several tables one below the other, a layout around them',
      `<table><tr><td><table><tr><td>inner</td></tr></table></td><td>beside</td></tr></table><p>text</p><table><tr><td>next</td></tr></table>`,
      [['inner'], ['beside'], ['next']],
    ],
    ['a percentage stays text', `<table><tr><td x:num="0.025">2.50%</td></tr></table>`, [['2.50%']]],
    ['the exact number beside a rounded text', `<table><tr><td x:num="12.3456">12.35</td></tr></table>`, [[12.3456]]],
    ['a script is no content', `<table><tr><td><script>if (a<b) "</td>"</script>1</td></tr></table>`, [['1']]],
  ])('%s', async (_, html, rows) => {
    expect(await rowsOf(html)).toEqual(rows);
  });

  it.each<[string, string]>([
    ['breaks off inside its table', '<html><table><tr><td>訂單編號</td></tr><tr><td>1'],
    ['has no table', '<html><body><p>請重新登入</p></body></html>'],
    ['has only empty cells', '<table><tr><td></td></tr></table>'],
  ])('one that %s is refused', async (_, html) => {
    expect(await rowsOf(html)).toBe('NOT_A_WORKBOOK');
  });

  const page = (charset: string) =>
    `<html><head><meta http-equiv="Content-Type" content="text/html; charset=${charset}"></head><table><tr><td>訂單編號</td><td>訂單狀態</td><td>商品名稱</td></tr><tr><td>1</td><td>已完成</td><td>茶</td></tr></table></html>`;

  it.each<[string, string, string]>([
    ['big5 as it says', 'big5', 'big5'],
    ['big5 though it says utf-8', 'utf-8', 'big5'],
    ['utf-8 as it says', 'utf-8', 'utf-8'],
    ['utf-8 though it says big5', 'big5', 'utf-8'],
    ['big5 though it names no encoding there is', 'chinese-x', 'big5'],
  ])('is read in %s', async (_, says, encoding) => {
    const rows = await rowsOf(encode(page(says), encoding), { looksRight: scorerOf(builtInMappings) });
    expect(rows).toEqual([
      ['訂單編號', '訂單狀態', '商品名稱'],
      ['1', '已完成', '茶'],
    ]);
  });

  it.each<[string, string, number[]]>([
    ['none', '<tr style="color:red"><td>a<tr><td hidden>b', []],
    ['as Excel writes them', "<tr><td>a</td></tr><tr height=0 style='display:none'><td>b</td></tr><tr><td>c", [1]],
    [
      'by the attribute',
      '<tr hidden><td>a<tr hidden=""><td>b<tr class=x HIDDEN><td>c<tr data-hidden=1><td>d',
      [0, 1, 2],
    ],
    ['with other styles before and after', '<tr style="mso-height-source:userset; DISPLAY : none;x:y"><td>a', [0]],
    ['with all of a table inside', '<tr style="display:none"><td><table><tr><td>a<tr><td>b</table><tr><td>c', [0, 1]],
    ['and a table inside only itself', '<tr><td><table><tr hidden><td>a<tr><td>b</table><tr><td>c', [0]],
  ])('rows that are not shown: %s', async (_, rows, hidden) => {
    const reading = await readWorkbook(Buffer.from(`<table>${rows}</table>`), '訂單.xls');
    const found = 'refused' in reading ? reading.refused.code : [...(reading.sheets[0]?.hiddenRows ?? [])];
    expect(found).toEqual(hidden);
  });

  it('a span beyond every sheet costs neither memory nor rows', async () => {
    const rows = await rowsOf('<table><tr><td colspan=99999 rowspan=99999>a</td></tr><tr><td>b</td></tr></table>');
    expect((rows as unknown[][]).map((row) => row.length)).toEqual([1_000, 1_000]);
  });
});
