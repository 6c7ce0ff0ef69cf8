// Into the team's library: as a draft, or published and used at once. Signed, and with a reason for whoever reads it later.
import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LANGUAGES, type Translated } from '../../../core/language.ts';
import type { Mapping } from '../../../core/mapping/mapping.ts';
import { freeId } from '../../mapping/free-id.ts';
import { isWhole } from '../../mapping/try-mapping.ts';
import { AnswerNotice, useAttempt } from '../attempt.tsx';
import { useStyles } from '../styles.ts';
import { useSession, useSessionState } from '../use-session.ts';
import { type Claims, ClaimsNotice, isAnswered, useClaims } from './claims-notice.tsx';
import type { Editor } from './editor.ts';
import { SignedFields, useSigned } from './signed-fields.tsx';
import { ShortField } from './short-field.tsx';

interface SaveCardProps {
  readonly editor: Editor;
  readonly onDone: () => void;
}

export function SaveCard({ editor, onDone }: SaveCardProps) {
  const styles = useStyles();
  const { t } = useTranslation('mapping');
  const { draft, trial } = editor;
  const signed = useSigned();
  const [answer, attempt, isBusy] = useAttempt();
  const claims = useClaims();
  const { saveDraft, publish } = useLibrarySaves(editor, claims);
  const isSound = trial.outcome !== 'unsound';
  return (
    <section className={styles.card} aria-labelledby="save">
      <h2 id="save" className={styles.heading}>
        {t('save.title')}
      </h2>
      {draft.base === null && <NameFields mapping={draft.mapping} onChange={editor.change} />}
      <SignedFields signed={signed} />
      {trial.outcome !== 'read' && <p className={styles.hint}>{t('save.notYet')}</p>}
      <div className={styles.wrap}>
        <Button
          appearance="primary"
          disabled={isBusy || !isWhole(trial) || !signed.isComplete}
          onClick={() =>
            void attempt(async () => {
              if (await publish(signed.value)) onDone();
              return '';
            })
          }
        >
          {t('save.publish')}
        </Button>
        <Button
          disabled={isBusy || !isSound || signed.value.author === ''}
          onClick={() => void attempt(async () => saveDraft(signed.value).then(() => t('save.drafted')))}
        >
          {t('save.draft')}
        </Button>
      </div>
      <ClaimsNotice claims={claims} />
      <AnswerNotice answer={answer} failed={t('save.failed')} />
    </section>
  );
}

/** A new mapping gets an id nobody has, once; a repaired one, or a draft of the library, stays the mapping it is. */
function useLibrarySaves({ draft, change }: Editor, claims: Claims) {
  const session = useSession();
  const [known, setKnown] = useState(draft.id);
  const saveDraft = async (signed: { author: string; note: string }): Promise<Mapping> => {
    const library = await session.library();
    session.rememberAuthor(signed.author);
    const { mapping } = draft;
    const id =
      known ??
      freeId(
        mapping,
        (await library.list()).map((entry) => entry.id),
      );
    const named = { ...mapping, id };
    await library.saveDraft(named, signed);
    setKnown(id);
    change(named);
    return named;
  };
  /** False: it waits for an answer, because it would take another report's files. */
  const publish = async (signed: { author: string; note: string }): Promise<boolean> => {
    const { id } = await saveDraft(signed);
    const library = await session.library();
    const found = await library.claims(id);
    claims.show(found);
    if (!isAnswered(found, claims.accepted)) return false;
    await library.publish(id, signed, claims.accepted);
    await session.mappingsChanged();
    return true;
  };
  return { saveDraft, publish };
}

interface NameFieldsProps {
  readonly mapping: Mapping;
  readonly onChange: (mapping: Mapping) => void;
}

function NameFields({ mapping, onChange }: NameFieldsProps) {
  const { t } = useTranslation('mapping');
  const { language } = useSessionState();
  const inEach = (title: string) => Object.fromEntries(LANGUAGES.map((each) => [each, title])) as Translated;
  return (
    <>
      <ShortField
        label={t('save.name')}
        value={mapping.title[language]}
        onChange={(title) => onChange({ ...mapping, title: inEach(title) })}
      />
      <ShortField
        label={t('save.platform')}
        value={mapping.platform}
        onChange={(platform) => onChange({ ...mapping, platform })}
      />
    </>
  );
}
