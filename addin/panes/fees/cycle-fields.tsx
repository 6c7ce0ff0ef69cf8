// On which days a platform pays, what becomes of a holiday, and how long the money is under way.
import { useTranslation } from 'react-i18next';
import { WEEKDAYS } from '../../../core/business-date.ts';
import { weekdayLabel } from '../../../core/calendar/explain-calendar.ts';
import { useSessionState } from '../use-session.ts';
import { type CalendarDraft, type CycleKind, PLAIN_CYCLES } from './calendar-draft.ts';
import { PlainChoice, PlainText } from './plain-fields.tsx';

interface CycleFieldsProps {
  readonly draft: CalendarDraft;
  readonly onChange: (part: Partial<CalendarDraft>) => void;
}

const CLOSED = ['keep', 'next', 'previous'] as const;
/** What stands in the field when a kind is chosen, so that the calendar is sound at once. */
const STARTS: Readonly<Partial<Record<CycleKind, string>>> = { weekly: '1', monthly: '15', interval: '14' };

export function CycleFields({ draft, onChange }: CycleFieldsProps) {
  const { t } = useTranslation('fees');
  const { language } = useSessionState();
  const kinds = draft.cycle === 'windows' ? (['windows', ...PLAIN_CYCLES] as const) : PLAIN_CYCLES;
  const weekdays = WEEKDAYS.map((day) => ({ value: String(day), text: weekdayLabel(day, language) }));
  return (
    <>
      <PlainChoice<CycleKind>
        label={t('field.cycle')}
        value={draft.cycle}
        options={kinds.map((value) => ({ value, text: t(`cycle.${value}`) }))}
        onChange={(cycle) => onChange({ cycle, on: STARTS[cycle] ?? '' })}
      />
      {draft.cycle === 'weekly' && (
        <PlainChoice
          label={t('field.weekday')}
          value={draft.on}
          options={weekdays}
          onChange={(on) => onChange({ on })}
        />
      )}
      {draft.cycle === 'monthly' && (
        <PlainText label={t('field.monthDays')} value={draft.on} onChange={(on) => onChange({ on })} />
      )}
      {draft.cycle === 'interval' && (
        <>
          <PlainText label={t('field.every')} value={draft.on} onChange={(on) => onChange({ on })} />
          <PlainText
            label={t('field.startingOn')}
            value={draft.startingOn}
            onChange={(startingOn) => onChange({ startingOn })}
          />
        </>
      )}
      <PlainChoice
        label={t('field.closed')}
        value={draft.whenClosed}
        options={CLOSED.map((value) => ({ value, text: t(`closed.${value}`) }))}
        onChange={(whenClosed) => onChange({ whenClosed })}
      />
      <PlainText label={t('field.transfer')} value={draft.transfer} onChange={(transfer) => onChange({ transfer })} />
    </>
  );
}
