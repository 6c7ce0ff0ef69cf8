// One rule of an ordered list: its number, what it does to the sheet, and the buttons that move or remove it.
import { Button } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { moved, removed } from '../../mapping/rule-lists.ts';
import type { RuleHits } from '../../mapping/sheet-rules.ts';
import { useStyles } from '../styles.ts';
import { useSession } from '../use-session.ts';
import { useMappingStyles } from './mapping-styles.ts';

interface RuleFrameProps<Rule> {
  readonly sheetId: string;
  readonly rules: readonly Rule[];
  readonly at: number;
  readonly hits: RuleHits | undefined;
  readonly onChange: (rules: readonly Rule[]) => void;
  readonly children: ReactNode;
}

export function RuleFrame<Rule>({ sheetId, rules, at, hits, onChange, children }: RuleFrameProps<Rule>) {
  const styles = useStyles();
  const own = useMappingStyles();
  const { t } = useTranslation('mapping');
  const n = at + 1;
  return (
    <li className={own.rule}>
      <div className={styles.between}>
        <span className={styles.strong}>{t('rules.nth', { n })}</span>
        <span className={styles.row}>
          <Button
            size="small"
            appearance="subtle"
            className={own.iconButton}
            aria-label={t('rules.up', { n })}
            disabled={at === 0}
            onClick={() => onChange(moved(rules, at, -1))}
          >
            ↑
          </Button>
          <Button
            size="small"
            appearance="subtle"
            className={own.iconButton}
            aria-label={t('rules.down', { n })}
            disabled={n === rules.length}
            onClick={() => onChange(moved(rules, at, 1))}
          >
            ↓
          </Button>
          <Button
            size="small"
            appearance="subtle"
            className={own.iconButton}
            aria-label={t('rules.remove', { n })}
            onClick={() => onChange(removed(rules, at))}
          >
            ✕
          </Button>
        </span>
      </div>
      {children}
      {hits && <Hits sheetId={sheetId} hits={hits} />}
    </li>
  );
}

export function Hits({ sheetId, hits }: { readonly sheetId: string; readonly hits: RuleHits }) {
  const styles = useStyles();
  const own = useMappingStyles();
  const { t } = useTranslation('mapping');
  const session = useSession();
  const { rows, firstRow, example } = hits;
  if (firstRow === null) return <div className={styles.quiet}>{t('rules.noHits')}</div>;
  return (
    <div className={styles.wrap}>
      <button type="button" className={own.link} onClick={() => void session.showCell(sheetId, firstRow, 1)}>
        {t('rules.hits', { n: rows.toLocaleString('en-US'), row: firstRow })}
      </button>
      {example !== '' && <span className={styles.quiet}>{t('rules.key.example', { text: example })}</span>}
    </div>
  );
}
