// What went wrong, why, and what to do next, with the one button that helps.
import { Button } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { type Failure, wordsOf } from '../failure.ts';
import { Notice } from './notice.tsx';
import { useStyles } from './styles.ts';
import { useSessionState } from './use-session.ts';

interface FailureMessageProps {
  readonly title: string;
  readonly failure: Failure;
  readonly onRetry?: () => void;
  readonly onSettings?: () => void;
}

export function FailureMessage({ title, failure, onRetry, onSettings }: FailureMessageProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { language } = useSessionState();
  const words = wordsOf(failure, language);
  return (
    <Notice tone="bad">
      <div className={styles.strong}>{title}</div>
      <div>{typeof words === 'string' ? words : t(words.key, { message: words.message })}</div>
      <div className={styles.row}>
        {onRetry && (
          <Button size="small" onClick={onRetry}>
            {t('tryAgain')}
          </Button>
        )}
        {onSettings && failure.from === 'server' && (
          <Button size="small" onClick={onSettings}>
            {t('openSettings')}
          </Button>
        )}
      </div>
    </Notice>
  );
}
