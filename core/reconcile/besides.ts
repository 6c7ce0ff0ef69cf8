// What else holds of an order beside its headline, with its amount: one sentence per row says all of it.
import type { Language, Translated } from '../language.ts';
import { type Amount, negate, readableAmount, sum, ZERO } from '../money.ts';
import { refundedTooMuch, surplusOf } from './at-stake.ts';
import type { DifferenceReason, Headline, OrderOutcome } from './outcome.ts';
import { LABELS } from './state-words.ts';

const BESIDES: Translated<(parts: readonly string[]) => string> = {
  'zh-TW': (parts) => `另有：${parts.join('、')}。`,
  'zh-CN': (parts) => `另有：${parts.join('、')}。`,
  en: (parts) => `Also: ${parts.join('; ')}.`,
};

/** The states beside the headline whose amount its own sentence does not say. */
export function otherStates(outcome: OrderOutcome, feeDifferences: () => string, language: Language): string[] {
  if (outcome.discrepancies.length < 2) return [];
  const parts = outcome.discrepancies.flatMap((state) => {
    const figure = state === outcome.headline ? '' : figureOf(outcome, state, feeDifferences);
    return figure === '' ? [] : [`${LABELS[state][language]} ${figure}`];
  });
  return parts.length === 0 ? [] : [BESIDES[language](parts)];
}

/** Empty where there is none, or where the headline's sentence says it. */
function figureOf(outcome: OrderOutcome, state: Headline, feeDifferences: () => string): string {
  if (SAID_WITH[outcome.headline]?.includes(state) === true) return '';
  switch (state) {
    case 'CHARGEBACK':
      return figure(partOf(outcome, 'CHARGEBACK'), negate(surplusOf(outcome, 'DISPUTE_SURPLUS')));
    case 'REFUND_NOT_WRITTEN_OFF':
      return figure(refundedTooMuch(outcome) ?? ZERO);
    case 'CREDIT_WITHOUT_REFUND':
    case 'OVER':
      return figure(negate(partOf(outcome, state)));
    case 'SHORT':
    case 'OVERDUE':
      return figure(partOf(outcome, state));
    case 'FEE_DIFF':
      return saysFees(outcome) ? '' : feeDifferences();
    case 'SHIPPING_DIFF':
      return figure(outcome.freight);
    case 'NEGATIVE_NET':
      return figure(outcome.net);
    case 'RESERVE_HELD':
      return figure(partOf(outcome, 'RESERVE_HELD'), negate(surplusOf(outcome, 'RESERVE_SURPLUS')));
    default:
      return '';
  }
}

const SAID_WITH: Readonly<Partial<Record<Headline, readonly Headline[]>>> = {
  DUPLICATE_LINE: ['OVER'],
  CREDIT_WITHOUT_REFUND: ['OVER'],
  OVER: ['CREDIT_WITHOUT_REFUND'],
  NEGATIVE_NET: ['RESERVE_HELD'],
};

/** A dispute says which fees are claimed with it. */
const saysFees = (outcome: OrderOutcome) =>
  outcome.headline === 'CHARGEBACK' && surplusOf(outcome, 'DISPUTE_SURPLUS') === ZERO;

const figure = (...amounts: readonly Amount[]) => {
  const amount = amounts.find((one) => one !== ZERO);
  return amount === undefined ? '' : readableAmount(amount);
};

const partOf = ({ differences }: OrderOutcome, name: DifferenceReason) =>
  sum(differences.filter(({ reason }) => reason === name).map(({ amount }) => amount));
