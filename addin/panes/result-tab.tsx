// The result in figures: what came in, that every dollar is accounted for, what needs somebody, and the way to the sheets.
import { mergeClasses } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { rowOutcomes } from '../../core/import/row-outcomes.ts';
import { explainRefusal } from '../../core/problem.ts';
import type { Reconciliation } from '../reconcile-sheet.ts';
import { isNothingNew, type Reconciled, rowsThatWere, unreadRows } from '../result-facts.ts';
import { DepositsCard } from './deposits/deposits-card.tsx';
import { DepositsView } from './deposits/deposits-view.tsx';
import { GoneBack } from './gone-back.tsx';
import { MonthsView } from './months/months-view.tsx';
import { Notice } from './notice.tsx';
import { Opened } from './opened.tsx';
import { ProofCard } from './proof-card.tsx';
import { ReceiptsCard } from './receipts-card.tsx';
import { ReportView } from './report/report-view.tsx';
import { SheetLinks } from './sheet-links.tsx';
import { StatesCard } from './states-card.tsx';
import { useStyles } from './styles.ts';
import type { TypedUndo } from './undo/typed-undo.ts';
import { UndoButton } from './undo/undo-button.tsx';
import { UndoneNotice } from './undo/undone-notice.tsx';
import { UndoView } from './undo/undo-view.tsx';
import { useSessionState } from './use-session.ts';
import { WayCard } from './way-card.tsx';
import { WorkCard } from './work-list/work-card.tsx';
import { WorkListView } from './work-list/work-list-view.tsx';

export function ResultTab() {
  const { t } = useTranslation();
  const { run } = useSessionState();
  const [opened, open] = useState<OfBooks | null>(null);
  // A run that begins shows its own result when it is done.
  const isRunning = run.state === 'running';
  useEffect(() => {
    if (isRunning) open(null);
  }, [isRunning]);
  if (opened !== null)
    return (
      <Opened key={opened}>
        {opened === 'report' && <ReportView onBack={() => open(null)} onMonths={() => open('months')} />}
        {opened === 'months' && <MonthsView onBack={() => open(null)} />}
      </Opened>
    );
  if (run.state === 'done') return <Outcome outcome={run.reconciliation} onOpen={open} />;
  return (
    <>
      <Notice tone="calm">{t('result.none')}</Notice>
      <WaysOfBooks onOpen={open} />
    </>
  );
}

/** Views about the whole books, there without a run too. */
const OF_BOOKS = ['report', 'months'] as const;
type OfBooks = (typeof OF_BOOKS)[number];

interface WaysProps {
  readonly onOpen: (view: OfBooks) => void;
}

function WaysOfBooks({ onOpen }: WaysProps) {
  return OF_BOOKS.map((view) => <WayCard key={view} part={view} onOpen={() => onOpen(view)} />);
}

interface OutcomeProps extends WaysProps {
  readonly outcome: Reconciliation;
}

function Outcome({ outcome, onOpen }: OutcomeProps) {
  if (outcome.outcome === 'reconciled') return <ReconciledCards run={outcome} onOpen={onOpen} />;
  return (
    <>
      <Stopped outcome={outcome} />
      <WaysOfBooks onOpen={onOpen} />
    </>
  );
}

/** Why nothing was reconciled. */
function Stopped({ outcome }: { readonly outcome: Exclude<Reconciliation, Reconciled> }) {
  const { t } = useTranslation();
  const { language } = useSessionState();
  switch (outcome.outcome) {
    case 'refused':
      return <Notice tone="bad">{explainRefusal(outcome.refusal, language)}</Notice>;
    case 'unconfirmed':
      return <Notice tone="warning">{t('run.unconfirmed', { sheet: outcome.sheet })}</Notice>;
    case 'nothing to reconcile':
      return <Notice tone="warning">{t('run.nothing')}</Notice>;
  }
}

/** A view that takes the place of the cards until it is left. */
type View =
  { readonly is: 'work' } | { readonly is: 'deposits' } | { readonly is: 'undo'; readonly pointed: Partial<TypedUndo> };

interface ReconciledProps extends WaysProps {
  readonly run: Reconciled;
}

function ReconciledCards({ run, onOpen }: ReconciledProps) {
  const { t } = useTranslation();
  const [view, setView] = useState<View | null>(null);
  const onBack = () => setView(null);
  const undo = (pointed: Partial<TypedUndo>) => setView({ is: 'undo', pointed });
  if (view !== null)
    return (
      <Opened>
        {view.is === 'work' && <WorkListView run={run} onBack={onBack} />}
        {view.is === 'deposits' && <DepositsView run={run} onBack={onBack} />}
        {view.is === 'undo' && <UndoView run={run} pointed={view.pointed} onBack={onBack} />}
      </Opened>
    );
  return (
    <>
      <UndoneNotice />
      <ProofCard run={run} />
      <NewsOf run={run} />
      <StatesCard run={run} />
      <DepositsCard run={run} onOpen={() => setView({ is: 'deposits' })} />
      <WorkCard run={run} onOpen={() => setView({ is: 'work' })} />
      <ReceiptsCard run={run} onUndo={(receipt) => undo({ kind: 'receipt', receipt })} />
      <SheetLinks written={run.written} title={t('result.sheets')} gone={t('result.sheetGone')} />
      <WaysOfBooks onOpen={onOpen} />
      <ImportedCard run={run} onUndo={(batchId) => undo({ kind: 'batch', batchId })} />
      <WayCard part="undo" onOpen={() => undo({})} />
    </>
  );
}

/** What is new, and what was left out. */
function NewsOf({ run }: { readonly run: Reconciled }) {
  const { t } = useTranslation();
  const unread = unreadRows(run);
  const conflicts = rowsThatWere('conflict', run);
  const unchanged = rowsThatWere('unchanged', run);
  return (
    <>
      {isNothingNew(run) && <Notice tone="good">{t('result.nothingNew')}</Notice>}
      {!isNothingNew(run) && unchanged > 0 && <Notice tone="calm">{t('result.partlyNew', { n: unchanged })}</Notice>}
      {unread > 0 && <Notice tone="warning">{t('result.unread', { n: unread })}</Notice>}
      {conflicts > 0 && <Notice tone="warning">{t('result.conflicts', { n: conflicts })}</Notice>}
      <GoneBack run={run} />
    </>
  );
}

interface ImportedCardProps {
  readonly run: Reconciled;
  readonly onUndo: (batchId: string) => void;
}

function ImportedCard({ run, onUndo }: ImportedCardProps) {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <section className={styles.card} aria-labelledby="imported">
      <h2 id="imported" className={styles.heading}>
        {t('result.imported')}
      </h2>
      {run.imported.map(({ sheet, answer }) => (
        <div key={answer.batchId} className={styles.row}>
          <span className={mergeClasses(styles.quiet, styles.grow)}>
            {t('result.importedSheet', { sheet: sheet.look.name, ...rowOutcomes(answer) })}
          </span>
          <UndoButton name={sheet.look.name} onClick={() => onUndo(answer.batchId)} />
        </div>
      ))}
      {run.statements.map(({ sheet, answers }) =>
        answers.map(({ account, counts }, at) => (
          <div key={`${sheet.look.id} ${at}`} className={styles.quiet}>
            {t('result.importedStatement', { sheet: sheet.look.name, account, ...counts })}
          </div>
        )),
      )}
    </section>
  );
}
