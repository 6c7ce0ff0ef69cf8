// The work list (工作清單) of the run on screen: what waits for review, what needs somebody, grouped by state.
import { Button, Field, Input, Select, Spinner } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WorkKind } from '../../../core/work-event.ts';
import type { WorkItem, WorkList } from '../../../core/work-list.ts';
import type { Reconciled } from '../../result-facts.ts';
import { FailureMessage } from '../failure-message.tsx';
import { Notice } from '../notice.tsx';
import { Opened } from '../opened.tsx';
import { useStyles } from '../styles.ts';
import { GroupCard } from './group-card.tsx';
import { ItemPage } from './item-page.tsx';
import { ReviewCard } from './review-card.tsx';
import { useWorkList, type WorkListState } from './use-work-list.ts';
import { WithWords } from '../with-words.tsx';
import { countToDo, type Filter, FILTERS, groupsOf } from './work-groups.ts';

interface WorkListViewProps {
  readonly run: Reconciled;
  readonly onBack: () => void;
}

export function WorkListView({ run, onBack }: WorkListViewProps) {
  return (
    <WithWords part="work">
      <Loaded run={run} onBack={onBack} />
    </WithWords>
  );
}

function Loaded({ run, onBack }: WorkListViewProps) {
  const { t } = useTranslation('work');
  const state = useWorkList(run);
  const { asked, refresh } = state;
  if (asked.state === 'asking') return <Spinner size="tiny" label={t('working')} />;
  if (asked.state === 'failed')
    return (
      <>
        <BackButton onBack={onBack} />
        <FailureMessage title={t('failed')} failure={asked.failure} onRetry={refresh} />
      </>
    );
  return <Work list={asked.value} state={state} onBack={onBack} />;
}

function BackButton({ onBack }: Pick<WorkListViewProps, 'onBack'>) {
  const { t } = useTranslation('work');
  return (
    <Button size="small" onClick={onBack}>
      {t('back')}
    </Button>
  );
}

interface WorkProps extends Pick<WorkListViewProps, 'onBack'> {
  readonly list: WorkList;
  readonly state: WorkListState;
}

/** Decisions after which the result sheets are behind the books. */
const BOOKING: readonly WorkKind[] = ['accept-fee', 'write-off', 'bad-debt', 'link', 'approve', 'reopen'];

interface Wanted {
  readonly filter: Filter;
  readonly search: string;
}

function Work({ list, state, onBack }: WorkProps) {
  const styles = useStyles();
  const { t } = useTranslation('work');
  const [opened, open] = useState<string | null>(null);
  const [lastOpened, setLastOpened] = useState<string | null>(null);
  const [wanted, want] = useState<Wanted>({ filter: 'toDo', search: '' });
  const [done, setDone] = useState<{ readonly kind: WorkKind; readonly count: number } | null>(null);
  const onDone = (kind: WorkKind, count: number) => setDone({ kind, count });
  const goTo = (subject: string | null) => {
    open(subject);
    if (subject !== null) setLastOpened(subject);
    setDone(null);
  };
  const item = list.items.find(({ subject }) => subject === opened);
  const { decide, refresh } = state;
  return (
    <>
      {!item && (
        <div className={styles.between}>
          <BackButton onBack={onBack} />
          <Button size="small" appearance="subtle" onClick={refresh}>
            {t('refresh')}
          </Button>
        </div>
      )}
      {done && (
        <Notice tone="good">
          {`${t('done', { n: done.count })}${BOOKING.includes(done.kind) ? t('booked') : ''}`}
        </Notice>
      )}
      {item ? (
        <Opened key={item.subject}>
          <ItemPage item={item} items={list.items} decide={decide} onDone={onDone} onBack={() => goTo(null)} />
        </Opened>
      ) : (
        <Lists
          {...{ list, decide, onDone, wanted, lastOpened }}
          onWant={want}
          onOpen={({ subject }) => goTo(subject)}
        />
      )}
    </>
  );
}

interface ListsProps extends Pick<WorkListState, 'decide'> {
  readonly list: WorkList;
  /** What is shown; kept while an item is open. */
  readonly wanted: Wanted;
  /** Whoever comes back from an item finds it again. */
  readonly lastOpened: string | null;
  readonly onWant: (wanted: Wanted) => void;
  readonly onDone: (kind: WorkKind, count: number) => void;
  readonly onOpen: (item: WorkItem) => void;
}

function Lists({ list, wanted, lastOpened, decide, onDone, onWant, onOpen }: ListsProps) {
  const styles = useStyles();
  const { t } = useTranslation('work');
  const { filter, search } = wanted;
  const { items, review } = list;
  const groups = groupsOf(items, filter, search);
  const withShop = new Set(items.map(({ shop, currency }) => `${shop} ${currency}`)).size > 1;
  const toDo = countToDo(items);
  return (
    <>
      <section className={styles.card} aria-labelledby="work-list">
        <div className={styles.between}>
          <h2 id="work-list" className={styles.title}>
            {t('title')}
          </h2>
          <span className={styles.quiet}>{toDo === 0 ? t('nothingToDo') : t('toDo', { n: toDo })}</span>
        </div>
        <p className={styles.hint}>{t('hint')}</p>
        <Field label={t('show')} size="small">
          <Select
            value={filter}
            onChange={(_, { value }) => onWant({ search, filter: FILTERS.find((one) => one === value) ?? filter })}
          >
            {FILTERS.map((one) => (
              <option key={one} value={one}>
                {t(`filter.${one}`)}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={t('search')} size="small">
          <Input type="search" value={search} onChange={(_, { value }) => onWant({ filter, search: value })} />
        </Field>
      </section>
      <ReviewCard review={review} decide={decide} onDone={onDone} />
      {groups.length === 0 && <Notice tone={toDo === 0 ? 'good' : 'calm'}>{t('none')}</Notice>}
      {groups.map((group, at) => (
        <GroupCard
          key={group.headline}
          group={group}
          withShop={withShop}
          startsOpen={at === 0}
          reaches={lastOpened}
          decide={decide}
          onDone={onDone}
          onOpen={onOpen}
        />
      ))}
    </>
  );
}
