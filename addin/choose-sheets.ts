// Which worksheets one click is about: the sheet on screen, and the exports that stand beside it in the workbook.
import { isAccountStatement, refuseStatement } from '../core/import/normalize-sheet.ts';
import { continuedSheet } from '../core/mapping/continued-sheet.ts';
import { type Detection, detectMapping, type Recognised } from '../core/mapping/detect-mapping.ts';
import type { Mapping } from '../core/mapping/mapping.ts';
import { refuseCompanion } from '../core/mapping/refuse-companion.ts';
import { refuseGarbled } from '../core/mapping/refuse-garbled.ts';
import type { Refusal } from '../core/problem.ts';
import type { SheetTable } from '../core/sheet-table.ts';
import type { SheetLook } from './excel/look-at-workbook.ts';

/** A worksheet that holds an export we know. */
export interface RecognisedSheet {
  readonly look: SheetLook;
  readonly recognised: Recognised;
}

/** What the sheet on screen is to us. */
type ActiveSheet =
  | { readonly is: 'recognised'; readonly look: SheetLook; readonly recognised: Recognised }
  | { readonly is: 'result'; readonly look: SheetLook }
  | { readonly is: 'refused'; readonly look: SheetLook; readonly refusal: Refusal };

export interface WorkbookView {
  /** Null when no sheet is on screen that we may read, such as a chart sheet. */
  readonly active: ActiveSheet | null;
  /** The other recognised exports: orders first, then in tab order. */
  readonly beside: readonly RecognisedSheet[];
  /** The user's other sheets that hold something. */
  readonly others: readonly SheetLook[];
}

/** Says what every sheet is, from its first rows. */
export function viewWorkbook(printed: readonly SheetLook[], mappings: readonly Mapping[]): WorkbookView {
  const looks = printed.map((look) => continued(look, printed, mappings));
  const onScreen = looks.find((look) => look.active);
  const users = looks.filter((look) => !look.active && look.ours === null);
  const beside = users.flatMap((look) => recognise(look, mappings));
  const known = new Set(beside.map((sheet) => sheet.look));
  return {
    active: onScreen ? viewActive(onScreen, users, mappings) : null,
    beside: ordersFirst(beside),
    others: users.filter((look) => !known.has(look) && look.rowCount > 0),
  };
}

/** A sheet that goes on where another one of the user's ends is seen under its header. */
function continued(look: SheetLook, all: readonly SheetLook[], mappings: readonly Mapping[]): SheetLook {
  if (look.ours !== null) return look;
  const others = all.filter((other) => other !== look && other.ours === null).map(({ head }) => head);
  const head = continuedSheet(look.head, others, mappings);
  return head === look.head ? look : { ...look, head };
}

function viewActive(look: SheetLook, users: readonly SheetLook[], mappings: readonly Mapping[]): ActiveSheet {
  if (look.ours !== null) return { is: 'result', look };
  const detection = detectExport(look, mappings);
  if (detection.outcome === 'recognised') return { is: 'recognised', look, recognised: detection.recognised };
  const heads = users.map((other) => other.head);
  const known = refuseCompanion(detection.refusal, look.head, mappings, heads);
  return { is: 'refused', look, refusal: refuseGarbled(known, look.head, mappings, decode) };
}

const decoders = new Map<string, TextDecoder>();

/** Asked thousands of times for a sheet that nobody knows; a decoder is dear to make. */
function decode(bytes: Uint8Array, encoding: string): string {
  const decoder = decoders.get(encoding) ?? new TextDecoder(encoding);
  decoders.set(encoding, decoder);
  return decoder.decode(bytes);
}

function recognise(look: SheetLook, mappings: readonly Mapping[]): RecognisedSheet[] {
  const detection = detectExport(look, mappings);
  return detection.outcome === 'recognised' ? [{ look, recognised: detection.recognised }] : [];
}

/** A list of payouts or payments is known, and yet neither an export to reconcile nor the statement of an account. */
function detectExport({ head }: SheetLook, mappings: readonly Mapping[]): Detection {
  const detection = detectMapping(head, mappings);
  if (detection.outcome === 'refused' || detection.recognised.mapping.kind !== 'wallet') return detection;
  if (isAccountStatement(detection.recognised)) return detection;
  return { outcome: 'refused', refusal: refuseStatement(head, detection.recognised) };
}

/** Orders go before payouts and statements: a payout line finds its order at once. */
function ordersFirst(sheets: readonly RecognisedSheet[]): RecognisedSheet[] {
  const rank = (sheet: RecognisedSheet) => (sheet.recognised.kind === 'orders' ? 0 : 1);
  return [...sheets].sort((left, right) => rank(left) - rank(right));
}

/**
 * The sheets a click reconciles. On an export: it and the exports beside it that are not left out. On one of our result
 * sheets: the exports of the workbook again. On any other sheet nothing: the user is told why.
 */
export function sheetsToReconcile(view: WorkbookView, leftOut: ReadonlySet<string> = new Set()): RecognisedSheet[] {
  const { active, beside } = view;
  if (!active || active.is === 'refused') return [];
  const along = beside.filter((sheet) => !leftOut.has(sheet.look.id));
  return active.is === 'result' ? along : ordersFirst([active, ...along]);
}

/** The user's sheets that a click leaves aside: of no known report, or left out. */
export function unusedSheets(view: WorkbookView, used: readonly RecognisedSheet[]): SheetLook[] {
  const ids = new Set(used.map((sheet) => sheet.look.id));
  return [...view.beside.map((sheet) => sheet.look), ...view.others].filter((look) => !ids.has(look.id));
}

/** The first rows of the user's other sheets: a summary sheet may hold the totals of this one. */
export function headsBeside({ active, beside, others }: WorkbookView, sheetId: string): SheetTable[] {
  const users = active && active.is !== 'result' ? [active.look] : [];
  const all = [...users, ...beside.map((sheet) => sheet.look), ...others];
  return all.filter((other) => other.id !== sheetId).map((other) => other.head);
}
