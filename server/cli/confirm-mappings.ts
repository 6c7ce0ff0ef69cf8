// Mappings with unsure facts at their first use: whose sheets they read, and what a person says of them (--confirm).
import { compareText } from '../../core/compare-text.ts';
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
  for (const { recognised, file, sheet } of [...unsure].sort(byPlace)) {
    const { id, version, kind, title } = recognised.mapping;
    byId.set(id, { id, version, kind, title, sheets: [...(byId.get(id)?.sheets ?? []), { file, sheet }] });
  }
  return [...byId.values()].sort((left, right) => compareText(left.id, right.id));
}

/** Said in the same order whichever file is named first. */
const byPlace = (left: ReadSheet, right: ReadSheet) =>
  compareText(left.file, right.file) || compareText(left.sheet, right.sheet);

/** Keeps in the books what the person confirmed, once for each version; what is left waits for somebody. */
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
