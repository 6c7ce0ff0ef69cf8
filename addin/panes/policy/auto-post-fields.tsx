// What is booked without review (免審): by which kinds of links, from which files, up to which amount.
import { Checkbox } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { methodLabel } from '../../../core/reconcile/explain.ts';
import { MATCH_PASSES } from '../../../core/reconcile/link-passes.ts';
import { useStyles } from '../styles.ts';
import { useSessionState } from '../use-session.ts';
import { LimitInput } from './limit-input.tsx';
import { usePolicyStyles } from './policy-styles.ts';
import type { DraftProps } from './draft-props.ts';

export function AutoPostFields(fields: DraftProps) {
  const styles = useStyles();
  const policyStyles = usePolicyStyles();
  const { t } = useTranslation('policy');
  const { language } = useSessionState();
  const { draft, change } = fields;
  return (
    <div role="group" aria-labelledby="policy-auto-post" className={policyStyles.group}>
      <h3 id="policy-auto-post" className={styles.heading}>
        {t('group.autoPost')}
      </h3>
      <p className={styles.hint}>{t('passesHint')}</p>
      <div className={policyStyles.ticks}>
        {MATCH_PASSES.map((pass) => (
          <Checkbox
            key={pass}
            checked={draft.passes.includes(pass)}
            label={{ children: methodLabel(pass, language), className: styles.small }}
            onChange={(_, { checked }) => {
              const others = draft.passes.filter((one) => one !== pass);
              change({ passes: checked === true ? [...others, pass] : others });
            }}
          />
        ))}
        <Checkbox
          checked={draft.onlyFooting}
          label={{ children: t('field.onlyFooting'), className: styles.small }}
          onChange={(_, { checked }) => change({ onlyFooting: checked === true })}
        />
      </div>
      <LimitInput field="netMax" hint={t('netMaxHint')} {...fields} />
    </div>
  );
}
