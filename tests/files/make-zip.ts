// A zip archive written by hand, so that its names, sizes and marks can be those of any program.
import { crc32, deflateRawSync } from 'node:zlib';

export interface ZipFile {
  readonly name: string | Uint8Array;
  readonly content: string | Uint8Array;
  readonly stored?: boolean;
  /** General purpose flags: 1 encrypted, 0x800 name in UTF-8. */
  readonly flags?: number;
}

const numbers = (...parts: readonly (readonly [number, 2 | 4])[]) => {
  const bytes = Buffer.alloc(parts.reduce((length, [, size]) => length + size, 0));
  let at = 0;
  for (const [value, size] of parts) at = size === 2 ? bytes.writeUInt16LE(value, at) : bytes.writeUInt32LE(value, at);
  return bytes;
};

export function makeZip(files: readonly ZipFile[]): Uint8Array {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, stored = false, flags = 0 } of files) {
    const [own, plain] = [Buffer.from(name), Buffer.from(content)];
    const packed = stored ? plain : deflateRawSync(plain);
    const facts = [
      [flags, 2],
      [stored ? 0 : 8, 2],
      [0, 4],
      [crc32(plain), 4],
      [packed.length, 4],
      [plain.length, 4],
      [own.length, 2],
      [0, 2],
    ] as const;
    const local = Buffer.concat([numbers([0x04034b50, 4], [20, 2], ...facts), own, packed]);
    const rest = numbers([0, 2], [0, 2], [0, 2], [0, 4], [offset, 4]);
    directory.push(numbers([0x02014b50, 4], [20, 2], [20, 2], ...facts), rest, own);
    locals.push(local);
    offset += local.length;
  }
  const entries = Buffer.concat(directory);
  const end = [
    [files.length, 2],
    [files.length, 2],
    [entries.length, 4],
    [offset, 4],
    [0, 2],
  ] as const;
  return Buffer.concat([...locals, entries, numbers([0x06054b50, 4], [0, 2], [0, 2], ...end)]);
}

/** An xlsx of one sheet, and its styles, with the XML as given: for files that no library would write. */
export function makeXlsx(sheetXml: string, stylesXml = ''): Uint8Array {
  const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const packages = 'http://schemas.openxmlformats.org/package/2006';
  const types = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const part = (name: string, type: string) => `<Override PartName="${name}" ContentType="${types}.${type}+xml"/>`;
  return makeZip([
    {
      name: '[Content_Types].xml',
      content: `${xml}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>${part('/xl/workbook.xml', 'sheet.main')}${part('/xl/worksheets/sheet1.xml', 'worksheet')}${part('/xl/styles.xml', 'styles')}</Types>`,
    },
    {
      name: '_rels/.rels',
      content: `${xml}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    },
    {
      name: 'xl/workbook.xml',
      content: `${xml}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: `${xml}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    },
    { name: 'xl/styles.xml', content: `${xml}<styleSheet xmlns="${main}">${stylesXml}</styleSheet>` },
    { name: 'xl/worksheets/sheet1.xml', content: `${xml}<worksheet xmlns="${main}">${sheetXml}</worksheet>` },
  ]);
}
