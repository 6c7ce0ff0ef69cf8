// The history of a mapping: who published what and why, what each version changed, and the way back to it.
import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isSameVersion, type PublishedVersion, textOfVersion } from '../../../core/mapping-library.ts';
import { AnswerNotice, useAttempt } from '../attempt.tsx';
import { SignedFields, useSigned } from '../mapping/signed-fields.tsx';
import { useStyles } from '../styles.ts';
import { useSession } from '../use-session.ts';
import { DifferenceList } from './difference-list.tsx';
import { dayOf, ORIGINS } from './library-list.tsx';
import type { PartOfPage } from './mapping-page.tsx';
import { useAsked } from './use-asked.ts';

export function HistoryCard({ detail, onChange }: PartOfPage) {
  const styles = useStyles();
  const { t } = useTranslation('mapping');
  const { history } = detail;
  return (
    <section className={styles.card} aria-labelledby="history">
      <h3 id="history" className={styles.heading}>
        {t('library.history')}
      </h3>
      <ul className={styles.list}>
        {history.map((version, at) => (
          <VersionLine
            key={textOfVersion(version)}
            detail={detail}
            version={version}
            before={history[at + 1] ?? null}
            onChange={onChange}
          />
        ))}
      </ul>
    </section>
  );
}

interface VersionLineProps extends PartOfPage {
  readonly version: PublishedVersion;
  /** The version published before it; null for the first. */
  readonly before: PublishedVersion | null;
}

function VersionLine({ detail, version, before, onChange }: VersionLineProps) {
  const styles = useStyles();
  const { t } = useTranslation('mapping');
  const [shown, setShown] = useState<'nothing' | 'changes' | 'way back'>('nothing');
  const { entry, uses } = detail;
  const isCurrent = isSameVersion(version, entry.effective);
  const use = uses.find((one) => one.version === version.version);
  const toggle = (what: typeof shown) => setShown(shown === what ? 'nothing' : what);
  return (
    <li className={styles.line}>
      <div className={styles.strong}>
        {`${t(ORIGINS[version.origin])} ${t('library.version', { n: version.version })}`}
        {isCurrent ? ` · ${t('library.current')}` : ''}
      </div>
      <div className={styles.quiet}>{signatureOf(version, t)}</div>
      {version.note !== '' && <div>{version.note}</div>}
      {use && <div className={styles.quiet}>{t('library.uses', { n: use.count })}</div>}
      <div className={styles.wrap}>
        {before && (
          <Button
            size="small"
            appearance="subtle"
            aria-expanded={shown === 'changes'}
            onClick={() => toggle('changes')}
          >
            {t('library.compareWith')}
          </Button>
        )}
        {!isCurrent && (
          <Button
            size="small"
            appearance="subtle"
            aria-expanded={shown === 'way back'}
            onClick={() => toggle('way back')}
          >
            {t('library.rollBack')}
          </Button>
        )}
      </div>
      {shown === 'changes' && before && <Changes id={entry.id} from={before} to={version} />}
      {shown === 'way back' && <WayBack id={entry.id} version={version} onChange={onChange} />}
    </li>
  );
}

type Words = ReturnType<typeof useTranslation<'mapping'>>['t'];

function signatureOf({ author, publishedAt }: PublishedVersion, t: Words): string {
  return publishedAt === null ? author : t('library.by', { author, day: dayOf(publishedAt) });
}

interface ChangesProps {
  readonly id: string;
  readonly from: PublishedVersion;
  readonly to: PublishedVersion;
}

function Changes({ id, from, to }: ChangesProps) {
  const session = useSession();
  const [changes] = useAsked(
    async () => (await session.library()).compare(id, from, to),
    `${id} ${textOfVersion(from)} ${textOfVersion(to)}`,
  );
  return changes.state === 'told' ? <DifferenceList differences={changes.value} /> : null;
}

function WayBack({ id, version, onChange }: Pick<VersionLineProps, 'version' | 'onChange'> & { readonly id: string }) {
  const { t } = useTranslation('mapping');
  const session = useSession();
  const signed = useSigned(t('library.rollBackNote', { n: version.version }));
  const [answer, attempt, isBusy] = useAttempt();
  const rollBack = async () => {
    session.rememberAuthor(signed.value.author);
    await onChange(await (await session.library()).rollBack(id, version, signed.value));
    return '';
  };
  return (
    <>
      <SignedFields signed={signed} />
      <Button size="small" disabled={isBusy || !signed.isComplete} onClick={() => void attempt(rollBack)}>
        {t('library.rollBack')}
      </Button>
      <AnswerNotice answer={answer} failed={t('save.failed')} />
    </>
  );
}
