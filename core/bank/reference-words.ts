// The words of a statement's text that may name a payout, and how a payout's number is found among them.
// Statement texts can hold the names, phones and mail addresses of people; none of them names a payout, so none is kept.

const WORDS_MAX = 20;

/**
 * Words with a digit and five characters or more, in capitals and full-width forms folded. A mobile phone number and a
 * mail address are no reference.
 */
export function referenceWords(text: string): string[] {
  const words = text
    .normalize('NFKC')
    .split(/[\s,;:()[\]"'“”「」，；：、]+/u)
    .filter((word) => !word.includes('@'))
    .map((word) => word.toUpperCase().replace(/^[^A-Z0-9]+|[^A-Z0-9]+$/g, ''))
    .filter((word) => /^[A-Z0-9][A-Z0-9./_#-]{4,}$/.test(word) && /\d/.test(word))
    .filter((word) => !isPhone(word) && !isAmountOrDay(word));
  return [...new Set(words)].slice(0, WORDS_MAX);
}

/** Taiwan `09…` and `+8869…`, China `1[3-9]…` with eleven digits. */
function isPhone(word: string): boolean {
  return /^(?:09\d{8}|8869\d{8}|(?:86)?1[3-9]\d{9})$/.test(word.replace(/\D/g, '')) && /^[\d.+-]+$/.test(word);
}

/** `1234.50`, `2024/3/5`: notes repeat them, and they name nothing. */
function isAmountOrDay(word: string): boolean {
  return /^\d+\.\d{1,4}$/.test(word) || /^\d{2,4}[./-]\d{1,2}[./-]\d{1,4}$/.test(word);
}

/** Shorter numbers, and days and months, stand in texts by chance. */
const NAME_LENGTH_MIN = 6;
const DIGITS_ALONE_MIN = 8;
const CALENDAR = /^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])?$/;

/** A number as it is compared: capitals and digits only. Empty when it is too plain to name anything. */
export function comparedName(number: string): string {
  const folded = number
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '');
  const long = folded.length >= (/^\d+$/.test(folded) ? DIGITS_ALONE_MIN : NAME_LENGTH_MIN);
  return long && /\d{3}/.test(folded) && !CALENDAR.test(folded) ? folded : '';
}

/** The numbers that the words can be. Whole words only: a number inside a longer one is another number. */
export function namesIn(words: readonly string[]): ReadonlySet<string> {
  return new Set(words.flatMap((word) => comparedName(word) || []));
}
