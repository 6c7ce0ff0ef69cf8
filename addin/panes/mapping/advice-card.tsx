// Plain advice: what the mapping still lacks, what the values leave open, or that it can be used.
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { adviceOn, hasOwnAdvice } from '../../mapping/mapping-advice.ts';
import { explainRefusal } from '../../../core/problem.ts';
import { ToneIcon } from '../icons.tsx';
import { useStyles } from '../styles.ts';
import { useSessionState } from '../use-session.ts';
import type { Editor } from './editor.ts';
import { useMappingStyles } from './mapping-styles.ts';

export function AdviceCard({ editor }: { readonly editor: Editor }) {
  const styles = useStyles();
  const own = useMappingStyles();
  const { t } = useTranslation('mapping');
  const { language } = useSessionState();
  const { draft, trial } = editor;
  const advice = useMemo(() => adviceOn(draft.mapping, trial, draft.proposal, language), [draft, trial, language]);
  return (
    <section className={styles.card} aria-labelledby="advice">
      <h2 id="advice" className={styles.heading}>
        {t('advice.title')}
      </h2>
      <ul className={styles.list}>
        {trial.outcome === 'refused' && !hasOwnAdvice(trial.refusal) && (
          <li className={styles.line}>
            <div className={own.top}>
              <ToneIcon tone="bad" />
              <span className={styles.grow}>{explainRefusal(trial.refusal, language)}</span>
            </div>
          </li>
        )}
        {advice.map(({ tone, say, facts }, at) => (
          <li key={at} className={styles.line}>
            <div className={own.top}>
              <ToneIcon tone={tone} />
              <span className={styles.grow}>{t(`advice.${say}`, facts)}</span>
            </div>
          </li>
        ))}
        {advice.length === 0 && trial.outcome === 'read' && (
          <li className={styles.row}>
            <ToneIcon tone="good" />
            <span>{t('advice.ready')}</span>
          </li>
        )}
      </ul>
    </section>
  );
}
