// The platforms' invoices for their fees (平台發票): what still waits for one, those in the books, booking and voiding one.
import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DEFAULT_COMPANY } from '../../../core/company.ts';
import type { FeeInvoices } from '../../../core/ledger/fee-invoice-api.ts';
import { shopKeyOf } from '../../../core/statements/report-only.ts';
import type { BookedInvoice, InvoicesClient } from '../../invoices-client.ts';
import { AskedCard } from '../asked-card.tsx';
import { useAsked } from '../library/use-asked.ts';
import { Opened } from '../opened.tsx';
import { useAnswered } from '../use-answered.ts';
import { useSession, useSessionState } from '../use-session.ts';
import { WithWords } from '../with-words.tsx';
import type { InvoiceBooks } from './invoice-draft.ts';
import { InvoiceForm } from './invoice-form.tsx';
import { InvoiceList } from './invoice-list.tsx';
import { PrepaidFees } from './prepaid-fees.tsx';
import { VoidForm } from './void-form.tsx';

/** The words of whoever signs are those of contracts and calendars. */
export function InvoicesPart() {
  return (
    <WithWords part="fees">
      <WithWords part="invoices">
        <Card />
      </WithWords>
    </WithWords>
  );
}

interface Told extends Pick<InvoiceBooks, 'company'> {
  readonly client: InvoicesClient;
  readonly shops: readonly string[];
  readonly held: FeeInvoices;
}

function Card() {
  const session = useSession();
  const { settings } = useSessionState();
  const [said, say] = useState('');
  const [asked, askAgain] = useAsked(async (): Promise<Told> => {
    const [client, company] = await Promise.all([session.invoices(), session.company()]);
    const [held, { kept, shops }] = await Promise.all([client.list(), company.inForce()]);
    return { client, held, company: kept?.content ?? DEFAULT_COMPANY, shops: shops.map(shopKeyOf) };
  }, settings.serverAddress);
  return (
    <AskedCard part="invoices" {...{ asked, said }} onRetry={askAgain}>
      {(told) => <Invoices {...told} say={say} onLeft={askAgain} />}
    </AskedCard>
  );
}

interface InvoicesProps extends Told {
  readonly say: (sentence: string) => void;
  /** A form was left: somebody else may have changed something meanwhile. */
  readonly onLeft: () => void;
}

function Invoices({ client, shops, company, held, say, onLeft }: InvoicesProps) {
  const { t } = useTranslation('invoices');
  const [open, setOpen] = useState<'book' | BookedInvoice | null>(null);
  const [{ invoices, prepaid }, setHeld] = useAnswered(held);
  const begin = (what: typeof open) => {
    say('');
    setOpen(what);
  };
  const done = (now: FeeInvoices, sentence: string) => {
    setHeld(now);
    setOpen(null);
    say(sentence);
  };
  const onCancel = () => {
    setOpen(null);
    onLeft();
  };
  if (open === 'book')
    return (
      <Opened>
        <InvoiceForm
          {...{ shops, onCancel, books: { company, invoices, prepaid } }}
          onBook={async (invoice, author) => {
            const now = await client.book(invoice, author);
            done(now, t('bookedNow', { number: invoice.number, voucher: voucherOf(now, invoice) }));
          }}
        />
      </Opened>
    );
  if (open !== null)
    return (
      <Opened>
        <VoidForm
          {...{ invoice: open, onCancel }}
          onVoid={async (what) => done(await client.void(what), t('voidedNow', { number: what.number }))}
        />
      </Opened>
    );
  return (
    <>
      <PrepaidFees prepaid={prepaid} />
      <div>
        <Button size="small" disabled={shops.length === 0} onClick={() => begin('book')}>
          {t('add')}
        </Button>
      </div>
      {shops.length === 0 && <p>{t('noShops')}</p>}
      <InvoiceList invoices={invoices} onVoid={begin} />
    </>
  );
}

function voucherOf({ invoices }: FeeInvoices, { shop, number }: Pick<BookedInvoice, 'shop' | 'number'>): string {
  const booked = invoices.find((one) => one.shop === shop && one.number === number && one.voidedBy === null);
  return booked?.voucher ?? '';
}
