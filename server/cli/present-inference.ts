// What `mapping infer` says: the role of each column and why, the sum that makes the net with its proof, what to confirm.
import type { Language } from '../../core/language.ts';
import type { PrintedTotal } from '../../core/mapping/find-total.ts';
import type { Proposal, ProposedColumn } from '../../core/mapping/infer-mapping.ts';
import { readableAmount, textOfAmount } from '../../core/money.ts';
import { COMPONENT_LABELS } from '../../core/worksheets/labels.ts';
import { type CheckWord, checkWord, holdsOn, onRow, roleWord } from './check-words.ts';
import type { InferredSheet } from './infer-file.ts';
import { factSentence, kindWord, type Proof, questionSentence, sumText } from './infer-words.ts';
import { driftJson, driftLines } from './present-drift.ts';
import { firstRows } from './present-rows.ts';
import { alignColumns, labelled } from './text-columns.ts';

export function presentInference(sheets: readonly InferredSheet[], written: string | null, language: Language): string {
  const blocks = sheets.map((sheet) => sheetLines(sheet, language).join('\n'));
  const end = written === null ? [] : [labelled(checkWord('written', language), written, language)];
  return `${[...blocks, ...end].join('\n\n')}\n`;
}

function sheetLines({ file, sheet, known, drift, inference, reading }: InferredSheet, language: Language): string[] {
  const say = (key: CheckWord) => checkWord(key, language);
  const title = `${file} › ${sheet}`;
  const known_ = known
    ? [labelled(say('known'), `${known.title[language]} (${known.id} v${known.version})`, language), '']
    : [];
  const drifted = drift ? [...driftLines(drift, language), ''] : [];
  if (inference.outcome !== 'proposed') {
    const why = say(inference.outcome === 'no-table' ? 'noTable' : 'noMoney');
    return [title, ...[...known_, ...drifted, why].map(indent)];
  }
  const rows = reading?.rows;
  const counts = rows
    ? labelled(say('readsAs'), `${rows.rows.accepted}/${rows.rows.accepted + rows.rows.rejected}`, language)
    : '';
  return [
    title,
    ...[
      ...[...known_, ...drifted],
      labelled(say('proposal'), proposalText(inference, language), language),
      ...columnLines(inference, language),
      '',
      ...proofLines(inference, language),
      ...questionLines(inference, language),
      ...(rows ? ['', counts, ...firstRows(rows, language)] : []),
    ].map(indent),
  ];
}

function proposalText({ mapping, headerRow }: Proposal, language: Language): string {
  const comma = language === 'en' ? ', ' : '，';
  return [mapping.id, kindWord(mapping.kind, language), `${checkWord('header', language)} ${headerRow}`].join(comma);
}

const indent = (line: string) => (line === '' ? '' : `  ${line}`);

function columnLines({ columns }: Proposal, language: Language): string[] {
  const heads = (['column', 'role', 'why'] as const).map((key) => checkWord(key, language));
  const rows = columns.map((proposed) => [
    proposed.column.header.replace(/\s+/g, ' '),
    roleOf(proposed, language),
    proposed.evidence.map((fact) => factSentence(fact, language)).join(language === 'en' ? ', ' : '、'),
  ]);
  return alignColumns([heads, ...rows], ['left', 'left', 'left']);
}

function roleOf({ column }: ProposedColumn, language: Language): string {
  const role = roleWord(column.as, language);
  if (column.as !== 'component') return role;
  const sign = { 'as-is': '+', negate: '−', direction: '±', 'outward-absolute': '−', proved: '±' }[column.sign];
  return `${role} ${sign} ${typeof column.type === 'string' ? COMPONENT_LABELS[column.type][language] : column.type.by}`;
}

function proofLines({ proof, balance, totals }: Proposal, language: Language): string[] {
  const lines = [
    ...(proof ? oneProof('sum', proof, language) : []),
    ...(balance ? oneProof('balance', balance, language) : []),
    ...totals.map((total) => totalLine(total, language)),
  ];
  return lines.length > 0 ? lines : [checkWord('noSum', language)];
}

function totalLine({ sheet, row, label, figure, of, rows }: PrintedTotal, language: Language): string {
  const place = `${sheet} ${onRow(row, language)}`;
  const amount = readableAmount(figure);
  const text = {
    'zh-TW': `${label} ${amount}（${place}）= ${of ?? '淨額'}的合計，${rows} 列`,
    'zh-CN': `${label} ${amount}（${place}）= ${of ?? '净额'}的合计，${rows} 行`,
    en: `${label} ${amount} (${place}) = sum of ${of ?? 'the nets'}, ${rows} rows`,
  }[language];
  return labelled(checkWord('total', language), text, language);
}

function oneProof(key: 'sum' | 'balance', proof: Proof, language: Language): string[] {
  const { net, signedBy, terms, holdsOn: held, rows, failingRows, bareRows, alternatives } = proof;
  const target = signedBy === null ? net : `${net} × ${signedBy}`;
  const told = (word: CheckWord, text: string) => labelled(checkWord(word, language), text, language);
  const list = (word: CheckWord, numbers: readonly number[]) =>
    numbers.length === 0
      ? []
      : [`  ${told(word, `${numbers.slice(0, 10).join(', ')}${numbers.length > 10 ? ', …' : ''}`)}`];
  return [
    told(key, `${target} = ${sumText(terms)}`),
    `  ${holdsOn(held, rows, language)}`,
    ...list('failing', failingRows),
    ...list('bareRows', bareRows),
    ...alternatives.slice(0, 3).map((other) => `  ${told('alternatives', sumText(other))}`),
  ];
}

function questionLines({ questions }: Proposal, language: Language): string[] {
  if (questions.length === 0) return [];
  return [
    '',
    labelled(checkWord('questions', language), '', language).trimEnd(),
    ...questions.map((question) => `  - ${questionSentence(question, language)}`),
  ];
}

/** The same as data. */
export function presentInferenceJson(
  sheets: readonly InferredSheet[],
  written: string | null,
  language: Language,
): object {
  return {
    written,
    sheets: sheets.map(({ file, sheet, known, drift, inference, reading }) => ({
      ...{ file, sheet, known: known?.id ?? null },
      drift: drift && driftJson(drift, language),
      ...inference,
      ...(inference.outcome === 'proposed' ? { totals: inference.totals.map(totalJson) } : {}),
      rows: reading?.rows.rows ?? null,
    })),
  };
}

const totalJson = ({ figure, ...total }: PrintedTotal) => ({ ...total, figure: textOfAmount(figure) });
