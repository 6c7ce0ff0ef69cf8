// Every state of the pane, in every language, against axe's rules; and no text that is a key instead of a word.
import axe from 'axe-core';
import { screen } from '@testing-library/react';
import { ownProblem } from '../../../addin/api-problem.ts';
import { LANGUAGES } from '../../../core/language.ts';
import { openPane, type PaneWishes } from './open-pane.tsx';
import { exportSheet, incomeRows, lookAt, orderRows, table } from './sample-looks.ts';

const income = exportSheet('shopee-tw.income', 'Income', incomeRows);
const orders = exportSheet('shopee-tw.orders', 'orders', orderRows);
const withProblem = exportSheet('shopee-tw.income', 'Income', [{ ...incomeRows[0], 商品原價: 'abc' }]);
const broken = exportSheet('shopee-tw.income', 'Income', incomeRows, ['錢包入帳金額']);

const STATES: readonly [string, PaneWishes][] = [
  ['an export with its companion', { looks: [lookAt(orders), lookAt(income, { active: true })] }],
  ['a row that cannot be read', { looks: [lookAt(withProblem, { active: true })] }],
  ['a sheet that is not known', { looks: [lookAt(broken, { active: true }), lookAt(orders)] }],
  ['an empty workbook', { looks: [lookAt(table('Sheet1', []), { active: true })] }],
  ['a result sheet', { looks: [lookAt(table('x', []), { active: true, ours: 'summary' }), lookAt(orders)] }],
  [
    'a server that is away',
    { looks: [], api: { listMappings: () => Promise.reject(ownProblem('SERVER_UNREACHABLE')) } },
  ],
];

/** jsdom has no layout, so colours are checked in the browser tests. Tabster's dummies are a known false alarm. */
async function complaints(container: HTMLElement): Promise<string[]> {
  const { violations } = await axe.run(
    { include: container, exclude: ['[data-tabster-dummy]'] },
    { rules: { 'color-contrast': { enabled: false }, region: { enabled: false } } },
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`);
}

const isKey = /\b(tabs|look|sheet|along|preview|problems|refused|progress|run|result|settings|excelError)\.[a-z]/;

describe.each(LANGUAGES)('in %s', (language) => {
  test.each(STATES)('%s', async (_, wishes) => {
    const { container, session } = await openPane({ ...wishes, language });
    await session.look();
    await screen.findByRole('contentinfo');
    expect(await complaints(container)).toEqual([]);
    expect(container.textContent).not.toMatch(isKey);
  });

  test('the result and the settings', async () => {
    const { container, session, user } = await openPane({ looks: [lookAt(income, { active: true })], language });
    await session.reconcile();
    await screen.findByText('RC202405-0001');
    expect(await complaints(container)).toEqual([]);
    expect(container.textContent).not.toMatch(isKey);
    await user.click(screen.getAllByRole('tab').at(-1) ?? container);
    await screen.findByRole('combobox');
    expect(await complaints(container)).toEqual([]);
    expect(container.textContent).not.toMatch(isKey);
  });
});
