// A payout file of a platform nobody has mapped, small enough to be checked by eye.
import type { Cell } from '../../../core/sheet-table.ts';
import { lookAt, table } from './sample-looks.ts';

const UNKNOWN_HEADER = ['結算單號', '訂單編號', '結算日期', '商品金額', '平台佣金', '運費補貼', '實收金額', '買家'];

/** Goods less commission plus subsidy is the net, on every row but those that are spoilt. */
function unknownRows(count: number, spoilt: readonly number[] = []): Cell[][] {
  return Array.from({ length: count }, (_, at) => {
    const [goods, fee, subsidy] = [500 + at * 37, -(20 + at * 3), (at % 3) * 15];
    const net = goods + fee + subsidy + (spoilt.includes(at) ? 1 : 0);
    return [`ST${9000 + at}`, `A2405${1000 + at}`, `2024/05/${10 + (at % 18)}`, goods, fee, subsidy, net, '王**'];
  });
}

const unknownSheet = (spoilt: readonly number[] = [], header: readonly Cell[] = UNKNOWN_HEADER) =>
  table('結算', [header, ...unknownRows(24, spoilt)]);

export const unknownLook = (spoilt?: readonly number[]) => lookAt(unknownSheet(spoilt), { active: true });
