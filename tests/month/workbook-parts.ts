// A written workbook taken apart without the code that wrote it: its sheets with formulas and the values cached beside
// them, and the same file with every cached value gone.
import { zipEntries } from '../../files/zip-archive.ts';
import { packPart, zipOf } from '../../files/write-zip.ts';

export interface FileCell {
  /** Without the equals sign; null for a plain value. */
  readonly formula: string | null;
  readonly value: string | number | null;
}

/** Cells by address, by the name of their sheet. */
export type FileSheets = ReadonlyMap<string, ReadonlyMap<string, FileCell>>;

async function partsOf(bytes: Uint8Array): Promise<Map<string, string>> {
  const entries = zipEntries(bytes) ?? [];
  return new Map(
    await Promise.all(entries.map(async ({ name, read }) => [name, Buffer.from(await read()).toString()] as const)),
  );
}

export async function readSheets(bytes: Uint8Array): Promise<FileSheets> {
  const parts = await partsOf(bytes);
  const texts = [...(parts.get('xl/sharedStrings.xml') ?? '').matchAll(/<si>(.*?)<\/si>/gs)].map(([, item = '']) =>
    textIn(item),
  );
  const targets = new Map(
    [...(parts.get('xl/_rels/workbook.xml.rels') ?? '').matchAll(/<Relationship [^>]*>/g)].map(([tag]) => {
      return [attribute(tag, 'Id'), attribute(tag, 'Target').replace(/^\/?(xl\/)?/, 'xl/')] as const;
    }),
  );
  const sheets = [...(parts.get('xl/workbook.xml') ?? '').matchAll(/<sheet [^>]*>/g)].map(([tag]) => {
    const xml = parts.get(targets.get(attribute(tag, 'r:id')) ?? '') ?? '';
    return [unescaped(attribute(tag, 'name')), cellsIn(xml, texts)] as const;
  });
  return new Map(sheets);
}

function cellsIn(xml: string, texts: readonly string[]): Map<string, FileCell> {
  const cells = [...xml.matchAll(/<c ([^>]*?)(?:\/>|>(.*?)<\/c>)/gs)].map(([, head = '', body = '']) => {
    const formula = /<f[^>]*>(.*?)<\/f>/s.exec(body)?.[1] ?? null;
    const cell = { formula: formula === null ? null : unescaped(formula), value: valueIn(head, body, texts) };
    return [attribute(head, 'r'), cell] as const;
  });
  return new Map(cells);
}

function valueIn(head: string, body: string, texts: readonly string[]): FileCell['value'] {
  const kind = attribute(head, 't');
  if (kind === 'inlineStr') return textIn(body);
  const value = /<v[^>]*>(.*?)<\/v>/s.exec(body)?.[1];
  if (value === undefined) return null;
  if (kind === 's') return texts[Number(value)] ?? null;
  return kind === 'str' || kind === 'e' ? unescaped(value) : Number(value);
}

const textIn = (xml: string) =>
  [...xml.matchAll(/<t[^>]*>(.*?)<\/t>/gs)].map(([, text = '']) => unescaped(text)).join('');
const attribute = (tag: string, name: string) => new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(tag)?.[1] ?? '';

function unescaped(text: string): string {
  const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
  return text.replace(/&(?:#(\d+)|(\w+));/g, (_, code: string | undefined, name: string | undefined) =>
    code === undefined ? (named[name ?? ''] ?? '') : String.fromCodePoint(Number(code)),
  );
}

/** Nothing of what we computed is left beside a formula: whoever opens the file must work it out. */
export async function withoutCachedValues(bytes: Uint8Array): Promise<Uint8Array> {
  const parts: Awaited<ReturnType<typeof packPart>>[] = [];
  for (const { name, read } of zipEntries(bytes) ?? []) {
    const content = await read();
    const isSheet = /^xl\/worksheets\/[^/]+\.xml$/.test(name);
    const text = isSheet
      ? Buffer.from(content)
          .toString()
          .replace(/(<\/f>)<v[^>]*>[^<]*<\/v>/g, '$1')
      : null;
    parts.push(await packPart(name, text === null ? content : Buffer.from(text)));
  }
  return zipOf(parts);
}
