// The passes of the linking ladder (比對): those that may book, and those that only propose.

/**
 * The passes of the linking ladder that may book, best evidence first; each needs a unique hit. P1 exact order number ·
 * P2 normalised number · P3 alias (another number of the order, or one the team linked) · P5 group with proof that no
 * other group fits. P0, the row's identity, is decided when a row is pushed.
 */
export const MATCH_PASSES = ['P1', 'P2', 'P3', 'P5'] as const;
export type MatchPass = (typeof MATCH_PASSES)[number];

/** The passes that only propose: P4 damaged number · P5 group with several solutions · P6 amount and date. */
export const PROPOSAL_PASSES = ['P4', 'P5', 'P6'] as const;
export type ProposalPass = (typeof PROPOSAL_PASSES)[number];
