// The sheet is not recognised: which mapping comes nearest, what is missing, and which sheets are known instead.
import { Button } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { explainRefusal, type Refusal } from '../../core/problem.ts';
import type { RecognisedSheet } from '../choose-sheets.ts';
import { ToneIcon } from './icons.tsx';
import { HeaderList } from './recognition-card.tsx';
import { useStyles } from './styles.ts';
import { useOpenMapping } from './use-mapping.ts';
import { useSession, useSessionState } from './use-session.ts';

interface RefusedCardProps {
  readonly refusal: Refusal;
  readonly beside: readonly RecognisedSheet[];
  /** The report is known, but this sheet of it cannot be imported. */
  readonly isKnown?: boolean;
}

/** What a person can do about a sheet that no mapping reads. */
const BY_HAND: readonly Refusal['code'][] = ['UNKNOWN_REPORT', 'MISSING_COLUMN', 'AMBIGUOUS_REPORT'];
const BY_REPAIR: readonly Refusal['code'][] = ['MISSING_COLUMN', 'DUPLICATE_HEADER', 'CURRENCY_NOT_FOUND'];

function MappingOffers({ refusal: { code, nearest, row } }: Pick<RefusedCardProps, 'refusal'>) {
  const styles = useStyles();
  const { t } = useTranslation();
  const openMapping = useOpenMapping();
  const { language } = useSessionState();
  const repaired = BY_REPAIR.includes(code) ? nearest : null;
  return (
    <div className={styles.wrap}>
      {repaired && (
        <Button
          size="small"
          appearance="primary"
          onClick={() => openMapping({ from: 'mapping', id: repaired.id, headerRow: row })}
        >
          {t('map.repairNearest', { title: repaired.title[language] })}
        </Button>
      )}
      {BY_HAND.includes(code) && (
        <Button
          size="small"
          appearance={repaired ? 'secondary' : 'primary'}
          onClick={() => openMapping({ from: 'values' })}
        >
          {t('map.open')}
        </Button>
      )}
    </div>
  );
}

/** Refusals whose columns are those the sheet lacks. */
const LISTS_MISSING: readonly Refusal['code'][] = ['UNKNOWN_REPORT', 'MISSING_COLUMN'];

export function RefusedCard({ refusal, beside, isKnown = false }: RefusedCardProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const session = useSession();
  const { language } = useSessionState();
  return (
    <section className={styles.card} aria-labelledby="refused">
      <div className={styles.row}>
        <ToneIcon tone="warning" />
        <h2 id="refused" className={styles.title}>
          {t(isKnown ? 'refused.known' : 'refused.title')}
        </h2>
      </div>
      <p className={styles.hint}>{explainRefusal(refusal, language)}</p>
      {LISTS_MISSING.includes(refusal.code) && <HeaderList title={t('refused.missing')} headers={refusal.columns} />}
      <MappingOffers refusal={refusal} />
      {beside.length > 0 && <h3 className={styles.heading}>{t('refused.instead')}</h3>}
      {beside.map(({ look, recognised }) => (
        <div key={look.id} className={styles.between}>
          <span className={styles.grow}>{recognised.mapping.title[language]}</span>
          <Button size="small" onClick={() => void session.showSheet(look.id)}>
            {t('refused.goTo', { sheet: look.name })}
          </Button>
        </div>
      ))}
    </section>
  );
}
