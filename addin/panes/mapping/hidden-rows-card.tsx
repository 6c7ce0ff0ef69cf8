// Rows are hidden or filtered out: an export holds them, a person may have put them aside. Asked, and read until answered.
import { Field, Radio, RadioGroup } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { useStyles } from '../styles.ts';
import { useSession, useSessionState } from '../use-session.ts';

export function HiddenRowsCard({ sheetId }: { readonly sheetId: string }) {
  const styles = useStyles();
  const { t } = useTranslation('mapping');
  const session = useSession();
  const { answers, run } = useSessionState();
  const isLeftOut = answers.get(sheetId)?.withoutHidden ?? false;
  return (
    <section className={styles.card} aria-labelledby="hidden-rows">
      <h2 id="hidden-rows" className={styles.heading}>
        {t('hidden.title')}
      </h2>
      <Field label={t('hidden.hint')} size="small">
        <RadioGroup
          value={isLeftOut ? 'skip' : 'read'}
          disabled={run.state === 'running'}
          onChange={(_, { value }) => void session.answer(sheetId, { withoutHidden: value === 'skip' })}
        >
          <Radio value="read" label={t('hidden.read')} />
          <Radio value="skip" label={t('hidden.skip')} />
        </RadioGroup>
      </Field>
    </section>
  );
}
