// What is known of an item beside its amount: where it stands, who works on it, how old it is.
import { useTranslation } from 'react-i18next';
import type { WorkItem } from '../../../core/work-list.ts';
import { STATE_LABELS } from '../../../core/work-words.ts';
import { useStyles } from '../styles.ts';
import { useSessionState } from '../use-session.ts';

interface ItemFactsProps {
  readonly item: WorkItem;
  /** Shop, or shop and currency, where there are several. */
  readonly place?: string | null;
}

export function ItemFacts({ item, place = null }: ItemFactsProps) {
  const styles = useStyles();
  const { t } = useTranslation('work');
  const { language } = useSessionState();
  const { state, assignee, dueOn, age, proposals } = item;
  const facts = [
    STATE_LABELS[state][language],
    assignee === null ? null : t('assignee', { name: assignee }),
    dueOn === null ? null : t(state === 'waiting' ? 'until' : 'dueOn', { day: dueOn }),
    age === null ? null : t('days', { n: age }),
    place,
    proposals.length === 0 ? null : t('proposed'),
  ];
  return <span className={styles.quiet}>{facts.filter((fact) => fact !== null).join(' · ')}</span>;
}
