// An amount with its currency, in figures of one width.
import { type Amount, type Currency, readableAmount } from '../../core/money.ts';
import { useStyles } from './styles.ts';

export function Money({ amount, currency }: { readonly amount: Amount; readonly currency: Currency }) {
  const styles = useStyles();
  return (
    <span className={styles.figure}>
      {readableAmount(amount)} <span className={styles.quiet}>{currency}</span>
    </span>
  );
}
