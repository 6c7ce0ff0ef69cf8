// The files inside a zip archive. Names are decoded here because archives of Chinese platforms write them in GBK.
import { countReportCharacters } from './choose-text.ts';

export interface ZipEntry {
  readonly name: string;
  /** True when the entry has a password of its own. */
  readonly locked: boolean;
  /** @throws Error when the entry is damaged or too large */
  readonly read: () => Promise<Uint8Array>;
}

/** An archive that unpacks to more than this is an attack or a mistake. */
const BYTES_MAX = 512 * 1_024 * 1_024;

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
const END_LENGTH = 22;
const COMMENT_MAX = 65_535;
const UTF8_NAME = 0x800;
const ENCRYPTED = 1;
const DEFLATED = 8;

/** Every entry in the archive's order; null when the bytes are no whole archive. */
export function zipEntries(bytes: Uint8Array): ZipEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOfDirectory(view);
  if (end === null) return null;
  try {
    return directoryEntries(view, end);
  } catch {
    // A directory that points outside the file: cut off or damaged.
    return null;
  }
}

function endOfDirectory(view: DataView): number | null {
  const last = view.byteLength - END_LENGTH;
  for (let at = last; at >= Math.max(0, last - COMMENT_MAX); at--) {
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at;
  }
  return null;
}

function directoryEntries(view: DataView, end: number): ZipEntry[] {
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  let left = BYTES_MAX;
  const entries: ZipEntry[] = [];
  for (let index = 0; index < count; index++) {
    if (view.getUint32(at, true) !== DIRECTORY_ENTRY) throw new RangeError('no directory entry');
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true));
    const place = placeOf(view, at);
    left -= place.size;
    if (left < 0) throw new RangeError('the archive unpacks to too much');
    const name = nameOf(bytesOf(view, at + 46, nameLength ?? 0), (place.flags & UTF8_NAME) !== 0);
    entries.push({ name, locked: (place.flags & ENCRYPTED) !== 0, read: () => readEntry(view, place) });
    at += 46 + (nameLength ?? 0) + (extraLength ?? 0) + (commentLength ?? 0);
  }
  return entries;
}

interface Place {
  readonly flags: number;
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  readonly checksum: number;
  readonly offset: number;
}

function placeOf(view: DataView, at: number): Place {
  return {
    flags: view.getUint16(at + 8, true),
    method: view.getUint16(at + 10, true),
    checksum: view.getUint32(at + 16, true),
    packed: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    offset: view.getUint32(at + 42, true),
  };
}

const bytesOf = (view: DataView, at: number, length: number) =>
  new Uint8Array(view.buffer, view.byteOffset + at, length);

/** False for folders, and for what macOS and Windows put beside the files. */
export function isUserFile({ name }: ZipEntry): boolean {
  const own = name.split('/').at(-1) ?? '';
  return own !== '' && !own.startsWith('.') && !name.startsWith('__MACOSX/') && own.toLowerCase() !== 'thumbs.db';
}

const NAME_ENCODINGS = ['gb18030', 'big5'];

/** Marked as UTF-8 or valid UTF-8; else the Chinese reading with more of the words that reports are named with. */
function nameOf(bytes: Uint8Array, marked: boolean): string {
  const utf8 = new TextDecoder().decode(bytes);
  if (marked || !utf8.includes('\ufffd')) return utf8;
  const readings = NAME_ENCODINGS.map((encoding) => new TextDecoder(encoding).decode(bytes));
  return readings.sort((left, right) => countReportCharacters(right) - countReportCharacters(left))[0] ?? utf8;
}

async function readEntry(view: DataView, { method, packed, size, checksum, offset }: Place): Promise<Uint8Array> {
  if (view.getUint32(offset, true) !== LOCAL_ENTRY) throw new RangeError('no entry');
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const raw = bytesOf(view, start, packed);
  const bytes = method === DEFLATED ? await inflate(raw, size) : raw;
  if (bytes.length !== size || crc32(bytes) !== checksum) throw new RangeError('the entry is damaged');
  return bytes;
}

async function inflate(raw: Uint8Array, size: number): Promise<Uint8Array> {
  const reader = new Blob([raw as BlobPart]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
  const bytes = new Uint8Array(size);
  let length = 0;
  for (let step = await reader.read(); !step.done; step = await reader.read()) {
    // Throws beyond `size`: an entry larger than it says is not read to its end.
    bytes.set(step.value, length);
    length += step.value.length;
  }
  return bytes.subarray(0, length);
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ (CRC_TABLE[(crc ^ byte) & 0xff] ?? 0);
  return (crc ^ 0xffffffff) >>> 0;
}
