// Payouts and deposits that were put together, by a rule or a person: each can be taken back by further documents.
import { Button, Checkbox, mergeClasses } from '@fluentui/react-components';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Opened } from '../opened.tsx';
import { spreadWords } from '../../../core/bank/explain-conversion.ts';
import { absolute, readableAmount } from '../../../core/money.ts';
import { useStyles } from '../styles.ts';
import { useSessionState } from '../use-session.ts';
import { useShown } from '../use-shown.ts';
import { type HeldDeposits, heldDeposits, type PartOf, partsOf } from './deposit-parts.ts';
import { GroupFacts } from './group-facts.tsx';
import { usePartName } from './part-line.tsx';
import type { DecidingProps } from './proposals-card.tsx';

const SHOWN_AT_ONCE = 10;

type HeldCardProps = Pick<DecidingProps, 'report' | 'isReady' | 'onReverse'>;

export function HeldCard({ report, isReady, onReverse }: HeldCardProps) {
  const styles = useStyles();
  const { t } = useTranslation('deposits');
  const held = heldDeposits(report);
  const partOf = partsOf(report);
  const { part: shown, next, showNext } = useShown(held, SHOWN_AT_ONCE);
  if (held.length === 0) return null;
  return (
    <section className={styles.card} aria-labelledby="deposits-held">
      <h3 id="deposits-held" className={styles.heading}>
        {t('held', { n: held.length })}
      </h3>
      <ul className={styles.list}>
        {shown.map((one) => (
          <HeldItem key={one.id} held={one} partOf={partOf} isReady={isReady} onReverse={onReverse} />
        ))}
      </ul>
      {next > 0 && (
        <Button size="small" onClick={showNext}>
          {t('more', { n: next })}
        </Button>
      )}
    </section>
  );
}

interface HeldItemProps extends Pick<DecidingProps, 'isReady' | 'onReverse'> {
  readonly held: HeldDeposits;
  readonly partOf: PartOf;
}

function HeldItem({ held, partOf, isReady, onReverse }: HeldItemProps) {
  const styles = useStyles();
  const { t } = useTranslation('deposits');
  const nameOf = usePartName();
  const [isAsking, setAsking] = useState(false);
  const { language } = useSessionState();
  const { group, document, spread } = held;
  const spent = spread === null ? '' : spreadWords(spread, language);
  const cost =
    spread === null || spent === '' ? null : `${spent} ${spread.currency} ${readableAmount(absolute(spread.amount))}`;
  const name = group.dues.map((key) => nameOf(partOf(key, 'due'))).join(' + ');
  return (
    <li className={mergeClasses(styles.line, styles.cards)}>
      <div className={styles.inset}>
        <GroupFacts group={group} partOf={partOf} />
        <span className={styles.quiet}>
          {[t(`pass.${group.pass}`), cost, document].filter((text) => text !== null).join(' · ')}
        </span>
        {!isAsking && (
          <div>
            <Button size="small" aria-label={t('reverseNamed', { name })} onClick={() => setAsking(true)}>
              {t('reverse')}
            </Button>
          </div>
        )}
      </div>
      {isAsking && (
        <Opened>
          <ReversePart
            document={document}
            isReady={isReady}
            onReverse={(isApart) => onReverse(held, isApart)}
            onCancel={() => setAsking(false)}
          />
        </Opened>
      )}
    </li>
  );
}

interface ReversePartProps {
  readonly document: string | null;
  readonly isReady: boolean;
  readonly onReverse: (isApart: boolean) => void;
  readonly onCancel: () => void;
}

function ReversePart({ document, isReady, onReverse, onCancel }: ReversePartProps) {
  const styles = useStyles();
  const { t } = useTranslation('deposits');
  const [isApart, setApart] = useState(true);
  return (
    <>
      <p className={styles.hint}>{document === null ? t('reverseNothing') : t('reverseHint', { document })}</p>
      <Checkbox
        label={{ children: t('apart'), className: styles.small }}
        checked={isApart}
        onChange={(_, { checked }) => setApart(checked === true)}
      />
      <div className={styles.wrap}>
        <Button size="small" appearance="primary" disabled={!isReady} onClick={() => onReverse(isApart)}>
          {t('confirm')}
        </Button>
        <Button size="small" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </>
  );
}
