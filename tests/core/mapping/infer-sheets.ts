// An invented settlement that nobody has mapped, for tests of the inference: as printed, and with changes.
import type { Inference, Proposal } from '../../../core/mapping/infer-mapping.ts';
import { type Hints, inferMapping } from '../../../core/mapping/infer-mapping.ts';
import type { Cell, SheetTable } from '../../../core/sheet-table.ts';
import { sheetOf } from './sheets.ts';

export const SETTLEMENT_HEADERS = [
  ...[
    '序號',
    '訂單編號',
    '交易編號',
    '撥款日期',
    '訂單狀態',
    '商品貨款',
    '賣家優惠券',
    '成交手續費',
    '費率',
    '實際撥款金額',
    '買家姓名',
  ],
] as const;

/** Net = goods − coupon − fee; the rows are independent of each other. */
export const SETTLEMENT_ROWS: readonly (readonly Cell[])[] = [
  [1, 'T24050100A1', 'X9001', '2024-05-07', '完成', 1290, 50, 77.4, '6%', 1162.6, '王**'],
  [2, 'T24050100B2', 'X9002', '2024-05-07', '完成', 800, 0, 47.5, '6%', 752.5, '李**'],
  [3, 'T24050200C3', 'X9003', '2024-05-08', '退貨', -450, -20, -27, '6%', -403, '陳**'],
  [4, 'T24050200D4', 'X9004', '2024-05-08', '完成', 2180, 120, 131, '6%', 1929, '林**'],
  [5, 'T24050300E5', 'X9005', '2024-05-09', '完成', 65, 5, 3.9, '6%', 56.1, '張**'],
];

export function settlement({
  headers = SETTLEMENT_HEADERS,
  rows = SETTLEMENT_ROWS,
  above = [],
  below = [],
}: {
  headers?: readonly string[];
  rows?: readonly (readonly Cell[])[];
  above?: readonly (readonly Cell[])[];
  below?: readonly (readonly Cell[])[];
} = {}): SheetTable {
  return sheetOf([...above, headers, ...rows, ...below]);
}

export function proposalFor(table: SheetTable, hints?: Hints): Proposal {
  const inference: Inference = inferMapping(table, hints);
  if (inference.outcome !== 'proposed') throw new Error(`nothing proposed: ${inference.outcome}`);
  return inference;
}

/** The proposed roles as text: `訂單編號 = orderNumber`, `成交手續費 = component COMMISSION negate`. */
export function rolesIn({ columns }: Proposal): string[] {
  return columns.map(({ column }) => {
    const sign =
      column.as === 'component'
        ? ` ${typeof column.type === 'string' ? column.type : `by ${column.type.by}`} ${column.sign}`
        : '';
    return `${column.header} = ${column.as}${sign}`;
  });
}

export function sumOf({ proof }: Proposal): string | null {
  return proof && `${proof.net} = ${proof.terms.map(({ sign, column }) => sign + column).join(' ')}`;
}
