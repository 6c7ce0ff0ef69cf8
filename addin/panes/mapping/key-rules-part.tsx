// How a row finds its order number (or its reference): rules tried in their order, each with what it finds in the sheet.
import { Button } from '@fluentui/react-components';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { KeyRule } from '../../../core/mapping/mapping-rules.ts';
import { isExclude, type KeyOf, keyRulesOf, newValueRule, withKeyRules } from '../../mapping/key-rules.ts';
import { conditionOf } from '../../mapping/plain-condition.ts';
import { replaced } from '../../mapping/rule-lists.ts';
import { hitsOfKeys } from '../../mapping/sheet-rules.ts';
import { useStyles } from '../styles.ts';
import { newTest } from './condition-fields.tsx';
import type { Editor } from './editor.ts';
import { ExcludeFields, ValueFields } from './key-rule-fields.tsx';
import { RuleFrame } from './rule-frame.tsx';

interface KeyRulesPartProps {
  readonly editor: Editor;
  readonly of: KeyOf;
}

export function KeyRulesPart({ editor, of }: KeyRulesPartProps) {
  const styles = useStyles();
  const { t } = useTranslation('mapping');
  const { draft, sheet, columns } = editor;
  const { mapping, headerIndex } = draft;
  const rules = keyRulesOf(mapping, of);
  const hits = useMemo(
    () => hitsOfKeys({ table: sheet.table, headerIndex }, mapping, columns, keyRulesOf(mapping, of)),
    [sheet, headerIndex, mapping, columns, of],
  );
  const change = (changed: readonly KeyRule[]) => editor.change(withKeyRules(mapping, of, changed));
  const exclude = (): KeyRule => ({
    exclude: conditionOf({ join: 'all', tests: [newTest(mapping)] }),
    as: 'ADJUSTMENT',
  });
  return (
    <details className={styles.details}>
      <summary>{t(`rules.${of}.title`, { n: rules.length })}</summary>
      <p className={styles.hint}>{t(`rules.${of}.hint`)}</p>
      <ol className={styles.list}>
        {rules.map((rule, at) => (
          <RuleFrame key={at} sheetId={sheet.id} rules={rules} at={at} hits={hits[at]} onChange={change}>
            {isExclude(rule) ? (
              <ExcludeFields mapping={mapping} rule={rule} onChange={(one) => change(replaced(rules, at, one))} />
            ) : (
              <ValueFields mapping={mapping} rule={rule} onChange={(one) => change(replaced(rules, at, one))} />
            )}
          </RuleFrame>
        ))}
      </ol>
      <div className={styles.wrap}>
        <Button size="small" onClick={() => change([...rules, newValueRule(mapping, of)])}>
          {t('rules.key.addValue')}
        </Button>
        {of === 'key' && mapping.kind !== 'orders' && (
          <Button
            size="small"
            onClick={() => change([exclude(), ...rules, ...(rules.length > 0 ? [] : [newValueRule(mapping, of)])])}
          >
            {t('rules.key.addExclude')}
          </Button>
        )}
      </div>
    </details>
  );
}
