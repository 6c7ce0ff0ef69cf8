// The texts of a workbook: each stands once in a part of its own, and cells name its number.

/** The part as the library writes it: the texts of everything but the tables' rows. */
const OPENING = /^.*?<sst [^>]*?count="(\d+)" uniqueCount="\d+">/s;
const END = '</sst>';

export class SharedTexts {
  private readonly indexes = new Map<string, number>();
  private readonly items: string[] = [];
  private readonly first: number;
  private readonly begun: string;

  /** @param begun the part with the texts that are in it already */
  constructor(begun: string) {
    this.begun = begun;
    this.first = Number(OPENING.exec(begun)?.[1] ?? Number.NaN);
    if (Number.isNaN(this.first) || !begun.endsWith(END)) throw new Error('the shared texts are not as expected');
  }

  indexOf(text: string): number {
    const known = this.indexes.get(text);
    if (known !== undefined) return known;
    const index = this.first + this.items.length;
    this.items.push(`<si>${textElement(text)}</si>`);
    this.indexes.set(text, index);
    return index;
  }

  /** The whole part. */
  get xml(): string {
    const count = this.first + this.items.length;
    const counted = this.begun.replace(/count="\d+" uniqueCount="\d+"/, `count="${count}" uniqueCount="${count}"`);
    return `${counted.slice(0, -END.length)}${this.items.join('')}${END}`;
  }
}

/** Blanks at the ends and line breaks are kept only when it says so. */
export function textElement(text: string): string {
  const space = /^ | $|[\n\t]/.test(text) ? ' xml:space="preserve"' : '';
  return `<t${space}>${escapeText(text)}</t>`;
}

/** A text of a cell: its codes stay text. */
export function escapeText(text: string): string {
  return escapeXml(escapeCodes(text));
}

/**
 * `_x0041_` in a cell is the letter A (ECMA-376, ST_Xstring): where somebody wrote just that, its underline is written as a
 * code itself. A control character closes such a code too, because its own code begins with an underline.
 */
export function escapeCodes(text: string): string {
  return text.includes('_x') ? text.replace(/_(?=x[\dA-Fa-f]{4}(?:_|\p{Cc}))/gu, '_x005F_') : text;
}

/** Control characters have no place in XML: Office writes them by their number (ECMA-376, ST_Xstring). */
export function escapeXml(text: string): string {
  return text.replace(SPECIAL, (character) => ESCAPES[character] ?? escapeControl(character));
}

const SPECIAL = /[&<>\p{Cc}]/gu;
const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '\t': '\t', '\n': '\n' };

function escapeControl(character: string): string {
  const code = character.charCodeAt(0);
  return code < 0x20 ? `_x${code.toString(16).toUpperCase().padStart(4, '0')}_` : character;
}
