// How the books are kept, in plain words, and the form that sets it.
import { Button } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { Notice } from '../notice.tsx';
import { Opened } from '../opened.tsx';
import { useStyles } from '../styles.ts';
import { CompanyForm } from './company-form.tsx';
import type { CompanyView } from './company-view.ts';
import { FactList } from './fact-list.tsx';
import { useCompanySentences } from './use-company-sentences.ts';

export function CompanyFacts(view: CompanyView) {
  const styles = useStyles();
  const { t } = useTranslation('company');
  const say = useCompanySentences();
  const { kept, company, open, saved, onOpen } = view;
  if (open === 'company')
    return (
      <Opened>
        <CompanyForm {...view} />
      </Opened>
    );
  return (
    <>
      {kept === null && <Notice tone="calm">{t('noneKept')}</Notice>}
      <FactList sentences={say(company)} />
      {kept !== null && (
        <div className={styles.quiet}>
          {t('signed', { day: kept.savedAt.slice(0, 10), author: kept.author || '—', note: kept.note || '—' })}
        </div>
      )}
      {saved === 'company' && <Notice tone="good">{t('saved')}</Notice>}
      <div>
        <Button size="small" disabled={open !== null} onClick={() => onOpen('company')}>
          {t('change')}
        </Button>
      </div>
    </>
  );
}
