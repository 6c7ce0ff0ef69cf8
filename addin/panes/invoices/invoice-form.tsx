// One invoice or allowance of a platform as fields: as the paper says it, with the sum and what will be booked as they are typed.
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { shopSettings } from '../../../core/company.ts';
import {
  type FeeInvoice,
  feeVatOfCost,
  INVOICE_KINDS,
  INVOICED_COSTS,
  INVOICED_FROM,
} from '../../../core/ledger/fee-invoice.ts';
import { readableAmount, subtract } from '../../../core/money.ts';
import { shortShop } from '../../../core/short-shop.ts';
import { PlainChoice, PlainText } from '../fees/plain-fields.tsx';
import { SignedPart } from '../fees/signed-part.tsx';
import { Notice } from '../notice.tsx';
import { usePolicyStyles } from '../policy/policy-styles.ts';
import { useStyles } from '../styles.ts';
import {
  type InvoiceBooks,
  type InvoiceDraft,
  invoiceOf,
  newInvoice,
  problemsOf,
  sumTyped,
  tooLittlePrepaid,
} from './invoice-draft.ts';

interface InvoiceFormProps {
  readonly books: InvoiceBooks;
  /** Keys of the shops that the books know. */
  readonly shops: readonly string[];
  readonly onBook: (invoice: FeeInvoice, author: string) => Promise<void>;
  readonly onCancel: () => void;
}

export function InvoiceForm({ books, shops, onBook, onCancel }: InvoiceFormProps) {
  const styles = useStyles();
  const policyStyles = usePolicyStyles();
  const { t } = useTranslation('invoices');
  const [begun] = useState(() => newInvoice(shops, books));
  const [draft, setDraft] = useState(begun);
  const invoice = invoiceOf(draft, books);
  return (
    <div role="group" aria-labelledby="invoice-form" className={policyStyles.group}>
      <h3 id="invoice-form" className={styles.heading}>
        {t('form')}
      </h3>
      <InvoiceFields
        {...{ draft, books, shops, isBegun: draft !== begun }}
        change={(part) => setDraft({ ...draft, ...part })}
      />
      <Sum draft={draft} />
      {invoice !== null && <Effect {...{ invoice, books }} />}
      <SignedPart
        action={t('book')}
        reason={null}
        isSound={invoice !== null}
        onDo={async ({ author }) => {
          if (invoice !== null) await onBook(invoice, author);
        }}
        onCancel={onCancel}
      />
    </div>
  );
}

interface InvoiceFieldsProps extends Pick<InvoiceFormProps, 'books' | 'shops'> {
  readonly draft: InvoiceDraft;
  /** Something was typed: until then nobody is told what lacks. */
  readonly isBegun: boolean;
  readonly change: (part: Partial<InvoiceDraft>) => void;
}

function InvoiceFields({ draft, books, shops, isBegun, change }: InvoiceFieldsProps) {
  const { t } = useTranslation('invoices');
  const problems = isBegun ? problemsOf(draft, books) : {};
  const said = (field: keyof InvoiceDraft) => {
    const problem = problems[field];
    return problem === undefined ? undefined : t(`problem.${problem}`);
  };
  const text = (field: 'number' | 'day' | 'currency' | 'net' | 'tax', hint?: string) => (
    <PlainText
      label={t(draft.kind === 'allowance' && isOfKind(field) ? `allowanceField.${field}` : `field.${field}`)}
      value={draft[field]}
      problem={said(field)}
      longest={100}
      {...(hint === undefined ? {} : { hint })}
      onChange={(value) => change({ [field]: value })}
    />
  );
  return (
    <>
      <PlainChoice
        label={t('field.kind')}
        value={draft.kind}
        options={INVOICE_KINDS.map((value) => ({ value, text: t(`kind.${value}`) }))}
        onChange={(kind) => change({ kind })}
      />
      <PlainChoice
        label={t('field.shop')}
        value={draft.shop}
        problem={said('shop')}
        options={[
          ...(draft.shop === '' ? [{ value: '', text: t('choose') }] : []),
          ...shops.map((shop) => ({ value: shop, text: shortShop(shop) })),
        ]}
        onChange={(shop) => change({ shop })}
      />
      {text('number')}
      {text('day', t('dayHint'))}
      {books.company.baseCurrency === null && text('currency')}
      {text('net', t('netHint'))}
      {text('tax')}
      <PlainChoice
        label={t('field.cost')}
        value={draft.cost}
        options={INVOICED_COSTS.map((value) => ({ value, text: t(`cost.${value}`) }))}
        onChange={(cost) => change({ cost })}
      />
      <FromField {...{ draft, books, change }} problem={said('from')} />
    </>
  );
}

/** What an allowance prints by another name. */
const isOfKind = (field: string) => field === 'number' || field === 'day';

interface FromFieldProps extends Pick<InvoiceFieldsProps, 'draft' | 'books' | 'change'> {
  readonly problem: string | undefined;
}

/** Where the fees stand follows from the shop's settings; what was booked before these changed is said here. */
function FromField({ draft, books, problem, change }: FromFieldProps) {
  const { t } = useTranslation('invoices');
  const byShop = draft.shop === '' ? 'open' : feeVatOfCost(draft.cost, shopSettings(books.company, draft.shop));
  return (
    <PlainChoice
      label={t('field.from')}
      value={draft.from}
      problem={problem}
      options={[
        { value: 'shop', text: t(`byShop.${byShop}`) },
        ...INVOICED_FROM.map((value) => ({ value, text: t(`from.${value}`) })),
      ]}
      onChange={(from) => change({ from })}
    />
  );
}

function Sum({ draft }: { readonly draft: InvoiceDraft }) {
  const styles = useStyles();
  const { t } = useTranslation('invoices');
  const sum = sumTyped(draft);
  const told = sum === null ? '—' : `${readableAmount(sum)} ${draft.currency.trim().toUpperCase()}`;
  return (
    <div className={`${styles.between} ${styles.total}`} role="status">
      <span className={styles.grow}>{t('sum')}</span>
      <span className={`${styles.figure} ${styles.strong}`}>{told}</span>
    </div>
  );
}

function Effect({ invoice, books }: { readonly invoice: FeeInvoice } & Pick<InvoiceFormProps, 'books'>) {
  const styles = useStyles();
  const { t } = useTranslation('invoices');
  const { kind, amount, tax, cost, from } = invoice;
  const left = tooLittlePrepaid(invoice, books);
  const money = {
    amount: readableAmount(amount),
    tax: readableAmount(tax),
    net: readableAmount(subtract(amount, tax)),
  };
  return (
    <>
      <p className={styles.hint}>{t(`effect.${kind}.${from}`, { ...money, cost: t(`cost.${cost}`) })}</p>
      {left !== null && <Notice tone="warning">{t('tooLittle', { left: readableAmount(left) })}</Notice>}
    </>
  );
}
