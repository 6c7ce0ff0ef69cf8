// Reserves held and released, each shop and currency for itself.
import { type ReserveEntry, reservesOf } from '../../../core/bank/reserves.ts';
import { textOfAmount } from '../../../core/money.ts';
import type { ComponentType } from '../../../core/payout.ts';
import { twd } from '../../server/fixtures.ts';
import { OTHER_SHOP, SHOP } from './fixtures.ts';

const entry = (type: ComponentType, dollars: number, shop = SHOP, currency = 'TWD'): ReserveEntry => ({
  shop,
  currency,
  type,
  amount: twd(dollars),
});

test.each<[string, ReserveEntry[], string[]]>([
  ['golden case 23h: held', [entry('RESERVE_HELD', -200)], ['shopee-tw TWD 200-0=200 RESERVE_HELD']],
  [
    'golden case 23: held and released',
    [entry('RESERVE_HELD', -200), entry('RESERVE_RELEASED', 200)],
    ['shopee-tw TWD 200-200=0 SETTLED'],
  ],
  [
    'released in part',
    [entry('RESERVE_HELD', -200), entry('RESERVE_RELEASED', 150)],
    ['shopee-tw TWD 200-150=50 RESERVE_HELD'],
  ],
  ['released of an earlier time', [entry('RESERVE_RELEASED', 150)], ['shopee-tw TWD 0-150=-150 RESERVE_HELD']],
  [
    'shops and currencies apart: one’s release settles nothing of another’s',
    [entry('RESERVE_HELD', -200), entry('RESERVE_RELEASED', 200, OTHER_SHOP), entry('RESERVE_HELD', -7, SHOP, 'USD')],
    ['momo TWD 0-200=-200 RESERVE_HELD', 'shopee-tw TWD 200-0=200 RESERVE_HELD', 'shopee-tw USD 7-0=7 RESERVE_HELD'],
  ],
  ['other money', [entry('PRINCIPAL', 1050), entry('COMMISSION', -63)], []],
])('%s', (_, entries, expected) => {
  const shown = reservesOf(entries).map(({ shop, currency, held, released, open, state }) =>
    [shop.split('/')[0], currency, `${textOfAmount(held)}-${textOfAmount(released)}=${textOfAmount(open)}`, state].join(
      ' ',
    ),
  );
  expect(shown).toEqual(expected);
  expect(reservesOf([...entries].reverse())).toEqual(reservesOf(entries));
});
