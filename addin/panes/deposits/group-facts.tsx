// What belongs together, or may: each part in its line, and whether the sums meet.
import { useTranslation } from 'react-i18next';
import { impliedRate } from '../../../core/bank/conversion.ts';
import type { DepositGroup } from '../../../core/bank/deposit-match.ts';
import { readableAmount, ZERO } from '../../../core/money.ts';
import { useStyles } from '../styles.ts';
import type { PartOf } from './deposit-parts.ts';
import { PartLine } from './part-line.tsx';

interface GroupFactsProps {
  readonly group: DepositGroup;
  readonly partOf: PartOf;
}

export function GroupFacts({ group, partOf }: GroupFactsProps) {
  const styles = useStyles();
  const { t } = useTranslation('deposits');
  const { dues, deposits, fee, unexplained, arrivedIn, bookRate } = group;
  const reasons = [
    arrivedIn === undefined ? null : t('converted', { rate: impliedRate(group) }),
    bookRate === undefined ? null : t('book', { rate: bookRate }),
    fee === ZERO ? null : t('fee', { amount: readableAmount(fee) }),
    unexplained === ZERO ? null : t('gap', { amount: readableAmount(unexplained) }),
  ].filter((reason) => reason !== null);
  return (
    <>
      {dues.map((key) => (
        <PartLine key={key} part={partOf(key, 'due')} />
      ))}
      {deposits.map((key) => (
        <PartLine key={key} part={partOf(key, 'deposit')} />
      ))}
      <span className={styles.hint}>{reasons.length === 0 ? t('meets') : reasons.join(' · ')}</span>
    </>
  );
}
