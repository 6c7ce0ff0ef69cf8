// Text that was read in one encoding though written in another, turned back into its bytes: the proof that it is garbled.

/** Bytes as text, unreadable ones as U+FFFD. Platforms have it, the core does not. */
export type Decode = (bytes: Uint8Array, encoding: string) => string;

/** What machines read files as, and what platforms write them in. */
const READ_AS = ['windows-1252', 'big5', 'gb18030', 'shift_jis'];
const WRITTEN_IN = ['utf-8', 'big5', 'gb18030', 'shift_jis'] as const;

/** An encoding that platforms write files in, by the name TextDecoder knows. */
export type WrittenIn = (typeof WRITTEN_IN)[number];

export interface Original {
  readonly text: string;
  readonly writtenIn: WrittenIn;
}

const QUESTION_MARK = 0x3f;

/** Every text that this one may have been, unreadable characters as U+FFFD. */
export function possibleOriginals(text: string, decode: Decode): Original[] {
  return READ_AS.flatMap((wrong) => {
    const bytes = encode(text, wrong, decode);
    const others = WRITTEN_IN.filter((right) => right !== wrong);
    return others.map((writtenIn) => ({ text: decode(bytes, writtenIn), writtenIn }));
  });
}

const tables = new Map<string, ReadonlyMap<string, readonly number[]>>();

/** The bytes of the text; a character that the encoding does not have was a byte that nobody could read. */
function encode(text: string, encoding: string, decode: Decode): Uint8Array {
  const table = tables.get(encoding) ?? tableOf(encoding, decode);
  tables.set(encoding, table);
  const bytes = [...text].flatMap((character) => {
    const code = character.charCodeAt(0);
    return code < 0x80 ? [code] : (table.get(character) ?? [QUESTION_MARK]);
  });
  return Uint8Array.from(bytes);
}

/** Platforms only have the way from bytes to characters, so the other way is read off from it: a few ms a table. */
function tableOf(encoding: string, decode: Decode): Map<string, readonly number[]> {
  const table = new Map<string, readonly number[]>();
  const learn = (bytes: readonly number[]) => {
    const character = decode(Uint8Array.from(bytes), encoding);
    const isOne = [...character].length === 1 && character !== '\ufffd';
    if (isOne && !table.has(character)) table.set(character, bytes);
  };
  for (let first = 0x80; first <= 0xff; first++) learn([first]);
  if (encoding === 'windows-1252') return table;
  for (let first = 0x81; first <= 0xfe; first++) {
    for (let second = 0x40; second <= 0xfe; second++) learn([first, second]);
  }
  return table;
}
