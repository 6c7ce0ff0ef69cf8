// Content fingerprints: same content, same text, whatever machine. Used for batches, plans and the audit chain.
import { sha256 } from '@noble/hashes/sha2';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils';

/** SHA-256 of a text's UTF-8 bytes, as 64 hex digits. */
export type Digest = (text: string) => string;

let digest: Digest = (text) => bytesToHex(sha256(utf8ToBytes(text)));

/** Lets a platform that brings SHA-256 of its own do the work: the same digits, ten times as fast. */
export function useDigest(own: Digest): void {
  digest = own;
}

/** SHA-256 of a text, as 64 hex digits. */
export function fingerprint(text: string): string {
  return digest(text);
}

/** Fingerprint of a set of texts: the order in which they come does not matter. */
export function fingerprintOfSet(texts: readonly string[]): string {
  return fingerprint([...texts].sort().join('\n'));
}
