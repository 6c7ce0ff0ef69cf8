// The first rows as they will be pushed, with the totals of all rows: figures an accountant can hold against the file.
import { mergeClasses } from '@fluentui/react-components';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { NormalizedOrders } from '../../core/mapping/normalize-orders.ts';
import type { NormalizedPayout } from '../../core/mapping/normalize-payout.ts';
import { add, type Amount, readableAmount, sum, ZERO } from '../../core/money.ts';
import { COMPONENT_TYPES, type ComponentType, type PayoutLine, type Side, sideTotal } from '../../core/payout.ts';
import { COMPONENT_LABELS } from '../../core/worksheets/labels.ts';
import { ToneIcon } from './icons.tsx';
import { useStyles } from './styles.ts';
import { useSessionState } from './use-session.ts';

const ROWS_SHOWN = 5;
const SIDES: readonly Side[] = ['principal', 'refund', 'fee', 'other'];

export function OrdersPreview({ sheet }: { readonly sheet: NormalizedOrders }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { orders, currency } = sheet;
  const receivable = useMemo(() => sum(orders.map((order) => order.receivable)), [orders]);
  const credited = useMemo(() => sum(orders.map((order) => order.credited)), [orders]);
  return (
    <PreviewCard>
      <ul className={styles.list}>
        {orders.slice(0, ROWS_SHOWN).map((order) => (
          <PreviewLine key={order.orderNumber} name={order.orderNumber} amount={order.receivable}>
            {order.orderedOn ?? ''} {order.status} {t('preview.items', { n: order.lines.length })}
          </PreviewLine>
        ))}
      </ul>
      <Total label={t('preview.ordersTotal', { n: orders.length })} currency={currency}>
        {receivable}
      </Total>
      {credited !== ZERO && <Figure label={t('preview.credited')}>{credited}</Figure>}
    </PreviewCard>
  );
}

export function PayoutPreview({ sheet }: { readonly sheet: NormalizedPayout }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { lines, currency, net, rejectedNet, declared, proof } = sheet;
  return (
    <PreviewCard>
      <ul className={styles.list}>
        {lines.slice(0, ROWS_SHOWN).map((line) => (
          <PreviewLine key={line.sourceRow} name={line.orderNumber ?? t('preview.noOrder')} amount={line.net}>
            {line.paidOutOn} <SideFigures line={line} />
          </PreviewLine>
        ))}
      </ul>
      <Total label={t('preview.total', { n: sheet.rows.read - sheet.rows.skipped })} currency={currency}>
        {net}
      </Total>
      {sheet.rows.rejected > 0 && <Figure label={t('preview.rejected')}>{rejectedNet}</Figure>}
      {declared !== null && <Figure label={t('preview.declared')}>{declared}</Figure>}
      <div className={styles.row}>
        <ToneIcon tone={PROOF_TONES[proof]} />
        <span>{t(`preview.proof.${proof}`)}</span>
      </div>
      <ComponentTotals lines={lines} />
    </PreviewCard>
  );
}

const PROOF_TONES = { foots: 'good', differs: 'bad', incomplete: 'warning', undeclared: 'calm' } as const;

function PreviewCard({ children }: { readonly children: ReactNode }) {
  const styles = useStyles();
  const { t } = useTranslation();
  return (
    <section className={styles.card} aria-labelledby="preview">
      <h2 id="preview" className={styles.heading}>
        {t('preview.title')}
      </h2>
      <p className={styles.hint}>{t('preview.hint')}</p>
      {children}
    </section>
  );
}

interface PreviewLineProps {
  readonly name: string;
  readonly amount: Amount;
  readonly children: ReactNode;
}

function PreviewLine({ name, amount, children }: PreviewLineProps) {
  const styles = useStyles();
  return (
    <li className={styles.line}>
      <div className={styles.between}>
        <span className={styles.grow}>{name}</span>
        <span className={mergeClasses(styles.figure, styles.strong)}>{readableAmount(amount)}</span>
      </div>
      <div className={mergeClasses(styles.wrap, styles.quiet)}>{children}</div>
    </li>
  );
}

function SideFigures({ line }: { readonly line: PayoutLine }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const sides = SIDES.map((side) => ({ side, amount: sideTotal(line, side) })).filter(({ amount }) => amount !== ZERO);
  return sides.map(({ side, amount }) => (
    <span key={side} className={styles.figure}>
      {t(`side.${side}`)} {readableAmount(amount)}
    </span>
  ));
}

function ComponentTotals({ lines }: { readonly lines: readonly PayoutLine[] }) {
  const styles = useStyles();
  const { t } = useTranslation();
  const { language } = useSessionState();
  const totals = useMemo(() => totalsByComponent(lines), [lines]);
  return (
    <details className={styles.details}>
      <summary>{t('preview.byComponent')}</summary>
      {COMPONENT_TYPES.filter((type) => totals.has(type)).map((type) => (
        <Figure key={type} label={COMPONENT_LABELS[type][language]}>
          {totals.get(type) ?? ZERO}
        </Figure>
      ))}
    </details>
  );
}

function totalsByComponent(lines: readonly PayoutLine[]): ReadonlyMap<ComponentType, Amount> {
  const totals = new Map<ComponentType, Amount>();
  for (const line of lines)
    for (const { type, amount } of line.components) totals.set(type, add(totals.get(type) ?? ZERO, amount));
  return totals;
}

interface FigureProps {
  readonly label: string;
  readonly children: Amount;
}

export function Figure({ label, children }: FigureProps) {
  const styles = useStyles();
  return (
    <div className={styles.between}>
      <span className={styles.grow}>{label}</span>
      <span className={styles.figure}>{readableAmount(children)}</span>
    </div>
  );
}

function Total({ label, currency, children }: FigureProps & { readonly currency: string }) {
  const styles = useStyles();
  return (
    <div className={mergeClasses(styles.between, styles.total, styles.strong)}>
      <span className={styles.grow}>{label}</span>
      <span className={styles.figure}>
        {currency} {readableAmount(children)}
      </span>
    </div>
  );
}
