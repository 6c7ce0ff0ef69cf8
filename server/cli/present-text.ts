// The result for a person at a terminal: the proof, the counts, and what needs attention.
import { DISPOSITIONS } from '../../core/api.ts';
import { problemsOf } from '../../core/import/imported-file.ts';
import type { Language, Translated } from '../../core/language.ts';
import { readableAmount, sum } from '../../core/money.ts';
import { explainProblem, explainRefusal } from '../../core/problem.ts';
import { allocatedTo } from '../../core/receipt.ts';
import { headlineLabel, nextStep } from '../../core/reconcile/explain.ts';
import { HEADLINES } from '../../core/reconcile/outcome.ts';
import { workList } from '../../core/worksheets/discrepancies-sheet.ts';
import { SHEET_NAMES, USE_LABELS, word } from '../../core/worksheets/labels.ts';
import { statementWord } from '../../core/worksheets/statement-labels.ts';
import { checkWord, onRow } from './check-words.ts';
import { booksBlock, claimsBlock, forecastBlock, proposalsBlock, reviewBlock } from './present-books-text.ts';
import { depositsBlock } from './present-deposits.ts';
import { driftLines } from './present-drift.ts';
import { unconfirmedBlock } from './present-unconfirmed.ts';
import { countsByHeadline, type Outcome, reportOf } from './present-json.ts';
import type { StatementSheet } from './read-sheets.ts';
import { block, labelled } from './text-columns.ts';

/** A long work list belongs into the worksheet; a terminal shows its most pressing part. */
const ITEMS_SHOWN = 15;

const MORE: Translated<(count: number) => string> = {
  'zh-TW': (count) => `…還有 ${count} 筆；用 --out 寫出完整的清單。`,
  'zh-CN': (count) => `…还有 ${count} 笔；用 --out 写出完整的清单。`,
  en: (count) => `…and ${count} more; --out writes the full list.`,
};

const ROWS: Translated = { 'zh-TW': '列', 'zh-CN': '行', en: 'rows' };

/** Beside a sheet that the books hold already, row for row. */
const REPEATED: Translated = {
  'zh-TW': '先前已匯入，沒有新資料',
  'zh-CN': '先前已导入，没有新数据',
  en: 'imported before, nothing new',
};

const WRITTEN: Translated = { 'zh-TW': '結果檔', 'zh-CN': '结果文件', en: 'Result' };

export function presentText(outcome: Outcome): string {
  const { language, result, out } = outcome;
  const title = `${SHEET_NAMES.summary[language]}  ${result.asOf}`;
  const blocks = [
    [title],
    filesBlock(outcome),
    unconfirmedBlock(outcome.unconfirmed, language),
    ...proofBlocks(outcome),
    statesBlock(outcome),
    receiptsBlock(outcome),
    depositsBlock(result, language),
    booksBlock(result, reportOf(outcome), language),
    forecastBlock(result, language, statementWord('ofRun', language)),
    claimsBlock(result, language),
    problemsBlock(outcome),
    reviewBlock(result, language),
    proposalsBlock(result, language),
    workBlock(outcome),
    ...(out === null ? [] : [[labelled(WRITTEN[language], out, language)]]),
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function filesBlock({ pushed, readings, language }: Outcome): string[] {
  const say = (key: Parameters<typeof word>[0]) => word(key, language);
  const rows = pushed.map(({ header, sheet, answer }) => {
    const { proof } = header;
    return [
      `${header.source.file} › ${header.source.sheet}`,
      sheet.recognised.mapping.title[language],
      `${say('rowsAccepted')} ${header.rows.accepted}/${header.rows.read}`,
      proof ? `${say('net')} ${readableAmount(proof.net)}` : '',
      proof?.declared == null ? '' : `${say('declared')} ${readableAmount(proof.declared)}`,
      proof ? say(proof.state) : '',
      answer.repeated ? REPEATED[language] : '',
    ];
  });
  const sheets = readings.flatMap((reading) => (reading.outcome === 'read' ? reading.sheets : []));
  const statements = sheets.flatMap((sheet) => (sheet.kind === 'statement' ? [statementRow(sheet, language)] : []));
  const unused = sheets
    .flatMap((sheet) => (sheet.kind === 'unused' ? [sheet] : []))
    .flatMap(({ file, sheet, refusal, drift }) => [
      `  ${[file, sheet].filter(Boolean).join(' › ')}: ${explainRefusal(refusal, language)}`,
      ...(drift ? driftLines(drift, language).map((line) => `    ${line}`) : []),
    ]);
  const all = [...rows, ...statements];
  return [...block(say('file'), all, ['left', 'left', 'left', 'left', 'left', 'left', 'left']), ...unused];
}

/** Read and proved, but not part of the books. */
function statementRow({ file, sheet, recognised, rows }: StatementSheet, language: Language): string[] {
  const { net, declared, proof } = rows;
  return [
    ...[`${file} › ${sheet}`, recognised.mapping.title[language], checkWord('statement', language)],
    `${word('net', language)} ${readableAmount(net)}`,
    declared === null ? '' : `${word('declared', language)} ${readableAmount(declared)}`,
    word(proof, language),
  ];
}

function proofBlocks({ result, language }: Outcome): string[][] {
  return result.conservation.map(({ currency, net, rows, dispositions, rowCounts, difference, rowDifference }) => {
    const line = (label: string, amount: string, count: number) => [label, amount, `${count} ${ROWS[language]}`];
    const used = DISPOSITIONS.filter((use) => dispositions[use] !== 0 || rowCounts[use] !== 0);
    const lines = [
      ...used.map((use) => line(USE_LABELS[use][language], readableAmount(dispositions[use]), rowCounts[use])),
      line(word('filesNet', language), readableAmount(net), rows),
      line(word('difference', language), readableAmount(difference), rowDifference),
    ];
    return block(`${word('proof', language)} (${currency})`, lines, ['left', 'right', 'right']);
  });
}

function statesBlock({ result, language }: Outcome): string[] {
  const counts = countsByHeadline(result);
  const present = HEADLINES.filter((headline) => counts[headline] !== undefined);
  const rows = present.map((headline) => [headlineLabel(headline, language), String(counts[headline])]);
  return block(word('states', language), rows, ['left', 'right']);
}

function receiptsBlock({ result, language }: Outcome): string[] {
  const say = (key: Parameters<typeof word>[0]) => word(key, language);
  const currencies = [...new Set(result.receipts.map(({ currency }) => currency))];
  const rows = currencies.map((currency) => {
    const own = result.receipts.filter((receipt) => receipt.currency === currency);
    const deductions = own.flatMap((receipt) => receipt.deductions.map(({ amount }) => amount));
    return [
      `${own.length} (${currency})`,
      `${say('cash')} ${readableAmount(sum(own.map(({ cash }) => cash)))}`,
      `${say('deductionsTotal')} ${readableAmount(sum(deductions))}`,
      `${say('applied')} ${readableAmount(sum(own.map((receipt) => allocatedTo(receipt, 'receivable'))))}`,
      `${say('onHold')} ${readableAmount(sum(own.map((receipt) => allocatedTo(receipt, 'suspense'))))}`,
    ];
  });
  return block(say('receiptsBlock'), rows, ['left', 'left', 'left', 'left', 'left']);
}

/**
 * How many rows could not be read or differ from what the books hold, and the first of them in words: the whole list stands
 * in --json and --out.
 */
function problemsBlock({ pushed, language }: Outcome): string[] {
  const lines = pushed.flatMap(({ header, rows, answer }) => {
    const problems = problemsOf({ rows, answer });
    if (problems.length === 0) return [];
    const shown = problems.slice(0, ROWS_SHOWN);
    return [
      `  ${header.source.file} › ${header.source.sheet}  ${problems.length}`,
      ...shown.map((problem) => `    ${onRow(problem.row, language)}  ${explainProblem(problem, language)}`),
    ];
  });
  return lines.length === 0 ? [] : [SHEET_NAMES.problems[language], ...lines];
}

const ROWS_SHOWN = 5;

function workBlock({ result, language }: Outcome): string[] {
  const items = workList({ result, context: { language, files: [], workbook: null } });
  const heading = `${SHEET_NAMES.discrepancies[language]} (${items.length})`;
  if (items.length === 0) return [heading, `  ${word('noDiscrepancies', language)}`];
  const shown = items.slice(0, ITEMS_SHOWN).flatMap(({ headline, orderNumber, sentence, atStake, because }) => {
    const next = nextStep(headline, language, atStake, because);
    return [
      `  ${headlineLabel(headline, language)}  ${orderNumber}`,
      `    ${sentence}`,
      ...(next ? [`    → ${next}`] : []),
    ];
  });
  const more = items.length - ITEMS_SHOWN;
  return [heading, ...shown, ...(more > 0 ? [`  ${MORE[language](more)}`] : [])];
}
