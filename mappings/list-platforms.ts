// Writes the table of platforms at the end of README.md from the mappings themselves: `npx tsx mappings/list-platforms.ts`.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Check, Terms } from '../core/mapping/mapping-rules.ts';
import type { Mapping } from '../core/mapping/mapping.ts';
import { builtInMappings } from './index.ts';

const manual = fileURLToPath(new URL('README.md', import.meta.url));
const HEAD = '## Platforms\n';

/** The table: one row a mapping, its evidence the first of its notes. */
export function platformTable(mappings: readonly Mapping[]): string {
  const rows = mappings.map((mapping) => {
    const { id, platform, title, kind, notes, verified } = mapping;
    const cells = [
      `\`${id}\``,
      platform,
      title['zh-TW'],
      kind,
      notes[0] ?? '',
      identityOf(mapping),
      verified ? 'yes' : 'no',
    ];
    return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  });
  const head =
    '| mapping | platform | report | kind | evidence | what must hold | verified |\n| --- | --- | --- | --- | --- | --- | --- |';
  return [head, ...rows, ''].join('\n');
}

function identityOf(mapping: Mapping): string {
  const checks = (mapping.checks ?? []).map(wordsOf);
  return [...new Set([mapping.kind === 'orders' ? orderIdentity(mapping) : netIdentity(mapping), ...checks])].join(
    '; ',
  );
}

function orderIdentity(mapping: Extract<Mapping, { kind: 'orders' }>): string {
  if (mapping.grain === 'order') return 'one row an order';
  const blank = (mapping.orderValues ?? 'repeat') !== 'repeat';
  return blank ? 'values of an order stand once, and never contradict' : 'values of an order agree on each row';
}

function netIdentity(mapping: Exclude<Mapping, { kind: 'orders' }>): string {
  const nets = mapping.columns.filter((column) => column.as === 'net');
  const [net] = nets;
  if (!net) return 'net = Σ components';
  const signed = nets.map(({ header, sign }) => (nets.length > 1 && sign === 'negate' ? `- ${header}` : header));
  const printed = signed.sort().reverse().join(' ');
  return nets.some(({ rest }) => rest)
    ? `the rest of ${printed} is a component`
    : `Σ components = ${printed} on each row`;
}

function wordsOf(check: Check): string {
  switch (check.check) {
    case 'row':
      return `${sumOf(check.terms)} = ${check.equals} on each row${check.when ? ' of its kind' : ''}`;
    case 'order':
      return `${check.name} = ${check.equals} on each order`;
    case 'labelledTotal':
      return `Σ rows = ${check.label}`;
    case 'text':
      return `rows give ${check.name}`;
    case 'footerPair':
      return `rows give the footer (${Object.keys(check.figures).join(', ')})`;
    case 'otherSheet':
      return `rows give ${check.label} of sheet ${check.sheet}`;
    case 'otherSheetSum':
      return `sheet ${check.sheet} adds up to ${check.equals}`;
    case 'openingClosing':
      return `${check.opening.label} + Σ rows = ${check.closing.label}`;
    case 'zero':
      return check.name;
    case 'runningBalance':
      return `running balance ${check.column}`;
  }
}

/** The sum as it is printed; a leading plus says nothing. */
function sumOf(terms: Terms): string {
  const signed = Object.entries(terms).map(([name, sign]) => `${sign} ${name}`);
  return signed.join(' ').replace(/^\+ /, '');
}

/** The manual with the table renewed. */
export function withTable(text: string, mappings: readonly Mapping[]): string {
  const at = text.indexOf(HEAD);
  if (at < 0) throw new Error('README.md has no section "Platforms"');
  return `${text.slice(0, at)}${HEAD}\n${platformTable(mappings)}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(manual, withTable(readFileSync(manual, 'utf8'), builtInMappings));
}
