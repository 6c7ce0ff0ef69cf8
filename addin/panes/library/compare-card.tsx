// Any two versions of a mapping side by side, the draft among them: what the second changes in the first.
import { Field } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type PublishedVersion, textOfVersion } from '../../../core/mapping-library.ts';
import { FailureMessage } from '../failure-message.tsx';
import { Choice } from '../mapping/choice.tsx';
import { useMappingStyles } from '../mapping/mapping-styles.ts';
import { useStyles } from '../styles.ts';
import { useSession } from '../use-session.ts';
import { DifferenceList } from './difference-list.tsx';
import { dayOf, ORIGINS } from './library-list.tsx';
import type { PartOfPage } from './mapping-page.tsx';
import { useAsked } from './use-asked.ts';

const DRAFT = 'draft';

/** @param detail newest version first */
export function CompareCard({ detail }: Pick<PartOfPage, 'detail'>) {
  const styles = useStyles();
  const own = useMappingStyles();
  const { t } = useTranslation('mapping');
  const { history, draft, entry } = detail;
  const versions = history.map((version) => ({ value: textOfVersion(version), text: nameOf(version, t) }));
  const [newest, before] = history.map(textOfVersion);
  const [isOpen, setOpen] = useState(false);
  const [chosen, choose] = useState<{ readonly from?: string; readonly to?: string }>({});
  const from = chosen.from ?? (draft ? newest : before) ?? '';
  const to = chosen.to ?? (draft ? DRAFT : newest) ?? '';
  if (history.length === 0 || history.length + (draft ? 1 : 0) < 2) return null;
  const drafted = draft ? [{ value: DRAFT, text: t('library.draft') }] : [];
  return (
    <section className={styles.card} aria-labelledby="compare">
      <details className={styles.details} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
        <summary id="compare">{t('library.compare')}</summary>
        <div className={own.pairs}>
          <Field label={t('library.compareFrom')} size="small">
            <Choice
              label={t('library.compareFrom')}
              value={from}
              options={versions}
              onChange={(value) => choose({ ...chosen, from: value })}
            />
          </Field>
          <Field label={t('library.compareTo')} size="small">
            <Choice
              label={t('library.compareTo')}
              value={to}
              options={[...drafted, ...versions]}
              onChange={(value) => choose({ ...chosen, to: value })}
            />
          </Field>
        </div>
        {isOpen && <Changes id={entry.id} from={from} to={to} history={history} revision={draft?.revision ?? 0} />}
      </details>
    </section>
  );
}

type Words = ReturnType<typeof useTranslation<'mapping'>>['t'];

function nameOf({ origin, version, publishedAt }: PublishedVersion, t: Words): string {
  const day = publishedAt === null ? '' : ` · ${dayOf(publishedAt)}`;
  return `${t(ORIGINS[origin])} ${t('library.version', { n: version })}${day}`;
}

interface ChangesProps {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly history: readonly PublishedVersion[];
  readonly revision: number;
}

function Changes({ id, from, to, history, revision }: ChangesProps) {
  const { t } = useTranslation('mapping');
  const session = useSession();
  const find = (name: string) => history.find((version) => textOfVersion(version) === name);
  const compare = async () => {
    const left = find(from);
    const right = to === DRAFT ? DRAFT : find(to);
    return left && right ? (await session.library()).compare(id, left, right) : [];
  };
  const [changes, askAgain] = useAsked(compare, `${id} ${from} ${to} ${revision}`);
  if (changes.state === 'failed')
    return <FailureMessage title={t('library.failed')} failure={changes.failure} onRetry={askAgain} />;
  return changes.state === 'told' ? <DifferenceList differences={changes.value} /> : null;
}
