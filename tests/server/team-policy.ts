// The team's policy in the books of a test.
import { z } from 'zod';
import { DEFAULT_POLICY, type ReconcilePolicy } from '../../core/reconcile/policy.ts';
import { teamPolicySchema } from '../../core/team-settings.ts';
import type { Books } from '../../server/books.ts';
import { saveSetting } from '../../server/commands/save-setting.ts';
import { twd } from './fixtures.ts';

export function setPolicy(books: Books, policy: Partial<ReconcilePolicy>) {
  const content = z.encode(teamPolicySchema, { ...DEFAULT_POLICY, ...policy });
  return saveSetting(books, 'policy', { content, author: '陳主管', note: '' });
}

/** Nothing is written off by itself, and one person may decide about nearly anything. */
export function trust(books: Books, person: string) {
  const tolerance = { ...DEFAULT_POLICY.tolerance, perRun: twd(2_000), perMonth: twd(2_000) };
  return setPolicy(books, { tolerance, authority: { [person]: twd(1_000) } });
}
