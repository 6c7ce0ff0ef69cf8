// One word with the meaning it has, or the question what it means.
import { useTranslation } from 'react-i18next';
import type { UnknownValue } from '../../../core/problem.ts';
import { COMPONENT_LABELS } from '../../../core/worksheets/labels.ts';
import { type Meaning, MEANINGS, showWords, type WordGroup } from '../../mapping/word-meanings.ts';
import { useStyles } from '../styles.ts';
import { useSession, useSessionState } from '../use-session.ts';
import { Choice } from './choice.tsx';
import { useMappingStyles } from './mapping-styles.ts';

interface MeaningChoiceProps {
  readonly word: string;
  readonly about: WordGroup['about'];
  /** Null: nobody has said it yet. */
  readonly meaning: Meaning | null;
  readonly onChange: (meaning: Meaning) => void;
}

export function MeaningChoice({ word, about, meaning, onChange }: MeaningChoiceProps) {
  const styles = useStyles();
  const own = useMappingStyles();
  return (
    <li className={styles.line}>
      <div className={own.word}>
        <span className={styles.grow}>{word}</span>
        <MeaningSelect {...{ word, about, meaning, onChange }} />
      </div>
    </li>
  );
}

const NOT_SAID = '';

function MeaningSelect({ word, about, meaning, onChange }: MeaningChoiceProps) {
  const { t } = useTranslation('mapping');
  const textOf = useMeaningText();
  const options = MEANINGS[about].map((value) => ({ value: value, text: textOf(value) }));
  const open = meaning === null ? [{ value: NOT_SAID as Meaning | '', text: t('words.choose') }] : [];
  return (
    <Choice
      label={t('words.meaning', { word })}
      value={meaning ?? NOT_SAID}
      options={[...open, ...options]}
      onChange={(chosen) => {
        if (chosen !== NOT_SAID) onChange(chosen);
      }}
    />
  );
}

function useMeaningText(): (meaning: Meaning) => string {
  const { t } = useTranslation('mapping');
  const { language } = useSessionState();
  return (meaning) => {
    switch (meaning) {
      case 'ignore':
        return t('words.ignore');
      case 'in':
      case 'out':
        return t(`words.direction.${meaning}`);
      case 'counts':
      case 'aside':
        return t(`words.state.${meaning}`);
      case 'refunded':
      case 'notRefunded':
        return t(`words.refund.${meaning}`);
      case 'unshipped':
      case 'shipped':
      case 'completed':
      case 'cancelled':
        return t(`words.stage.${meaning}`);
      default:
        return COMPONENT_LABELS[meaning][language];
    }
  };
}

interface UnknownWordProps extends Omit<MeaningChoiceProps, 'word'> {
  readonly sheetId: string;
  readonly unknown: UnknownValue;
}

/** A word nobody has explained, with how often it stands and the way to its first row. */
export function UnknownWord({ sheetId, unknown, about, meaning, onChange }: UnknownWordProps) {
  const styles = useStyles();
  const own = useMappingStyles();
  const { t } = useTranslation('mapping');
  const session = useSession();
  const { columns, values, count, firstRow } = unknown;
  const word = showWords(values);
  return (
    <div className={own.word}>
      <div className={styles.grow}>
        <div className={styles.strong}>{word}</div>
        <button type="button" className={own.link} onClick={() => void session.showCell(sheetId, firstRow, 1)}>
          {t('words.place', { n: count, row: firstRow })}
        </button>
        <div className={styles.quiet}>{columns.join(' + ')}</div>
      </div>
      <MeaningSelect {...{ word, about, meaning, onChange }} />
    </div>
  );
}
