// The items of one state: how many, how much, and what to do about several of them at once.
import { Button, makeStyles, mergeClasses } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { headlineLabel, nextStep } from '../../../core/reconcile/explain.ts';
import type { WorkKind } from '../../../core/work-event.ts';
import type { WorkItem } from '../../../core/work-list.ts';
import { toneOf } from '../../../core/worksheets/shared-columns.ts';
import { ToneIcon } from '../icons.tsx';
import { useStyles } from '../styles.ts';
import { useSessionState } from '../use-session.ts';
import { ActionMenu } from './action-menu.tsx';
import { ItemRow } from './item-row.tsx';
import { ResolveForm } from './resolve-form.tsx';
import type { Decision } from './use-work-list.ts';
import { amountAbout, areAlike, commonActions, sumText, type WorkGroup } from './work-groups.ts';

/** A list of thousands would be slow and read by nobody. */
const SHOWN_AT_ONCE = 25;

const useOwnStyles = makeStyles({
  card: { display: 'block', '&[open] > summary::before': { content: '"▾"' } },
  /** The sign of a summary stands in its line, not above it. */
  summary: {
    display: 'flex',
    alignItems: 'center',
    gap: '6px',
    cursor: 'pointer',
    listStyleType: 'none',
    '::-webkit-details-marker': { display: 'none' },
    '::before': { content: '"▸"', width: '10px' },
  },
  body: { display: 'flex', flexDirection: 'column', gap: '6px', paddingTop: '4px' },
});

interface GroupCardProps {
  readonly group: WorkGroup;
  readonly withShop: boolean;
  readonly startsOpen: boolean;
  /** The item that shall be among those shown, wherever it stands. */
  readonly reaches: string | null;
  readonly decide: (decision: Decision) => Promise<void>;
  readonly onDone: (kind: WorkKind, count: number) => void;
  readonly onOpen: (item: WorkItem) => void;
}

export function GroupCard({ group, withShop, startsOpen, reaches, decide, onDone, onOpen }: GroupCardProps) {
  const styles = useStyles();
  const own = useOwnStyles();
  const { t } = useTranslation('work');
  const { language } = useSessionState();
  const { headline, items } = group;
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [shown, setShown] = useState(() => atLeast(items.findIndex(({ subject }) => subject === reaches) + 1));
  const steps = [...new Set(items.map(({ atStake, because }) => nextStep(headline, language, atStake, because)))];
  const picked = items.filter(({ subject }) => chosen.has(subject));
  const choose = (subjects: readonly string[], isChosen: boolean) => {
    const others = [...chosen].filter((subject) => !subjects.includes(subject));
    setChosen(new Set(isChosen ? [...others, ...subjects] : others));
  };
  const done = (kind: WorkKind) => {
    onDone(kind, picked.length);
    setChosen(new Set());
  };
  return (
    <details className={mergeClasses(styles.card, own.card)} open={startsOpen}>
      <summary className={own.summary}>
        <ToneIcon tone={toneOf(headline)} />
        <span className={mergeClasses(styles.strong, styles.grow)}>{headlineLabel(headline, language)}</span>
        <span className={styles.quiet}>{t('group', { n: items.length })}</span>
        <span className={mergeClasses(styles.figure, styles.strong)}>{sumText(items)}</span>
      </summary>
      <div className={own.body}>
        {steps.map((step) => (
          <p key={step} className={styles.hint}>
            {step}
          </p>
        ))}
        <Selection
          picked={picked}
          decide={decide}
          onDone={done}
          onAll={() =>
            choose(
              items.map((one) => one.subject),
              true,
            )
          }
        />
        <ul className={styles.list}>
          {items.slice(0, shown).map((item) => (
            <ItemRow
              key={item.subject}
              item={item}
              withShop={withShop}
              isChosen={chosen.has(item.subject)}
              onChoose={(isChosen) => choose([item.subject], isChosen)}
              onOpen={() => onOpen(item)}
            />
          ))}
        </ul>
        {items.length > shown && (
          <Button size="small" onClick={() => setShown(shown + SHOWN_AT_ONCE)}>
            {t('more', { n: Math.min(SHOWN_AT_ONCE, items.length - shown) })}
          </Button>
        )}
      </div>
    </details>
  );
}

/** As many as pressing for more would have shown. */
const atLeast = (count: number) => Math.max(1, Math.ceil(count / SHOWN_AT_ONCE)) * SHOWN_AT_ONCE;

interface SelectionProps {
  readonly picked: readonly WorkItem[];
  readonly decide: GroupCardProps['decide'];
  readonly onDone: (kind: WorkKind) => void;
  readonly onAll: () => void;
}

function Selection({ picked, decide, onDone, onAll }: SelectionProps) {
  const styles = useStyles();
  const { t } = useTranslation('work');
  const [kind, setKind] = useState<WorkKind | null>(null);
  const [first, ...rest] = picked;
  const alike = areAlike(picked);
  // What fits one item may not fit several: an order is linked, and a note is read, one by one.
  const actions = alike ? commonActions(picked).filter((one) => picked.length === 1 || one !== 'link') : [];
  const close = (isDone: boolean) => {
    if (isDone && kind !== null) onDone(kind);
    setKind(null);
  };
  return (
    <>
      <div className={styles.between}>
        <Button size="small" appearance="subtle" onClick={onAll}>
          {t('selectAll')}
        </Button>
        <span className={styles.row}>
          <span className={styles.quiet} role="status">
            {t('selected', { n: picked.length })}
          </span>
          <ActionMenu actions={actions} isBusy={kind !== null} onChoose={setKind} />
        </span>
      </div>
      {picked.length > 1 && !alike && <p className={styles.hint}>{t('unlike')}</p>}
      {kind !== null && first !== undefined && (
        <ResolveForm
          kind={kind}
          subjects={[first, ...rest]}
          amount={amountAbout(kind, picked)}
          decide={decide}
          onClose={close}
        />
      )}
    </>
  );
}
