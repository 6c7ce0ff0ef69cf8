// Undo (沖銷) as the pane asks for it: looked at first, then posted as it was looked at.
import { z } from 'zod';
import {
  type ReversalAnswer,
  reversalAnswerSchema,
  type ReversalRequest,
  reversalRequestSchema,
} from '../core/ledger-api.ts';
import type { Ask } from './api-client.ts';

/** What a person wants undone, by whom and why. */
export type UndoWish = Omit<ReversalRequest, 'mode' | 'planHash'>;

export interface UndoClient {
  /** What it would take back and post; nothing is written. */
  readonly plan: (wish: UndoWish) => Promise<ReversalAnswer>;
  /** Posts the plan that was looked at, or nothing. */
  readonly post: (wish: UndoWish, planHash: string) => Promise<ReversalAnswer>;
}

export function createUndoClient(ask: Ask): UndoClient {
  const reverse = (request: ReversalRequest) =>
    ask({
      method: 'POST',
      path: '/reversals',
      body: z.encode(reversalRequestSchema, request),
      answer: reversalAnswerSchema,
    });
  return {
    plan: (wish) => reverse({ ...wish, mode: 'plan' }),
    post: (wish, planHash) => reverse({ ...wish, mode: 'post', planHash }),
  };
}
