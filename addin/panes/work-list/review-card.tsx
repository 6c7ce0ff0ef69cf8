// Payout lines that wait for review (待審): why, and the approval that books them, one by one or all of one reason.
import { Button, mergeClasses } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readableAmount } from '../../../core/money.ts';
import type { ReviewItem } from '../../../core/review-list.ts';
import { KIND_LABELS } from '../../../core/work-words.ts';
import { useStyles } from '../styles.ts';
import { useSessionState } from '../use-session.ts';
import { ResolveForm } from './resolve-form.tsx';
import type { Decision } from './use-work-list.ts';
import { sumText } from './work-groups.ts';

/** More stand in the worksheets; approving takes all of the group. */
const SHOWN = 10;

interface ReviewCardProps {
  readonly review: readonly ReviewItem[];
  readonly decide: (decision: Decision) => Promise<void>;
  readonly onDone: (kind: 'approve', count: number) => void;
}

export function ReviewCard({ review, decide, onDone }: ReviewCardProps) {
  const styles = useStyles();
  const { t } = useTranslation('work');
  if (review.length === 0) return null;
  return (
    <section className={styles.card} aria-labelledby="work-review">
      <h2 id="work-review" className={styles.heading}>
        {t('reviewCount', { n: review.length })}
      </h2>
      <p className={styles.hint}>{t('reviewHint')}</p>
      {groupsOf(review).map((lines) => (
        <ReviewGroup key={lines[0].subject} lines={lines} decide={decide} onDone={onDone} />
      ))}
    </section>
  );
}

type Lines = readonly [ReviewItem, ...ReviewItem[]];

/** What may be approved together: one reason, shop and currency. */
function groupsOf(review: readonly ReviewItem[]): Lines[] {
  const groups = new Map<string, [ReviewItem, ...ReviewItem[]]>();
  for (const line of review) {
    const key = [line.reason, line.shop, line.currency].join('\u001f');
    const group = groups.get(key);
    if (group) group.push(line);
    else groups.set(key, [line]);
  }
  return [...groups.values()];
}

function ReviewGroup({ lines, decide, onDone }: Omit<ReviewCardProps, 'review'> & { readonly lines: Lines }) {
  const styles = useStyles();
  const { t } = useTranslation('work');
  const { language } = useSessionState();
  const [isOpen, setOpen] = useState(false);
  const [{ sentence, mayApprove, shop }] = lines;
  const known = lines.flatMap(({ net, currency }) => (net === null ? [] : [{ currency, atStake: net }]));
  const close = (isDone: boolean) => {
    setOpen(false);
    if (isDone) onDone('approve', lines.length);
  };
  return (
    <div className={mergeClasses(styles.line, styles.cards)}>
      <div>{sentence[language]}</div>
      <ul className={styles.list}>
        {lines.slice(0, SHOWN).map(({ subject, orderNumber, net }) => (
          <li key={subject} className={styles.between}>
            <span className={styles.grow}>{orderNumber === '' ? t('noOrder') : orderNumber}</span>
            <span className={styles.figure}>{net === null ? '' : readableAmount(net)}</span>
          </li>
        ))}
      </ul>
      <div className={styles.between}>
        <span className={styles.quiet}>{`${shop} · ${t('group', { n: lines.length })}`}</span>
        {mayApprove ? (
          <Button size="small" disabled={isOpen} onClick={() => setOpen(true)}>
            {KIND_LABELS.approve[language]}
          </Button>
        ) : (
          <span className={styles.hint}>{t('cannotApprove')}</span>
        )}
      </div>
      {isOpen && (
        <ResolveForm kind="approve" subjects={lines} amount={sumText(known)} decide={decide} onClose={close} />
      )}
    </div>
  );
}
