// A card around something asked of the server: what it is, what was done last, and the answer, the wait or the failure.
import { Spinner } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureMessage } from './failure-message.tsx';
import type { Asked } from './library/use-asked.ts';
import { Notice } from './notice.tsx';
import { useStyles } from './styles.ts';

interface AskedCardProps<T> {
  /** The part of the words with its `title`, `hint`, `loading` and `loadFailed`; also names the card. */
  readonly part: 'costs' | 'invoices' | 'months';
  readonly asked: Asked<T>;
  readonly onRetry: () => void;
  /** What was done here last; empty where nothing was. */
  readonly said: string;
  readonly children: (told: T) => ReactNode;
}

export function AskedCard<T>({ part, asked, onRetry, said, children }: AskedCardProps<T>) {
  const styles = useStyles();
  const { t } = useTranslation(part);
  return (
    <section className={styles.card} aria-labelledby={part}>
      <h2 id={part} className={styles.title}>
        {t('title')}
      </h2>
      <p className={styles.hint}>{t('hint')}</p>
      {said !== '' && <Notice tone="good">{said}</Notice>}
      {asked.state === 'asking' && <Spinner size="tiny" label={t('loading')} />}
      {asked.state === 'failed' && <FailureMessage title={t('loadFailed')} failure={asked.failure} onRetry={onRetry} />}
      {asked.state === 'told' && children(asked.value)}
    </section>
  );
}
