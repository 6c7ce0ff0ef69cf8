// A draft that waits: who wrote it and why, what it changes, and the button that publishes it.
import { Button } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { textOfVersion } from '../../../core/mapping-library.ts';
import { AnswerNotice, useAttempt } from '../attempt.tsx';
import { ClaimsNotice, isAnswered, useClaims } from '../mapping/claims-notice.tsx';
import { SignedFields, useSigned } from '../mapping/signed-fields.tsx';
import { Notice } from '../notice.tsx';
import { useStyles } from '../styles.ts';
import { useOpenMapping } from '../use-mapping.ts';
import { useSession } from '../use-session.ts';
import { DifferenceList } from './difference-list.tsx';
import { dayOf } from './library-list.tsx';
import type { PartOfPage } from './mapping-page.tsx';
import { useAsked } from './use-asked.ts';

export function DraftCard({ detail, onChange }: PartOfPage) {
  const styles = useStyles();
  const { t } = useTranslation('mapping');
  const session = useSession();
  const openMapping = useOpenMapping();
  const { draft, entry, draftOutdatedBy } = detail;
  const signed = useSigned(draft?.note ?? '');
  const claims = useClaims();
  const [answer, attempt, isBusy] = useAttempt();
  if (!draft) return null;
  const publish = async () => {
    session.rememberAuthor(signed.value.author);
    const library = await session.library();
    const found = await library.claims(entry.id);
    claims.show(found);
    if (isAnswered(found, claims.accepted))
      await onChange(await library.publish(entry.id, signed.value, claims.accepted));
    return '';
  };
  return (
    <section className={styles.card} aria-labelledby="draft">
      <h3 id="draft" className={styles.heading}>
        {t('library.draft')}
      </h3>
      <p className={styles.hint}>{t('library.by', { author: draft.author, day: dayOf(draft.savedAt) })}</p>
      {draft.note !== '' && <p className={styles.hint}>{draft.note}</p>}
      {draft.base && <ChangesOfDraft detail={detail} />}
      {draft.conflicts.length > 0 && <DifferenceList differences={draft.conflicts} />}
      {draftOutdatedBy && (
        <Notice tone="warning">{t('library.draftOutdated', { author: draftOutdatedBy.author })}</Notice>
      )}
      <SignedFields signed={signed} />
      <div className={styles.wrap}>
        <Button
          appearance="primary"
          disabled={isBusy || !signed.isComplete || draftOutdatedBy !== null}
          onClick={() => void attempt(publish)}
        >
          {t('save.publish')}
        </Button>
        <Button onClick={() => openMapping({ from: 'draft', mapping: draft.mapping })}>{t('library.goOn')}</Button>
      </div>
      <ClaimsNotice claims={claims} />
      <AnswerNotice answer={answer} failed={t('save.failed')} />
    </section>
  );
}

function ChangesOfDraft({ detail: { entry, draft } }: Pick<PartOfPage, 'detail'>) {
  const session = useSession();
  const from = draft?.base ?? null;
  const [changes] = useAsked(
    async () => (from ? (await session.library()).compare(entry.id, from, 'draft') : []),
    `${entry.id} ${from ? textOfVersion(from) : ''} ${draft?.revision ?? 0}`,
  );
  return changes.state === 'told' ? <DifferenceList differences={changes.value} /> : null;
}
