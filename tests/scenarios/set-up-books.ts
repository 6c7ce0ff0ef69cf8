// Writes a scenario's set-up into the books of a server, as the team's own settings stand there.
import { z } from 'zod';
import { payoutCalendarSchema } from '../../core/calendar/payout-calendar-schema.ts';
import { feeRuleSchema } from '../../core/fees/fee-rule-schema.ts';
import { orderKey } from '../../core/reconcile/account.ts';
import { companySettingsSchema, teamPolicySchema } from '../../core/team-settings.ts';
import type { Books } from '../../server/books.ts';
import { insertRates } from '../../server/store/exchange-rates.ts';
import { insertLinkDecision } from '../../server/store/link-decisions.ts';
import { insertPeriodChange } from '../../server/store/periods.ts';
import { insertSetting, type SettingKind, settingsOf } from '../../server/store/team-settings.ts';
import type { Statements } from '../../server/store/database.ts';
import { SHOP } from '../core/reconcile/memory-books.ts';
import { calendarOf, companyOf, type SetUpState } from './set-up.ts';
import { writeTold } from '../server/databases.ts';

const BY = { author: 'scenario', note: '' };

/** Writes what changed between two states. */
export async function setUpBooks(
  books: Books,
  before: SetUpState,
  after: SetUpState,
  lineKeysOf: (number: string) => readonly string[],
): Promise<void> {
  const at = books.now();
  await writeTold(books, async (tx) => {
    await save(tx, 'company', '', z.encode(companySettingsSchema, companyOf(after, SHOP)), at);
    await save(tx, 'policy', '', z.encode(teamPolicySchema, after.policy), at);
    for (const rule of after.feeRules) await save(tx, 'fee-rule', rule.id, z.encode(feeRuleSchema, rule), at);
    if (after.transferFee !== null && after.transferFee !== before.transferFee) {
      const calendar = calendarOf(after.transferFee);
      await save(tx, 'payout-calendar', calendar.id, z.encode(payoutCalendarSchema, calendar), at);
    }
    const rates = after.rates.filter((rate) => !before.rates.includes(rate));
    await insertRates(
      tx,
      rates.map((rate) => ({ ...rate, source: 'scenario' })),
      BY.author,
      at,
    );
    for (const month of added(before.closed, after.closed)) {
      await insertPeriodChange(tx, { ...BY, month, state: 'closed', changedAt: at });
    }
    for (const month of added(after.closed, before.closed)) {
      await insertPeriodChange(tx, { ...BY, month, state: 'open', changedAt: at });
    }
    const decide = async (kind: 'alias' | 'declined', links: readonly (readonly [string, readonly string[]])[]) => {
      for (const [number, orders] of links) {
        const orderKeys = orders.map((order) => orderKey(SHOP, order));
        for (const subject of lineKeysOf(number)) {
          await insertLinkDecision(tx, { ...BY, kind, subject, orderKeys, decidedAt: at });
        }
      }
    };
    await decide('alias', added(before.aliases, after.aliases).map(ofOne));
    await decide('alias', added(before.together, after.together));
    await decide('declined', added(before.declined, after.declined).map(ofOne));
  });
}

const ofOne = ([number, order]: SetUpState['aliases'][number]) => [number, [order]] as const;

const added = <T>(before: readonly T[], after: readonly T[]) => after.filter((one) => !before.includes(one));

async function save(tx: Statements, kind: SettingKind, id: string, content: unknown, savedAt: string): Promise<void> {
  const version = (await settingsOf(tx, kind)).filter((setting) => setting.id === id).length + 1;
  await insertSetting(tx, { ...BY, kind, id, version, content, savedAt });
}
