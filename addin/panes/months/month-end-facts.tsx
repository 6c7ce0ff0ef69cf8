// What a month's end holds, the same before it is posted and after: its vouchers in plain words, the orders that were paid
// and had not shipped, and payout rows that no receipt books.
import { Button, mergeClasses } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MonthEndAnswer, Periods } from '../../../core/ledger-api.ts';
import { readableAmount, ZERO } from '../../../core/money.ts';
import { shortShop } from '../../../core/short-shop.ts';
import { type DocumentedVoucher, movedBy, type VoucherLine } from '../../../core/voucher.ts';
import { Money } from '../money.tsx';
import { useStyles } from '../styles.ts';
import { useShown } from '../use-shown.ts';
import { waitingFiles } from './waiting-files.ts';

const ROWS_AT_ONCE = 10;

interface VouchersProps {
  readonly title: string;
  /** Those of the last day, and those that turn them back. */
  readonly vouchers: readonly DocumentedVoucher[];
  /** A plan's numbers are drafts and told to nobody. */
  readonly isPosted: boolean;
}

export function Vouchers({ title, vouchers, isPosted }: VouchersProps) {
  const styles = useStyles();
  const { t } = useTranslation('months');
  const turns = new Map(vouchers.map((voucher) => [voucher.reverses, voucher]));
  const first = vouchers.filter(({ reverses }) => reverses === null);
  return (
    <Part title={title}>
      {first.length === 0 && <p className={styles.hint}>{t('noVouchers')}</p>}
      <ul className={styles.list}>
        {first.map((voucher) => (
          <VoucherItem key={voucher.number} voucher={voucher} turn={turns.get(voucher.number)} isPosted={isPosted} />
        ))}
      </ul>
    </Part>
  );
}

interface VoucherItemProps {
  readonly voucher: DocumentedVoucher;
  readonly turn: DocumentedVoucher | undefined;
  readonly isPosted: boolean;
}

function VoucherItem({ voucher, turn, isPosted }: VoucherItemProps) {
  const styles = useStyles();
  const { t } = useTranslation('months');
  const { number, shop, lines } = voucher;
  const { amount, currency } = movedBy(voucher);
  const about = useWordsFor(voucher);
  const place = [...(isPosted ? [number] : []), ...(shop === '' ? [] : [shortShop(shop)])];
  return (
    <li className={styles.line}>
      <div className={styles.between}>
        <span className={styles.grow}>{about}</span>
        <Money amount={amount} currency={currency} />
      </div>
      {place.length > 0 && <div className={styles.quiet}>{place.join(' · ')}</div>}
      {lines.map((line) => (
        <VoucherSide key={`${line.account.code} ${line.debit !== ZERO}`} line={line} />
      ))}
      {turn !== undefined && (
        <div className={styles.quiet}>
          {t(isPosted ? 'turnedBy' : 'turned', { day: turn.postedOn, number: turn.number })}
        </div>
      )}
    </li>
  );
}

/** Its summary is written in the language of the books; people read the pane in theirs. */
function useWordsFor({ lines, summary }: DocumentedVoucher): string {
  const { t } = useTranslation('months');
  const known = (['advances', 'valuation', 'costOfSales'] as const).find((one) =>
    lines.some(({ role }) => role === one),
  );
  return known === undefined ? summary : t(`voucher.${known}`);
}

function VoucherSide({ line: { account, debit, credit, baseDebit, baseCredit } }: { readonly line: VoucherLine }) {
  const styles = useStyles();
  const { t } = useTranslation('months');
  const isDebit = debit !== ZERO || baseDebit !== ZERO;
  const [amount, base] = isDebit ? [debit, baseDebit] : [credit, baseCredit];
  const words = { account: `${account.code} ${account.name}`, amount: readableAmount(amount === ZERO ? base : amount) };
  return <div className={styles.quiet}>{t(isDebit ? 'debit' : 'credit', words)}</div>;
}

export function PrepaidOrders({ orders }: { readonly orders: MonthEndAnswer['prepaid'] }) {
  const styles = useStyles();
  const { t } = useTranslation('months');
  if (orders.length === 0) return null;
  return (
    <Part title={t('prepaid', { n: orders.length })}>
      <InParts
        items={orders}
        draw={({ shop, orderNumber, currency, amount }) => (
          <li key={`${shop} ${orderNumber}`} className={mergeClasses(styles.line, styles.between)}>
            <span className={styles.grow}>
              {orderNumber} <span className={styles.quiet}>{shortShop(shop)}</span>
            </span>
            <Money amount={amount} currency={currency} />
          </li>
        )}
      />
    </Part>
  );
}

interface PiecesProps {
  readonly items: MonthEndAnswer['withoutCost'];
  /** To where costs are entered. */
  readonly onEnter: () => void;
}

/** Shipped pieces without a cost: once it is entered, the next month's end takes it up. */
export function PiecesWithoutCost({ items, onEnter }: PiecesProps) {
  const styles = useStyles();
  const { t } = useTranslation('months');
  if (items.length === 0) return null;
  return (
    <Part title={t('withoutCost', { n: items.length })}>
      <p className={styles.hint}>{t('withoutCostHint')}</p>
      <InParts
        items={items}
        draw={({ sku, pieces }) => (
          <li key={sku} className={mergeClasses(styles.line, styles.between)}>
            <span className={styles.grow}>{sku}</span>
            <span className={styles.figure}>{t('pieces', { n: pieces })}</span>
          </li>
        )}
      />
      <div>
        <Button size="small" onClick={onEnter}>
          {t('enterCosts')}
        </Button>
      </div>
    </Part>
  );
}

export function WaitingRows({ rows }: { readonly rows: Periods['waiting'] }) {
  const styles = useStyles();
  const { t } = useTranslation('months');
  if (rows.length === 0) return <p className={styles.hint}>{t('noneWaiting')}</p>;
  return (
    <Part title={t('waiting', { n: rows.length })}>
      <p className={styles.hint}>{t('waitingHint')}</p>
      <InParts
        items={waitingFiles(rows)}
        draw={({ file, sheet, currency, count, rows: which, days }) => (
          <li key={`${file} ${sheet} ${currency}`} className={styles.line}>
            <div className={styles.between}>
              <span className={styles.grow}>{`${file} · ${sheet}`}</span>
              <span className={styles.figure}>{t('rows', { n: count })}</span>
            </div>
            <div className={styles.quiet}>{t('which', { rows: which, days, currency })}</div>
          </li>
        )}
      />
    </Part>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const styles = useStyles();
  return (
    <div className={styles.inset}>
      <h3 className={styles.heading}>{title}</h3>
      {children}
    </div>
  );
}

interface InPartsProps<T> {
  readonly items: readonly T[];
  readonly draw: (item: T) => ReactNode;
}

function InParts<T>({ items, draw }: InPartsProps<T>) {
  const styles = useStyles();
  const { t } = useTranslation('months');
  const { part, next, showNext } = useShown(items, ROWS_AT_ONCE);
  return (
    <>
      <ul className={styles.list}>{part.map(draw)}</ul>
      {next > 0 && (
        <div>
          <Button size="small" onClick={showNext}>
            {t('more', { n: next })}
          </Button>
        </div>
      )}
    </>
  );
}
