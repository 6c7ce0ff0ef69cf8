// What deliveries cost (進貨成本): those that stand, and the two ways to enter more: from the sheet on screen, or one by one.
import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Currency } from '../../../core/money.ts';
import type { ItemCost } from '../../../core/stock.ts';
import type { ItemCostsClient } from '../../item-costs-client.ts';
import { AskedCard } from '../asked-card.tsx';
import { useAsked } from '../library/use-asked.ts';
import { Opened } from '../opened.tsx';
import { useStyles } from '../styles.ts';
import { useAnswered } from '../use-answered.ts';
import { useSession, useSessionState } from '../use-session.ts';
import { WithWords } from '../with-words.tsx';
import { type DeliveryDraft, draftOf, newDelivery } from './delivery-draft.ts';
import { DeliveryForm } from './delivery-form.tsx';
import { HeldDeliveries } from './held-deliveries.tsx';
import { SheetDeliveries } from './sheet-deliveries.tsx';

/** The words of whoever signs are those of contracts and calendars. */
export function CostsPart() {
  return (
    <WithWords part="fees">
      <WithWords part="costs">
        <Card />
      </WithWords>
    </WithWords>
  );
}

interface Told {
  readonly client: ItemCostsClient;
  readonly baseCurrency: Currency | null;
  readonly held: readonly ItemCost[];
}

function Card() {
  const session = useSession();
  const { settings } = useSessionState();
  const [said, say] = useState('');
  const [asked, askAgain] = useAsked(async (): Promise<Told> => {
    const [client, company] = await Promise.all([session.itemCosts(), session.company()]);
    const [held, { kept }] = await Promise.all([client.held(), company.inForce()]);
    return { client, held, baseCurrency: kept?.content.baseCurrency ?? null };
  }, settings.serverAddress);
  return (
    <AskedCard part="costs" {...{ asked, said }} onRetry={askAgain}>
      {(told) => <Costs {...told} say={say} onLeft={askAgain} />}
    </AskedCard>
  );
}

interface CostsProps extends Told {
  readonly say: (sentence: string) => void;
  /** A form was left: somebody else may have entered something meanwhile. */
  readonly onLeft: () => void;
}

function Costs({ client, baseCurrency, held: told, say, onLeft }: CostsProps) {
  const styles = useStyles();
  const { t } = useTranslation('costs');
  const [open, setOpen] = useState<'sheet' | DeliveryDraft | null>(null);
  const [held, setHeld] = useAnswered(told);
  const begin = (what: typeof open) => {
    say('');
    setOpen(what);
  };
  const common = {
    ...{ baseCurrency, held },
    onEnter: async (costs: readonly ItemCost[], author: string) => {
      setHeld(await client.enter(costs, author));
      setOpen(null);
      say(t('saved', { n: costs.length }));
    },
    onCancel: () => {
      setOpen(null);
      onLeft();
    },
  };
  if (open !== null)
    return (
      <Opened>{open === 'sheet' ? <SheetDeliveries {...common} /> : <DeliveryForm {...common} begun={open} />}</Opened>
    );
  return (
    <>
      <div className={styles.wrap}>
        <Button size="small" onClick={() => begin('sheet')}>
          {t('take')}
        </Button>
        <Button size="small" onClick={() => begin(newDelivery(baseCurrency))}>
          {t('add')}
        </Button>
      </div>
      <HeldDeliveries held={held} onCorrect={(delivery) => begin(draftOf(delivery))} />
    </>
  );
}
