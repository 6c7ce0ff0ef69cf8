// Columns of the mapping that the sheet does not have: a person who knows their new name says it here.
import { Field } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { withSynonym } from '../../mapping/change-mapping.ts';
import { roleOf } from '../../mapping/column-roles.ts';
import { useStyles } from '../styles.ts';
import { Choice } from './choice.tsx';
import type { Editor } from './editor.ts';

const STILL_MISSING = '';

export function MissingColumns({ editor }: { readonly editor: Editor }) {
  const styles = useStyles();
  const { t } = useTranslation('mapping');
  const { draft, columns } = editor;
  const { mapping } = draft;
  const found = new Set(columns.map(({ place }) => place));
  const missing = mapping.columns
    .map((column, place) => ({ ...column, place }))
    .filter(({ place }) => !found.has(place))
    .sort((left, right) => Number(right.required ?? false) - Number(left.required ?? false));
  if (missing.length === 0) return null;
  const free = columns.filter(({ place }) => roleOf(mapping, place) === 'note').map(({ header }) => header);
  const options = [
    { value: STILL_MISSING, text: t('columns.stillMissing') },
    ...[...new Set(free)].map((value) => ({ value, text: value })),
  ];
  return (
    <section className={styles.card} aria-labelledby="missing">
      <details className={styles.details} open={missing.some(({ required }) => required)}>
        <summary id="missing">{t('columns.missing', { n: missing.length })}</summary>
        <p className={styles.hint}>{t('columns.missingHint')}</p>
        {missing.map(({ header, place, required }) => (
          <Field key={place} label={header} size="small" required={required ?? false}>
            <Choice
              label={t('columns.isNow', { column: header })}
              value={STILL_MISSING}
              options={options}
              onChange={(now) => editor.change(withSynonym(mapping, place, now))}
            />
          </Field>
        ))}
      </details>
    </section>
  );
}
