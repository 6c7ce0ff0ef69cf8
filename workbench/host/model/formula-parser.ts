// Formula texts into trees. Knows cell, sheet and structured references, operators and calls; nothing of their meaning.
import type { Area } from './area.ts';
import { parseArea, splitAddress } from './area.ts';
import type { CellValue } from './cell-grid.ts';

export type FormulaNode =
  | { readonly kind: 'value'; readonly value: CellValue }
  | { readonly kind: 'area'; readonly sheet: string | undefined; readonly area: Area }
  | { readonly kind: 'structured'; readonly table: string; readonly part: string; readonly columns: readonly string[] }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'unary'; readonly operator: string; readonly inner: FormulaNode }
  | { readonly kind: 'binary'; readonly operator: string; readonly left: FormulaNode; readonly right: FormulaNode }
  | { readonly kind: 'call'; readonly name: string; readonly inputs: readonly FormulaNode[] };

interface Token {
  readonly kind: 'number' | 'text' | 'error' | 'structured' | 'reference' | 'word' | 'sign';
  readonly text: string;
}

const SHEET = String.raw`(?:'(?:[^']|'')+'|[\p{L}_][\p{L}\p{N}_.]*)!`;
const CELLS = String.raw`\$?[A-Za-z]{1,3}\$?\d+(?::\$?[A-Za-z]{1,3}\$?\d+)?|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}|\$?\d+:\$?\d+`;
const SCANNERS: readonly [Token['kind'], RegExp][] = [
  ['error', /#(?:NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A)/y],
  [
    'structured',
    /[\p{L}_][\p{L}\p{N}_.]*\[(?:'.|[^[\]']|\[(?:'.|[^[\]'])*\])*\]|\[(?:'.|[^[\]']|\[(?:'.|[^[\]'])*\])*\]/uy,
  ],
  ['reference', new RegExp(`(?:${SHEET})(?:${CELLS})|(?:${CELLS})(?![\\p{L}\\p{N}_(])`, 'uy')],
  ['number', /\d+\.?\d*(?:E[+-]?\d+)?|\.\d+/iy],
  ['text', /"(?:[^"]|"")*"/y],
  ['word', /[\p{L}_][\p{L}\p{N}_.]*/uy],
  ['sign', /<=|>=|<>|[-+*/^&=<>(),%@]/y],
];

function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    const space = /\s/.test(text.charAt(at));
    const token = space ? undefined : scan(text, at);
    if (!space && !token) throw new SyntaxError(`unreadable at ${at}: ${text}`);
    if (token) tokens.push(token);
    at += token?.text.length ?? 1;
  }
  return tokens;
}

function scan(text: string, at: number): Token | undefined {
  for (const [kind, pattern] of SCANNERS) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match) return { kind, text: match[0] };
  }
  return undefined;
}

const LEVELS = [['=', '<>', '<', '>', '<=', '>='], ['&'], ['+', '-'], ['*', '/'], ['^']];

class Parser {
  readonly #tokens: Token[];
  #at = 0;

  constructor(text: string) {
    this.#tokens = tokenize(text);
  }

  whole(): FormulaNode {
    const node = this.#binary(0);
    if (this.#at < this.#tokens.length) throw new SyntaxError('text after the end of the formula');
    return node;
  }

  #accept(...texts: string[]): string | undefined {
    const token = this.#tokens[this.#at];
    if (token?.kind !== 'sign' || !texts.includes(token.text)) return undefined;
    this.#at++;
    return token.text;
  }

  #binary(level: number): FormulaNode {
    const operators = LEVELS[level];
    if (!operators) return this.#unary();
    let left = this.#binary(level + 1);
    for (let operator = this.#accept(...operators); operator; operator = this.#accept(...operators))
      left = { kind: 'binary', operator, left, right: this.#binary(level + 1) };
    return left;
  }

  #unary(): FormulaNode {
    const operator = this.#accept('-', '+', '@');
    if (operator === '-') return { kind: 'unary', operator, inner: this.#unary() };
    if (operator) return this.#unary();
    let node = this.#primary();
    while (this.#accept('%')) node = { kind: 'unary', operator: '%', inner: node };
    return node;
  }

  #primary(): FormulaNode {
    const token = this.#tokens[this.#at++];
    if (!token) throw new SyntaxError('the formula ends too early');
    if (token.kind === 'sign' && token.text === '(') return this.#closed(this.#binary(0));
    switch (token.kind) {
      case 'number':
        return { kind: 'value', value: Number(token.text) };
      case 'text':
        return { kind: 'value', value: token.text.slice(1, -1).replaceAll('""', '"') };
      case 'error':
        return { kind: 'value', value: token.text };
      case 'reference':
        return reference(token.text);
      case 'structured':
        return structured(token.text);
      case 'word':
        return this.#word(token.text);
      default:
        throw new SyntaxError(`unexpected ${token.text}`);
    }
  }

  #closed(node: FormulaNode): FormulaNode {
    if (!this.#accept(')')) throw new SyntaxError('a bracket is not closed');
    return node;
  }

  #word(word: string): FormulaNode {
    const upper = word.toUpperCase();
    if (this.#accept('(')) return this.#call(upper.replace(/^_XLFN\./, ''));
    if (upper === 'TRUE' || upper === 'FALSE') return { kind: 'value', value: upper === 'TRUE' };
    return { kind: 'name', name: word };
  }

  #call(name: string): FormulaNode {
    const inputs: FormulaNode[] = [];
    if (this.#accept(')')) return { kind: 'call', name, inputs };
    do inputs.push(this.#input());
    while (this.#accept(','));
    return this.#closed({ kind: 'call', name, inputs });
  }

  #input(): FormulaNode {
    const next = this.#tokens[this.#at];
    const leftOut = next?.kind === 'sign' && (next.text === ',' || next.text === ')');
    return leftOut ? { kind: 'value', value: '' } : this.#binary(0);
  }
}

function reference(text: string): FormulaNode {
  const { sheet, address } = splitAddress(text);
  const area = parseArea(address);
  return area ? { kind: 'area', sheet, area } : { kind: 'value', value: '#REF!' };
}

/** `Table[Column]`, `Table[[#Totals],[Column]]`, `Table[#All]`, and `[@Column]` or `[Column]` in a table's own cells. */
function structured(text: string): FormulaNode {
  const open = text.indexOf('[');
  const inner = text.slice(open + 1, -1);
  const pieces = inner.startsWith('[') || inner.startsWith('@[') ? [...inner.matchAll(/\[((?:'.|[^[\]'])*)\]/g)] : [];
  const names = pieces.length > 0 ? pieces.map((piece) => piece[1] ?? '') : [inner.replace(/^@/, '')];
  const thisRow = inner.startsWith('@');
  const part = thisRow ? '#This Row' : (names.find((name) => name.startsWith('#')) ?? '#Data');
  const columns = names
    .filter((name) => !name.startsWith('#') && name !== '')
    .map((name) => name.replace(/'(.)/g, '$1'));
  return { kind: 'structured', table: text.slice(0, open), part, columns };
}

/** @throws SyntaxError when the text is no formula this parser can read */
export function parseFormula(formula: string): FormulaNode {
  return new Parser(formula.replace(/^=/, '')).whole();
}

/** Rewrites the cell references of a formula and keeps every other sign of it. */
export function mapReferences(formula: string, rewrite: (reference: string) => string): string {
  let result = '';
  for (let at = 0; at < formula.length;) {
    const token = at === 0 && formula.startsWith('=') ? undefined : scan(formula, at);
    result += token?.kind === 'reference' ? rewrite(token.text) : (token?.text ?? formula.charAt(at));
    at += token?.text.length ?? 1;
  }
  return result;
}
