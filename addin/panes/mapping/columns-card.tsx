// Every column of the sheet: those in use open, the others folded. A column stays where it was when its role changes.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { roleOf } from '../../mapping/column-roles.ts';
import { useStyles } from '../styles.ts';
import { ColumnRow } from './column-row.tsx';
import type { Editor } from './editor.ts';

export function ColumnsCard({ editor }: { readonly editor: Editor }) {
  const styles = useStyles();
  const { t } = useTranslation('mapping');
  const [inUse] = useState(() => indexesInUse(editor));
  const used = editor.columns.filter(({ index }) => inUse.has(index));
  const unused = editor.columns.filter(({ index }) => !inUse.has(index));
  return (
    <section className={styles.card} aria-labelledby="columns">
      <h2 id="columns" className={styles.heading}>
        {t('columns.used', { n: used.length })}
      </h2>
      <ul className={styles.list}>
        {used.map((column) => (
          <ColumnRow key={column.index} editor={editor} column={column} />
        ))}
      </ul>
      {unused.length > 0 && (
        <details className={styles.details} open={used.length === 0}>
          <summary>{t('columns.unused', { n: unused.length })}</summary>
          <ul className={styles.list}>
            {unused.map((column) => (
              <ColumnRow key={column.index} editor={editor} column={column} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function indexesInUse({ draft, columns }: Editor): ReadonlySet<number> {
  const isUsed = (place: number | null) => !['note', 'personal'].includes(roleOf(draft.mapping, place));
  return new Set(columns.filter(({ place }) => isUsed(place)).map(({ index }) => index));
}
