// Text in the encodings platforms write, for tests: the platform only has the way back.

/** The bytes of the text, found by trying every one and two bytes. */
export function encode(text: string, encoding: string): Uint8Array {
  if (encoding === 'utf-16le') return Buffer.from(text, 'utf16le');
  if (encoding === 'utf-16be') return Buffer.from(text, 'utf16le').swap16();
  if (encoding === 'utf-8') return Buffer.from(text);
  const table = tables.get(encoding) ?? tableOf(encoding);
  tables.set(encoding, table);
  const bytesOf = (character: string) => table.get(character) ?? fail(`${character} is not in ${encoding}`);
  return Uint8Array.from([...text].flatMap(bytesOf));
}

const tables = new Map<string, Map<string, number[]>>();

function tableOf(encoding: string): Map<string, number[]> {
  const decoder = new TextDecoder(encoding);
  const all = [...Array(256).keys()];
  const pairs = all.slice(0x81).flatMap((first) => all.slice(0x40).map((second) => [first, second]));
  const table = new Map<string, number[]>();
  for (const bytes of [...all.map((byte) => [byte]), ...pairs]) {
    const character = decoder.decode(Uint8Array.from(bytes));
    if ([...character].length === 1 && !table.has(character)) table.set(character, bytes);
  }
  return table;
}

function fail(message: string): never {
  throw new Error(message);
}
