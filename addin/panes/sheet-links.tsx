// The way to the result worksheets. A sheet may be gone: the user is free to delete it.
import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WrittenSheet } from '../excel/write-sheets.ts';
import { Notice } from './notice.tsx';
import { useStyles } from './styles.ts';
import { useSession } from './use-session.ts';

export function SheetLinks({ written }: { readonly written: readonly WrittenSheet[] }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const session = useSession();
  const [isGone, setGone] = useState(false);
  const show = async (id: string) => setGone(!(await session.showSheet(id)));
  return (
    <section className={styles.card} aria-labelledby="sheets">
      <h2 id="sheets" className={styles.heading}>
        {t('result.sheets')}
      </h2>
      <div className={styles.wrap}>
        {written.map(({ id, name }) => (
          <Button key={id} size="small" onClick={() => void show(id)}>
            {name}
          </Button>
        ))}
      </div>
      {isGone && <Notice tone="warning">{t('result.sheetGone')}</Notice>}
    </section>
  );
}
