// Payouts nothing arrived for beside deposits without a payout: a person chooses what belongs together.
import { Button, Checkbox, mergeClasses } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { impliedRate } from '../../../core/bank/conversion.ts';
import { readableAmount, subtract, sum } from '../../../core/money.ts';
import { useStyles } from '../styles.ts';
import { useShown } from '../use-shown.ts';
import { type DepositPart, unmatched } from './deposit-parts.ts';
import { PartLine, usePartName } from './part-line.tsx';
import type { DecidingProps } from './proposals-card.tsx';

const SHOWN_AT_ONCE = 10;

type ByHandCardProps = Pick<DecidingProps, 'report' | 'isReady' | 'onAccept'>;

export function ByHandCard({ report, isReady, onAccept }: ByHandCardProps) {
  const styles = useStyles();
  const { t } = useTranslation('deposits');
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const { dues, deposits } = unmatched(report);
  if (dues.length === 0 || deposits.length === 0) return null;
  const toggle = (key: string, isChosen: boolean) => {
    const others = [...chosen].filter((one) => one !== key);
    setChosen(new Set(isChosen ? [...others, key] : others));
  };
  const pick = (parts: readonly DepositPart[]) => parts.filter(({ key }) => chosen.has(key));
  return (
    <section className={styles.card} aria-labelledby="deposits-by-hand">
      <h3 id="deposits-by-hand" className={styles.heading}>
        {t('byHand')}
      </h3>
      <p className={styles.hint}>{t('byHandHint')}</p>
      <Choices parts={dues} chosen={chosen} onChoose={toggle} />
      <Choices parts={deposits} chosen={chosen} onChoose={toggle} />
      <Chosen dues={pick(dues)} deposits={pick(deposits)} isReady={isReady} onAccept={onAccept} />
    </section>
  );
}

interface ChoicesProps {
  readonly parts: readonly DepositPart[];
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (key: string, isChosen: boolean) => void;
}

function Choices({ parts, chosen, onChoose }: ChoicesProps) {
  const styles = useStyles();
  const { t } = useTranslation('deposits');
  const nameOf = usePartName();
  const { part: shown, next, showNext } = useShown(parts, SHOWN_AT_ONCE);
  return (
    <>
      <ul className={styles.list}>
        {shown.map((part) => (
          <li key={part.key} className={mergeClasses(styles.line, styles.row)}>
            <Checkbox
              aria-label={t('select', { name: nameOf(part) })}
              checked={chosen.has(part.key)}
              onChange={(_, { checked }) => onChoose(part.key, checked === true)}
            />
            <PartLine part={part} />
          </li>
        ))}
      </ul>
      {next > 0 && (
        <Button size="small" onClick={showNext}>
          {t('more', { n: next })}
        </Button>
      )}
    </>
  );
}

/** What is apart, or what a processor that converted it has made of each unit. */
function Sums({ dues, deposits }: Pick<ChosenProps, 'dues' | 'deposits'>) {
  const { t } = useTranslation('deposits');
  const [due, received] = [sum(dues.map(({ amount }) => amount)), sum(deposits.map(({ amount }) => amount))];
  const [from, to] = [dues[0]?.currency ?? '', deposits[0]?.currency ?? ''];
  if (from === to) {
    const texts = { due: readableAmount(due), received: readableAmount(received) };
    return t('sums', { ...texts, gap: readableAmount(subtract(due, received)) });
  }
  const texts = { due: `${from} ${readableAmount(due)}`, received: `${to} ${readableAmount(received)}` };
  return t('sumsConverted', { ...texts, rate: impliedRate({ due, received }) });
}

interface ChosenProps extends Pick<ByHandCardProps, 'isReady' | 'onAccept'> {
  readonly dues: readonly DepositPart[];
  readonly deposits: readonly DepositPart[];
}

function Chosen({ dues, deposits, isReady, onAccept }: ChosenProps) {
  const styles = useStyles();
  const { t } = useTranslation('deposits');
  if (dues.length === 0 || deposits.length === 0) return null;
  const currencies = [dues, deposits].map((parts) => [...new Set(parts.map(({ currency }) => currency))]);
  const isConverted = currencies[0]?.join() !== currencies[1]?.join();
  // What is owed to the platform, or was paid to it, is not converted by it.
  const isOwed = [dues, deposits].some((parts) => sum(parts.map(({ amount }) => amount)) <= 0);
  const isMixed = currencies.some((own) => own.length > 1) || (isConverted && isOwed);
  const keys = (parts: readonly DepositPart[]) => parts.map(({ key }) => key);
  if (isMixed) return <p className={styles.hint}>{t('mixed')}</p>;
  return (
    <>
      <div className={styles.strong} role="status">
        <Sums dues={dues} deposits={deposits} />
      </div>
      <div>
        <Button
          size="small"
          appearance="primary"
          disabled={!isReady}
          onClick={() => onAccept({ dues: keys(dues), deposits: keys(deposits) })}
        >
          {t('put')}
        </Button>
      </div>
    </>
  );
}
