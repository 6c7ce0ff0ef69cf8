// What `mapping check` says at a terminal: sheet by sheet what it is, whether it proves itself, and its first rows.
import type { Language } from '../../core/language.ts';
import type { Recognised } from '../../core/mapping/detect-mapping.ts';
import type { NormalizedPayout } from '../../core/mapping/normalize-payout.ts';
import { readableAmount } from '../../core/money.ts';
import { explainProblem, explainRefusal } from '../../core/problem.ts';
import type { CheckedFile, CheckedSheet, RowIdentity } from './check-files.ts';
import { type CheckWord, checkWord, holdsOn, onRow, sumOf } from './check-words.ts';
import { answerHints } from './read-answers.ts';
import { driftLines } from './present-drift.ts';
import { firstRows } from './present-rows.ts';
import { alignColumns } from './text-columns.ts';

type ReadSheet = Extract<CheckedSheet, { outcome: 'read' }>;
type Refused = Extract<CheckedSheet, { outcome: 'refused' }>;

/** Problems shown one by one; a terminal is no work list. */
const PROBLEMS_SHOWN = 5;
const NAMES_SHOWN = 12;
const ROWS_NAMED = 10;

export function presentCheck(files: readonly CheckedFile[], language: Language): string {
  return `${files
    .flatMap((file) => fileBlocks(file, language))
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function fileBlocks({ file, sheets, refusal }: CheckedFile, language: Language): string[][] {
  if (sheets.length === 0) return refusal ? [[file, `  ${explainRefusal(refusal, language)}`]] : [];
  const blocks = sheets.map((sheet) => [
    `${file} › ${sheet.sheet}`,
    ...(sheet.outcome === 'read' ? readLines(sheet, language) : refusedLines(sheet, language)).map(indent),
  ]);
  const nobodyKnows = refusal?.code === 'UNKNOWN_REPORT';
  return nobodyKnows ? [...blocks, [`→ ${checkWord('tryInfer', language)}`]] : blocks;
}

const indent = (line: string) => (line === '' ? '' : `  ${line}`);

function refusedLines({ refusal, drift }: Refused, language: Language): string[] {
  return [
    explainRefusal(refusal, language),
    ...answerHints(refusal),
    ...(drift ? ['', ...driftLines(drift, language)] : []),
  ];
}

function readLines(sheet: ReadSheet, language: Language): string[] {
  const facts = [
    ...reportFacts(sheet.recognised, language),
    ...rowFacts(sheet, language),
    ...(sheet.rows.kind === 'payout' ? proofFacts(sheet, sheet.rows, language) : []),
    ...asideFacts(sheet, language),
  ];
  return [
    ...alignColumns(facts, ['left', 'left']),
    ...problemLines(sheet, language),
    '',
    ...firstRows(sheet.rows, language),
  ];
}

type Fact = readonly [string, string];

function reportFacts(recognised: Recognised, language: Language): Fact[] {
  const { mapping, headerRow, columns, missing, unmapped } = recognised;
  const say = (key: CheckWord) => checkWord(key, language);
  const others = columns.filter(({ matchedBy }) => matchedBy === 'synonym');
  const listed = (key: CheckWord, names: readonly string[]): Fact[] =>
    names.length === 0 ? [] : [[say(key), shortened(names, language)]];
  return [
    [say('report'), `${mapping.title[language]}  ${mapping.id} v${mapping.version}`],
    ['', mapping.verified ? say('verified') : say('unverified')],
    [say('header'), onRow(headerRow, language)],
    [say('columns'), `${columns.length}/${mapping.columns.length}`],
    ...listed('missing', missing),
    ...listed('unmapped', unmapped),
    ...listed(
      'bySynonym',
      others.map(({ header, column }) => `${header} = ${column.header}`),
    ),
  ];
}

function shortened(names: readonly string[], language: Language): string {
  const shown = names.slice(0, NAMES_SHOWN).map((name) => name.replace(/\s+/g, ' '));
  const more = names.length - shown.length;
  return [...shown, ...(more > 0 ? [`…${checkWord('more', language)} ${more}`] : [])].join(
    language === 'en' ? ', ' : '、',
  );
}

function rowFacts({ rows: { rows } }: ReadSheet, language: Language): Fact[] {
  const kinds = ['read', 'accepted', 'rejected', 'skipped'] as const;
  return [[checkWord('rows', language), kinds.map((kind) => `${checkWord(kind, language)} ${rows[kind]}`).join('  ')]];
}

function proofFacts({ identity }: ReadSheet, payout: NormalizedPayout, language: Language): Fact[] {
  const say = (key: CheckWord) => checkWord(key, language);
  const { currency, net, declared, proof, statement } = payout;
  const total = declared === null ? '' : `  ${say('declared')} ${readableAmount(declared)}`;
  return [
    ...(statement === 'wallet' ? [['', say('statement')] as const] : []),
    [say('identity'), identity ? identityText(identity, language) : say('noIdentity')],
    ...(identity && identity.failingRows.length > 0 ? [[say('failing'), rowList(identity.failingRows)] as const] : []),
    [say('proof'), `${say('net')} ${readableAmount(net)} ${currency}${total}  ${say(proof)}`],
    ...payout.checks.map(({ name, row, declared: says, found, holds }): Fact => {
      const place = row === null ? '' : ` (${onRow(row, language)})`;
      const figures = found === null ? readableAmount(says) : `${readableAmount(says)} / ${readableAmount(found)}`;
      return ['', `${name}${place}: ${figures}  ${say(holds === null ? 'incomplete' : holds ? 'foots' : 'differs')}`];
    }),
  ];
}

function identityText({ net, components, holdsOn: held, rows }: RowIdentity, language: Language): string {
  return `${net} = ${sumOf(components.length, language)}: ${holdsOn(held, rows, language)}`;
}

const rowList = (rows: readonly number[]) =>
  [...rows.slice(0, ROWS_NAMED).map(String), ...(rows.length > ROWS_NAMED ? ['…'] : [])].join(', ');

function asideFacts({ rows }: ReadSheet, language: Language): Fact[] {
  const aside = rows.setAside.map(({ reason, rows: count, firstRow, amount }): Fact => {
    const sum = amount === null ? '' : `  ${readableAmount(amount)}`;
    return [checkWord('setAside', language), `${reason} × ${count} (${onRow(firstRow, language)})${sum}`];
  });
  const unmapped = rows.unmappedAmounts.map(({ header, sum }): Fact => {
    return [checkWord('unmappedAmounts', language), `${header}  ${readableAmount(sum)}`];
  });
  return [...aside, ...unmapped];
}

function problemLines({ rows: { problems } }: ReadSheet, language: Language): string[] {
  if (problems.length === 0) return [];
  const shown = problems.slice(0, PROBLEMS_SHOWN).map((problem) => {
    return `  ${onRow(problem.row, language)}  ${explainProblem(problem, language)}`;
  });
  const more = problems.length - shown.length;
  const rest = more > 0 ? [`  …${checkWord('more', language)} ${more}`] : [];
  return [`${checkWord('problems', language)} (${problems.length})`, ...shown, ...rest];
}
