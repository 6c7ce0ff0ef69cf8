// Sheets in which orders go back (cancelled before, and not any more): taken for older exports, and left out; and those that
// another sheet took the place of, because it was said to be the newest. Only a person knows which one is, and says so here.
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

function GoneBackSheet({ id, name, orders, overruled }: ReturnType<typeof goneBack>[number]) {
  const styles = useStyles();
  const { t } = useTranslation();
  const session = useSession();
  const [isGone, setGone] = useState(false);
  return (
    <Notice tone={orders > 0 ? 'warning' : 'calm'}>
      {orders > 0 && <div>{t('result.goneBack', { sheet: name, n: orders })}</div>}
      {overruled > 0 && <div>{t('result.overruled', { sheet: name, n: overruled })}</div>}
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
