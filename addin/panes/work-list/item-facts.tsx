// What is known of an item beside its amount: where it stands, who works on it, how old it is.
import { useTranslation } from 'react-i18next';
import type { WorkItem } from '../../../core/work-list.ts';
import { STATE_LABELS } from '../../../core/work-words.ts';
import { useStyles } from '../styles.ts';
import { useSessionState } from '../use-session.ts';

/** @param withShop whether the shop is worth naming */
export function ItemFacts({ item, withShop = false }: { readonly item: WorkItem; readonly withShop?: boolean }) {
  const styles = useStyles();
  const { t } = useTranslation('work');
  const { language } = useSessionState();
  const { state, assignee, dueOn, age, shop, proposals, currency } = item;
  const facts = [
    STATE_LABELS[state][language],
    assignee === null ? null : t('assignee', { name: assignee }),
    dueOn === null ? null : t(state === 'waiting' ? 'until' : 'dueOn', { day: dueOn }),
    age === null ? null : t('days', { n: age }),
    withShop ? `${shop} · ${currency}` : null,
    proposals.length === 0 ? null : t('proposed'),
  ];
  return <span className={styles.quiet}>{facts.filter((fact) => fact !== null).join(' · ')}</span>;
}
