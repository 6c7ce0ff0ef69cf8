// Half-width marks in Chinese texts: where a comma, colon or bracket touches a Chinese character it is a full-width one.
import ts from 'typescript';
import { lineOf, nodesOf } from './syntax.ts';

const FILLED_IN = '\ufffc';
const CHINESE = /[\u3400-\u9fff]/;
/** Characters and the marks that belong to them. */
const BESIDE = /[\u3400-\u9fff\u3001\u3002\u300c-\u300f\uff01-\uff5e\u201c\u201d]/;

/** What a person reads of a literal: what is filled in stands as one character. Null for anything that is no text. */
function textOf(node: ts.Node): string | null {
  if (ts.isTemplateExpression(node)) {
    return node.head.text + node.templateSpans.map(({ literal }) => FILLED_IN + literal.text).join('');
  }
  const isText = ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) || ts.isJsxText(node);
  return isText ? node.text.replace(/{{.*?}}/g, FILLED_IN) : null;
}

/** `10:30`, `950: …` and a mark that is quoted by itself are as they must be. */
function isRight(before: string, mark: string, after: string): boolean {
  return (mark === ':' && /\d/.test(before)) || (/[「“]/.test(before) && /[」”]/.test(after));
}

function halfWidthMarks(text: string): string[] {
  if (!CHINESE.test(text) || /[|\\]|\(\?:/.test(text)) return []; // what has alternatives is a pattern, not a sentence
  return [...text.matchAll(/[,:;()!?]/g)].flatMap(({ 0: mark, index }) => {
    const before = text.charAt(index - 1);
    const after = text
      .slice(index + 1)
      .trimStart()
      .charAt(0);
    const betweenValues = [before, after].every((one) => one === FILLED_IN || one === '');
    const touches = BESIDE.test(before) || BESIDE.test(after) || betweenValues;
    return touches && !isRight(before, mark, after) ? [text.slice(Math.max(0, index - 8), index + 8)] : [];
  });
}

/** A text that stands under a language: `"zh-TW": "…"`. */
export function isTranslation({ parent }: ts.Node): boolean {
  return ts.isPropertyAssignment(parent) && ts.isStringLiteral(parent.name) && /^zh-(TW|CN)$/.test(parent.name.text);
}

/** @param isAsked which texts are looked at; default all */
export function halfWidthInChinese(tree: ts.SourceFile, isAsked: (node: ts.Node) => boolean = () => true): string[] {
  return nodesOf(tree).flatMap((node) => {
    const text = textOf(node);
    const marks = text === null || !isAsked(node) ? [] : halfWidthMarks(text);
    return marks.map((words) => `line ${lineOf(tree, node)}: half-width mark in "${words.replaceAll(FILLED_IN, '…')}"`);
  });
}
