// Why a column was proposed for its role, in one line: the strongest fact.
import { useTranslation } from 'react-i18next';
import type { Fact } from '../../../core/mapping/infer-roles.ts';
import { useStyles } from '../styles.ts';
import type { ColumnProps } from './column-row.tsx';

type Told = Extract<Fact, { fact: 'knownOrders' | 'isNet' | 'runsWith' | 'noMoney' }>;

export function ColumnEvidence({ editor, column }: ColumnProps) {
  const styles = useStyles();
  const { t } = useTranslation('mapping');
  const proposed = editor.draft.proposal?.columns.find(({ index }) => index === column.index);
  const isUsed = proposed && proposed.column.as !== 'note' && proposed.column.as !== 'personal';
  const told = isUsed ? proposed.evidence.find(isTold) : undefined;
  return told ? <div className={styles.quiet}>{t(`evidence.${told.fact}`, { ...told })}</div> : null;
}

const TOLD: readonly Fact['fact'][] = ['knownOrders', 'isNet', 'runsWith', 'noMoney'];
const isTold = (fact: Fact): fact is Told => TOLD.includes(fact.fact);
