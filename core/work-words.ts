// The work list in words: states, what may be done, what was done and why an item is open again, in three languages.
import type { Language, Translated } from './language.ts';
import { readableAmount } from './money.ts';
import { componentLabel } from './payout-words.ts';
import { partsOfOrderKey } from './reconcile/account.ts';
import { headlineLabel } from './reconcile/explain.ts';
import { linkedOrders, type Resolution, type WorkEvent, type WorkKind } from './work-event.ts';
import type { WorkState, WorkStatus } from './work-status.ts';

const say = (tw: string, cn: string, en: string): Translated => ({ 'zh-TW': tw, 'zh-CN': cn, en });

export const STATE_LABELS: Readonly<Record<WorkState, Translated>> = {
  open: say('待處理', '待处理', 'Open'),
  assigned: say('已指派', '已指派', 'Assigned'),
  waiting: say('等待中', '等待中', 'Waiting'),
  claimed: say('申訴中', '申诉中', 'Claimed'),
  resolved: say('已處理', '已处理', 'Resolved'),
};

/** What a button does. */
export const KIND_LABELS: Readonly<Record<WorkKind, Translated>> = {
  assign: say('指派', '指派', 'Assign'),
  wait: say('等到某日', '等到某日', 'Wait until'),
  claim: say('向平台申訴', '向平台申诉', 'Claim from the platform'),
  note: say('加備註', '加备注', 'Add a note'),
  resolve: say('結案', '结案', 'Close'),
  reopen: say('重開', '重开', 'Reopen'),
  link: say('連結訂單', '关联订单', 'Link to an order'),
  decline: say('否決建議', '否决建议', 'Decline the proposal'),
  'accept-fee': say('認列為費用', '确认为费用', 'Accept as a fee'),
  'write-off': say('沖銷尾差', '核销尾差', 'Write off'),
  'bad-debt': say('沖銷呆帳', '核销坏账', 'Write off as a bad debt'),
  approve: say('核准入帳', '核准入账', 'Approve'),
};

/** What a step did, with its own facts; empty parts are left out. */
const DONE: Readonly<Record<Language, (resolution: Resolution, facts: Facts) => string>> = {
  'zh-TW': (step, f) => {
    switch (step.kind) {
      case 'assign':
        return step.assignee === ''
          ? '取消指派'
          : `指派給 ${step.assignee}${step.dueOn ? `，${step.dueOn} 前完成` : ''}`;
      case 'wait':
        return `等到 ${step.until}`;
      case 'claim':
        return `向平台申訴${step.reference ? `，案號 ${step.reference}` : ''}`;
      case 'link':
        return `連結到訂單 ${f.orders}`;
      case 'decline':
        return `否決與訂單 ${f.orders} 的對應`;
      case 'accept-fee':
        return `${f.amount} 認列為${f.fee}`;
      case 'write-off':
        return `沖銷尾差 ${f.amount}`;
      case 'bad-debt':
        return `沖銷呆帳 ${f.amount}`;
      default:
        return KIND_LABELS[step.kind]['zh-TW'];
    }
  },
  'zh-CN': (step, f) => {
    switch (step.kind) {
      case 'assign':
        return step.assignee === ''
          ? '取消指派'
          : `指派给 ${step.assignee}${step.dueOn ? `，${step.dueOn} 前完成` : ''}`;
      case 'wait':
        return `等到 ${step.until}`;
      case 'claim':
        return `向平台申诉${step.reference ? `，案号 ${step.reference}` : ''}`;
      case 'link':
        return `关联到订单 ${f.orders}`;
      case 'decline':
        return `否决与订单 ${f.orders} 的对应`;
      case 'accept-fee':
        return `${f.amount} 确认为${f.fee}`;
      case 'write-off':
        return `核销尾差 ${f.amount}`;
      case 'bad-debt':
        return `核销坏账 ${f.amount}`;
      default:
        return KIND_LABELS[step.kind]['zh-CN'];
    }
  },
  en: (step, f) => {
    switch (step.kind) {
      case 'assign':
        return step.assignee === ''
          ? 'Assignment ended'
          : `Assigned to ${step.assignee}${step.dueOn ? `, by ${step.dueOn}` : ''}`;
      case 'wait':
        return `Waits until ${step.until}`;
      case 'claim':
        return `Claimed from the platform${step.reference ? `, case ${step.reference}` : ''}`;
      case 'link':
        return `Linked to order ${f.orders}`;
      case 'decline':
        return `Declined as payment of order ${f.orders}`;
      case 'accept-fee':
        return `${f.amount} accepted as ${f.fee}`;
      case 'write-off':
        return `${f.amount} written off`;
      case 'bad-debt':
        return `${f.amount} written off as a bad debt`;
      case 'note':
        return 'Note';
      case 'resolve':
        return 'Closed';
      case 'reopen':
        return 'Reopened';
      case 'approve':
        return 'Approved';
    }
  },
};

interface Facts {
  readonly amount: string;
  readonly orders: string;
  readonly fee: string;
}

/** What a step did, for example 「認列為成交手續費 20」. */
export function stepText({ resolution, facts }: WorkEvent, language: Language): string {
  const numbers = (keys: readonly string[]) =>
    keys.map((key) => partsOfOrderKey(key).orderNumber).join(language === 'en' ? ', ' : '、');
  return DONE[language](resolution, {
    amount: facts.decided === null ? '' : readableAmount(facts.decided.amount),
    orders: numbers(ordersOf(resolution)),
    fee: 'feeType' in resolution ? componentLabel(resolution.feeType, language) : '',
  });
}

function ordersOf(resolution: Resolution): readonly string[] {
  if (resolution.kind === 'link') return linkedOrders(resolution);
  return resolution.kind === 'decline' ? resolution.orderKeys : [];
}

interface Decided {
  readonly day: string;
  readonly author: string;
  readonly step: string;
  readonly state: string;
  readonly amount: string;
}

const AGAIN: Readonly<Record<'figures' | 'day', Translated<(d: Decided) => string>>> = {
  figures: {
    'zh-TW': (d) =>
      `${d.day} ${d.author}：${d.step}；當時為「${d.state}」${d.amount}。之後數字變了，原決定不再適用，請重新處理。`,
    'zh-CN': (d) =>
      `${d.day} ${d.author}：${d.step}；当时为“${d.state}”${d.amount}。之后数字变了，原决定不再适用，请重新处理。`,
    en: (d) =>
      `${d.day} ${d.author}: ${d.step}, on "${d.state}" ${d.amount}. The figures have changed since, so that no longer holds; decide anew.`,
  },
  day: {
    'zh-TW': (d) => `${d.day} ${d.author}：${d.step}。這一天已過，請再處理。`,
    'zh-CN': (d) => `${d.day} ${d.author}：${d.step}。这一天已过，请再处理。`,
    en: (d) => `${d.day} ${d.author}: ${d.step}. That day has passed; look at it again.`,
  },
};

/** Why an item is open again: what was decided, by whom, on which figures. */
export function reopenedText({ by, event }: NonNullable<WorkStatus['reopened']>, language: Language): string {
  return AGAIN[by][language](decidedBy(event, language));
}

const SETTLED: Translated<(d: Decided) => string> = {
  'zh-TW': (d) => `原為「${d.state}」${d.amount}；${d.day} ${d.author}：${d.step}。`,
  'zh-CN': (d) => `原为“${d.state}”${d.amount}；${d.day} ${d.author}：${d.step}。`,
  en: (d) => `Was "${d.state}" ${d.amount}; ${d.day} ${d.author}: ${d.step}.`,
};

/** An item whose cause is gone: what it was and what was done. */
export function settledSentence(event: WorkEvent, language: Language): string {
  return SETTLED[language](decidedBy(event, language));
}

function decidedBy(event: WorkEvent, language: Language): Decided {
  const { at, author, facts } = event;
  return {
    ...{ day: at.slice(0, 10), author, step: stepText(event, language) },
    state: headlineLabel(facts.headline, language),
    amount: readableAmount(facts.atStake),
  };
}
