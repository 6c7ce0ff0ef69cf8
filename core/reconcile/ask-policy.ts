// What a single request may change of the team's policy: how a run reads its figures (when money is due, which freight is
// told), and limits only downwards. What may be given up or posted without review is the team's to set.
import type { Translated } from '../language.ts';
import type { Amount } from '../money.ts';
import type { ReconcilePolicy } from './policy.ts';

/** Terms that nobody may loosen by asking, with what people call them. */
const TERMS = {
  perOrder: { 'zh-TW': '每筆尾差上限', 'zh-CN': '每笔尾差上限', en: 'the write-off limit of an order' },
  share: {
    'zh-TW': '尾差占應收的上限',
    'zh-CN': '尾差占应收的上限',
    en: 'the write-off limit as a share of the receivable',
  },
  perRun: { 'zh-TW': '每次對帳的尾差上限', 'zh-CN': '每次对账的尾差上限', en: 'the write-off limit of a run' },
  perMonth: { 'zh-TW': '每月尾差上限', 'zh-CN': '每月尾差上限', en: 'the write-off limit of a month' },
  authority: { 'zh-TW': '個人的沖銷權限', 'zh-CN': '个人的核销权限', en: "a person's authority to write off" },
  feeTolerance: { 'zh-TW': '手續費容差', 'zh-CN': '手续费容差', en: 'the fee tolerance' },
  passes: { 'zh-TW': '免審的比對方式', 'zh-CN': '免审的匹配方式', en: 'the kinds of links posted without review' },
  onlyFooting: {
    'zh-TW': '合計不符的檔案須審核',
    'zh-CN': '合计不符的文件须审核',
    en: 'review of files that do not add up',
  },
  netMax: { 'zh-TW': '免審金額上限', 'zh-CN': '免审金额上限', en: 'the amount posted without review' },
} as const satisfies Record<string, Translated>;
type Term = keyof typeof TERMS;

/** The policy of one request, or the name of the first term that it would loosen. */
export type AskedPolicy = { readonly policy: ReconcilePolicy } | { readonly loosens: Translated };

export function askPolicy(team: ReconcilePolicy, changes: Partial<ReconcilePolicy>): AskedPolicy {
  // A person's limit that the request leaves out stays what the team gave.
  const authority = { ...team.authority, ...changes.authority };
  const policy = { ...team, ...changes, ...(Object.keys(authority).length === 0 ? {} : { authority }) };
  const looser = looseningOf(team, policy);
  const term = (Object.keys(TERMS) as Term[]).find((one) => looser[one]);
  return term === undefined ? { policy } : { loosens: TERMS[term] };
}

function looseningOf(team: ReconcilePolicy, asked: ReconcilePolicy): Readonly<Record<Term, boolean>> {
  const [was, is] = [team.tolerance, asked.tolerance];
  const limitOf = (person: string) => team.authority?.[person] ?? was.perOrder;
  return {
    perOrder: is.perOrder > was.perOrder,
    share: isAbove(is.share, was.share),
    perRun: is.perRun > was.perRun,
    perMonth: is.perMonth > was.perMonth,
    authority: Object.entries(asked.authority ?? {}).some(([person, limit]) => limit > limitOf(person)),
    feeTolerance: asked.feeTolerance > team.feeTolerance,
    passes: asked.autoPost.passes.some((pass) => !team.autoPost.passes.includes(pass)),
    onlyFooting: team.autoPost.onlyFooting && !asked.autoPost.onlyFooting,
    netMax: isAbove(asked.autoPost.netMax, team.autoPost.netMax),
  };
}

/** Null sets no limit. */
function isAbove<Limit extends Amount | number>(asked: Limit | null, team: Limit | null): boolean {
  return team !== null && (asked === null || asked > team);
}
