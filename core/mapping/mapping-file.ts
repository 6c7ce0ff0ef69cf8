// A mapping as the text of its file: what the team library exports is what stands in mappings/, to the byte, so that a
// team can keep its mappings in git beside ours. The layout is that of prettier, 120 wide.
import { textWidth } from '../worksheets/text-width.ts';
import { isSame, joinInOrder, type Json } from './mapping-parts.ts';
import type { Mapping } from './mapping.ts';

const WIDTH = 120;

/** @param like an earlier text of the mapping, or a file of its kind: keys come in the order they have there */
export function mappingFileText(mapping: Mapping, like: string): string {
  const value = JSON.parse(JSON.stringify(mapping)) as Json;
  return `${layOut(inOrderOf(value, JSON.parse(like) as Json), '', 0, 0)}\n`;
}

type JsonObject = { readonly [key: string]: Json };
const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);

function inOrderOf(value: Json, like: Json | undefined): Json {
  if (isList(value)) return value.map((item, index) => inOrderOf(item, twinOf(item, index, isList(like) ? like : [])));
  if (!isObject(value)) return value;
  const reference = isObject(like) ? like : {};
  const known = Object.keys(reference).filter((key) => key in value);
  return Object.fromEntries(
    joinInOrder(known, Object.keys(value)).map((key) => [key, inOrderOf(value[key] ?? null, reference[key])]),
  );
}

/** The item of the reference that orders this one: the same column, the same item, or the one in its place. */
function twinOf(item: Json, index: number, like: readonly Json[]): Json | undefined {
  if (isObject(item) && item['header'] !== undefined) {
    const same = like.find((other) => isObject(other) && isSame(other['header'], item['header']));
    return same ?? like.find((other) => isObject(other) && isSame(other['as'], item['as'])) ?? like[0];
  }
  return like.find((other) => isSame(other, item)) ?? like[index] ?? like[0];
}

/** @param before width of what stands before the value on its line; `after`: of what must follow it there */
function layOut(value: Json, indent: string, before: number, after: number): string {
  if (isObject(value)) return objectText(value, indent);
  if (!isList(value)) return JSON.stringify(value);
  const flat = `[${value.map((item) => JSON.stringify(item)).join(', ')}]`;
  if (!mustBreak(value) && before + textWidth(flat) + after <= WIDTH) return flat;
  const inner = `${indent}  `;
  const last = value.length - 1;
  const items = value.map((item, at) => inner + layOut(item, inner, inner.length, at < last ? 1 : 0));
  return `[\n${items.join(',\n')}\n${indent}]`;
}

function objectText(value: JsonObject, indent: string): string {
  const entries = Object.entries(value);
  if (entries.length === 0) return '{}';
  const inner = `${indent}  `;
  const last = entries.length - 1;
  const lines = entries.map(([key, item], at) => {
    const name = `${inner}${JSON.stringify(key)}: `;
    return name + layOut(item, inner, textWidth(name), at < last ? 1 : 0);
  });
  return `{\n${lines.join(',\n')}\n${indent}}`;
}

/** Objects stand on lines of their own, and so do lists of lists. */
function mustBreak(list: readonly Json[]): boolean {
  if (list.some((item) => isObject(item) && Object.keys(item).length > 0)) return true;
  if (list.some((item) => isList(item) && mustBreak(item))) return true;
  return list.length > 1 && list.every((item) => isList(item) && item.length > 1);
}
