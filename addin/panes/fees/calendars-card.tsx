// Payout calendars and holidays in the settings: what is set, and the forms to set it.
import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { explainCalendar } from '../../../core/calendar/explain-calendar.ts';
import type { HolidayCalendar } from '../../../core/calendar/holiday-calendar.ts';
import type { PayoutCalendar } from '../../../core/calendar/payout-calendar.ts';
import type { FeesClient } from '../../fees-client.ts';
import type { Kept } from '../../kept-settings.ts';
import { FailureMessage } from '../failure-message.tsx';
import { useAsked } from '../library/use-asked.ts';
import { Notice } from '../notice.tsx';
import { useStyles } from '../styles.ts';
import { Opened } from '../opened.tsx';
import { usePlatforms } from '../use-platforms.ts';
import { useSessionState } from '../use-session.ts';
import { CalendarForm } from './calendar-form.tsx';
import { HolidayForm } from './holiday-form.tsx';

/** What is being edited: a calendar or holidays that are kept, new ones, or nothing. */
type Open =
  | { readonly what: 'calendar'; readonly kept: Kept<PayoutCalendar> | null }
  | { readonly what: 'holidays'; readonly kept: Kept<HolidayCalendar> | null }
  | null;

/** While one form is open, the list may open another: that is a form of its own, with its own values. */
const nameOf = ({ what, kept }: Exclude<Open, null>) => `${what} ${kept?.content.id ?? ''}@${kept?.version ?? ''}`;

export function CalendarsCard({ client }: { readonly client: FeesClient }) {
  const styles = useStyles();
  const { t } = useTranslation('fees');
  const ask = async () => ({ calendars: await client.calendars(), holidays: await client.holidays() });
  const [kept, askAgain] = useAsked(ask, null);
  const [open, setOpen] = useState<Open>(null);
  const [isSaved, setSaved] = useState(false);
  const [platform = ''] = usePlatforms(useSessionState().settings);
  const close = () => setOpen(null);
  const edit = (next: Open) => {
    setSaved(false);
    setOpen(next);
  };
  const saved = () => {
    setOpen(null);
    setSaved(true);
    askAgain();
  };
  return (
    <section className={styles.card} aria-labelledby="payout-calendars">
      <h2 id="payout-calendars" className={styles.heading}>
        {t('calendars')}
      </h2>
      <p className={styles.hint}>{t('calendarsHint')}</p>
      {kept.state === 'failed' && <FailureMessage title={t('loadFailed')} failure={kept.failure} onRetry={askAgain} />}
      {kept.state === 'told' && <KeptList {...kept.value} onEdit={edit} />}
      {isSaved && <Notice tone="good">{t('savedCalendar')}</Notice>}
      {open === null && (
        <div className={styles.wrap}>
          <Button size="small" onClick={() => edit({ what: 'calendar', kept: null })}>
            {t('newCalendar')}
          </Button>
          <Button size="small" onClick={() => edit({ what: 'holidays', kept: null })}>
            {t('newHolidays')}
          </Button>
        </div>
      )}
      {open?.what === 'calendar' && (
        <Opened key={nameOf(open)}>
          <CalendarForm
            kept={open.kept}
            holidayIds={kept.state === 'told' ? kept.value.holidays.map(({ content }) => content.id) : []}
            {...{ platform, client }}
            onSaved={saved}
            onCancel={close}
          />
        </Opened>
      )}
      {open?.what === 'holidays' && (
        <Opened key={nameOf(open)}>
          <HolidayForm kept={open.kept} client={client} onSaved={saved} onCancel={close} />
        </Opened>
      )}
    </section>
  );
}

interface KeptListProps {
  readonly calendars: readonly Kept<PayoutCalendar>[];
  readonly holidays: readonly Kept<HolidayCalendar>[];
  readonly onEdit: (open: Open) => void;
}

function KeptList({ calendars, holidays, onEdit }: KeptListProps) {
  const styles = useStyles();
  const { t } = useTranslation('fees');
  const { language } = useSessionState();
  if (calendars.length + holidays.length === 0) return <p className={styles.hint}>{t('noCalendars')}</p>;
  return (
    <ul className={styles.list}>
      {calendars.map((kept) => {
        const { id, version, platform, shopPattern, validFrom, validTo } = kept.content;
        const shop = shopPattern === '*' ? t('everyShop') : shopPattern;
        return (
          <KeptLine
            key={`${id}@${version}`}
            title={explainCalendar(kept.content, language)}
            facts={`${platform}／${shop} · ${t('days', { from: validFrom, to: validTo ?? '' })}`}
            onEdit={() => onEdit({ what: 'calendar', kept })}
          />
        );
      })}
      {holidays.map((kept) => {
        const { id, coveredFrom: from, coveredTo: to, holidays: days } = kept.content;
        return (
          <KeptLine
            key={`holidays ${id}`}
            title={t('holidayTable', { id, n: days.size })}
            facts={t('days', { from, to })}
            onEdit={() => onEdit({ what: 'holidays', kept })}
          />
        );
      })}
    </ul>
  );
}

interface KeptLineProps {
  readonly title: string;
  readonly facts: string;
  readonly onEdit: () => void;
}

function KeptLine({ title, facts, onEdit }: KeptLineProps) {
  const styles = useStyles();
  const { t } = useTranslation('fees');
  return (
    <li className={styles.line}>
      <div className={styles.strong}>{title}</div>
      <div className={styles.quiet}>{facts}</div>
      <Button size="small" aria-label={t('editNamed', { name: title })} onClick={onEdit}>
        {t('edit')}
      </Button>
    </li>
  );
}
