// Words that the mapping gives no meaning stop the file: each is asked, and the answers become a new version of the mapping.
import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UnknownValue } from '../../../core/problem.ts';
import { aboutOf, type Answered, type Meaning, showWords, withNewWords } from '../../mapping/word-meanings.ts';
import { AnswerNotice, useAttempt } from '../attempt.tsx';
import { useStyles } from '../styles.ts';
import { useSession } from '../use-session.ts';
import { UnknownWord } from './meaning-choice.tsx';
import { SignedFields, useSigned } from './signed-fields.tsx';

interface UnknownValuesCardProps {
  readonly sheetId: string;
  readonly mappingId: string;
  readonly values: readonly UnknownValue[];
}

export function UnknownValuesCard({ sheetId, mappingId, values }: UnknownValuesCardProps) {
  const styles = useStyles();
  const { t } = useTranslation('mapping');
  const [meanings, setMeanings] = useState<ReadonlyMap<string, Meaning>>(new Map());
  const words = values.map((value) => showWords(value.values)).join('、');
  const signed = useSigned(t('unknown.note', { words }).slice(0, NOTE_LENGTH));
  const [answer, attempt, isBusy] = useAttempt();
  const publishWords = usePublishWords(mappingId);
  const answers = values.flatMap((unknown): Answered[] => {
    const meaning = meanings.get(keyOf(unknown));
    return meaning ? [{ unknown, meaning }] : [];
  });
  const isComplete = answers.length === values.length && signed.isComplete;
  return (
    <section className={styles.card} aria-labelledby="unknown">
      <h2 id="unknown" className={styles.heading}>
        {t('unknown.title')}
      </h2>
      <p className={styles.hint}>{t('unknown.hint')}</p>
      {values.map((unknown) => (
        <UnknownWord
          key={keyOf(unknown)}
          {...{ sheetId, unknown }}
          about={aboutOf(unknown)}
          meaning={meanings.get(keyOf(unknown)) ?? null}
          onChange={(meaning) => setMeanings(new Map(meanings).set(keyOf(unknown), meaning))}
        />
      ))}
      <SignedFields signed={signed} />
      <div>
        <Button
          appearance="primary"
          disabled={isBusy || !isComplete}
          onClick={() => void attempt(async () => publishWords(answers, signed.value).then(() => ''))}
        >
          {t('unknown.save')}
        </Button>
      </div>
      <AnswerNotice answer={answer} failed={t('save.failed')} />
    </section>
  );
}

/** A note may be longer, but nobody reads sixty words in a history. */
const NOTE_LENGTH = 200;

const keyOf = ({ words, values }: UnknownValue) => JSON.stringify([words, values]);

function usePublishWords(mappingId: string) {
  const session = useSession();
  return async (answers: readonly Answered[], signed: { readonly author: string; readonly note: string }) => {
    const library = await session.library();
    session.rememberAuthor(signed.author);
    const { mapping } = await library.get(mappingId);
    if (!mapping) throw new Error(`The library has no published mapping ${mappingId}`);
    await library.saveDraft(withNewWords(mapping, answers), signed);
    await library.publish(mappingId, signed);
    await session.mappingsChanged();
  };
}
