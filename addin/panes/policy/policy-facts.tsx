// What the policy allows, as sentences with their amounts: what may be given up, by whom, and what is booked unseen.
import { useTranslation } from 'react-i18next';
import { percentText } from '../../../core/fees/explain-fee-terms.ts';
import { type Amount, type Currency, readableAmount } from '../../../core/money.ts';
import { methodLabel } from '../../../core/reconcile/explain.ts';
import type { ReconcilePolicy } from '../../../core/reconcile/policy.ts';
import { useStyles } from '../styles.ts';
import { useSessionState } from '../use-session.ts';
import { capsLeave } from './policy-draft.ts';

interface PolicyFactsProps {
  readonly policy: ReconcilePolicy;
  readonly baseCurrency: Currency | null;
  /** False: the default one, beside which fees may be accepted without a limit. */
  readonly isKept: boolean;
}

export function PolicyFacts({ policy, baseCurrency, isKept }: PolicyFactsProps) {
  const { t } = useTranslation('policy');
  const money = (amount: Amount) =>
    baseCurrency === null ? readableAmount(amount) : `${readableAmount(amount)} ${baseCurrency}`;
  return (
    <>
      <Facts title={t('group.giveUp')} sentences={useGivenUp(policy, money, isKept)} />
      <Facts title={t('group.autoPost')} sentences={useAutoPost(policy, money)} />
      <Facts title={t('group.reading')} sentences={useReading(policy, money)} />
      <Meant baseCurrency={baseCurrency} />
    </>
  );
}

/** In which currency the limits are meant. */
export function Meant({ baseCurrency }: { readonly baseCurrency: Currency | null }) {
  const styles = useStyles();
  const { t } = useTranslation('policy');
  return (
    <p className={styles.hint}>
      {baseCurrency === null ? t('meantInEach') : t('meantInBase', { currency: baseCurrency })}
    </p>
  );
}

function Facts({ title, sentences }: { readonly title: string; readonly sentences: readonly string[] }) {
  const styles = useStyles();
  return (
    <div className={styles.inset}>
      <h3 className={styles.heading}>{title}</h3>
      <ul className={styles.list}>
        {sentences.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </div>
  );
}

type Money = (amount: Amount) => string;

function useGivenUp(policy: ReconcilePolicy, money: Money, isKept: boolean): string[] {
  const { t } = useTranslation('policy');
  const { perOrder, share, perRun, perMonth } = policy.tolerance;
  const people = Object.entries(policy.authority ?? {});
  const leaves = capsLeave(policy);
  const isSome = perOrder > 0 || people.length > 0;
  return [
    perOrder > 0 ? t('say.perOrder', { amount: money(perOrder) }) : t('say.noWriteOff'),
    ...(perOrder > 0 && share !== null ? [t('say.share', { share: percentText(share) })] : []),
    ...people.map(([person, limit]) => t('say.person', { person, amount: money(limit) })),
    ...(people.length === 0 && isKept ? [t('say.nobody')] : []),
    ...(isSome ? [t('say.caps', { run: money(perRun), month: money(perMonth) })] : []),
    ...(leaves === 'nothing' ? [t('capsNothing')] : []),
  ];
}

function useAutoPost({ autoPost: { passes, onlyFooting, netMax } }: ReconcilePolicy, money: Money): string[] {
  const { t } = useTranslation('policy');
  const { language } = useSessionState();
  if (passes.length === 0) return [t('say.noPass')];
  const separator = language === 'en' ? '; ' : '、';
  return [
    t('say.passes', { passes: passes.map((pass) => methodLabel(pass, language)).join(separator) }),
    onlyFooting ? t('say.footing') : t('say.noFooting'),
    netMax === null ? t('say.noNetMax') : t('say.netMax', { amount: money(netMax) }),
  ];
}

function useReading({ feeTolerance, freightMax, payoutTermDays, graceDays }: ReconcilePolicy, money: Money): string[] {
  const { t } = useTranslation('policy');
  return [
    feeTolerance > 0 ? t('say.feeTolerance', { amount: money(feeTolerance) }) : t('say.noFeeTolerance'),
    freightMax === null ? t('say.noFreight') : t('say.freight', { amount: money(freightMax) }),
    t('say.days', { term: payoutTermDays, grace: graceDays }),
  ];
}
