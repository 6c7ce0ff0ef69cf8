// Fee contracts and the books: contracts learned from all orders and payouts of a shop, accepted as settings, and what was
// charged beside them. Only accepting writes.
import { z } from 'zod';
import type { BusinessDate } from '../../core/business-date.ts';
import { explainFeeRuleFault, faultsOfFeeRules } from '../../core/fees/fee-rule-faults.ts';
import type { AcceptFees } from '../../core/fees/fee-api.ts';
import type { FeeRule } from '../../core/fees/fee-rule.ts';
import { feeRuleSchema } from '../../core/fees/fee-rule-schema.ts';
import { type FeeProposal, proposeFees } from '../../core/fees/propose-fees.ts';
import { succeedFeeRule } from '../../core/fees/succeed-fee-rule.ts';
import type { ReconcileInput } from '../../core/reconcile/account.ts';
import { feeSubjects } from '../../core/reconcile/fee-subjects.ts';
import { type FeeDeviations, listFeeDeviations } from '../../core/reconcile/list-fee-deviations.ts';
import { ApiError } from '../api-error.ts';
import type { Books } from '../books.ts';
import { completeBatches } from '../store/complete-batches.ts';
import type { Statements } from '../store/database.ts';
import { listShops } from '../store/shops.ts';
import { loadScope } from './load-scope.ts';
import { loadSetUp } from './load-set-up.ts';
import { getSettings, saveSettings } from './save-setting.ts';
import type { Settings } from '../../core/ledger-api.ts';

/** @param shop its name; null: every shop */
export function learnFees(books: Books, shop: string | null): Promise<FeeProposal[]> {
  return onAllBooks(books, shop, (input) => proposeFees(feeSubjects(input), input.feeRules));
}

/** What was charged beside the contracts in force. @param shop its name; null: every shop */
export function findFeeDeviations(books: Books, shop: string | null): Promise<FeeDeviations> {
  return onAllBooks(books, shop, (input) =>
    listFeeDeviations(input.feeRules, feeSubjects(input), input.policy.feeTolerance),
  );
}

function onAllBooks<T>(books: Books, shop: string | null, ask: (input: ReconcileInput) => T): Promise<T> {
  const asOf = books.now().slice(0, 10) as BusinessDate;
  return books.database.transaction(books.company, async (tx) => ask(await loadAll(tx, shop, asOf)));
}

async function loadAll(tx: Statements, shop: string | null, asOf: BusinessDate): Promise<ReconcileInput> {
  const shopIds = shop === null ? null : (await listShops(tx)).filter(({ name }) => name === shop).map(({ id }) => id);
  if (shopIds?.length === 0) throw new ApiError('SHOP_UNKNOWN', { shop: shop ?? '' });
  const setUp = await loadSetUp(tx, asOf, {});
  const linkedByHand = [...new Set(setUp.memory.aliases.values())];
  const batchIds = await completeBatches(tx, shopIds);
  const { orders, lines } = await loadScope(tx, {
    batchIds,
    approved: new Set(),
    badDebts: new Set(),
    linkedByHand,
    company: setUp.company,
  });
  return { ...setUp, asOf, orders, lines };
}

/**
 * Keeps contracts: each ends the one before it, all are saved or none. Saved meanwhile by somebody else: refused.
 * @returns the contracts as they stand now
 * @throws ApiError SETTING_FAULTY with what contradicts itself or another contract
 */
export async function acceptFees(books: Books, { rules, author, note }: AcceptFees): Promise<Settings> {
  const { settings } = await getSettings(books, 'fee-rule', false);
  const versions = new Map(settings.map(({ id, version }) => [id, version]));
  const held = settings.map(({ content }) => z.decode(feeRuleSchema, content));
  const { all, changed } = succeedAll(held, rules);
  refuseFaults(all);
  await saveSettings(
    books,
    changed.map((rule) => {
      const basedOn = versions.get(settingId(rule)) ?? 0;
      return { kind: 'fee-rule', request: { content: z.encode(feeRuleSchema, rule), author, note, basedOn } };
    }),
  );
  return getSettings(books, 'fee-rule', false);
}

function succeedAll(held: readonly FeeRule[], accepted: readonly FeeRule[]) {
  const changed = new Map<string, FeeRule>();
  let all = held;
  for (const rule of [...accepted].sort((one, other) => ((one.validFrom ?? '') < (other.validFrom ?? '') ? -1 : 1))) {
    const succession = succeedFeeRule(all, rule);
    for (const one of succession.changed) changed.set(settingId(one), one);
    all = succession.all;
  }
  return { all, changed: [...changed.values()] };
}

const settingId = ({ id, version }: FeeRule) => `${id}@${version}`;

function refuseFaults(rules: readonly FeeRule[]): void {
  const [fault] = faultsOfFeeRules(rules);
  if (fault === undefined) return;
  throw new ApiError('SETTING_FAULTY', {
    'zh-TW': explainFeeRuleFault(fault, 'zh-TW'),
    'zh-CN': explainFeeRuleFault(fault, 'zh-CN'),
    en: explainFeeRuleFault(fault, 'en'),
  });
}
