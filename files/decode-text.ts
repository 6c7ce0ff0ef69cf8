// The encodings a text file may be in, likeliest first. Which one it is, its header decides: see choose-text.ts.

/** A label that TextDecoder knows. */
export type Encoding = string;

/** Chinese and Japanese encodings that platforms write without saying so. */
const ASIAN = ['big5', 'gb18030', 'shift_jis'];

/** Bytes looked at where the whole file need not be read. */
const HEAD_BYTES = 64 * 1_024;

/** Control characters that no report contains, tabs and line ends aside: their presence means that it is no text. */
const BINARY = new RegExp(
  `[${[
    [0x00, 0x08],
    [0x0e, 0x1a],
    [0x1c, 0x1f],
  ]
    .map(range)
    .join('')}]`,
);

function range([from = 0, to = 0]: readonly number[]): string {
  return `${String.fromCharCode(from)}-${String.fromCharCode(to)}`;
}

/** Encodings worth trying. A byte order mark decides; without one, bytes of zero mean UTF-16. */
export function encodingsOf(bytes: Uint8Array): Encoding[] {
  const marked = markedEncoding(bytes);
  if (marked) return [marked];
  const head = bytes.subarray(0, HEAD_BYTES);
  return head.includes(0) ? unmarkedUtf16(head) : ['utf-8', ...legacyEncodings(head)];
}

/** Digits and separators of UTF-16 have a byte of zero each, all on one side; else zeros mean that this is no text. */
function unmarkedUtf16(head: Uint8Array): string[] {
  const zeros = [0, 0];
  head.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  if (Math.max(even, odd) < head.length / 20) return [];
  return even > odd ? ['utf-16be'] : ['utf-16le'];
}

function markedEncoding(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 'utf-8' : null;
}

/**
 * Western letters with accents stand alone between plain ones, Asian characters stand in rows: that tells which of the
 * two is likelier where the header is plain English and cannot tell.
 */
function legacyEncodings(head: Uint8Array): string[] {
  const runs = highRuns(head);
  const alone = runs.filter((length) => length === 1).length;
  return alone > runs.length / 2 ? ['windows-1252', ...ASIAN] : [...ASIAN, 'windows-1252'];
}

/** Lengths of the rows of bytes above ASCII. */
function highRuns(bytes: Uint8Array): number[] {
  const runs: number[] = [];
  let length = 0;
  for (const byte of bytes) {
    if (byte >= 0x80) length += 1;
    else if (length > 0) {
      runs.push(length);
      length = 0;
    }
  }
  return runs;
}

/** A text as decoded, with the number of bytes that could not be read. */
export interface Decoded {
  readonly text: string;
  readonly damage: number;
}

/** The beginning of the text up to its last whole line, unreadable bytes as U+FFFD. */
export function decodeHead(bytes: Uint8Array, encoding: Encoding): Decoded {
  const { text, damage } = decode(bytes.subarray(0, HEAD_BYTES), encoding, { stream: true });
  const end = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r'));
  return { text: bytes.length > HEAD_BYTES && end > 0 ? text.slice(0, end + 1) : text, damage };
}

/** The whole text without its byte order mark; null when it is no text. Unreadable bytes are U+FFFD. */
export function decodeWhole(bytes: Uint8Array, encoding: Encoding): string | null {
  const decoded = decode(bytes, encoding, {});
  return isText(decoded) ? decoded.text : null;
}

/** Whatever can be read of the bytes, the rest as U+FFFD. */
export function decodeText(bytes: Uint8Array, encoding: Encoding): string {
  return new TextDecoder(encoding).decode(bytes);
}

/** A few unreadable bytes are a name that a platform cut in the middle of a character; many are another encoding. */
export function isText({ text, damage }: Decoded): boolean {
  return !BINARY.test(text) && damage <= Math.max(3, text.length / 50);
}

/** A U+FFFD that stands in the file as such is no damage of this reading. */
function decode(bytes: Uint8Array, encoding: Encoding, options: TextDecodeOptions): Decoded {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes, options), damage: 0 };
  } catch {
    const text = new TextDecoder(encoding).decode(bytes, options);
    return { text, damage: text.split('\ufffd').length - 1 };
  }
}
