// Receipts (收款單): cash and deductions on one side, what they cleared on the other, and a check that must be zero.
import { sum } from '../money.ts';
import { type ComponentType, COMPONENT_TYPES } from '../payout.ts';
import { allocatedTo, type AllocationTarget, imbalanceOf, type Receipt } from '../receipt.ts';
import { columnLetters } from '../sheet-table.ts';
import { COMPONENT_LABELS, word } from './labels.ts';
import type { Formula } from './result-sheet.ts';
import { columnsFor, dayCell, type Material, placeColumns } from './shared-columns.ts';
import { exactly } from './table-layout.ts';
import { type Column, moneyCell, type TableSheet, tableSheet } from './table-sheet.ts';

export function receiptsSheet(material: Material): TableSheet {
  const { result, context, decimals } = material;
  const { language } = context;
  return tableSheet({
    key: 'receipts',
    language,
    note: word('receiptsNote', language),
    emptyNote: word('noReceipts', language),
    columns: columnsOf(material),
    rows: result.receipts,
    decimals,
    frozenColumns: 1,
  });
}

function columnsOf(material: Material): Column<Receipt>[] {
  const { result, context } = material;
  const { language } = context;
  const make = columnsFor(material);
  const kinds = COMPONENT_TYPES.filter((type) =>
    result.receipts.some((receipt) => deductionOfType(receipt, type) !== null),
  );
  const head: Column<Receipt>[] = [
    make.text('receiptNumber', ({ number }) => number, { width: 18, total: 'count' }),
    make.date('date', ({ receivedOn }) => dayCell(receivedOn)),
    make.text('kind', ({ kind }) => word(kind, language), { width: 13 }),
    ...placeColumns<Receipt>(material),
    make.amount('cash', ({ cash }) => cash),
  ];
  const deductions = kinds.map((type) => deductionColumn(type, material));
  return [...head, ...deductions, ...sumColumns(material, head.length + 1, deductions.length)];
}

function deductionColumn(type: ComponentType, material: Material): Column<Receipt> {
  const make = columnsFor(material);
  const column = make.amount<Receipt>('deductions', (receipt) => deductionOfType(receipt, type));
  const header = COMPONENT_LABELS[type][material.context.language];
  return { ...column, key: type, header };
}

/** The sum of the deductions, every target in use, and cash + deductions − targets. Formulas stay within their row. */
function sumColumns(material: Material, first: number, kinds: number): Column<Receipt>[] {
  const make = columnsFor(material);
  const letter = (offset: number) => columnLetters(first + kinds + offset);
  const deducted = (receipt: Receipt) => sum(receipt.deductions.map(({ amount }) => amount));
  const total = make.amount<Receipt>('deductionsTotal', deducted);
  const targets = TARGETS.filter(([target, , always]) => always || isUsed(material, target));
  const minus = targets.map((_, index) => `-${letter(index + 1)}ROW`).join('');
  const check = `${columnLetters(first - 1)}ROW+${letter(0)}ROW${minus}`;
  return [
    kinds === 0
      ? total
      : {
          ...total,
          cellOf: (receipt, row) => ({
            formula: `=SUM(${columnLetters(first)}${row}:${letter(-1)}${row})`,
            value: moneyCell(deducted(receipt)) ?? 0,
          }),
        },
    ...targets.map(([target, label]) => make.amount<Receipt>(label, (receipt) => allocatedTo(receipt, target))),
    {
      ...make.amount<Receipt>('check', imbalanceOf),
      zero: true,
      cellOf: (receipt, row): Formula => ({
        formula: exactly(check.replaceAll('ROW', String(row))),
        value: moneyCell(imbalanceOf(receipt)) ?? 0,
      }),
    },
  ];
}

/** What a receipt clears or opens, with its column; the first two stand there always. */
const TARGETS = [
  ['receivable', 'applied', true],
  ['suspense', 'onHold', true],
  ['claim', 'claim', false],
  ['reserve', 'reserve', false],
  ['collected', 'collected', false],
  ['tax', 'taxClearing', false],
  ['transit', 'transit', false],
  ['writeOff', 'writeOff', false],
] as const satisfies readonly (readonly [AllocationTarget, Parameters<typeof word>[0], boolean])[];

function isUsed({ result }: Material, target: AllocationTarget): boolean {
  return result.receipts.some(({ allocations }) => allocations.some((part) => part.target === target));
}

function deductionOfType(receipt: Receipt, type: ComponentType) {
  return receipt.deductions.find((deduction) => deduction.type === type)?.amount ?? null;
}
