// The rules of the house that a program can keep, each a question to one file: what is wrong with it, and where?
import ts from 'typescript';
import { halfWidthInChinese, isTranslation } from './chinese-punctuation.ts';
import { misspellings } from './misspellings.ts';
import type { SourceFile } from './source-files.ts';
import { functionsOf, lineOf, namesGiven, nodesOf } from './syntax.ts';

type Rule = (file: SourceFile) => string[];

/** These files quote what is wrong, to show that it is noticed. */
const quotesFaults = ({ path }: SourceFile) => path.startsWith('tests/tidy/');

const maxFileLines = 400;
const maxFunctionLines = 70;

/** A file without functions is a table of data and may be as long as its data. */
const isData = ({ path, tree }: SourceFile) =>
  !/\.(tsx?|[mc]js|css|html)$/.test(path) || (tree !== undefined && functionsOf(tree).length === 0);

const shortFiles: Rule = (file) =>
  file.lineCount > maxFileLines && !isData(file) ? [`${file.lineCount} lines, more than ${maxFileLines}`] : [];

const shortFunctions: Rule = ({ tree }) =>
  tree
    ? functionsOf(tree)
        .filter(({ lineCount }) => lineCount > maxFunctionLines)
        .map(
          ({ line, name, lineCount }) => `line ${line}: ${name} has ${lineCount} lines, more than ${maxFunctionLines}`,
        )
    : [];

const kebabCase = /^\.?[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;
const namedByCustom = /^([A-Z]+\.md|LICENSE|([a-z-]+\.)?(zh-TW|zh-CN)\.\w+)$/;

const kebabNames: Rule = ({ path }) =>
  path
    .split('/')
    .filter((part) => !kebabCase.test(part) && !namedByCustom.test(part))
    .map((part) => `${part} is not kebab-case`);

const opensWithComment: Rule = ({ path, text }) => {
  if (!/\.(tsx?|[mc]js|css|html|xml|svg)$/.test(path) || path.endsWith('.d.ts')) return [];
  const head = text.replace(/^(<\?xml[^>]*>|<!doctype html>)\s*/i, '');
  return /^(\/\/|\/\*|#!|<!--)/.test(head) ? [] : ['does not open with a comment that says its place'];
};

const emptyWords =
  /(^|[^a-zA-Z])(manager|helper|service|util)s?$|(Manager|Helper|Service|Util)s?([A-Z]|$)|^(manager|helper|service|util)s?[A-Z]/;

const tellingNames: Rule = ({ path, tree }) => {
  const parts = path.split(/[/.-]/).filter((part) => /^(manager|helper|service|util)s?$/i.test(part));
  const names = tree ? namesGiven(tree).filter(({ name }) => emptyWords.test(name)) : [];
  return [...parts, ...names.map(({ line, name }) => `line ${line}: ${name}`)].map(
    (name) => `${name} says nothing of the thing`,
  );
};

/** `Date` as a value or a type; a property that happens to have this name is none. */
function isClock(node: ts.Node): boolean {
  if (!ts.isIdentifier(node) || node.text !== 'Date') return false;
  return !('name' in node.parent && node.parent.name === node);
}

const noClockInCore: Rule = ({ path, tree }) =>
  tree && path.startsWith('core/')
    ? nodesOf(tree)
        .filter(isClock)
        .map((node) => `line ${lineOf(tree, node)}: core has no Date`)
    : [];

function hatch(node: ts.Node): string | undefined {
  if (node.kind === ts.SyntaxKind.AnyKeyword) return 'any';
  return ts.isNonNullExpression(node) ? 'a non-null assertion' : undefined;
}

const noEscapeHatches: Rule = ({ text, tree }) => {
  if (!tree) return [];
  const types = nodesOf(tree).flatMap((node) => {
    const found = hatch(node);
    return found ? [`line ${lineOf(tree, node)}: ${found}`] : [];
  });
  const comments = text.matchAll(/^.*(?:\/\/|\/\*)\s*(@ts-(?:ignore|nocheck|expect-error)|eslint-disable\S*)/gm);
  return [...types, ...[...comments].map((match) => `${match[1]} silences the checker`)];
};

const notRun = /^((test|it|describe)\.(skip|only|todo|failing)\b|[xf](test|it|describe)(\.each\b|$))/;

const everyTestRuns: Rule = ({ tree }) =>
  tree
    ? nodesOf(tree)
        .filter(ts.isCallExpression)
        .map((call) => ({ call, name: call.expression.getText(tree) }))
        .filter(({ name }) => notRun.test(name))
        .map(({ call, name }) => `line ${lineOf(tree, call)}: ${name}`)
    : [];

const machinePath = /(?:["'`(\s]|^)((?:\/home\/|\/Users\/|\/root\/|\/work\/|[A-Z]:\\Users\\)[\w.-]+)/gm;

const noMachinePaths: Rule = (file) =>
  quotesFaults(file) ? [] : [...file.text.matchAll(machinePath)].map((match) => `${match[1]} is a path of one machine`);

const nothingPutOff: Rule = (file) =>
  file.tree && !quotesFaults(file)
    ? [...file.text.matchAll(/\/[/*].*\b(TODO|FIXME|XXX|HACK)\b/g)].map((match) => `${match[1]} is left`)
    : [];

const wrongWords = new RegExp(`(${Object.keys(misspellings).join('|')})`, 'gi');
const separateWords = (text: string) => text.replace(/([a-z])([A-Z])/g, '$1 $2');

const rightSpelling: Rule = (file) =>
  quotesFaults(file)
    ? []
    : [...separateWords(`${file.path} ${file.text}`).matchAll(wrongWords)].map(
        ([word]) => `${word} should be ${misspellings[word.toLowerCase()] ?? 'spelt otherwise'}`,
      );

/** Rule by rule, in words that end "every file …". */
/** Texts for people; mappings quote the headers of files, and the headers are as they are: of them only titles and reasons. */
const chinesePunctuation: Rule = ({ path, text, tree }) => {
  if (/^mappings\/.*\.json$/.test(path)) return halfWidthInChinese(jsonTree(path, text), isTranslation);
  if (!/^(core|server|addin|files|workbench)\//.test(path)) return [];
  const own = /^addin\/locale\/.*\.json$/.test(path) ? jsonTree(path, text) : tree;
  return own ? halfWidthInChinese(own) : [];
};

const jsonTree = (path: string, text: string) =>
  ts.createSourceFile(path, `(${text})`, ts.ScriptTarget.ES2022, true, ts.ScriptKind.TS);

export const rules: Readonly<Record<string, Rule>> = {
  [`has at most ${maxFileLines} lines, unless it is data`]: shortFiles,
  [`has functions of at most ${maxFunctionLines} lines`]: shortFunctions,
  'is named in kebab-case': kebabNames,
  'opens with a comment that says its place': opensWithComment,
  'gives names that say something': tellingNames,
  'of core is without a clock': noClockInCore,
  'is typed without escape hatches': noEscapeHatches,
  'runs all of its tests': everyTestRuns,
  'names no path of one machine': noMachinePaths,
  'puts nothing off': nothingPutOff,
  'is spelt right': rightSpelling,
  'writes Chinese with full-width marks': chinesePunctuation,
};
