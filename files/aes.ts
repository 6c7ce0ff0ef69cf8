// AES without padding, on the platform's own cipher, which only knows chained blocks with padding.

const BLOCK = 16;

/** CBC: a last block is put behind that decrypts to valid padding, and taken off by the platform. */
export async function decryptChained(key: Uint8Array, start: Uint8Array, encrypted: Uint8Array): Promise<Uint8Array> {
  const cipher = await crypto.subtle.importKey('raw', key as BufferSource, 'AES-CBC', false, ['encrypt', 'decrypt']);
  const last = encrypted.slice(-BLOCK);
  const padding = new Uint8Array(BLOCK).fill(BLOCK);
  const sealed = await crypto.subtle.encrypt({ name: 'AES-CBC', iv: last }, cipher, padding);
  const padded = new Uint8Array(encrypted.length + BLOCK);
  padded.set(encrypted);
  padded.set(new Uint8Array(sealed, 0, BLOCK), encrypted.length);
  return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-CBC', iv: start as BufferSource }, cipher, padded));
}

/** ECB: chained decryption mixes each block with the encrypted one before it; mixing again takes that out. */
export async function decryptBlocks(key: Uint8Array, encrypted: Uint8Array): Promise<Uint8Array> {
  const mixed = await decryptChained(key, new Uint8Array(BLOCK), encrypted);
  return mixed.map((byte, at) => byte ^ (at < BLOCK ? 0 : (encrypted[at - BLOCK] ?? 0)));
}
