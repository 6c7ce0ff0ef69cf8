// A sheet that no mapping reads because Excel opened its file in a wrong encoding: said as such, with the way out.
import type { Refusal } from '../problem.ts';
import type { SheetTable } from '../sheet-table.ts';
import { garbledBy } from './find-mojibake.ts';
import type { Mapping } from './mapping.ts';
import type { Decode } from './wrong-encoding.ts';

/** Refusals that garbled headers may be the reason of. */
const MAY_BE_GARBLED: readonly Refusal['code'][] = ['UNKNOWN_REPORT', 'MISSING_COLUMN'];

const questions = new WeakMap<readonly Mapping[], ReturnType<typeof garbledBy>>();

/** The same refusal, unless the sheet's text turns out to be garbled. */
export function refuseGarbled(
  refusal: Refusal,
  head: SheetTable,
  mappings: readonly Mapping[],
  decode: Decode,
): Refusal {
  if (!MAY_BE_GARBLED.includes(refusal.code)) return refusal;
  const ask = questions.get(mappings) ?? garbledBy(mappings, decode);
  questions.set(mappings, ask);
  const garbled = ask(head);
  if (garbled === null) return refusal;
  return { ...refusal, code: 'OPENED_GARBLED', nearest: null, row: null, columns: [], writtenIn: garbled.writtenIn };
}
