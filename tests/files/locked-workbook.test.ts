// Workbooks with passwords, encrypted here by other code than what opens them.
import { createCipheriv, createHash, randomBytes } from 'node:crypto';
import { writeXlsx } from 'hucre/xlsx';
import { decryptWorkbook } from '../../files/decrypt-workbook.ts';
import { readWorkbook } from '../../files/read-workbook.ts';

/** As Excel encrypts, with fewer rounds: the figure stands in the file. */
const locked = (password: string) =>
  writeXlsx({ sheets: [{ name: '訂單', rows: [['訂單編號', 1]] }], encryption: { password, spinCount: 50 } });

const answers = (...given: readonly (string | null)[]) => {
  const asked: string[] = [];
  const password = async (file: string, tries: number) => {
    asked.push(`${file} ${tries}`);
    return given[tries] ?? null;
  };
  return { asked, password };
};

describe('an xlsx with a password', () => {
  it.each(['654321', '密碼 pass 💚'])('is opened with %s', async (password) => {
    const { asked, ...options } = answers(password);
    expect(await readWorkbook(await locked(password), 'orders.xlsx', options)).toMatchObject({
      sheets: [{ sheet: '訂單', rows: [['訂單編號', 1]] }],
    });
    expect(asked).toEqual(['orders.xlsx 0']);
  });

  it('asks again while the password is wrong', async () => {
    const { asked, ...options } = answers('1', '2', '654321');
    expect(await readWorkbook(await locked('654321'), 'a.xlsx', options)).toHaveProperty('sheets');
    expect(asked).toEqual(['a.xlsx 0', 'a.xlsx 1', 'a.xlsx 2']);
  });

  it.each<[string, (string | null)[], string]>([
    ['nobody knows it', [null], 'PASSWORD_NEEDED'],
    ['it stays wrong', ['1', null], 'PASSWORD_WRONG'],
  ])('is refused when %s', async (_, given, code) => {
    expect(await readWorkbook(await locked('654321'), 'a.xlsx', answers(...given))).toMatchObject({
      refused: { code, file: 'a.xlsx' },
    });
  });

  it('is refused where nobody can be asked', async () => {
    expect(await readWorkbook(await locked('654321'), 'a.xlsx')).toMatchObject({
      refused: { code: 'PASSWORD_NEEDED' },
    });
  });
});

describe('the standard encryption of Office 2007', () => {
  const sha1 = (...parts: readonly Uint8Array[]) => createHash('sha1').update(Buffer.concat(parts)).digest();
  const number = (value: number) => {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32LE(value);
    return bytes;
  };

  /** [MS-OFFCRYPTO] 2.3.4.5 to 2.3.4.9, with AES-128. */
  function lockStandard(content: Uint8Array, password: string) {
    const salt = randomBytes(16);
    let hash = sha1(salt, Buffer.from(password, 'utf16le'));
    for (let round = 0; round < 50_000; round++) hash = sha1(number(round), hash);
    hash = sha1(hash, number(0));
    const key = sha1(Buffer.alloc(64, 0x36).map((byte, at) => byte ^ (hash[at] ?? 0))).subarray(0, 16);
    const encrypt = (plain: Uint8Array) => {
      const cipher = createCipheriv('aes-128-ecb', key, null).setAutoPadding(false);
      return Buffer.concat([cipher.update(plain), cipher.final()]);
    };
    const padded = (plain: Uint8Array, block: number) =>
      Buffer.concat([plain, Buffer.alloc((block - (plain.length % block)) % block)]);
    const verifier = randomBytes(16);
    const header = Buffer.concat([0x24, 0, 0x660e, 0x8004, 128, 0x18, 0, 0].map(number));
    const info = Buffer.concat([
      ...[Buffer.from([3, 0, 2, 0]), number(0x24), number(header.length), header, number(16), salt],
      ...[encrypt(verifier), number(20), encrypt(padded(sha1(verifier), 32))],
    ]);
    return { info, packed: Buffer.concat([number(content.length), number(0), encrypt(padded(content, 16))]) };
  }

  const content = Buffer.from('PK: any bytes, longer than one block of the cipher');

  it('is opened with its password', async () => {
    const { info, packed } = lockStandard(content, 'VelvetSweatshop');
    const opened = await decryptWorkbook(info, packed, 'VelvetSweatshop');
    expect(opened.outcome === 'opened' ? Buffer.from(opened.bytes) : opened.outcome).toEqual(content);
  });

  it('refuses another', async () => {
    const { info, packed } = lockStandard(content, 'right');
    expect(await decryptWorkbook(info, packed, 'wrong')).toEqual({ outcome: 'wrongPassword' });
  });

  it.each([
    ['of a version nobody wrote', Buffer.from([9, 0, 9, 0, 0, 0, 0, 0])],
    ['that breaks off', Buffer.from([3, 0, 2, 0])],
    [
      'that asks for a thousand million rounds',
      Buffer.from(
        '\u0004\0\u0004\0@\0\0\0<keyData/><p:encryptedKey spinCount="1000000000" hashAlgorithm="SHA512"/>',
        'latin1',
      ),
    ],
  ])('an encryption %s is unknown', async (_, info) => {
    expect(await decryptWorkbook(info, Buffer.alloc(24), 'x')).toEqual({ outcome: 'unknown' });
  });
});
