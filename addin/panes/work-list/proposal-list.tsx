// Orders that a payout may belong to, with what speaks for each: linked or declined by a person.
import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Resolution } from '../../../core/work-event.ts';
import type { WorkItem, WorkProposal } from '../../../core/work-list.ts';
import { AnswerNotice, useAttempt } from '../attempt.tsx';
import { useStyles } from '../styles.ts';
import { useSessionState } from '../use-session.ts';
import { AuthorField } from './author-field.tsx';
import { linkTo } from './draft-resolution.ts';
import type { Decision, Subject } from './use-work-list.ts';

interface ProposalListProps {
  readonly item: WorkItem;
  /** The payout line's own figures; null while it is not on the list. */
  readonly lineOf: (proposal: WorkProposal) => Subject | null;
  readonly decide: (decision: Decision) => Promise<void>;
}

export function ProposalList({ item, lineOf, decide }: ProposalListProps) {
  const styles = useStyles();
  const { t } = useTranslation('work');
  const { settings } = useSessionState();
  const [author, setAuthor] = useState(settings.author);
  const [answer, attempt, isBusy] = useAttempt();
  if (item.proposals.length === 0) return null;
  const answerWith = (line: Subject, resolution: Resolution) =>
    attempt(async () => {
      await decide({ subjects: [line], resolution, author: author.trim(), note: '' });
      return '';
    });
  return (
    <section className={styles.card} aria-labelledby="proposals">
      <h3 id="proposals" className={styles.heading}>
        {t('proposals')}
      </h3>
      <p className={styles.hint}>{t('proposalHint')}</p>
      <AuthorField value={author} onChange={setAuthor} />
      <ul className={styles.list}>
        {item.proposals.map((proposal) => (
          <li key={`${proposal.lineKey} ${proposal.orderKeys.join(' ')}`} className={styles.line}>
            <ProposalText proposal={proposal} />
            <Answers
              proposal={proposal}
              line={lineOf(proposal)}
              isReady={!isBusy && author.trim() !== ''}
              onAnswer={(line, resolution) => void answerWith(line, resolution)}
            />
          </li>
        ))}
      </ul>
      <AnswerNotice answer={answer} failed={t('notDone')} />
    </section>
  );
}

function ProposalText({ proposal }: { readonly proposal: WorkProposal }) {
  const styles = useStyles();
  const { t } = useTranslation('work');
  const { orderNumbers, pass, evidence } = proposal;
  return (
    <>
      <div className={styles.strong}>{orderNumbers.join(' + ')}</div>
      <div className={styles.hint}>{`${pass} · ${evidence}`}</div>
      {orderNumbers.length > 1 && <p className={styles.hint}>{t('linkGroup')}</p>}
    </>
  );
}

interface AnswersProps {
  readonly proposal: WorkProposal;
  readonly line: Subject | null;
  readonly isReady: boolean;
  readonly onAnswer: (line: Subject, resolution: Resolution) => void;
}

function Answers({ proposal, line, isReady, onAnswer }: AnswersProps) {
  const styles = useStyles();
  const { t } = useTranslation('work');
  const { orderKeys, orderNumbers } = proposal;
  const link = linkTo(orderKeys);
  if (line === null) return null;
  const about = orderNumbers.join(' + ');
  const label = t(orderKeys.length > 1 ? 'linkAll' : 'link');
  return (
    <div className={styles.wrap}>
      {link !== null && (
        <Button
          size="small"
          appearance="primary"
          aria-label={`${label} ${about}`}
          disabled={!isReady}
          onClick={() => onAnswer(line, link)}
        >
          {label}
        </Button>
      )}
      <Button
        size="small"
        aria-label={`${t('decline')} ${about}`}
        disabled={!isReady}
        onClick={() => onAnswer(line, { kind: 'decline', orderKeys: [...orderKeys] })}
      >
        {t('decline')}
      </Button>
    </div>
  );
}
