// The texts of a workbook, each once, after those that are there.
import fc from '../fast-check.ts';
import { escapeText, SharedTexts, textElement } from '../../files/shared-texts.ts';

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
  expect(xml).toContain(escapeText(text));
});

it.each([
  ['_x0041_', '_x005F_x0041_'],
  ['Z_x00e9_ok', 'Z_x005F_x00e9_ok'],
  ['_x0041_x0042_', '_x005F_x0041_x005F_x0042_'],
  ['_x0041\r', '_x005F_x0041_x000D_'],
  ['_x005F_x0041_', '_x005F_x005F_x005F_x0041_'],
  ['_x004_ _xyz_ a_x', '_x004_ _xyz_ a_x'],
])('what only looks like a code, %j, is written %j', (text, xml) => {
  expect(escapeText(text)).toBe(xml);
});

it('every text comes back as it was, however codes and control characters stand beside each other', () => {
  const piece = fc.constantFrom('_', 'x', '_x', '0041', '005F', '000D', '\r', '\n', '\u0001', 'A', '<&>');
  const decode = (xml: string) =>
    xml.replace(/_x([\dA-F]{4})_/gi, (_, code) => String.fromCharCode(parseInt(code, 16)));
  const unescape = (xml: string) => xml.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const text = pieces.join('');
      expect(decode(unescape(escapeText(text)))).toBe(text);
    }),
  );
});
