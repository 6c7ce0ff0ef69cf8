// The one button, and in its place the progress while it works. What went wrong stands above it.
import { Button, ProgressBar } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { explainRefusal } from '../../core/problem.ts';
import { sheetsToReconcile } from '../choose-sheets.ts';
import type { SessionState } from '../session.ts';
import { type Progress, STEPS } from '../watch.ts';
import { FailureMessage } from './failure-message.tsx';
import { Notice } from './notice.tsx';
import { useStyles } from './styles.ts';
import { useSession, useSessionState } from './use-session.ts';

export function ActionBar({ onSettings }: { readonly onSettings: () => void }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const session = useSession();
  const state = useSessionState();
  const { run, language } = state;
  return (
    <footer className={styles.bar}>
      {run.state === 'failed' && (
        <FailureMessage title={t('run.failed')} failure={run.failure} onSettings={onSettings} />
      )}
      {run.state === 'cancelled' && <Notice tone="calm">{t('run.cancelled')}</Notice>}
      {run.state === 'done' && run.reconciliation.outcome === 'refused' && (
        <Notice tone="bad">{explainRefusal(run.reconciliation.refusal, language)}</Notice>
      )}
      {run.state === 'done' && run.reconciliation.outcome === 'unconfirmed' && (
        <Notice tone="bad">{t('run.unconfirmed', { sheet: run.reconciliation.sheet })}</Notice>
      )}
      {run.state === 'running' ? (
        <Running progress={run.progress} onCancel={session.cancel} />
      ) : (
        <Button appearance="primary" disabled={!canReconcile(state)} onClick={() => void session.reconcile()}>
          {t(isOnResult(state) ? 'reconcileAgain' : 'reconcile')}
        </Button>
      )}
      <p className={styles.brand}>{t('product')}</p>
    </footer>
  );
}

function canReconcile({ view, leftOut, report }: SessionState): boolean {
  if (report.state === 'running') return false;
  return view.state === 'ready' && sheetsToReconcile(view.value, leftOut).length > 0;
}

function isOnResult({ view }: SessionState): boolean {
  return view.state === 'ready' && view.value.active?.is === 'result';
}

function Running({ progress, onCancel }: { readonly progress: Progress | null; readonly onCancel: () => void }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const step = useStepText(progress);
  const value = progress && progress.total > 0 ? progress.done / progress.total : undefined;
  const number = progress ? STEPS.indexOf(progress.step) + 1 : 1;
  return (
    <>
      <div className={styles.between}>
        <span className={styles.grow} role="status">
          {step}
        </span>
        <span className={styles.quiet}>{t('progress.step', { n: number, all: STEPS.length })}</span>
      </div>
      <ProgressBar {...(value === undefined ? {} : { value })} thickness="large" aria-label={step} />
      <Button onClick={onCancel}>{t('cancel')}</Button>
    </>
  );
}

function useStepText(progress: Progress | null): string {
  const { t } = useTranslation();
  if (!progress) return t('progress.starting');
  const { step, sheet = '', done, total } = progress;
  if (step === 'reconciling') return t('progress.reconciling');
  if (step === 'sending')
    return t('progress.sending', { sheet, done: readableCount(done), total: readableCount(total) });
  return t(`progress.${step}`, { sheet });
}

function readableCount(count: number): string {
  return count.toLocaleString('en-US');
}
