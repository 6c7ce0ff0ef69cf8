// A server in memory as far as an undo asks it: it takes back the sample's receipt, writes down what was asked, and
// refuses when told to.
import { ApiProblem } from '../../../addin/api-problem.ts';
import type { UndoClient, UndoWish } from '../../../addin/undo-client.ts';
import type { BusinessDate } from '../../../core/business-date.ts';
import type { ReversalAnswer } from '../../../core/ledger-api.ts';
import { money, sampleResult } from './sample-result.ts';

export function sampleUndo(part: Partial<ReversalAnswer> = {}): ReversalAnswer {
  const [receipt] = sampleResult().receipts;
  if (!receipt) throw new Error('the sample has a receipt');
  const postedOn = '2024-06-01' as BusinessDate;
  const allocations = [
    { lineKey: 'l1', orderKey: 'o1', target: 'receivable', feeType: null, amount: money('-1290') } as const,
  ];
  const reversal = { number: 'DRAFT-0001', receivedOn: postedOn, reverses: receipt.number, allocations };
  return {
    ...{ runId: null, planHash: 'p'.repeat(64), postedOn },
    reversed: { receipts: [receipt.number], sales: [], vouchers: ['V202405-0001', 'V202405-0002'], bank: [] },
    receipts: [{ ...receipt, ...reversal, cash: money('-1531') }],
    ...{ sales: [], vouchers: [], movements: [] },
    freed: ['l1', 'l2'],
    ended: [{ lineKey: 'l1', orderKey: 'o1' }],
    ...{ reopened: ['o1'] },
    ...part,
  };
}

export class FakeUndo {
  readonly asked: { readonly mode: 'plan' | 'post'; readonly wish: UndoWish; readonly planHash?: string }[] = [];
  refuse: { readonly on: 'plan' | 'post'; readonly code: string; readonly say: string } | null = null;
  private readonly answer: ReversalAnswer;

  constructor(answer: ReversalAnswer = sampleUndo()) {
    this.answer = answer;
  }

  readonly client: UndoClient = {
    plan: (wish) => {
      this.asked.push({ mode: 'plan', wish });
      return this.told('plan', this.answer);
    },
    post: (wish, planHash) => {
      this.asked.push({ mode: 'post', wish, planHash });
      return this.told('post', { ...this.answer, runId: 'RUN-000002' });
    },
  };

  private told(mode: 'plan' | 'post', answer: ReversalAnswer): Promise<ReversalAnswer> {
    if (this.refuse?.on !== mode) return Promise.resolve(answer);
    const { code, say } = this.refuse;
    return Promise.reject(new ApiProblem(code, { 'zh-TW': say, 'zh-CN': say, en: say }));
  }
}
