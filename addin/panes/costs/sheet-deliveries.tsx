// Deliveries taken from the sheet on screen: it is read once and never written; what it says is shown, and saved all or not
// at all by whoever signs.
import { Button, Checkbox, Spinner } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { deliveriesOfSheet } from '../../../core/import/deliveries-of-sheet.ts';
import type { Currency } from '../../../core/money.ts';
import type { ItemCost } from '../../../core/stock.ts';
import type { SheetOnScreen } from '../../session.ts';
import { currencyIn } from '../company/company-draft.ts';
import { FailureMessage } from '../failure-message.tsx';
import { PlainText } from '../fees/plain-fields.tsx';
import { useAsked } from '../library/use-asked.ts';
import { Notice } from '../notice.tsx';
import { usePolicyStyles } from '../policy/policy-styles.ts';
import { useStyles } from '../styles.ts';
import { useSession } from '../use-session.ts';
import { ReadDeliveries } from './read-deliveries.tsx';
import { UnfitSheet } from './unfit-sheet.tsx';

interface SheetDeliveriesProps {
  readonly baseCurrency: Currency | null;
  readonly held: readonly ItemCost[];
  readonly onEnter: (costs: readonly ItemCost[], author: string) => Promise<void>;
  readonly onCancel: () => void;
}

export function SheetDeliveries(props: SheetDeliveriesProps) {
  const styles = useStyles();
  const policyStyles = usePolicyStyles();
  const { t } = useTranslation('costs');
  const session = useSession();
  const [withoutHidden, setWithoutHidden] = useState(false);
  const [time, setTime] = useState(0);
  const [asked] = useAsked(() => session.readOnScreen(withoutHidden), `${withoutHidden} ${time}`);
  const readAgain = () => setTime(time + 1);
  return (
    <div role="group" aria-labelledby="sheet-deliveries" className={policyStyles.group}>
      <h3 id="sheet-deliveries" className={styles.heading}>
        {t('fromSheet')}
      </h3>
      {asked.state === 'asking' && <Spinner size="tiny" label={t('reading')} />}
      {asked.state === 'failed' && (
        <FailureMessage title={t('readFailed')} failure={asked.failure} onRetry={readAgain} />
      )}
      {asked.state === 'told' && asked.value === null && <Notice tone="warning">{t('noSheet')}</Notice>}
      <div className={styles.wrap}>
        <Button size="small" onClick={readAgain}>
          {t('readAgain')}
        </Button>
        {(asked.state !== 'told' || asked.value === null) && (
          <Button size="small" onClick={props.onCancel}>
            {t('cancel')}
          </Button>
        )}
      </div>
      {asked.state === 'told' && asked.value !== null && (
        <>
          {(asked.value.hasHiddenRows || withoutHidden) && (
            <Checkbox
              label={{ children: t('withoutHidden'), className: styles.small }}
              checked={withoutHidden}
              onChange={(_, { checked }) => setWithoutHidden(checked === true)}
            />
          )}
          <Deliveries key={time} {...props} read={asked.value} />
        </>
      )}
    </div>
  );
}

function Deliveries({ read, baseCurrency, ...rest }: SheetDeliveriesProps & { readonly read: SheetOnScreen }) {
  const styles = useStyles();
  const { t } = useTranslation('costs');
  const [typed, setTyped] = useState<string>(baseCurrency ?? 'TWD');
  const usual = baseCurrency ?? currencyIn(typed);
  const { file, sheet } = read.table;
  const isSound = usual !== null && usual !== undefined;
  const of = isSound ? deliveriesOfSheet(read.table, { currency: usual, isOnly: baseCurrency !== null }) : null;
  return (
    <>
      <p className={styles.hint}>{t('sheet', { sheet: `${file} · ${sheet}` })}</p>
      {baseCurrency === null && (
        <PlainText
          label={t('usualCurrency')}
          value={typed}
          problem={isSound ? undefined : t('problem.wrongCurrency')}
          onChange={setTyped}
        />
      )}
      {of?.is === 'unfit' && <UnfitSheet {...of} onCancel={rest.onCancel} />}
      {of?.is === 'read' && <ReadDeliveries {...rest} sheetId={read.id} of={of} />}
    </>
  );
}
