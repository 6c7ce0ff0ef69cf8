// Undo (沖銷) in the pane: what is meant, what it would take back, and after a second button what it took back. The plan
// that is shown is the plan that is posted.
import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReversalAnswer } from '../../../core/ledger-api.ts';
import type { Reconciled } from '../../result-facts.ts';
import { type Failure, failureOf } from '../../failure.ts';
import type { UndoWish } from '../../undo-client.ts';
import { AnswerNotice, useAttempt } from '../attempt.tsx';
import { Notice } from '../notice.tsx';
import { Opened } from '../opened.tsx';
import { useStyles } from '../styles.ts';
import { useSession, useSessionState } from '../use-session.ts';
import { WithWords } from '../with-words.tsx';
import { startUndo, type TypedUndo, wishOf } from './typed-undo.ts';
import { UndoFields } from './undo-fields.tsx';
import { UndoSummary } from './undo-summary.tsx';

interface UndoViewProps {
  readonly run: Reconciled;
  /** What the user pointed at. */
  readonly pointed: Partial<TypedUndo>;
  readonly onBack: () => void;
}

export function UndoView(props: UndoViewProps) {
  return (
    <WithWords part="undo">
      <Steps {...props} />
    </WithWords>
  );
}

type Step =
  | { readonly at: 'form' }
  | { readonly at: 'plan'; readonly wish: UndoWish; readonly plan: ReversalAnswer }
  | { readonly at: 'done'; readonly posted: ReversalAnswer };

function Steps({ run, pointed, onBack }: UndoViewProps) {
  const { t } = useTranslation('undo');
  const session = useSession();
  const { settings } = useSessionState();
  const [typed, setTyped] = useState(() => startUndo(run, settings.author, pointed));
  const [step, setStep] = useState<Step>({ at: 'form' });
  const look = async (wish: UndoWish) => {
    session.rememberAuthor(wish.author);
    setStep({ at: 'plan', wish, plan: await (await session.undo()).plan(wish) });
  };
  const post = async (wish: UndoWish, plan: ReversalAnswer) => {
    try {
      const posted = await (await session.undo()).post(wish, plan.planHash);
      session.rememberUndone(posted);
      setStep({ at: 'done', posted });
    } catch (error) {
      // Its answer was lost on the way, or somebody else was faster: what was looked at is out of the books either way.
      if (isUndoneAlready(failureOf(error))) session.rememberUndone(plan);
      throw error;
    }
  };
  const toForm = () => setStep({ at: 'form' });
  return (
    <>
      <div>
        <Button size="small" onClick={onBack}>
          {t('back')}
        </Button>
      </div>
      <Opened key={step.at}>
        {step.at === 'form' && (
          <UndoForm run={run} typed={typed} change={(part) => setTyped({ ...typed, ...part })} onLook={look} />
        )}
        {step.at === 'plan' && (
          <PlanCard plan={step.plan} wish={step.wish} onPost={() => post(step.wish, step.plan)} onChange={toForm} />
        )}
        {step.at === 'done' && <DoneCard posted={step.posted} onAnother={toForm} />}
      </Opened>
    </>
  );
}

function isUndoneAlready(failure: Failure): boolean {
  return failure.from === 'server' && failure.problem.code === 'REVERSED_ALREADY';
}

interface UndoFormProps {
  readonly run: Reconciled;
  readonly typed: TypedUndo;
  readonly change: (part: Partial<TypedUndo>) => void;
  readonly onLook: (wish: UndoWish) => Promise<void>;
}

function UndoForm({ run, typed, change, onLook }: UndoFormProps) {
  const styles = useStyles();
  const { t } = useTranslation('undo');
  const session = useSession();
  const [answer, attempt, isBusy] = useAttempt();
  const wish = wishOf(typed, run, session.today());
  const look = async () => {
    if (wish !== null) await onLook(wish);
    return '';
  };
  return (
    <form
      className={styles.card}
      aria-labelledby="undo"
      onSubmit={(event) => {
        event.preventDefault();
        void attempt(look);
      }}
    >
      <h2 id="undo" className={styles.title}>
        {t('title')}
      </h2>
      <UndoFields run={run} typed={typed} change={change} />
      <div>
        <Button type="submit" size="small" appearance="primary" disabled={isBusy || wish === null}>
          {t('look')}
        </Button>
      </div>
      <AnswerNotice answer={answer} failed={t('failed')} />
    </form>
  );
}

interface PlanCardProps {
  readonly plan: ReversalAnswer;
  readonly wish: UndoWish;
  readonly onPost: () => Promise<void>;
  readonly onChange: () => void;
}

function PlanCard({ plan, wish, onPost, onChange }: PlanCardProps) {
  const styles = useStyles();
  const { t } = useTranslation('undo');
  const [answer, attempt, isBusy] = useAttempt();
  const isMoved = wish.on === undefined && plan.postedOn !== wish.asOf;
  const isAlready = answer !== null && 'failure' in answer && isUndoneAlready(answer.failure);
  const post = async () => {
    await onPost();
    return '';
  };
  return (
    <section className={styles.card} aria-labelledby="undo-plan">
      <h2 id="undo-plan" className={styles.title}>
        {t('plan')}
      </h2>
      <p className={styles.hint}>{t('nothingYet')}</p>
      {isMoved ? (
        <Notice tone="warning">{t('moved', { month: wish.asOf.slice(0, 7), day: plan.postedOn })}</Notice>
      ) : (
        <div>{t('postedOn', { day: plan.postedOn })}</div>
      )}
      <UndoSummary answer={plan} />
      <div className={styles.wrap}>
        <Button size="small" appearance="primary" disabled={isBusy} onClick={() => void attempt(post)}>
          {t('confirm')}
        </Button>
        <Button size="small" disabled={isBusy} onClick={onChange}>
          {t('change')}
        </Button>
      </div>
      <AnswerNotice answer={answer} failed={t(isAlready ? 'already' : 'failed')} />
    </section>
  );
}

function DoneCard({ posted, onAnother }: { readonly posted: ReversalAnswer; readonly onAnother: () => void }) {
  const styles = useStyles();
  const { t } = useTranslation('undo');
  return (
    <section className={styles.card} aria-labelledby="undo-done">
      <h2 id="undo-done" className={styles.title}>
        {t('title')}
      </h2>
      <Notice tone="good">{t('done', { run: posted.runId ?? '', day: posted.postedOn })}</Notice>
      <UndoSummary answer={posted} />
      <p className={styles.hint}>{t('next')}</p>
      <div>
        <Button size="small" onClick={onAnother}>
          {t('another')}
        </Button>
      </div>
    </section>
  );
}
