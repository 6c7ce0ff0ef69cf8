// What somebody else saved while a form was open.
import { useTranslation } from 'react-i18next';
import type { CompanySettings } from '../../../core/company.ts';
import type { Kept } from '../../kept-settings.ts';
import { Notice } from '../notice.tsx';
import { useStyles } from '../styles.ts';
import { FactList } from './fact-list.tsx';

interface NewerVersionProps {
  readonly newer: Kept<CompanySettings> | null;
  readonly say: (company: CompanySettings) => readonly string[];
}

export function NewerVersion({ newer, say }: NewerVersionProps) {
  const styles = useStyles();
  const { t } = useTranslation('company');
  if (newer === null) return null;
  return (
    <Notice tone="warning">
      <div className={styles.strong}>{t('newer', { version: newer.version, author: newer.author || '—' })}</div>
      <FactList sentences={say(newer.content)} />
      <div className={styles.hint}>{t('newerHint')}</div>
    </Notice>
  );
}
