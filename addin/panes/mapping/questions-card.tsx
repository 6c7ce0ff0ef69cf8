// Amounts or days that read two ways in the whole column: each asked with an example from the sheet, answered for this sheet.
import { Button, Field, Radio, RadioGroup } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReadingAnswers } from '../../../core/mapping/decide-styles.ts';
import type { StyleQuestion } from '../../../core/problem.ts';
import { useStyles } from '../styles.ts';
import { useSession, useSessionState } from '../use-session.ts';

interface QuestionsCardProps {
  readonly sheetId: string;
  readonly questions: readonly StyleQuestion[];
}

export function QuestionsCard({ sheetId, questions }: QuestionsCardProps) {
  const styles = useStyles();
  const { t } = useTranslation('mapping');
  const session = useSession();
  const { answers } = useSessionState();
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({});
  const isNumbers = questions[0]?.about === 'numbers';
  const isAnswered = questions.every(({ column }) => chosen[column] !== undefined);
  const save = () => {
    const reading = withAnswers(answers.get(sheetId)?.reading ?? {}, isNumbers, chosen);
    void session.answer(sheetId, { reading });
  };
  return (
    <section className={styles.card} aria-labelledby="questions">
      <h2 id="questions" className={styles.heading}>
        {t(isNumbers ? 'question.numbersTitle' : 'question.datesTitle')}
      </h2>
      <p className={styles.hint}>{t('question.hint')}</p>
      {questions.map(({ column, row, value, choices }) => (
        <Field key={column} label={t('question.example', { column, row, value })} size="small">
          <RadioGroup
            value={chosen[column] ?? ''}
            onChange={(_, picked) => setChosen({ ...chosen, [column]: picked.value })}
          >
            {choices.map(({ answer, reads }) => (
              <Radio key={answer} value={answer} label={reads} />
            ))}
          </RadioGroup>
        </Field>
      ))}
      <div>
        <Button appearance="primary" size="small" disabled={!isAnswered} onClick={save}>
          {t('question.use')}
        </Button>
      </div>
    </section>
  );
}

function withAnswers(
  before: ReadingAnswers,
  isNumbers: boolean,
  chosen: Readonly<Record<string, string>>,
): ReadingAnswers {
  if (!isNumbers) return { ...before, dates: { ...before.dates, ...chosen } };
  const numbers = Object.entries(chosen).map(([column, mark]) => [column, mark === ',' ? ',' : '.'] as const);
  return { ...before, numbers: { ...before.numbers, ...Object.fromEntries(numbers) } };
}
