// Bad input, one fault at a time in a golden export: bad-input.txt holds the change, and what the user reads.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { detectMapping } from '../../core/mapping/detect-mapping.ts';
import type { Mapping } from '../../core/mapping/mapping.ts';
import { normalizeOrders } from '../../core/mapping/normalize-orders.ts';
import { normalizePayout } from '../../core/mapping/normalize-payout.ts';
import { LANGUAGES, type Language } from '../../core/language.ts';
import {
  REFUSAL_CODES,
  ROW_PROBLEM_CODES,
  type Refusal,
  type RowProblem,
  explainProblem,
  explainRefusal,
} from '../../core/problem.ts';
import type { SheetTable } from '../../core/sheet-table.ts';
import { builtInMappings } from '../../mappings/index.ts';
import { changeSheet, goldenSheet } from './golden-sheets.ts';

interface Input {
  readonly sheet: SheetTable;
  readonly mappings: readonly Mapping[];
}

function changed(input: Input, line: string): Input {
  if (line !== 'twin mapping') return { ...input, sheet: changeSheet(input.sheet, line) };
  const twin = (mapping: Mapping) => [mapping, { ...mapping, id: `team.${mapping.id}` }];
  return { ...input, mappings: input.mappings.flatMap(twin) };
}

interface Complaint {
  readonly code: string;
  readonly place: string;
  readonly sentence: (language: Language) => string;
}

function complaintsOf({ sheet, mappings }: Input): Complaint[] {
  const detection = detectMapping(sheet, mappings);
  if (detection.outcome === 'refused') return [ofRefusal(detection.refusal)];
  const { recognised } = detection;
  const result = recognised.kind === 'orders' ? normalizeOrders(sheet, recognised) : normalizePayout(sheet, recognised);
  return [...result.problems.map(ofProblem), ...(result.stopped ? [ofRefusal(result.stopped, 'stopped')] : [])];
}

const ofRefusal = (refusal: Refusal, place = 'refused'): Complaint => ({
  code: refusal.code,
  place,
  sentence: (language) => explainRefusal(refusal, language),
});

const ofProblem = (problem: RowProblem): Complaint => ({
  code: problem.code,
  place: `row ${problem.row} ${problem.column ?? ''}`.trim(),
  sentence: (language) => explainProblem(problem, language),
});

const renderComplaint = ({ code, place, sentence }: Complaint) =>
  [`-> ${place} ${code}`, ...LANGUAGES.map((language) => `   ${language}: ${sentence(language)}`)].join('\n');

const cases = readFileSync(join(__dirname, 'bad-input.txt'), 'utf8')
  .split(/^# /m)
  .slice(1)
  .map((text) => {
    const [title = '', report = '', ...lines] = text.trimEnd().split('\n');
    const answer = lines.findIndex((line) => line.startsWith('->'));
    return {
      title,
      report: report.replace('in ', '').replace(/^(orders|income)$/, 'shopee-tw.$1'),
      changes: lines.slice(0, answer),
      answer: lines.slice(answer),
    };
  });

test.each(cases)('$title', async ({ report, changes, answer }) => {
  const input: Input = { sheet: await goldenSheet(report), mappings: builtInMappings };
  const complaints = complaintsOf(changes.reduce(changed, input));
  expect(complaints.map(renderComplaint).join('\n')).toBe(answer.join('\n'));
});

test('every reason to leave out a row or refuse a sheet is provoked here', () => {
  const told = cases.flatMap(({ answer }) => answer.filter((line) => line.startsWith('->'))).join('\n');
  const elsewhere = [
    ...['NOT_A_WORKBOOK', 'ARCHIVE_IN_ARCHIVE', 'CONFLICT', 'AMBIGUOUS_DATES', 'AMBIGUOUS_NUMBERS'],
    ...['CURRENCY_NOT_FOUND', 'CURRENCY_UNKNOWN', 'ORDER_REPEATED', 'STATEMENT_ONLY'],
    ...['PAYOUT_DAY_NOT_FOUND', 'REFERENCE_DAMAGED', 'SAME_MONEY_TWICE'],
    ...['ID_BECAME_DAY', 'ID_TOO_LONG', 'HIDDEN_ROWS', 'OPENED_GARBLED'],
    ...['COMPANION_SHEET', 'MOJIBAKE', 'PASSWORD_NEEDED', 'PASSWORD_UNSUPPORTED', 'PASSWORD_WRONG'],
  ];
  const untold = [...ROW_PROBLEM_CODES, ...REFUSAL_CODES].filter((code) => !told.includes(code));
  expect(untold.sort()).toEqual(elsewhere.sort());
});
