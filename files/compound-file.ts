// The streams inside an OLE container ([MS-CFB]): an old xls is one, and so is an xlsx with a password.

const SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** Sector numbers from here on are marks: end of chain, free, and so on. */
const SECTOR_MAX = 0xfffffffa;
const ENTRY_LENGTH = 128;
const STREAM = 2;
const ROOT = 5;
/** The header holds the numbers of the first 109 sectors of the allocation table; larger files continue elsewhere. */
const SECTORS_IN_HEADER = 109;

export function isCompoundFile(bytes: Uint8Array): boolean {
  return SIGNATURE.every((byte, at) => bytes[at] === byte);
}

/** The streams by their names; null when the container is damaged. Of streams in folders the last of a name counts. */
export function compoundStreams(bytes: Uint8Array): Map<string, Uint8Array> | null {
  try {
    return new Container(bytes).streams();
  } catch {
    // A sector outside the file, or a chain that never ends.
    return null;
  }
}

class Container {
  private readonly bytes: Uint8Array;
  private readonly view: DataView;
  private readonly sectorLength: number;
  private readonly table: readonly number[];

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.sectorLength = 1 << this.view.getUint16(30, true);
    if (this.sectorLength !== 512 && this.sectorLength !== 4_096) throw new RangeError('no such sectors');
    this.table = this.tableSectors().flatMap((sector) => numbersIn(this.sector(sector)));
  }

  streams(): Map<string, Uint8Array> {
    const smallTable = numbersIn(this.chain(this.view.getUint32(60, true)));
    const smallLength = 1 << this.view.getUint16(32, true);
    const smallMax = this.view.getUint32(56, true);
    const entries = entriesIn(this.chain(this.view.getUint32(48, true)));
    const root = entries.find(({ type }) => type === ROOT);
    const small = root ? this.chain(root.start) : new Uint8Array();
    const streams = new Map<string, Uint8Array>();
    for (const { name, type, start, length } of entries) {
      if (type !== STREAM) continue;
      const whole =
        length >= smallMax
          ? this.chain(start)
          : joined(chainOf(start, smallTable).map((at) => part(small, at * smallLength, smallLength)));
      streams.set(name, part(whole, 0, length));
    }
    return streams;
  }

  private sector(number: number): Uint8Array {
    const at = (number + 1) * this.sectorLength;
    if (at >= this.bytes.length) throw new RangeError('the file breaks off');
    // Some writers leave out the unused end of the last sector.
    return this.bytes.subarray(at, at + this.sectorLength);
  }

  private chain(start: number): Uint8Array {
    return joined(chainOf(start, this.table).map((number) => this.sector(number)));
  }

  private tableSectors(): number[] {
    const count = this.view.getUint32(44, true);
    const sectors = numbersIn(part(this.bytes, 76, SECTORS_IN_HEADER * 4));
    let next = this.view.getUint32(68, true);
    while (next < SECTOR_MAX && sectors.length < count) {
      const more = numbersIn(this.sector(next));
      next = more.pop() ?? SECTOR_MAX;
      sectors.push(...more);
    }
    return sectors.slice(0, count);
  }
}

interface Entry {
  readonly name: string;
  readonly type: number;
  readonly start: number;
  readonly length: number;
}

function entriesIn(directory: Uint8Array): Entry[] {
  const view = new DataView(directory.buffer, directory.byteOffset, directory.byteLength);
  return Array.from({ length: Math.floor(directory.length / ENTRY_LENGTH) }, (_, index) => {
    const at = index * ENTRY_LENGTH;
    const nameLength = Math.max(0, Math.min(64, view.getUint16(at + 64, true)) - 2);
    return {
      name: new TextDecoder('utf-16le').decode(part(directory, at, nameLength)),
      type: view.getUint8(at + 66),
      start: view.getUint32(at + 116, true),
      length: view.getUint32(at + 120, true),
    };
  });
}

function chainOf(start: number, table: readonly number[]): number[] {
  const numbers: number[] = [];
  for (let number = start; number < SECTOR_MAX; number = table[number] ?? SECTOR_MAX) {
    numbers.push(number);
    if (numbers.length > table.length) throw new RangeError('a chain without end');
  }
  return numbers;
}

/** @throws RangeError when the file ends before */
function part(bytes: Uint8Array, at: number, length: number): Uint8Array {
  if (at + length > bytes.length) throw new RangeError('the file breaks off');
  return bytes.subarray(at, at + length);
}

function numbersIn(bytes: Uint8Array): number[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: Math.floor(bytes.length / 4) }, (_, index) => view.getUint32(index * 4, true));
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, { length: more }) => length + more, 0));
  let at = 0;
  for (const one of parts) {
    whole.set(one, at);
    at += one.length;
  }
  return whole;
}
