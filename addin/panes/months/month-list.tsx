// The months of the books, newest first: how each stands, who brought it there, and what it can become.
import { Button, makeStyles, mergeClasses } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { PeriodState } from '../../../core/team-books.ts';
import type { Tone } from '../../../core/worksheets/result-sheet.ts';
import type { BooksMonth } from '../../books-months.ts';
import { AskedCard } from '../asked-card.tsx';
import { ToneIcon } from '../icons.tsx';
import type { Asked } from '../library/use-asked.ts';
import { Notice } from '../notice.tsx';
import { useStyles } from '../styles.ts';
import { useShown } from '../use-shown.ts';

export type MonthAction = 'close' | 'reopen' | 'file';

const ACTIONS: Readonly<Record<PeriodState, readonly MonthAction[]>> = {
  open: ['close'],
  closed: ['reopen', 'file'],
  filed: [],
};

const TONES: Readonly<Record<PeriodState, Tone>> = { open: 'calm', closed: 'good', filed: 'good' };

/** A month's parts stand apart, so that its buttons are seen to be its own. */
const useOwnStyles = makeStyles({
  month: { display: 'flex', flexDirection: 'column', gap: '3px', paddingBlock: '6px' },
});

const MONTHS_AT_ONCE = 12;

interface MonthListProps {
  readonly months: Asked<readonly BooksMonth[]>;
  /** What was done to one of them; empty where nothing was. */
  readonly said: string;
  readonly onRetry: () => void;
  readonly onAct: (month: string, action: MonthAction) => void;
}

export function MonthList({ months, said, onRetry, onAct }: MonthListProps) {
  return (
    <AskedCard part="months" asked={months} {...{ said, onRetry }}>
      {(told) => <Lines months={told} onAct={onAct} />}
    </AskedCard>
  );
}

function Lines({ months, onAct }: { readonly months: readonly BooksMonth[] } & Pick<MonthListProps, 'onAct'>) {
  const styles = useStyles();
  const { t } = useTranslation('months');
  const { part, next, showNext } = useShown(months, MONTHS_AT_ONCE);
  if (months.length === 0) return <Notice tone="calm">{t('empty')}</Notice>;
  return (
    <>
      <ul className={styles.list}>
        {part.map((month) => (
          <MonthLine key={month.month} {...month} onAct={(action) => onAct(month.month, action)} />
        ))}
      </ul>
      {next > 0 && (
        <div>
          <Button size="small" onClick={showNext}>
            {t('earlier', { n: next })}
          </Button>
        </div>
      )}
    </>
  );
}

interface MonthLineProps extends BooksMonth {
  readonly onAct: (action: MonthAction) => void;
}

function MonthLine({ month, state, changed, onAct }: MonthLineProps) {
  const styles = useStyles();
  const own = useOwnStyles();
  const { t } = useTranslation('months');
  return (
    <li className={mergeClasses(styles.line, own.month)}>
      <div className={styles.row}>
        <span className={mergeClasses(styles.figure, styles.strong)}>{month}</span>
        <span className={styles.pill}>
          <ToneIcon tone={TONES[state]} />
          {t(`state.${state}`)}
        </span>
      </div>
      {changed !== null && (
        <div className={styles.quiet}>
          {t('signed', { author: changed.author || '—', day: changed.changedAt.slice(0, 10) })}
          {changed.note !== '' && ` · ${changed.note}`}
        </div>
      )}
      {ACTIONS[state].length > 0 && (
        <div className={styles.wrap}>
          {ACTIONS[state].map((action) => (
            <Button key={action} size="small" aria-label={t(`${action}Named`, { month })} onClick={() => onAct(action)}>
              {t(action)}
            </Button>
          ))}
        </div>
      )}
    </li>
  );
}
