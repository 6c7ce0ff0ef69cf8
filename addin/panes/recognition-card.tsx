// What the sheet is recognised as and how sure: report, matched columns, whether the mapping is verified.
import { Button } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { Recognised } from '../../core/mapping/detect-mapping.ts';
import { isConfirmed } from '../confirmation.ts';
import type { SheetLook } from '../excel/look-at-workbook.ts';
import { ToneIcon } from './icons.tsx';
import { useStyles } from './styles.ts';
import { useOpenMapping } from './use-mapping.ts';
import { useSessionState } from './use-session.ts';

interface RecognitionCardProps {
  readonly look: SheetLook;
  readonly recognised: Recognised;
}

export function RecognitionCard({ look, recognised }: RecognitionCardProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { language, facts } = useSessionState();
  const { mapping, columns, headerRow, missing } = recognised;
  const isWhole = missing.length === 0;
  return (
    <section className={styles.card} aria-labelledby="recognised">
      <div className={styles.quiet}>{t('sheet.recognised')}</div>
      <h2 id="recognised" className={styles.title}>
        {mapping.title[language]}
      </h2>
      <p className={styles.hint}>{t('sheet.where', { sheet: look.name, row: headerRow, rows: look.rowCount })}</p>
      <div className={styles.wrap}>
        <span className={styles.pill}>
          <ToneIcon tone={isWhole ? 'good' : 'calm'} />
          {t('sheet.columns', { matched: columns.length, all: mapping.columns.length })}
        </span>
        <span className={styles.pill}>
          <ToneIcon tone={isConfirmed(mapping, facts) ? 'good' : 'warning'} />
          {t(
            mapping.verified ? 'sheet.verified' : isConfirmed(mapping, facts) ? 'sheet.confirmed' : 'sheet.unverified',
          )}
        </span>
      </div>
      <ColumnDetails recognised={recognised} />
    </section>
  );
}

function ColumnDetails({ recognised }: { readonly recognised: Recognised }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const openMapping = useOpenMapping();
  const { mapping, headerRow } = recognised;
  const matched = recognised.columns.map(({ header, matchedBy, column }) =>
    matchedBy === 'header' ? header : t('sheet.renamed', { header, column: column.header }),
  );
  return (
    <details className={styles.details}>
      <summary>{t('sheet.columnsShow')}</summary>
      <HeaderList title={t('sheet.missing')} headers={recognised.missing} />
      <HeaderList title={t('sheet.unmapped')} headers={recognised.unmapped} />
      <HeaderList title={t('sheet.matched')} headers={matched} />
      <Button size="small" onClick={() => openMapping({ from: 'mapping', id: mapping.id, headerRow })}>
        {t('map.repair')}
      </Button>
    </details>
  );
}

export function HeaderList({ title, headers }: { readonly title: string; readonly headers: readonly string[] }) {
  const styles = useStyles();
  const { t } = useTranslation();
  if (headers.length === 0) return null;
  return (
    <>
      <h3 className={styles.heading}>{t('counted', { what: title, n: headers.length })}</h3>
      <ul className={styles.list}>
        {headers.map((header) => (
          <li key={header} className={styles.line}>
            {header}
          </li>
        ))}
      </ul>
    </>
  );
}
