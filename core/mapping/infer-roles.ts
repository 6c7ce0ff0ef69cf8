// The role of each column of an unknown sheet, by its values first and the words of its header second, with the evidence.
import { bareText, isDate } from './infer-cell.ts';
import type { ColumnContent, Content, Fact, KeyChoice } from './infer-evidence.ts';
import type { Hints } from './infer-findings.ts';
import { type Profile, shareOfKinds } from './infer-profile.ts';
import {
  BALANCE_WORDS,
  CURRENCY_WORDS,
  DATE_WORDS,
  DIRECTIONS,
  EXACT_ORDER_WORDS,
  ID_WORDS,
  MOVEMENT_WORDS,
  NAME_WORDS,
  NET_WORDS,
  ORDER_WORDS,
  OTHER_KEY_WORDS,
  PERSONAL_WORDS,
  QUANTITY_WORDS,
  RATE_WORDS,
  SHOP_KEY_WORDS,
  hasWord,
} from './infer-words.ts';
import { normalizeHeader } from './normalize-header.ts';

export type { Content, Fact } from './infer-evidence.ts';

export function contentOf(profile: Profile): ColumnContent {
  const content = judge(profile);
  const { filled, distinct } = profile;
  const values: Fact = { fact: 'values', of: content, fitting: filled, filled };
  const spread: Fact[] = content === 'id' || content === 'words' ? [{ fact: 'distinct', distinct, filled }] : [];
  return { profile, content, evidence: [values, ...spread] };
}

const MOST = 0.85;
/** Where orders are named, a row without an order may say in words what it is instead. */
const MOST_IDS = 0.8;

/** The order of the questions matters: what is surest by its values is asked first. */
function judge(profile: Profile): Content {
  const { header } = profile.column;
  const share = (...kinds: Parameters<typeof shareOfKinds>[1][]) => shareOfKinds(profile, ...kinds);
  if (isPersonal(profile)) return 'personal';
  if (profile.filled === 0) return emptyContent(header);
  if (isCurrency(profile)) return 'currency';
  if (isDirection(profile)) return 'direction';
  if (share('date') >= MOST || isSerialDate(profile)) return 'date';
  if (share('percent') > 0.5) return 'rate';
  if (share('number', 'percent') >= MOST) return numberContent(profile);
  if (hasWord(header, NAME_WORDS)) return 'text';
  if (share('id', 'number') >= MOST_IDS || (share('id') > 0.5 && hasWord(header, ORDER_WORDS))) return 'id';
  return profile.distinct <= Math.max(3, Math.min(40, profile.filled * 0.5)) ? 'words' : 'text';
}

/** An empty column is money where its header says so: the next file may fill it. */
function emptyContent(header: string): Content {
  return hasWord(header, CURRENCY_WORDS) ? 'currency' : 'empty';
}

/** Sequence numbers, pieces, rates and damaged or short ids are numbers too, but no money. */
function numberContent(profile: Profile): Content {
  const { header } = profile.column;
  if (hasWord(header, NET_WORDS)) return 'amount';
  if (hasWord(header, RATE_WORDS)) return 'rate';
  if (hasWord(header, BALANCE_WORDS)) return 'balance';
  if (isSerial(profile)) return 'serial';
  if (hasWord(header, QUANTITY_WORDS) && isSmallWhole(profile)) return 'quantity';
  return isNumberId(profile) ? 'id' : 'amount';
}

const numbersIn = ({ column }: Profile) =>
  column.cells.map((cell) => Number(bareText(cell) || NaN)).filter((value) => !Number.isNaN(value));

function isSerial(profile: Profile): boolean {
  const values = numbersIn(profile);
  return (
    values.length > 1 && values.length === profile.column.cells.length && values.every((value, at) => value === at + 1)
  );
}

function isSmallWhole(profile: Profile): boolean {
  return numbersIn(profile).every((value) => Number.isInteger(value) && Math.abs(value) < 10_000);
}

/** Whole and never zero, under a header that speaks of a number that names something. */
function isNumberId(profile: Profile): boolean {
  const values = numbersIn(profile);
  const whole = values.length > 0 && values.every((value) => Number.isInteger(value) && value > 0);
  return whole && hasWord(profile.column.header, ID_WORDS);
}

/** Excel serials of this century's days, under a header that speaks of days. */
function isSerialDate(profile: Profile): boolean {
  const { cells, header } = profile.column;
  if (!hasWord(header, DATE_WORDS) || hasWord(header, NET_WORDS)) return false;
  const filled = cells.filter((cell) => bareText(cell) !== '');
  const isSerial = (cell: unknown) => typeof cell === 'number' && cell > 36_500 && cell < 73_000;
  const isPacked = (cell: unknown) => typeof cell === 'number' && isDate(String(cell));
  return filled.length > 0 && (filled.every(isSerial) || filled.every(isPacked));
}

/** Masks that platforms put over names, numbers and addresses. */
const MASKED = /[*＊○●〇]{1,}|^(##|\$\$)/u;
const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const PHONE = /^\+?[\d*][\d* ()-]{7,}$/;

function isPersonal(profile: Profile): boolean {
  const { header } = profile.column;
  if (hasWord(header, PERSONAL_WORDS)) return !isMoneyOfSomebody(profile);
  const texts = profile.words ?? profile.column.cells.slice(0, 50).map((cell) => bareText(cell));
  const filled = texts.filter((text) => text !== '');
  const looks = filled.filter(
    (text) => MASKED.test(text) || EMAIL.test(text) || (PHONE.test(text) && /[*+(]/.test(text)),
  );
  return filled.length > 0 && looks.length > filled.length / 2;
}

/** "Paid by the buyer" over figures with zeros, signs or fractions is no phone and no postcode. */
function isMoneyOfSomebody(profile: Profile): boolean {
  const money = shareOfKinds(profile, 'number') >= MOST && profile.filled > 0;
  const plain = profile.column.cells.map((cell) => bareText(cell)).filter((text) => text !== '');
  return money && (profile.distinct === 1 || plain.some((text) => /^0(\.0+)?$|^-|[.,]\d{1,2}$/.test(text)));
}

const CURRENCY =
  /^(TWD|NTD|USD|EUR|GBP|CNY|RMB|JPY|KRW|HKD|SGD|MYR|IDR|PHP|THB|VND|AUD|CAD|NZD|BRL|MXN|ARS|CLP|COP|INR|CHF|SEK|NOK|DKK|PLN|CZK|HUF|TRY|ZAR|AED|ILS|人民币|新台币|新臺幣)$/i;

function isCurrency({ words }: Profile): boolean {
  return words !== null && words.length > 0 && words.every((word) => CURRENCY.test(word));
}

function isDirection({ words }: Profile): boolean {
  return words !== null && words.length > 0 && directionOf(words) !== null;
}

/** The pair of words for in and out that all values belong to. */
export function directionOf(words: readonly string[]): readonly [string, string] | null {
  const texts = words.map(normalizeHeader);
  const pair = DIRECTIONS.find((one) => texts.every((text) => one.map(normalizeHeader).includes(text)));
  if (!pair) return null;
  const printed = (word: string) => words.find((text) => normalizeHeader(text) === normalizeHeader(word)) ?? word;
  return [printed(pair[0]), printed(pair[1])];
}

/** Columns that may hold the order number, the likeliest first: known orders count most, then the header, then the values. */
export function orderKeys(contents: readonly ColumnContent[], { knownOrderNumbers }: Hints): KeyChoice[] {
  return contents
    .filter(({ content }) => content === 'id' || content === 'text')
    .map((content) => keyChoice(content, knownOrderNumbers))
    .filter(({ score, content }) => score > KEY_SCORE_MIN && (score >= KNOWN_SCORE / 2 || !namesMovement(content)))
    .sort((left, right) => right.score - left.score);
}

const KNOWN_SCORE = 100;
/** Below, nothing speaks for it: words of texts that are no number at all. */
const KEY_SCORE_MIN = -4;

/** Unless the header says order as well, a number of the movement is none of an order. */
const namesMovement = ({ profile: { column } }: ColumnContent) =>
  hasWord(column.header, MOVEMENT_WORDS) && !hasWord(column.header, ORDER_WORDS);

function keyChoice(content: ColumnContent, known: ReadonlySet<string> | undefined): KeyChoice {
  const { profile } = content;
  const { header, cells } = profile.column;
  const texts = [...new Set(cells.map((cell) => bareText(cell)).filter((text) => text !== ''))];
  const hits =
    known === undefined ? 0 : texts.filter((text) => known.has(text) || known.has(text.replace(/^#/, ''))).length;
  const [order, other] = [hasWord(header, ORDER_WORDS), hasWord(header, OTHER_KEY_WORDS)];
  const isId = content.content === 'id';
  const score =
    (hits > 0 ? KNOWN_SCORE * (hits / texts.length) : 0) +
    (order ? 10 : 0) +
    (hasWord(header, SHOP_KEY_WORDS) ? 3 : 0) +
    (hasWord(header, EXACT_ORDER_WORDS) ? 5 : 0) +
    (texts.length > 0 && texts.every((text) => /^#\d/.test(text)) ? 14 : 0) -
    (other ? 7 : 0) +
    (isId ? 2 + 2 * (profile.filled / Math.max(1, profile.rows)) : -8) +
    (isId && !order && profile.distinct === 1 && profile.filled > 2 ? -15 : 0);
  const evidence: Fact[] = [
    ...(hits > 0 ? [{ fact: 'knownOrders', hits, of: texts.length } as const] : []),
    ...(order ? [{ fact: 'header', says: 'orderNumber' } as const] : []),
    ...content.evidence,
  ];
  return { content, score, evidence };
}
