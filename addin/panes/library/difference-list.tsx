// What differs between two versions, each a sentence.
import { useTranslation } from 'react-i18next';
import type { Translated } from '../../../core/language.ts';
import { useStyles } from '../styles.ts';
import { useSessionState } from '../use-session.ts';

export function DifferenceList({
  differences,
}: {
  readonly differences: readonly { readonly sentence: Translated }[];
}) {
  const styles = useStyles();
  const { t } = useTranslation('mapping');
  const { language } = useSessionState();
  if (differences.length === 0) return <p className={styles.hint}>{t('library.noDifference')}</p>;
  return (
    <ul className={styles.steps}>
      {differences.map(({ sentence }, at) => (
        <li key={at}>{sentence[language]}</li>
      ))}
    </ul>
  );
}
