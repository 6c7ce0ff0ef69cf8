// On the result: how much is to be done, and the way to the work list.
import { Button } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Reconciled } from '../../result-facts.ts';
import { useStyles } from '../styles.ts';
import { WithWords } from '../with-words.tsx';

interface WorkCardProps {
  readonly run: Reconciled;
  readonly onOpen: () => void;
}

export function WorkCard(props: WorkCardProps) {
  return (
    <WithWords part="work">
      <Card {...props} />
    </WithWords>
  );
}

function Card({ run: { result }, onOpen }: WorkCardProps) {
  const styles = useStyles();
  const { t } = useTranslation('work');
  const { orders, unlinked, onReview } = result;
  const found = orders.filter(({ discrepancies }) => discrepancies.length > 0).length;
  const strays = unlinked.filter(({ type }) => type === 'PAYOUT_WITHOUT_ORDER').length;
  return (
    <section className={styles.card} aria-labelledby="work-card">
      <div className={styles.between}>
        <h2 id="work-card" className={styles.heading}>
          {t('titleCount', { n: found + strays })}
        </h2>
        {onReview.length > 0 && <span className={styles.quiet}>{`${t('review')} ${onReview.length}`}</span>}
      </div>
      <div>
        <Button size="small" onClick={onOpen}>
          {t('open')}
        </Button>
      </div>
    </section>
  );
}
