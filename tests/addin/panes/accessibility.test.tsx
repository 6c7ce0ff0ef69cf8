// Every state of the pane, in every language, against axe's rules; and no text that is a key instead of a word.
import axe from 'axe-core';
import { screen, waitFor } from '@testing-library/react';
import { ownProblem } from '../../../addin/api-problem.ts';
import { LANGUAGES } from '../../../core/language.ts';
import { builtInMappings } from '../../../mappings/index.ts';
import { openPane, type PaneWishes } from './open-pane.tsx';
import { FakeLibrary } from './fake-library.ts';
import { exportSheet, incomeRows, lookAt, orderRows, table } from './sample-looks.ts';
import { unknownLook } from './unknown-sheet.ts';

const income = exportSheet('shopee-tw.income', 'Income', incomeRows);
const orders = exportSheet('shopee-tw.orders', 'orders', orderRows);
const withProblem = exportSheet('shopee-tw.income', 'Income', [{ ...incomeRows[0], 商品原價: 'abc' }]);
const strange = exportSheet('shopee-tw.orders', 'orders', [{ ...orderRows[0], 訂單狀態: '飛走了' }]);
const broken = exportSheet('shopee-tw.income', 'Income', incomeRows, ['錢包入帳金額']);

/** Parts of the pane are compiled when they are first asked for. */
const FIRST_USE = { timeout: 20_000 };

const STATES: readonly [string, PaneWishes][] = [
  ['an export with its companion', { looks: [lookAt(orders), lookAt(income, { active: true })] }],
  ['a row that cannot be read', { looks: [lookAt(withProblem, { active: true })] }],
  ['a sheet that is not known', { looks: [lookAt(broken, { active: true }), lookAt(orders)] }],
  ['words that are not known', { looks: [lookAt(strange, { active: true })] }],
  [
    'hidden rows under a mapping to be confirmed',
    {
      looks: [lookAt(income, { active: true })],
      excel: { readSheet: () => Promise.resolve({ table: income, hasHiddenRows: true }) },
    },
  ],
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

const isKey =
  /\b(proof|advice|layout|columns|role|sign|per|evidence|words|drift|save|unknown|question|confirm|hidden|library|map|tabs|look|form|filter|sheet|along|preview|problems|refused|progress|run|result|settings|excelError)\.[a-z]/;

describe.each(LANGUAGES)('in %s', (language) => {
  test.each(STATES)('%s', async (_, wishes) => {
    const { container, session } = await openPane({ ...wishes, language });
    await session.look();
    await screen.findByRole('contentinfo');
    expect(await complaints(container)).toEqual([]);
    expect(container.textContent).not.toMatch(isKey);
  });

  test('mapping an unknown sheet, and the library', async () => {
    const library = new FakeLibrary(builtInMappings.filter(({ platform }) => platform === 'shopee-tw'));
    const { container, user } = await openPane({ looks: [unknownLook([3])], language, api: library.api() });
    await user.click(container.querySelector('section button') ?? container);
    await waitFor(() => expect(container.querySelector('[aria-labelledby=columns]')).not.toBeNull());
    expect(await complaints(container)).toEqual([]);
    expect(container.textContent).not.toMatch(isKey);
    await user.click(screen.getAllByRole('tab').at(-2) ?? container);
    await screen.findByRole('searchbox', {}, FIRST_USE);
    expect(await complaints(container)).toEqual([]);
    await user.click(container.querySelector('[aria-labelledby=library] li button') ?? container);
    await waitFor(() => expect(container.querySelector('[aria-labelledby=history]')).not.toBeNull());
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
