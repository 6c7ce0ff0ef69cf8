// Orders that count as refunded, and rows of which all pieces came back, where other columns than the refund status say it.
import { Checkbox } from '@fluentui/react-components';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { OrderMapping } from '../../../core/mapping/mapping.ts';
import { conditionOf, withOptional } from '../../mapping/plain-condition.ts';
import { hitsOfConditions } from '../../mapping/sheet-rules.ts';
import { useStyles } from '../styles.ts';
import { ConditionFields, newTest } from './condition-fields.tsx';
import type { Editor } from './editor.ts';
import { Hits } from './rule-frame.tsx';

interface RefundRulesPartProps {
  readonly editor: Editor;
  readonly mapping: OrderMapping;
}

export function RefundRulesPart({ editor, mapping }: RefundRulesPartProps) {
  const styles = useStyles();
  const { t } = useTranslation('mapping');
  return (
    <details className={styles.details}>
      <summary>{t('rules.refund.title')}</summary>
      <p className={styles.hint}>{t('rules.refund.hint')}</p>
      <OneCondition editor={editor} mapping={mapping} part="refundedWhen" />
      <OneCondition editor={editor} mapping={mapping} part="returnedWhen" />
    </details>
  );
}

interface OneConditionProps extends RefundRulesPartProps {
  readonly part: 'refundedWhen' | 'returnedWhen';
}

function OneCondition({ editor, mapping, part }: OneConditionProps) {
  const styles = useStyles();
  const { t } = useTranslation('mapping');
  const condition = mapping[part];
  const { sheet, draft, columns } = editor;
  const { headerIndex } = draft;
  const [hits] = useMemo(
    () => hitsOfConditions({ table: sheet.table, headerIndex }, mapping, columns, condition ? [condition] : []),
    [sheet, headerIndex, mapping, columns, condition],
  );
  const begin = () => conditionOf({ join: 'all', tests: [newTest(mapping)] });
  return (
    <>
      <Checkbox
        checked={condition !== undefined}
        label={{ children: t(`rules.refund.${part}`), className: styles.small }}
        onChange={(_, { checked }) =>
          editor.change(withOptional(mapping, part, checked === true ? begin() : undefined))
        }
      />
      {condition && (
        <ConditionFields
          mapping={mapping}
          condition={condition}
          onChange={(changed) => editor.change({ ...mapping, [part]: changed })}
        />
      )}
      {hits && <Hits sheetId={sheet.id} hits={hits} />}
    </>
  );
}
