/** @jest-environment jsdom */
// The ribbon: the manifest's buttons, the workbench's tools, and what it says it is.
import { readFileSync } from 'node:fs';
import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { createElement } from 'react';
import { LANGUAGES } from '../../../core/language.ts';
import { readManifest } from '../../../workbench/page/read-manifest.ts';
import type { RibbonProps } from '../../../workbench/page/ribbon.tsx';
import { Ribbon } from '../../../workbench/page/ribbon.tsx';
import { OFFICE_TAGS, WORDS } from '../../../workbench/page/words.ts';

const manifest = readFileSync('manifest.xml', 'utf8');

function openRibbon(part: Partial<RibbonProps> = {}): { pressed: string[]; user: ReturnType<typeof userEvent.setup> } {
  const pressed: string[] = [];
  const { language = 'en' } = part;
  const props: RibbonProps = {
    words: WORDS[language],
    addin: readManifest(manifest, OFFICE_TAGS[language]),
    bookName: 'book.xlsx',
    language,
    onLanguage: (next) => pressed.push(`language ${next}`),
    onOpen: (files) => pressed.push(...files.map(({ name }) => `open ${name}`)),
    onSamples: () => pressed.push('samples'),
    onSave: () => pressed.push('save'),
    onCommand: ({ functionName, id }) => pressed.push(functionName ?? id),
    isPaneOpen: false,
    isReady: true,
    isBusy: false,
    ...part,
  };
  render(createElement(Ribbon, props));
  return { pressed, user: userEvent.setup() };
}

const button = (name: string) => screen.getByRole<HTMLButtonElement>('button', { name });

test("the manifest's buttons run its function and show its pane", async () => {
  const { pressed, user } = openRibbon();
  await user.click(button('Reconcile this sheet'));
  await user.click(button('Open pane'));
  expect(pressed).toEqual(['reconcileSheet', 'Clearsheet.Pane']);
});

test.each([
  ['while the pane is starting', { isReady: false }, 'Reconcile this sheet'],
  ['while a command runs', { isBusy: true }, WORDS.en.busy],
])('the command waits %s; the pane can be opened', (_when, part, name) => {
  openRibbon(part);
  expect([button(name).disabled, button('Open pane').disabled]).toEqual([true, false]);
});

test('the pane button says whether the pane is open', () => {
  openRibbon({ isPaneOpen: true });
  expect(button('Open pane').getAttribute('aria-pressed')).toBe('true');
});

test('the tools open files, open the samples, save, and change the language', async () => {
  const { pressed, user } = openRibbon();
  await user.upload(screen.getByLabelText(WORDS.en.open, { selector: 'input' }), [
    new File(['a'], 'orders.csv'),
    new File(['b'], 'income.xlsx'),
  ]);
  await user.click(button(WORDS.en.samples));
  await user.click(button(WORDS.en.save));
  await user.selectOptions(screen.getByLabelText(WORDS.en.language), '简体中文');
  expect(pressed).toEqual(['open orders.csv', 'open income.xlsx', 'samples', 'save', 'language zh-CN']);
});

test.each(LANGUAGES)('in %s it says plainly that it is not Excel', (language) => {
  openRibbon({ language });
  const said = screen.getByRole('banner').textContent;
  expect(said).toContain('Office.js');
  expect(said).toMatch(/這不是 Excel|这不是 Excel|not Excel/);
});
