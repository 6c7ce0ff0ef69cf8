// The characters of a text file: by its byte order mark, else UTF-8, else the Chinese encoding whose words are there.

/** Encodings platforms write without saying so. Each is tried strictly: one impossible byte rules it out. */
const CHINESE_ENCODINGS = ['big5', 'gb18030'] as const;

/**
 * Characters that reports are full of. Big5 text often decodes as GB18030 without an error, and the other way round, but
 * into rare characters: the right reading is the one that contains these.
 */
const REPORT_CHARACTERS = new Set(
  '訂單號編金額日期時間退款費用商品數量店鋪支付帳戶订单号编额时间费数铺账户交易收入手续',
);

/** Control characters that no report contains; their presence means the file is not text. */
// eslint-disable-next-line no-control-regex -- naming them is the point
const BINARY = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/;

/** The file's text without its byte order mark, or null when it is not text in an encoding we know. */
export function decodeText(bytes: Uint8Array): string | null {
  const text = decodeMarked(bytes) ?? decodeStrictly(bytes, 'utf-8') ?? decodeChinese(bytes);
  return text === null || BINARY.test(text) ? null : text;
}

function decodeMarked(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decodeStrictly(bytes, 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decodeStrictly(bytes, 'utf-16be');
  return null;
}

function decodeChinese(bytes: Uint8Array): string | null {
  let best: { text: string; words: number } | null = null;
  for (const encoding of CHINESE_ENCODINGS) {
    const text = decodeStrictly(bytes, encoding);
    if (text === null) continue;
    const words = countReportCharacters(text);
    if (best === null || words > best.words) best = { text, words };
  }
  return best?.text ?? null;
}

function decodeStrictly(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Headers stand near the top: the first few thousand characters decide. */
function countReportCharacters(text: string): number {
  let count = 0;
  for (const character of text.slice(0, 5_000)) if (REPORT_CHARACTERS.has(character)) count += 1;
  return count;
}
