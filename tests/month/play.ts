// Plays a step's commands in this process, over one set of books, and reads the books' balances without the product.
import { clearsheet, type Spoken } from '../cli/run-command.ts';
import type { StoryFile, StoryRun } from './read-story.ts';

export interface Played {
  readonly spoken: Spoken;
  readonly json: unknown;
}

/** Runs one command as a person would type it: files by their paths, books by `--db`, mappings looked at. */
export async function play(
  { argv }: StoryRun,
  { path, location, all }: { path: (name: string) => string; location: string; all: readonly StoryFile[] },
): Promise<Played> {
  const names = new Set(all.map(({ name }) => name));
  const words = argv
    .flatMap((word) => (word === 'ALL' ? [...names] : [word]))
    .map((word) => (names.has(word) || /\.(xlsx|json)$/.test(word) ? path(word) : word));
  const seen = words[0] === 'reconcile' ? ['--confirm', 'all'] : [];
  const spoken = await clearsheet(...words, ...seen, '--db', location, '--json');
  return { spoken, json: spoken.stdout === '' ? null : JSON.parse(spoken.stdout) };
}
