// The files that are written by hand, read once: what the rules of the house look at.
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import ts from 'typescript';

export interface SourceFile {
  /** From the root of the repository, with slashes: `core/money.ts`. */
  readonly path: string;
  readonly text: string;
  readonly lineCount: number;
  /** The syntax tree of TypeScript and JavaScript; undefined for other files. */
  readonly tree: ts.SourceFile | undefined;
}

const notOurs = new Set(['.git', 'node_modules', 'dist', 'data', 'coverage', 'package-lock.json']);
const programs = new Set(['.ts', '.tsx', '.mjs', '.cjs']);
const texts = new Set([
  ...programs,
  '.css',
  '.csv',
  '.html',
  '.json',
  '.md',
  '.sh',
  '.svg',
  '.txt',
  '.xml',
  '.yml',
  '',
]);

function pathsIn(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (notOurs.has(entry.name) || entry.isSymbolicLink()) return [];
    return entry.isDirectory() ? pathsIn(root, path) : [path];
  });
}

export function sourceFile(path: string, text: string): SourceFile {
  const isProgram = programs.has(extname(path));
  const tree = isProgram ? ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true) : undefined;
  return { path, text, lineCount: text.trimEnd().split('\n').length, tree };
}

/** Every text file of the repository that people write, in the order of its path. */
export function readSourceFiles(root: string): SourceFile[] {
  const paths = pathsIn(root, '').filter((path) => texts.has(extname(path)));
  return paths.sort().map((path) => sourceFile(path, readFileSync(join(root, path), 'utf8')));
}
