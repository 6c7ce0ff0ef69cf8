// One item in full: what it is about, why it is open again, what may be done, who did what.
import { Button, mergeClasses } from '@fluentui/react-components';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readableAmount } from '../../../core/money.ts';
import { headlineLabel, nextStep } from '../../../core/reconcile/explain.ts';
import type { WorkKind } from '../../../core/work-event.ts';
import type { WorkItem } from '../../../core/work-list.ts';
import { reopenedText } from '../../../core/work-words.ts';
import { toneOf } from '../../../core/worksheets/shared-columns.ts';
import { ToneIcon } from '../icons.tsx';
import { Notice } from '../notice.tsx';
import { useStyles } from '../styles.ts';
import { useSessionState } from '../use-session.ts';
import { ActionMenu } from './action-menu.tsx';
import { HistoryList } from './history-list.tsx';
import { ItemFacts } from './item-facts.tsx';
import { ProposalList } from './proposal-list.tsx';
import { ResolveForm } from './resolve-form.tsx';
import type { Decision } from './use-work-list.ts';
import { amountAbout } from './work-groups.ts';

interface ItemPageProps {
  readonly item: WorkItem;
  readonly items: readonly WorkItem[];
  readonly decide: (decision: Decision) => Promise<void>;
  readonly onDone: (kind: WorkKind, count: number) => void;
  readonly onBack: () => void;
}

export function ItemPage({ item, items, decide, onDone, onBack }: ItemPageProps) {
  const { t } = useTranslation('work');
  const [kind, setKind] = useState<WorkKind | null>(null);
  const close = (isDone: boolean) => {
    if (isDone && kind !== null) onDone(kind, 1);
    setKind(null);
  };
  return (
    <>
      <div>
        <Button size="small" onClick={onBack}>
          {t('backToList')}
        </Button>
      </div>
      <AboutItem item={item}>
        <ActionMenu actions={item.actions} isBusy={kind !== null} onChoose={setKind} />
      </AboutItem>
      {kind !== null && (
        <ResolveForm kind={kind} subjects={[item]} amount={amountAbout(kind, [item])} decide={decide} onClose={close} />
      )}
      <ProposalList
        item={item}
        lineOf={({ lineKey }) => items.find(({ subject }) => subject === lineKey) ?? null}
        decide={async (decision) => {
          await decide(decision);
          onDone(decision.resolution.kind, 1);
        }}
      />
      <HistoryList item={item} />
    </>
  );
}

function AboutItem({ item, children }: { readonly item: WorkItem; readonly children: ReactNode }) {
  const styles = useStyles();
  const { t } = useTranslation('work');
  const { language } = useSessionState();
  const { headline, orderNumber, currency, atStake, because, sentence, others, reopened, state } = item;
  const step = nextStep(headline, language, atStake, because);
  return (
    <section className={styles.card} aria-labelledby="work-item">
      <div className={styles.row}>
        <ToneIcon tone={state === 'resolved' ? 'good' : toneOf(headline)} />
        <span className={mergeClasses(styles.strong, styles.grow)}>{headlineLabel(headline, language)}</span>
        {children}
      </div>
      <h2 id="work-item" className={styles.title}>
        {orderNumber === '' ? t('noOrder') : orderNumber}
      </h2>
      <div className={styles.strong}>{`${currency} ${readableAmount(atStake)}`}</div>
      <ItemFacts item={item} place={item.shop} />
      {reopened !== null && <Notice tone="warning">{reopenedText(reopened, language)}</Notice>}
      <div>{sentence[language]}</div>
      {state !== 'resolved' && step !== '' && <div className={styles.hint}>{t('nextStep', { step })}</div>}
      {others.length > 0 && (
        <div className={styles.hint}>
          {t('alsoHolds', { states: others.map((one) => headlineLabel(one, language)).join(' · ') })}
        </div>
      )}
    </section>
  );
}
