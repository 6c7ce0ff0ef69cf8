// Small questions to a syntax tree: which functions there are and how long, which names are given, which calls are made.
import ts from 'typescript';

export interface MeasuredFunction {
  readonly name: string;
  readonly line: number;
  readonly lineCount: number;
}

export function nodesOf(tree: ts.Node): ts.Node[] {
  const nodes: ts.Node[] = [];
  const visit = (node: ts.Node) => {
    nodes.push(node);
    node.forEachChild(visit);
  };
  visit(tree);
  return nodes;
}

export const lineOf = (tree: ts.SourceFile, node: ts.Node) =>
  tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1;

function isFunction(node: ts.Node): node is ts.FunctionLikeDeclaration {
  return ts.isFunctionLike(node) && 'body' in node && node.body !== undefined;
}

/** `describe(…, () => { … })`, also the one on each database, is a chapter of tests, not a function that anyone has to follow. */
function isChapter(node: ts.Node): boolean {
  return ts.isCallExpression(node.parent) && /^(describe|onEachDatabase|onEveryDriver)\b/.test(node.parent.expression.getText());
}

function nameOf(node: ts.FunctionLikeDeclaration): string {
  if (node.name) return node.name.getText();
  return ts.isVariableDeclaration(node.parent) ? node.parent.name.getText() : '(unnamed)';
}

export function functionsOf(tree: ts.SourceFile): MeasuredFunction[] {
  return nodesOf(tree)
    .filter(isFunction)
    .filter((node) => !isChapter(node))
    .map((node) => {
      const line = lineOf(tree, node);
      const last = tree.getLineAndCharacterOfPosition(node.getEnd()).line + 1;
      return { name: nameOf(node), line, lineCount: last - line + 1 };
    });
}

/** The names a file gives to things: functions, classes, types, constants, parameters. */
export function namesGiven(tree: ts.SourceFile): { name: string; line: number }[] {
  return nodesOf(tree).flatMap((node) => {
    const isGiven =
      ts.isFunctionDeclaration(node) ||
      ts.isClassDeclaration(node) ||
      ts.isInterfaceDeclaration(node) ||
      ts.isTypeAliasDeclaration(node) ||
      ts.isVariableDeclaration(node) ||
      ts.isParameter(node) ||
      ts.isMethodDeclaration(node);
    return isGiven && node.name && ts.isIdentifier(node.name)
      ? [{ name: node.name.text, line: lineOf(tree, node) }]
      : [];
  });
}

/** The paths of all texts in the object a locale file consists of: `pane.title`, `pane.steps.0`. */
export function keysOf(value: ts.Expression, prefix = ''): string[] {
  if (ts.isAsExpression(value) || ts.isSatisfiesExpression(value) || ts.isParenthesizedExpression(value))
    return keysOf(value.expression, prefix);
  if (!ts.isObjectLiteralExpression(value)) return [prefix];
  return value.properties.flatMap((property) => {
    if (!property.name) return [`${prefix}...`];
    const name =
      ts.isIdentifier(property.name) || ts.isStringLiteral(property.name)
        ? property.name.text
        : property.name.getText();
    const path = prefix === '' ? name : `${prefix}.${name}`;
    return ts.isPropertyAssignment(property) ? keysOf(property.initializer, path) : [path];
  });
}
