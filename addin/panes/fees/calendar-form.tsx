// A payout calendar as fields: whom it is for, from which day it counts, how long it waits, when the platform pays.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { anchorLabel, explainCalendar } from '../../../core/calendar/explain-calendar.ts';
import { WEEKENDS_ONLY } from '../../../core/calendar/holiday-calendar.ts';
import { ANCHORS, type PayoutCalendar } from '../../../core/calendar/payout-calendar.ts';
import type { FeesClient } from '../../fees-client.ts';
import type { Kept } from '../../kept-settings.ts';
import { useStyles } from '../styles.ts';
import { useSessionState } from '../use-session.ts';
import { type CalendarDraft, calendarDraftOf, calendarOf, newCalendarDraft } from './calendar-draft.ts';
import { CycleFields } from './cycle-fields.tsx';
import { PlainChoice, PlainText } from './plain-fields.tsx';
import { SignedPart } from './signed-part.tsx';

interface CalendarFormProps {
  /** Null: a new one. */
  readonly kept: Kept<PayoutCalendar> | null;
  readonly holidayIds: readonly string[];
  readonly platform: string;
  readonly client: FeesClient;
  readonly onSaved: () => void;
  readonly onCancel: () => void;
}

export function CalendarForm({ kept, holidayIds, platform, client, onSaved, onCancel }: CalendarFormProps) {
  const styles = useStyles();
  const { t } = useTranslation('fees');
  const { language } = useSessionState();
  const held = kept?.content ?? null;
  const [draft, setDraft] = useState(held === null ? newCalendarDraft(platform, '') : calendarDraftOf(held));
  const change = (part: Partial<CalendarDraft>) => setDraft({ ...draft, ...part });
  const calendar = calendarOf(draft, held);
  const names = [...new Set([WEEKENDS_ONLY.id, ...holidayIds, draft.holidays])];
  return (
    <>
      <PlainText label={t('field.platform')} value={draft.platform} onChange={(value) => change({ platform: value })} />
      <PlainText
        label={t('field.shop')}
        hint={t('shopHint')}
        value={draft.shop}
        onChange={(shop) => change({ shop })}
      />
      <PlainText label={t('field.validFrom')} value={draft.validFrom} onChange={(validFrom) => change({ validFrom })} />
      <PlainText label={t('field.validTo')} value={draft.validTo} onChange={(validTo) => change({ validTo })} />
      <PlainChoice
        label={t('field.anchor')}
        value={draft.anchor}
        options={ANCHORS.map((value) => ({ value, text: anchorLabel(value, language) }))}
        onChange={(anchor) => change({ anchor })}
      />
      <PlainText label={t('field.delay')} value={draft.delay} onChange={(delay) => change({ delay })} />
      <PlainChoice
        label={t('field.unit')}
        value={draft.unit}
        options={(['day', 'businessDay'] as const).map((value) => ({ value, text: t(`unit.${value}`) }))}
        onChange={(unit) => change({ unit })}
      />
      <CycleFields draft={draft} onChange={change} />
      <PlainChoice
        label={t('field.holidays')}
        value={draft.holidays}
        options={names.map((value) => ({ value, text: value === WEEKENDS_ONLY.id ? t('weekendsOnly') : value }))}
        onChange={(holidays) => change({ holidays })}
      />
      <PlainText label={t('field.source')} value={draft.source} onChange={(source) => change({ source })} />
      <p className={styles.hint} role="status">
        {calendar === null ? t('calendarOpen') : explainCalendar(calendar, language)}
      </p>
      <SignedPart
        action={t('save')}
        reason=""
        isSound={calendar !== null}
        onDo={async (signed) => {
          if (calendar !== null) await client.saveCalendar(calendar, signed, kept?.version ?? 0);
          onSaved();
        }}
        onCancel={onCancel}
      />
    </>
  );
}
