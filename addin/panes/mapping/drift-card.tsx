// A known report with renamed columns: old and new name side by side with the evidence; nothing is used until accepted.
import { Button } from '@fluentui/react-components';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { detectDrift, type DriftFact, type Rename } from '../../../core/mapping/detect-drift.ts';
import type { Mapping } from '../../../core/mapping/mapping.ts';
import { normalizeHeader } from '../../../core/mapping/normalize-header.ts';
import { withSynonym } from '../../mapping/change-mapping.ts';
import { ToneIcon } from '../icons.tsx';
import { useStyles } from '../styles.ts';
import type { Editor } from './editor.ts';
import { useMappingStyles } from './mapping-styles.ts';

export function DriftCard({ editor }: { readonly editor: Editor }) {
  const styles = useStyles();
  const { t } = useTranslation('mapping');
  const { draft, sheet, change } = editor;
  const { base, mapping } = draft;
  const drift = useMemo(() => (base ? detectDrift(sheet.table, [base]) : null), [sheet, base]);
  if (!drift || drift.renames.length === 0) return null;
  const open = drift.renames.filter((rename) => !isAccepted(mapping, rename));
  return (
    <section className={styles.card} aria-labelledby="drift">
      <h2 id="drift" className={styles.heading}>
        {t('drift.title')}
      </h2>
      <p className={styles.hint}>{t('drift.hint')}</p>
      <ul className={styles.list}>
        {drift.renames.map((rename) => (
          <RenameLine
            key={rename.was}
            rename={rename}
            isAccepted={!open.includes(rename)}
            onAccept={() => change(accepted(mapping, rename))}
          />
        ))}
      </ul>
      {open.length > 1 && (
        <div>
          <Button size="small" onClick={() => change(open.reduce(accepted, mapping))}>
            {t('drift.acceptAll')}
          </Button>
        </div>
      )}
    </section>
  );
}

const placeOf = ({ columns }: Mapping, { was }: Rename) =>
  columns.findIndex(({ header }) => normalizeHeader(header) === normalizeHeader(was));

const isAccepted = (mapping: Mapping, rename: Rename) =>
  mapping.columns[placeOf(mapping, rename)]?.synonyms?.includes(rename.now) ?? false;

const accepted = (mapping: Mapping, rename: Rename): Mapping =>
  withSynonym(mapping, placeOf(mapping, rename), rename.now);

interface RenameLineProps {
  readonly rename: Rename;
  readonly isAccepted: boolean;
  readonly onAccept: () => void;
}

function RenameLine({ rename, isAccepted, onAccept }: RenameLineProps) {
  const styles = useStyles();
  const own = useMappingStyles();
  const { t } = useTranslation('mapping');
  const { was, now, evidence } = rename;
  return (
    <li className={styles.line}>
      <div className={own.side}>
        <span className={own.old}>{was}</span>
        <span aria-hidden="true">→</span>
        <span className={styles.grow}>{now}</span>
        {isAccepted ? (
          <span className={styles.row}>
            <ToneIcon tone="good" />
            {t('drift.accepted')}
          </span>
        ) : (
          <Button size="small" aria-label={t('drift.acceptLabel', { was, now })} onClick={onAccept}>
            {t('drift.accept')}
          </Button>
        )}
      </div>
      <Evidence facts={evidence} />
    </li>
  );
}

function Evidence({ facts }: { readonly facts: readonly DriftFact[] }) {
  const styles = useStyles();
  const { t } = useTranslation('mapping');
  return <div className={styles.quiet}>{facts.map((fact) => t(`evidence.${fact.fact}`, { ...fact })).join(' · ')}</div>;
}
