// One payout, withdrawal or deposit in a line: what it is, when, under which number, how much.
import { mergeClasses } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { readableAmount } from '../../../core/money.ts';
import { useStyles } from '../styles.ts';
import type { DepositPart } from './deposit-parts.ts';

export function PartLine({ part }: { readonly part: DepositPart }) {
  const styles = useStyles();
  const { t } = useTranslation('deposits');
  return (
    <span className={styles.grow}>
      <span className={styles.between}>
        <span className={styles.grow}>{`${t(part.kind)} ${part.day}`}</span>
        <span className={mergeClasses(styles.figure, styles.strong)}>
          {`${part.currency} ${readableAmount(part.amount)}`}
        </span>
      </span>
      <span className={styles.quiet}>{[part.place, part.name].filter((text) => text !== '').join(' · ')}</span>
    </span>
  );
}

/** For a screen reader, and beside a button. */
export function usePartName(): (part: DepositPart) => string {
  const { t } = useTranslation('deposits');
  return ({ kind, day, amount }) => `${t(kind)} ${day} ${readableAmount(amount)}`;
}
