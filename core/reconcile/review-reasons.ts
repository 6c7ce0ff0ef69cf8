// Why a payout line waits for review instead of being booked, as a closed list.

/** Why a line that could be booked waits instead (待審). */
export const REVIEW_REASONS = [
  /** Its month is closed. */ 'PERIOD_CLOSED',
  /** No exchange rate for its day. */ 'RATE_MISSING',
  /** Its file differs from its own total. */ 'FILE_INCONSISTENT',
  /** Another file has the same statement with other amounts. */ 'STATEMENT_DIFFERS',
  /** Nobody has confirmed the unsure mapping that read it. */ 'MAPPING_UNCONFIRMED',
  /** It was linked by a pass that the policy wants to be seen. */ 'PASS',
  /** Its amount is above the limit for posting without review. */ 'ABOVE_LIMIT',
] as const;
export type ReviewReason = (typeof REVIEW_REASONS)[number];
