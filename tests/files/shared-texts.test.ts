// The texts of a workbook, each once, after those that are there.
import { escapeXml, SharedTexts, textElement } from '../../files/shared-texts.ts';

const begun = (count: number, items: string) =>
  `<?xml version="1.0"?><sst xmlns="x" count="${count}" uniqueCount="${count}">${items}</sst>`;

describe('shared texts', () => {
  it('go on counting where the part ends, and number each text once', () => {
    const texts = new SharedTexts(begun(2, '<si><t>a</t></si><si><t>b</t></si>'));
    expect(['x', 'y', 'x', '', 'y'].map((text) => texts.indexOf(text))).toEqual([2, 3, 2, 4, 3]);
    expect(texts.xml).toBe(
      begun(5, '<si><t>a</t></si><si><t>b</t></si><si><t>x</t></si><si><t>y</t></si><si><t></t></si>'),
    );
  });

  it('leave a part alone to which nothing is added', () => {
    expect(new SharedTexts(begun(1, '<si><t>count="7"</t></si>')).xml).toBe(begun(1, '<si><t>count="7"</t></si>'));
  });

  it.each(['', '<sst/>', '<sst count="1" uniqueCount="1"><si/>'])(
    'do not go on from what is no such part: %j',
    (part) => {
      expect(() => new SharedTexts(part)).toThrow('not as expected');
    },
  );
});

it.each([
  ['plain', '<t>plain</t>'],
  ['a < b & "c" > d', '<t>a &lt; b &amp; "c" &gt; d</t>'],
  [' before', '<t xml:space="preserve"> before</t>'],
  ['after ', '<t xml:space="preserve">after </t>'],
  ['two\nlines', '<t xml:space="preserve">two\nlines</t>'],
  ['a\tb', '<t xml:space="preserve">a\tb</t>'],
  ['\r\u0000\u001f', '<t>_x000D__x0000__x001F_</t>'],
  ['\u0085對帳🙂', '<t>\u0085對帳🙂</t>'],
])('the text %j is written %j', (text, xml) => {
  expect(textElement(text)).toBe(xml);
  expect(xml).toContain(escapeXml(text));
});
