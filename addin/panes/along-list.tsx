// The other exports of the workbook, with a checkbox each: they come along unless left out.
import { Checkbox } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { RecognisedSheet } from '../choose-sheets.ts';
import { useStyles } from './styles.ts';
import { useSession, useSessionState } from './use-session.ts';

export function AlongList({ sheets }: { readonly sheets: readonly RecognisedSheet[] }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const session = useSession();
  const { leftOut, language, run } = useSessionState();
  const nameOf = ({ look, recognised: { mapping, columns } }: RecognisedSheet) =>
    t('along.sheet', {
      sheet: look.name,
      title: mapping.title[language],
      matched: columns.length,
      all: mapping.columns.length,
    });
  return (
    <section className={styles.card} aria-labelledby="along">
      <h2 id="along" className={styles.heading}>
        {t('along.title')}
      </h2>
      <p className={styles.hint}>{t('along.hint')}</p>
      {sheets.map((sheet) => (
        <Checkbox
          key={sheet.look.id}
          disabled={run.state === 'running'}
          checked={!leftOut.has(sheet.look.id)}
          onChange={(_, { checked }) => session.bring(sheet.look.id, checked === true)}
          label={{ children: nameOf(sheet), className: styles.small }}
        />
      ))}
    </section>
  );
}
