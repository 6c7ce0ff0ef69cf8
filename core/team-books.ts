// Words of what a team decides about its books: states of a month, kinds of settings, links that people make.

/** An accounting month (會計期間): open, closed (關帳), or filed (已申報), from which nothing leads back. */
export const PERIOD_STATES = ['open', 'closed', 'filed'] as const;
export type PeriodState = (typeof PERIOD_STATES)[number];

/** What a team sets. Of company and policy there is one, of the others several, each with an id. */
export const SETTING_KINDS = ['company', 'policy', 'fee-rule', 'payout-calendar', 'holiday-calendar'] as const;
export type SettingKind = (typeof SETTING_KINDS)[number];

/** `alias`: the subject belongs to the order. `declined`: it never does. `forgotten`: neither is known any more. */
export const LINK_DECISIONS = ['alias', 'declined', 'forgotten'] as const;
export type LinkDecisionKind = (typeof LINK_DECISIONS)[number];

/** Longest name of whoever pushes, books or decides. */
export const AUTHOR_LENGTH_MAX = 100;
