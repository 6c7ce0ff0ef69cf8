// Rows that are no ordinary data: totals, explanations, what is not paid out yet. Each rule shows the rows it decides.
import { Button, Field } from '@fluentui/react-components';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { RowRule } from '../../../core/mapping/mapping-rules.ts';
import { conditionOf, withOptional } from '../../mapping/plain-condition.ts';
import { hasReason, rowKindOf, rowKindsFor, withRowKind, withRowRules } from '../../mapping/row-rules.ts';
import { replaced } from '../../mapping/rule-lists.ts';
import { hitsOfConditions } from '../../mapping/sheet-rules.ts';
import { useStyles } from '../styles.ts';
import { Choice } from './choice.tsx';
import { ConditionFields, newTest } from './condition-fields.tsx';
import type { Editor } from './editor.ts';
import { RuleFrame } from './rule-frame.tsx';
import { ShortField } from './short-field.tsx';

export function RowRulesPart({ editor }: { readonly editor: Editor }) {
  const styles = useStyles();
  const { t } = useTranslation('mapping');
  const { draft, sheet, columns } = editor;
  const { mapping, headerIndex } = draft;
  const rules = mapping.rows ?? [];
  const hits = useMemo(() => {
    const place = { table: sheet.table, headerIndex };
    return hitsOfConditions(
      place,
      mapping,
      columns,
      (mapping.rows ?? []).map(({ when }) => when),
    );
  }, [sheet, headerIndex, mapping, columns]);
  const change = (changed: readonly RowRule[]) => editor.change(withRowRules(mapping, changed));
  const added = (): RowRule => ({ when: conditionOf({ join: 'all', tests: [newTest(mapping)] }), is: 'skip' });
  return (
    <details className={styles.details}>
      <summary>{t('rules.rows.title', { n: rules.length })}</summary>
      <p className={styles.hint}>{t('rules.rows.hint')}</p>
      <ol className={styles.list}>
        {rules.map((rule, at) => (
          <RuleFrame key={at} sheetId={sheet.id} rules={rules} at={at} hits={hits[at]} onChange={change}>
            <RowRuleFields editor={editor} rule={rule} onChange={(one) => change(replaced(rules, at, one))} />
          </RuleFrame>
        ))}
      </ol>
      <Button size="small" onClick={() => change([...rules, added()])}>
        {t('rules.rows.add')}
      </Button>
    </details>
  );
}

interface RowRuleFieldsProps {
  readonly editor: Editor;
  readonly rule: RowRule;
  readonly onChange: (rule: RowRule) => void;
}

function RowRuleFields({ editor, rule, onChange }: RowRuleFieldsProps) {
  const { t } = useTranslation('mapping');
  const { mapping } = editor.draft;
  return (
    <>
      <ConditionFields mapping={mapping} condition={rule.when} onChange={(when) => onChange({ ...rule, when })} />
      <Field label={t('rules.rows.is')} size="small">
        <Choice
          label={t('rules.rows.is')}
          value={rowKindOf(rule)}
          options={rowKindsFor(mapping).map((value) => ({ value, text: t(`rules.rows.kinds.${value}`) }))}
          onChange={(kind) => onChange(withRowKind(rule, kind))}
        />
      </Field>
      {hasReason(rule) && (
        <ShortField
          label={t('rules.rows.reason')}
          value={rule.reason ?? ''}
          onChange={(reason) => onChange(withOptional(rule, 'reason', reason === '' ? undefined : reason))}
        />
      )}
    </>
  );
}
