// One item in the list: chosen by its box, opened by its text.
import { Checkbox, makeStyles, mergeClasses } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { readableAmount } from '../../../core/money.ts';
import type { WorkItem } from '../../../core/work-list.ts';
import { useStyles } from '../styles.ts';
import { useSessionState } from '../use-session.ts';
import { ItemFacts } from './item-facts.tsx';

const useOwnStyles = makeStyles({
  row: { display: 'flex', alignItems: 'flex-start' },
  text: { display: 'flex', flexDirection: 'column', gap: '2px', flexGrow: 1, minWidth: 0 },
});

interface ItemRowProps {
  readonly item: WorkItem;
  readonly isChosen: boolean;
  readonly withShop: boolean;
  readonly onChoose: (isChosen: boolean) => void;
  readonly onOpen: () => void;
}

export function ItemRow({ item, isChosen, withShop, onChoose, onOpen }: ItemRowProps) {
  const styles = useStyles();
  const own = useOwnStyles();
  const { t } = useTranslation('work');
  const { language } = useSessionState();
  const name = item.orderNumber === '' ? t('noOrder') : item.orderNumber;
  return (
    <li className={mergeClasses(styles.line, own.row)}>
      <Checkbox
        aria-label={t('select', { item: name })}
        checked={isChosen}
        onChange={(_, { checked }) => onChoose(checked === true)}
      />
      <button type="button" className={styles.plainButton} onClick={onOpen}>
        <span className={own.text}>
          <span className={styles.between}>
            <span className={mergeClasses(styles.strong, styles.grow)}>{name}</span>
            <span className={mergeClasses(styles.figure, styles.strong)}>{readableAmount(item.atStake)}</span>
          </span>
          <ItemFacts item={item} place={withShop ? `${item.shop} · ${item.currency}` : null} />
          <span>{item.sentence[language]}</span>
        </span>
      </button>
    </li>
  );
}
