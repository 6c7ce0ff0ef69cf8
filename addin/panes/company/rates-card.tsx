// Exchange rates by currency, newest first, with the months that lack one; and the form to enter or correct one.
import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { monthOf } from '../../../core/business-date.ts';
import type { EnteredRate, RatesInForce } from '../../company-client.ts';
import { FailureMessage } from '../failure-message.tsx';
import { useAsked } from '../library/use-asked.ts';
import { Notice } from '../notice.tsx';
import { Opened } from '../opened.tsx';
import { useStyles } from '../styles.ts';
import { useShown } from '../use-shown.ts';
import type { CompanyView } from './company-view.ts';
import { NEW_RATE, type RateDraft } from './rate-draft.ts';
import { RateForm } from './rate-form.tsx';

const AT_ONCE = 12;

export function RatesCard({ client, company, kept }: CompanyView) {
  const styles = useStyles();
  const { t } = useTranslation('company');
  const { baseCurrency } = company;
  const [saves, setSaves] = useState(0);
  const [isSaved, setSaved] = useState(false);
  const [begun, setBegun] = useState<RateDraft | null>(null);
  // What lacks depends on base currency and valuation too; told anew, so that nothing old stands beside what is saved.
  const [asked, askAgain] = useAsked(() => client.rates(), `${saves} ${kept?.version ?? 0}`);
  const begin = (draft: RateDraft) => {
    setSaved(false);
    setBegun(draft);
  };
  return (
    <section className={styles.card} aria-labelledby="rates">
      <h2 id="rates" className={styles.heading}>
        {t('rate.title')}
      </h2>
      <p className={styles.hint}>{baseCurrency === null ? t('rate.noBase') : t('rate.hint', { base: baseCurrency })}</p>
      {asked.state === 'failed' && (
        <FailureMessage title={t('loadFailed')} failure={asked.failure} onRetry={askAgain} />
      )}
      {asked.state === 'told' && begun === null && <RatesTold {...asked.value} onBegin={begin} />}
      {isSaved && <Notice tone="good">{t('rate.saved')}</Notice>}
      {begun === null ? (
        <div>
          <Button size="small" onClick={() => begin(NEW_RATE)}>
            {t('rate.add')}
          </Button>
        </div>
      ) : (
        <Opened>
          <RateForm
            {...{ client, begun, baseCurrency, rates: asked.state === 'told' ? asked.value.rates : [] }}
            onSaved={() => {
              setSaved(true);
              setBegun(null);
              setSaves(saves + 1);
            }}
            onCancel={() => setBegun(null)}
          />
        </Opened>
      )}
    </section>
  );
}

interface RatesToldProps extends RatesInForce {
  readonly onBegin: (draft: RateDraft) => void;
}

function RatesTold({ rates, missing, onBegin }: RatesToldProps) {
  const styles = useStyles();
  const { t } = useTranslation('company');
  const currencies = [...new Set(rates.map(({ currency }) => currency))].sort();
  return (
    <>
      {missing.length > 0 && <MissingRates missing={missing} onBegin={onBegin} />}
      {rates.length === 0 && <p className={styles.hint}>{t('rate.none')}</p>}
      {currencies.map((currency) => (
        <CurrencyRates
          key={currency}
          rates={rates.filter((one) => one.currency === currency)}
          isUnfolded={currencies.length === 1}
          onBegin={onBegin}
        />
      ))}
    </>
  );
}

function MissingRates({ missing, onBegin }: Pick<RatesToldProps, 'missing' | 'onBegin'>) {
  const styles = useStyles();
  const { t } = useTranslation('company');
  return (
    <Notice tone="warning">
      <div>{t('rate.missing')}</div>
      <ul className={styles.list}>
        {missing.map(({ currency, day }) => {
          const month = monthOf(day);
          return (
            <li key={`${currency} ${day}`} className={styles.between}>
              <span className={styles.grow}>{t('rate.missingOne', { month, currency, day })}</span>
              <Button
                size="small"
                aria-label={t('rate.enterMissing', { month, currency })}
                onClick={() => onBegin({ ...NEW_RATE, currency, day })}
              >
                {t('rate.enter')}
              </Button>
            </li>
          );
        })}
      </ul>
    </Notice>
  );
}

interface CurrencyRatesProps extends Pick<RatesToldProps, 'onBegin'> {
  /** Of one currency, at least one. */
  readonly rates: readonly EnteredRate[];
  readonly isUnfolded: boolean;
}

function CurrencyRates({ rates, isUnfolded, onBegin }: CurrencyRatesProps) {
  const styles = useStyles();
  const { t } = useTranslation('company');
  const sorted = [...rates].sort((left, right) => (left.validOn < right.validOn ? 1 : -1));
  const { part, next, showNext } = useShown(sorted, AT_ONCE);
  const [newest] = sorted;
  if (newest === undefined) return null;
  const { currency, validOn: day, rate } = newest;
  return (
    <details className={styles.details} open={isUnfolded}>
      <summary>{t('rate.newest', { currency, n: rates.length, day, rate })}</summary>
      <ul className={styles.list}>
        {part.map((one) => (
          <RateLine key={one.validOn} rate={one} onBegin={onBegin} />
        ))}
      </ul>
      {next > 0 && (
        <Button size="small" onClick={showNext}>
          {t('rate.more', { n: next })}
        </Button>
      )}
    </details>
  );
}

function RateLine({ rate: held, onBegin }: { readonly rate: EnteredRate } & Pick<RatesToldProps, 'onBegin'>) {
  const styles = useStyles();
  const { t } = useTranslation('company');
  const { currency, validOn: day, rate, source } = held;
  return (
    <li className={`${styles.line} ${styles.between}`}>
      <span className={styles.grow}>
        <span>{t('rate.one', { day, rate })}</span> <span className={styles.quiet}>{source}</span>
      </span>
      <Button
        size="small"
        aria-label={t('rate.correctNamed', { currency, day })}
        onClick={() => onBegin({ currency, day, rate, source })}
      >
        {t('rate.correct')}
      </Button>
    </li>
  );
}
