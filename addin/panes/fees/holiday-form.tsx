// The holidays of a year or more, one day a line.
import { Field, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HolidayCalendar } from '../../../core/calendar/holiday-calendar.ts';
import type { FeesClient } from '../../fees-client.ts';
import type { Kept } from '../../kept-settings.ts';
import { useStyles } from '../styles.ts';
import { type HolidayDraft, holidayDraftOf, holidaysOf } from './calendar-draft.ts';
import { PlainText } from './plain-fields.tsx';
import { SignedPart } from './signed-part.tsx';

interface HolidayFormProps {
  /** Null: a new one. */
  readonly kept: Kept<HolidayCalendar> | null;
  readonly client: FeesClient;
  readonly onSaved: () => void;
  readonly onCancel: () => void;
}

export function HolidayForm({ kept, client, onSaved, onCancel }: HolidayFormProps) {
  const styles = useStyles();
  const { t } = useTranslation('fees');
  const [draft, setDraft] = useState<HolidayDraft>(holidayDraftOf(kept?.content ?? null));
  const change = (part: Partial<HolidayDraft>) => setDraft({ ...draft, ...part });
  const read = holidaysOf(draft);
  return (
    <>
      {kept === null && <PlainText label={t('field.name')} value={draft.id} onChange={(id) => change({ id })} />}
      <PlainText label={t('field.coveredFrom')} value={draft.from} onChange={(from) => change({ from })} />
      <PlainText label={t('field.coveredTo')} value={draft.to} onChange={(to) => change({ to })} />
      {(['holidays', 'workdays'] as const).map((name) => (
        <Field key={name} label={t(`list.${name}`)} hint={t('dayList')} size="small">
          <Textarea value={draft[name]} onChange={(_, { value }) => change({ [name]: value })} />
        </Field>
      ))}
      <PlainText label={t('field.source')} value={draft.source} onChange={(source) => change({ source })} />
      {'wrong' in read && (
        <p className={styles.hint} role="status">
          {t('holidaysOpen', { problem: read.wrong })}
        </p>
      )}
      <SignedPart
        action={t('save')}
        reason=""
        isSound={!('wrong' in read)}
        onDo={async (signed) => {
          if (!('wrong' in read)) await client.saveHolidays(read, signed, kept?.version ?? 0);
          onSaved();
        }}
        onCancel={onCancel}
      />
    </>
  );
}
