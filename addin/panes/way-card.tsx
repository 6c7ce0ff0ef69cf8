// On the result tab: the way to a view of its own, told in a sentence.
import { Button } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useStyles } from './styles.ts';
import { WithWords } from './with-words.tsx';

interface WayCardProps {
  /** The view, which has the words for its card. */
  readonly part: 'months' | 'report' | 'undo';
  readonly onOpen: () => void;
}

export function WayCard(props: WayCardProps) {
  return (
    <WithWords part={props.part}>
      <Card {...props} />
    </WithWords>
  );
}

function Card({ part, onOpen }: WayCardProps) {
  const styles = useStyles();
  const { t } = useTranslation(part);
  return (
    <section className={styles.card} aria-labelledby={`${part}-card`}>
      <h2 id={`${part}-card`} className={styles.heading}>
        {t('title')}
      </h2>
      <p className={styles.hint}>{t('cardHint')}</p>
      <div>
        <Button size="small" onClick={onOpen}>
          {t('open')}
        </Button>
      </div>
    </section>
  );
}
