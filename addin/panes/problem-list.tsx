// Rows that cannot be read, each with its sentence; a click selects the cell in the sheet.
import { Button } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import type { ColumnMatch } from '../../core/mapping/detect-mapping.ts';
import { explainProblem, type RowProblem } from '../../core/problem.ts';
import type { CheckedSheet } from '../session.ts';
import { ToneIcon } from './icons.tsx';
import { useStyles } from './styles.ts';
import { useSession, useSessionState } from './use-session.ts';

const PROBLEMS_SHOWN = 50;

interface ProblemListProps {
  readonly checked: CheckedSheet;
  readonly problems: readonly RowProblem[];
  readonly columns: readonly ColumnMatch[];
}

export function ProblemList({ checked, problems, columns }: ProblemListProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  const session = useSession();
  const { language } = useSessionState();
  if (problems.length === 0)
    return (
      <div className={styles.row}>
        <ToneIcon tone="good" />
        <span>{t('problems.none')}</span>
      </div>
    );
  const placeOf = ({ row, column }: RowProblem) =>
    column === null ? t('problems.place', { row }) : t('problems.placeColumn', { row, column });
  const show = (problem: RowProblem) =>
    void session.showCell(checked.sheetId, problem.row, columnOf(problem, columns, checked.firstColumn));
  return (
    <section className={styles.card} aria-labelledby="problems">
      <h2 id="problems" className={styles.heading}>
        {t('counted', { what: t('problems.title'), n: problems.length })}
      </h2>
      <p className={styles.hint}>{t('problems.hint')}</p>
      <ul className={styles.list}>
        {problems.slice(0, PROBLEMS_SHOWN).map((problem, index) => (
          <li key={index} className={styles.line}>
            <button type="button" className={styles.plainButton} onClick={() => show(problem)}>
              <ToneIcon tone="warning" />
              <span className={styles.grow}>
                <span className={styles.strong}>{placeOf(problem)}</span>
                <br />
                {explainProblem(problem, language)}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {problems.length > PROBLEMS_SHOWN && (
        <p className={styles.hint}>{t('problems.more', { n: problems.length - PROBLEMS_SHOWN })}</p>
      )}
      <div>
        <Button size="small" onClick={() => void session.look()}>
          {t('lookAgain')}
        </Button>
      </div>
    </section>
  );
}

/** Sheet column (1-based) of a problem's cell; the first one when the row as a whole is meant. */
function columnOf({ column }: RowProblem, columns: readonly ColumnMatch[], firstColumn: number): number {
  const match = columns.find((each) => each.header === column);
  return firstColumn + (match?.index ?? 0);
}
