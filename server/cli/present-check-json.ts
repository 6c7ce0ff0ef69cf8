// The same as data: docs/cli.md describes it.
import type { Language } from '../../core/language.ts';
import type { NormalizedOrders } from '../../core/mapping/normalize-orders.ts';
import type { NormalizedPayout } from '../../core/mapping/normalize-payout.ts';
import { type Amount, textOfAmount } from '../../core/money.ts';
import { explainRefusal } from '../../core/problem.ts';
import type { CheckedFile, CheckedSheet, RowIdentity } from './check-files.ts';
import { driftJson } from './present-drift.ts';
import { problemJson, proofJson } from './present-json.ts';

const ROWS_SHOWN = 5;

export function presentCheckJson(files: readonly CheckedFile[], language: Language): object {
  return {
    files: files.map(({ file, sheets, refusal }) => ({
      file,
      recognised: refusal === null,
      ...(sheets.length === 0 && refusal ? { code: refusal.code, message: explainRefusal(refusal, language) } : {}),
      sheets: sheets.map((sheet) => sheetJson(sheet, language)),
    })),
  };
}

function sheetJson(sheet: CheckedSheet, language: Language): object {
  if (sheet.outcome === 'refused') {
    const { code, columns, nearest, row } = sheet.refusal;
    const message = explainRefusal(sheet.refusal, language);
    return {
      ...{ sheet: sheet.sheet, mapping: null, code, nearest: nearest?.id ?? null, row, columns, message },
      ...(sheet.refusal.questions ? { questions: sheet.refusal.questions } : {}),
      ...(sheet.refusal.values ? { values: sheet.refusal.values } : {}),
      drift: sheet.drift && driftJson(sheet.drift, language),
    };
  }
  const { recognised, rows, identity } = sheet;
  const { mapping, columns, missing, unmapped, headerRow } = recognised;
  return {
    sheet: sheet.sheet,
    kind: mapping.kind,
    mapping: { id: mapping.id, version: mapping.version, title: mapping.title[language], verified: mapping.verified },
    headerRow,
    columns: {
      ...{ found: columns.length, of: mapping.columns.length, missing, unmapped },
      bySynonym: columns
        .filter(({ matchedBy }) => matchedBy === 'synonym')
        .map(({ header, column }) => ({ header, column: column.header })),
    },
    ...{ rows: rows.rows, currency: rows.currency },
    ...(rows.kind === 'payout' ? payoutJson(rows, identity) : proofJson(null)),
    setAside: rows.setAside.map(({ amount, ...aside }) => ({ ...aside, amount: textOrNull(amount) })),
    unmappedAmounts: rows.unmappedAmounts.map(({ header, sum }) => ({ header, sum: textOfAmount(sum) })),
    problems: rows.problems.map((problem) => problemJson(problem, language)),
    first: firstJson(rows),
  };
}

const textOrNull = (amount: Amount | null) => (amount === null ? null : textOfAmount(amount));

function payoutJson(rows: NormalizedPayout, identity: RowIdentity | null): object {
  return {
    ...proofJson(rows),
    identity,
    checks: rows.checks.map(({ name, row, column, declared, found, holds }) => ({
      ...{ name, row, column: column?.header ?? null, declared: textOfAmount(declared) },
      ...{ found: textOrNull(found), holds },
    })),
  };
}

function firstJson(rows: NormalizedOrders | NormalizedPayout): object[] {
  if (rows.kind === 'orders') {
    return rows.orders.slice(0, ROWS_SHOWN).map(({ receivable, credited, lines, ...order }) => ({
      ...order,
      ...{ receivable: textOfAmount(receivable), credited: textOfAmount(credited) },
      lines: lines.map(({ unitPrice, ...line }) => ({ ...line, unitPrice: textOfAmount(unitPrice) })),
    }));
  }
  return rows.lines.slice(0, ROWS_SHOWN).map(({ net, components, ...line }) => ({
    ...line,
    net: textOfAmount(net),
    components: components.map(({ amount, ...part }) => ({ ...part, amount: textOfAmount(amount) })),
  }));
}
