// The shops of the books, each with how it sells, is taxed and is paid, and the form that sets it.
import { Button } from '@fluentui/react-components';
import { useTranslation } from 'react-i18next';
import { shortShop } from '../../../core/short-shop.ts';
import { shopKeyOf } from '../../../core/statements/report-only.ts';
import { Notice } from '../notice.tsx';
import { Opened } from '../opened.tsx';
import { useStyles } from '../styles.ts';
import { useShown } from '../use-shown.ts';
import { type CompanyView, shopIn } from './company-view.ts';
import { FactList } from './fact-list.tsx';
import { ShopForm } from './shop-form.tsx';
import { useShopSentences } from './use-shop-sentences.ts';

const AT_ONCE = 30;
/** So few are shown unfolded. */
const FEW = 2;

export function ShopsCard(view: CompanyView) {
  const styles = useStyles();
  const { t } = useTranslation('company');
  const { shops, company } = view;
  // Shops may be set before their first sheet comes.
  const keys = [...new Set([...shops.map(shopKeyOf), ...Object.keys(company.shops)])];
  const { part, next, showNext } = useShown(keys, AT_ONCE);
  return (
    <section className={styles.card} aria-labelledby="shops">
      <h2 id="shops" className={styles.heading}>
        {t('shop.title')}
      </h2>
      <p className={styles.hint}>{t('shop.hint')}</p>
      {keys.length === 0 && <p className={styles.hint}>{t('shop.none')}</p>}
      <ul className={styles.list}>
        {part.map((key) => (
          <ShopItem key={key} {...{ view, shop: key, isUnfolded: keys.length <= FEW }} />
        ))}
      </ul>
      {next > 0 && (
        <div>
          <Button size="small" onClick={showNext}>
            {t('rate.more', { n: next })}
          </Button>
        </div>
      )}
    </section>
  );
}

interface ShopItemProps {
  readonly view: CompanyView;
  readonly shop: string;
  readonly isUnfolded: boolean;
}

function ShopItem({ view, shop, isUnfolded }: ShopItemProps) {
  const styles = useStyles();
  const { t } = useTranslation('company');
  const say = useShopSentences(view.shops);
  const { company, open, saved, onOpen } = view;
  const name = shortShop(shop);
  if (shopIn(open) === shop)
    return (
      <li className={styles.line}>
        <Opened>
          <ShopForm {...{ view, shop }} />
        </Opened>
      </li>
    );
  return (
    <li className={styles.line}>
      <details className={styles.details} open={isUnfolded || shopIn(saved) === shop}>
        <summary>{company.shops[shop] === undefined ? name + t('shop.default') : name}</summary>
        <FactList sentences={say(company, shop)} />
        {shopIn(saved) === shop && <Notice tone="good">{t('saved')}</Notice>}
        <Button
          size="small"
          disabled={open !== null}
          aria-label={t('shop.changeNamed', { shop: name })}
          onClick={() => onOpen({ shop })}
        >
          {t('shop.change')}
        </Button>
      </details>
    </li>
  );
}
