// Payout lines (撥款明細): every row of the payout files and where its money went. The sums of the proof stand on it.
import { headlineLabel } from '../reconcile/explain.ts';
import { USE_LABELS, type LineUse, word } from './labels.ts';
import type { LineEntry } from './line-entries.ts';
import { linkSource } from './link-source.ts';
import type { Tone } from './result-sheet.ts';
import { columnsFor, dayCell, type Material, placeColumns, ORDER_NUMBER_WIDTH } from './shared-columns.ts';
import { type Column, type TableSheet, tableSheet } from './table-sheet.ts';

const USE_TONES: Readonly<Record<LineUse, Tone>> = {
  allocated: 'good',
  suspense: 'bad',
  nonOrder: 'calm',
  review: 'bad',
  duplicate: 'calm',
  conflict: 'bad',
  rejected: 'bad',
  earlier: 'calm',
};

export function payoutLinesSheet(material: Material): TableSheet {
  const { context, entries, decimals } = material;
  const { language } = context;
  const uses = Object.keys(USE_TONES) as LineUse[];
  return tableSheet({
    key: 'payoutLines',
    language,
    note: word(hasElsewhere(material) ? 'payoutLinesElsewhereNote' : 'payoutLinesNote', language),
    emptyNote: word('noPayoutLines', language),
    columns: columnsOf(material),
    rows: entries,
    decimals,
    tones: {
      key: 'use',
      byText: Object.fromEntries(uses.map((use) => [USE_LABELS[use][language], USE_TONES[use]])),
    },
    frozenColumns: 2,
  });
}

function columnsOf(material: Material): Column<LineEntry>[] {
  const { context } = material;
  const { language } = context;
  const make = columnsFor(material);
  return [
    make.text('use', ({ use }) => USE_LABELS[use][language], { width: 16, total: 'count' }),
    make.text('orderNumber', ({ orderNumber }) => orderNumber, { width: ORDER_NUMBER_WIDTH }),
    ...placeColumns<LineEntry>(material),
    make.date('paidOutOn', ({ paidOutOn }) => dayCell(paidOutOn)),
    make.amount('net', ({ net }) => net),
    make.amount('applied', ({ applied }) => applied),
    make.amount('onHold', ({ onHold }) => onHold),
    ...(hasElsewhere(material) ? [make.amount<LineEntry>('elsewhere', ({ elsewhere }) => elsewhere)] : []),
    make.amount('deductions', ({ deductions }) => deductions),
    make.text('receiptNumber', ({ receiptNumbers }) => receiptNumbers.join(', ') || null, { width: 16 }),
    make.text('status', (entry) => statusOf(entry, material), { width: 18 }),
    make.link('source', ({ source }) => (source === null ? null : linkSource(source, context))),
  ];
}

/** Claims, reserves, tax and write-offs: a column when there are any. */
function hasElsewhere({ entries }: Material): boolean {
  return entries.some(({ elsewhere }) => elsewhere !== 0);
}

function statusOf({ headline, use }: LineEntry, { context }: Material): string | null {
  if (headline !== null) return headlineLabel(headline, context.language);
  return use === 'nonOrder' ? word('nonOrder', context.language) : null;
}
