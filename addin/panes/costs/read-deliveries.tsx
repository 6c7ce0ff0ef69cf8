// What was read from a sheet, before it is saved: from which columns, how many deliveries with which sums, what of them is
// held already, and every cell that cannot be read; while there is one, nothing is saved.
import { Button } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { compareDeliveries, sumDeliveries } from '../../../core/import/compare-deliveries.ts';
import type { DeliveriesRead, DeliveryProblem } from '../../../core/import/deliveries-of-sheet.ts';
import { DELIVERY_FIELDS } from '../../../core/import/delivery-columns.ts';
import { readableAmount } from '../../../core/money.ts';
import type { ItemCost } from '../../../core/stock.ts';
import { COSTS_MAX } from '../../item-costs-client.ts';
import { SignedPart } from '../fees/signed-part.tsx';
import { ToneIcon } from '../icons.tsx';
import { Notice } from '../notice.tsx';
import { useStyles } from '../styles.ts';
import { useSession } from '../use-session.ts';
import { useShown } from '../use-shown.ts';
import { DeliveryLine } from './delivery-line.tsx';

const AT_ONCE = 10;
/** So many rows that are no deliveries are named. */
const ROWS_NAMED = 12;

interface ReadProps {
  readonly sheetId: string;
  readonly of: DeliveriesRead;
  /** Those that stand. */
  readonly held: readonly ItemCost[];
  readonly onEnter: (costs: readonly ItemCost[], author: string) => Promise<void>;
  readonly onCancel: () => void;
}

export function ReadDeliveries({ sheetId, of, held, onEnter, onCancel }: ReadProps) {
  const { t } = useTranslation('costs');
  const { deliveries, problems } = of;
  const news = compareDeliveries(deliveries, held);
  const changes = news.fresh + news.changed + news.takenOut;
  const isTooMany = deliveries.length > COSTS_MAX;
  const isReadable = problems.length === 0;
  return (
    <>
      <Found of={of} />
      {isReadable && <div>{t('news', { ...news })}</div>}
      <Problems {...{ sheetId, problems }} />
      <Deliveries deliveries={deliveries} />
      {isTooMany && <Notice tone="warning">{t('tooMany', { max: COSTS_MAX })}</Notice>}
      {isReadable && changes === 0 && (
        <Notice tone="calm">{t(deliveries.length === 0 ? 'noRows' : 'nothingNew')}</Notice>
      )}
      <SignedPart
        action={t('save', { n: deliveries.length })}
        reason={null}
        isSound={isReadable && changes > 0 && !isTooMany}
        onDo={({ author }) =>
          onEnter(
            deliveries.map(({ row: _, ...delivery }) => delivery),
            author,
          )
        }
        onCancel={onCancel}
      />
    </>
  );
}

/** From which columns how much was read, and which rows were not. */
function Found({ of: { columns, deliveries, aside } }: { readonly of: DeliveriesRead }) {
  const styles = useStyles();
  const { t } = useTranslation('costs');
  const used = DELIVERY_FIELDS.flatMap((field) => {
    const column = columns[field];
    return column === undefined ? [] : [t('uses', { column: t(`column.${field}`), header: column.header })];
  });
  const rows = `${aside.slice(0, ROWS_NAMED).join(', ')}${aside.length > ROWS_NAMED ? ', …' : ''}`;
  return (
    <>
      <p className={styles.hint}>{used.join(t('between'))}</p>
      <p className={styles.hint}>{t('whole')}</p>
      <div className={styles.strong}>{t('found', { n: deliveries.length })}</div>
      <ul className={styles.list}>
        {sumDeliveries(deliveries).map(({ currency, pieces, cost }) => (
          <li key={currency} className={styles.between}>
            <span className={styles.grow}>{t('sumPieces', { n: pieces })}</span>
            <span className={`${styles.figure} ${styles.strong}`}>{`${readableAmount(cost)} ${currency}`}</span>
          </li>
        ))}
      </ul>
      {aside.length > 0 && <p className={styles.hint}>{t('aside', { n: aside.length, rows })}</p>}
    </>
  );
}

interface ProblemsProps {
  readonly sheetId: string;
  readonly problems: readonly DeliveryProblem[];
}

function Problems({ sheetId, problems }: ProblemsProps) {
  const styles = useStyles();
  const { t } = useTranslation('costs');
  const session = useSession();
  const { part, next, showNext } = useShown(problems, AT_ONCE);
  if (problems.length === 0) return null;
  return (
    <>
      <Notice tone="warning">{t('unread', { n: problems.length })}</Notice>
      <ul className={styles.list}>
        {part.map(({ row, columnNumber, column, fault, value }, at) => (
          <li key={at} className={styles.line}>
            <button
              type="button"
              className={styles.plainButton}
              onClick={() => void session.showCell(sheetId, row, columnNumber)}
            >
              <ToneIcon tone="warning" />
              <span className={styles.grow}>
                <span className={styles.strong}>{t('place', { row, column })}</span>
                <br />
                {t(`fault.${fault}`, { value })}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <More next={next} onClick={showNext} />
    </>
  );
}

function Deliveries({ deliveries }: Pick<DeliveriesRead, 'deliveries'>) {
  const styles = useStyles();
  const { t } = useTranslation('costs');
  const { part, next, showNext } = useShown(deliveries, AT_ONCE);
  if (deliveries.length === 0) return null;
  return (
    <details className={styles.details}>
      <summary>{t('look')}</summary>
      <ul className={styles.list}>
        {part.map((one) => (
          <li key={one.row} className={styles.line}>
            <DeliveryLine delivery={one} />
          </li>
        ))}
      </ul>
      <More next={next} onClick={showNext} />
    </details>
  );
}

function More({ next, onClick }: { readonly next: number; readonly onClick: () => void }) {
  const { t } = useTranslation('costs');
  if (next === 0) return null;
  return (
    <div>
      <Button size="small" onClick={onClick}>
        {t('more', { n: next })}
      </Button>
    </div>
  );
}
