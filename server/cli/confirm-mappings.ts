// Mappings with unsure facts at their first use: whose sheets they read, and what a person says of them (--confirm).
import { compareText } from '../../core/compare-text.ts';
import { hasTrouble } from '../../core/import/has-trouble.ts';
import type { Translated } from '../../core/language.ts';
import type { MappingFacts } from '../../core/mapping-library.ts';
import type { Mapping } from '../../core/mapping/mapping.ts';
import type { Books } from '../books.ts';
import { confirmMapping } from '../commands/publish-mapping.ts';
import { listMappings } from '../commands/present-library.ts';
import type { StatementSheet, UsedSheet } from './read-sheets.ts';

/** A mapping of this run that is not verified by a real file, and that nobody has confirmed. */
export interface UnconfirmedMapping {
  readonly id: string;
  readonly version: number;
  readonly kind: Mapping['kind'];
  readonly title: Translated;
  readonly sheets: readonly { readonly file: string; readonly sheet: string }[];
  /** A sheet of it does not add up, or has rows that cannot be read: the mapping may be the reason. */
  readonly isDoubtful: boolean;
}

/** Ids of mappings, or all that read a sheet of the run. */
export type Confirmed = 'all' | readonly string[];

type ReadSheet = UsedSheet | StatementSheet;

const isConfirmedBy = (confirmed: Confirmed, id: string) => confirmed === 'all' || confirmed.includes(id);

/** The mappings of a trial run: nothing is kept, so nothing is asked of the books. */
export function unconfirmedOf(sheets: readonly ReadSheet[], confirmed: Confirmed): UnconfirmedMapping[] {
  const unsure = sheets.filter(({ recognised: { mapping } }) => {
    return !mapping.verified && !isConfirmedBy(confirmed, mapping.id);
  });
  const byId = new Map<string, UnconfirmedMapping>();
  for (const { recognised, file, sheet, rows } of [...unsure].sort(byPlace)) {
    const { id, version, kind, title } = recognised.mapping;
    const { sheets: before = [], isDoubtful = false } = byId.get(id) ?? {};
    const sheets = [...before, { file, sheet }];
    byId.set(id, { ...{ id, version, kind, title, sheets }, isDoubtful: isDoubtful || hasTrouble(rows) });
  }
  return [...byId.values()].sort((left, right) => compareText(left.id, right.id));
}

/** Said in the same order whichever file is named first. */
const byPlace = (left: ReadSheet, right: ReadSheet) =>
  compareText(left.file, right.file) || compareText(left.sheet, right.sheet);

/** Those whose money is not booked in kept books before somebody has confirmed them. */
export const waitingOf = (unconfirmed: readonly UnconfirmedMapping[]): ReadonlySet<string> =>
  new Set(unconfirmed.filter(({ isDoubtful, kind }) => isDoubtful && kind !== 'orders').map(({ id }) => id));

/** Keeps in the books what the person confirmed, once for each version. @returns those that nobody has confirmed */
export async function confirmInBooks(
  books: Books,
  sheets: readonly ReadSheet[],
  confirmed: Confirmed,
): Promise<UnconfirmedMapping[]> {
  const { facts } = await listMappings(books);
  const open = unconfirmedOf(sheets, []).flatMap((mapping) => {
    const fact = facts.find(({ id }) => id === mapping.id);
    return fact === undefined || fact.confirmed ? [] : [{ mapping, fact }];
  });
  for (const { mapping, fact } of open)
    if (isConfirmedBy(confirmed, mapping.id)) await confirmMapping(books, mapping.id, { version: refOf(fact), by: BY });
  return open.flatMap(({ mapping }) => (isConfirmedBy(confirmed, mapping.id) ? [] : [mapping]));
}

const refOf = ({ origin, version }: MappingFacts) => ({ origin, version });

/** The command has no names of people; the audit log says from where it came. */
const BY = 'clearsheet --confirm';
