// Special cases of a report, folded: rows that are no data, how numbers are found, what counts as refunded.
import { useTranslation } from 'react-i18next';
import { isOrders } from '../../mapping/column-roles.ts';
import { RULE_ROWS_MAX } from '../../mapping/sheet-rules.ts';
import { useStyles } from '../styles.ts';
import type { Editor } from './editor.ts';
import { KeyRulesPart } from './key-rules-part.tsx';
import { RefundRulesPart } from './refund-rules-part.tsx';
import { RowRulesPart } from './row-rules-part.tsx';

export function RulesCard({ editor }: { readonly editor: Editor }) {
  const styles = useStyles();
  const { t } = useTranslation('mapping');
  const { mapping } = editor.draft;
  const isLong = editor.sheet.table.rows.length > RULE_ROWS_MAX;
  return (
    <section className={styles.card} aria-labelledby="rules">
      <h2 id="rules" className={styles.heading}>
        {t('rules.title')}
      </h2>
      <p className={styles.hint}>{t('rules.hint')}</p>
      {isLong && <p className={styles.hint}>{t('rules.firstRows', { n: RULE_ROWS_MAX.toLocaleString('en-US') })}</p>}
      <RowRulesPart editor={editor} />
      <KeyRulesPart editor={editor} of="key" />
      {isOrders(mapping) ? (
        <RefundRulesPart editor={editor} mapping={mapping} />
      ) : (
        <KeyRulesPart editor={editor} of="reference" />
      )}
    </section>
  );
}
