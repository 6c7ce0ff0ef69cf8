// An xlsx with a password, opened ([MS-OFFCRYPTO] 2.3.4): agile encryption as Excel writes it since 2010, and the standard
// encryption before it. Here and not by the xlsx library, which asks the platform for each of 100,000 hashes: 4 s a try.
import { sha1 } from '@noble/hashes/legacy';
import { sha256, sha384, sha512 } from '@noble/hashes/sha2';
import { concatBytes } from '@noble/hashes/utils';
import { decryptBlocks, decryptChained } from './aes.ts';

export type Decryption =
  | { readonly outcome: 'opened'; readonly bytes: Uint8Array }
  | { readonly outcome: 'wrongPassword' }
  /** Encrypted in a way we do not know, or damaged. */
  | { readonly outcome: 'unknown' };

type Hash = (bytes: Uint8Array) => Uint8Array;

const HASHES: Readonly<Record<string, Hash>> = { SHA1: sha1, SHA256: sha256, SHA384: sha384, SHA512: sha512 };

/** @param info the stream EncryptionInfo @param packed the stream EncryptedPackage */
export async function decryptWorkbook(info: Uint8Array, packed: Uint8Array, password: string): Promise<Decryption> {
  try {
    const version = numberAt(info, 0) & 0xffff;
    const minor = (numberAt(info, 0) >>> 16) & 0xffff;
    if (version === 4 && minor === 4) return await openAgile(agileFacts(info.subarray(8)), packed, password);
    if (version >= 2 && version <= 4 && minor === 2) return await openStandard(standardFacts(info), packed, password);
    return { outcome: 'unknown' };
  } catch {
    // Facts that are not there, lengths that do not fit, a cipher this platform does not have.
    return { outcome: 'unknown' };
  }
}

function numberAt(bytes: Uint8Array, at: number): number {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(at, true);
}

function littleEndian(number: number): Uint8Array {
  return Uint8Array.of(number, number >>> 8, number >>> 16, number >>> 24);
}

/** H(n) = hash(n, H(n-1)), beginning with hash(salt, password): slow on purpose. */
function stretched(hash: Hash, salt: Uint8Array, password: string, rounds: number): Uint8Array {
  const letters = new Uint8Array([...password].flatMap((character) => utf16(character)));
  let value = hash(concatBytes(salt, letters));
  const input = new Uint8Array(4 + value.length);
  for (let round = 0; round < rounds; round++) {
    input.set(littleEndian(round));
    input.set(value, 4);
    value = hash(input);
  }
  return value;
}

const utf16 = (character: string) =>
  Array.from({ length: character.length }, (_, at) => character.charCodeAt(at)).flatMap((unit) => [
    unit & 255,
    unit >> 8,
  ]);

interface AgileFacts {
  readonly hash: Hash;
  readonly keyLength: number;
  readonly salt: Uint8Array;
  readonly rounds: number;
  readonly verifierInput: Uint8Array;
  readonly verifierValue: Uint8Array;
  readonly keyValue: Uint8Array;
  readonly dataHash: Hash;
  readonly dataSalt: Uint8Array;
}

/** A file asking for more is not honest: Excel writes 100,000. */
const ROUNDS_MAX = 10_000_000;

function agileFacts(xmlBytes: Uint8Array): AgileFacts {
  const xml = new TextDecoder().decode(xmlBytes);
  const data = attributesOf(xml, 'keyData');
  const key = attributesOf(xml, 'encryptedKey');
  const rounds = Number(key('spinCount'));
  if (!(rounds <= ROUNDS_MAX)) throw new RangeError('too many rounds');
  return {
    hash: hashNamed(key('hashAlgorithm')),
    keyLength: Number(key('keyBits')) / 8,
    salt: base64(key('saltValue')),
    rounds,
    verifierInput: base64(key('encryptedVerifierHashInput')),
    verifierValue: base64(key('encryptedVerifierHashValue')),
    keyValue: base64(key('encryptedKeyValue')),
    dataHash: hashNamed(data('hashAlgorithm')),
    dataSalt: base64(data('saltValue')),
  };
}

function attributesOf(xml: string, element: string): (name: string) => string {
  const tag = new RegExp(`<(?:\\w+:)?${element}\\b[^>]*>`).exec(xml)?.[0] ?? '';
  return (name) => new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
}

function hashNamed(name: string): Hash {
  const hash = HASHES[name.replace('-', '')];
  if (!hash) throw new RangeError(`no hash ${name}`);
  return hash;
}

const base64 = (text: string) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0));

/** Says which of the keys is derived ([MS-OFFCRYPTO] 2.3.4.13). */
const VERIFIER_INPUT = Uint8Array.of(0xfe, 0xa7, 0xd2, 0x76, 0x3b, 0x4b, 0x9e, 0x79);
const VERIFIER_VALUE = Uint8Array.of(0xd7, 0xaa, 0x0f, 0x6d, 0x30, 0x61, 0x34, 0x4e);
const KEY_VALUE = Uint8Array.of(0x14, 0x6e, 0x0b, 0xe7, 0xab, 0xac, 0xd0, 0xd6);

const SEGMENT = 4_096;
const BLOCK = 16;

async function openAgile(facts: AgileFacts, packed: Uint8Array, password: string): Promise<Decryption> {
  const { hash, salt, keyLength } = facts;
  const stretch = stretched(hash, salt, password, facts.rounds);
  const open = (purpose: Uint8Array, value: Uint8Array) =>
    decryptChained(filled(hash(concatBytes(stretch, purpose)), keyLength), salt.subarray(0, BLOCK), value);
  const proof = hash(await open(VERIFIER_INPUT, facts.verifierInput));
  const expected = await open(VERIFIER_VALUE, facts.verifierValue);
  if (!begins(expected, proof)) return { outcome: 'wrongPassword' };
  const key = (await open(KEY_VALUE, facts.keyValue)).subarray(0, keyLength);
  const bytes = new Uint8Array(packed.length - 8);
  for (let at = 0; at < bytes.length; at += SEGMENT) {
    const start = filled(facts.dataHash(concatBytes(facts.dataSalt, littleEndian(at / SEGMENT))), BLOCK);
    const end = Math.min(at + SEGMENT, bytes.length);
    bytes.set(await decryptChained(key, start, packed.subarray(8 + at, 8 + end)), at);
  }
  return { outcome: 'opened', bytes: bytes.subarray(0, numberAt(packed, 0)) };
}

function filled(hash: Uint8Array, length: number): Uint8Array {
  const bytes = new Uint8Array(length).fill(0x36);
  bytes.set(hash.subarray(0, length));
  return bytes;
}

const begins = (longer: Uint8Array, bytes: Uint8Array) => bytes.every((byte, at) => longer[at] === byte);

interface StandardFacts {
  readonly keyLength: number;
  readonly salt: Uint8Array;
  readonly verifier: Uint8Array;
  readonly verifierHash: Uint8Array;
}

const STANDARD_ROUNDS = 50_000;
const AES_128 = 0x660e;
const AES_256 = 0x6610;

function standardFacts(info: Uint8Array): StandardFacts {
  const algorithm = numberAt(info, 20);
  if (algorithm < AES_128 || algorithm > AES_256) throw new RangeError('not AES');
  const verifier = 12 + numberAt(info, 8);
  return {
    keyLength: numberAt(info, 28) / 8,
    salt: info.subarray(verifier + 4, verifier + 20),
    verifier: info.subarray(verifier + 20, verifier + 36),
    verifierHash: info.subarray(verifier + 40, verifier + 72),
  };
}

async function openStandard(facts: StandardFacts, packed: Uint8Array, password: string): Promise<Decryption> {
  const { salt, keyLength, verifier, verifierHash } = facts;
  const hash = sha1(concatBytes(stretched(sha1, salt, password, STANDARD_ROUNDS), littleEndian(0)));
  const mixed = (mark: number) => sha1(new Uint8Array(64).fill(mark).map((byte, at) => byte ^ (hash[at] ?? 0)));
  const key = concatBytes(mixed(0x36), mixed(0x5c)).subarray(0, keyLength);
  const proof = sha1(await decryptBlocks(key, verifier));
  if (!begins(await decryptBlocks(key, verifierHash), proof)) return { outcome: 'wrongPassword' };
  const bytes = await decryptBlocks(key, packed.subarray(8, packed.length - ((packed.length - 8) % BLOCK)));
  return { outcome: 'opened', bytes: bytes.subarray(0, numberAt(packed, 0)) };
}
