// A sheet in which deliveries cannot be found: which columns lack, under which names they are looked for, and which stand
// there twice.
import { Button } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { ColumnsFound } from '../../../core/import/delivery-columns.ts';
import { Notice } from '../notice.tsx';
import { useStyles } from '../styles.ts';

type UnfitProps = Extract<ColumnsFound, { is: 'unfit' }> & { readonly onCancel: () => void };

export function UnfitSheet({ missing, twice, onCancel }: UnfitProps) {
  const styles = useStyles();
  const { t } = useTranslation('costs');
  return (
    <>
      <Notice tone="bad">
        <div className={styles.strong}>{t('unfit')}</div>
        <ul className={styles.list}>
          {missing.map((field) => (
            <li key={field}>{t('lacks', { column: t(`column.${field}`), names: t(`names.${field}`) })}</li>
          ))}
          {twice.map(({ field, header }) => (
            <li key={field}>{t('doubled', { column: t(`column.${field}`), header })}</li>
          ))}
        </ul>
      </Notice>
      <div>
        <Button size="small" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </>
  );
}
