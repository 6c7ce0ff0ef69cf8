// Sheets in which orders go back (cancelled before, and not any more): taken for older exports, and left out. Only a person
// knows that one of them is the newest, and says so here.
import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { goneBack, type Reconciled } from '../result-facts.ts';
import { Notice } from './notice.tsx';
import { useStyles } from './styles.ts';
import { useSession } from './use-session.ts';

export function GoneBack({ run }: { readonly run: Reconciled }) {
  return goneBack(run).map((sheet) => <GoneBackSheet key={sheet.id} {...sheet} />);
}

function GoneBackSheet({ id, name, orders }: ReturnType<typeof goneBack>[number]) {
  const styles = useStyles();
  const { t } = useTranslation();
  const session = useSession();
  const [isGone, setGone] = useState(false);
  return (
    <Notice tone="warning">
      <div>{t('result.goneBack', { sheet: name, n: orders })}</div>
      <div className={styles.row}>
        <Button
          size="small"
          aria-label={t('result.isNewestNamed', { sheet: name })}
          onClick={() => void session.reconcileAsNewest(id).then((isThere) => setGone(!isThere))}
        >
          {t('result.isNewest')}
        </Button>
      </div>
      {isGone && <div role="alert">{t('result.sheetGone')}</div>}
    </Notice>
  );
}
