/** @jest-environment jsdom */
// The ribbon of the workbench is the manifest's, not a copy of it.
import { readFileSync } from 'node:fs';
import { readManifest } from '../../../workbench/page/read-manifest.ts';
import { requirementSets } from '../../manifest/requirement-sets.ts';

const xml = readFileSync('manifest.xml', 'utf8');

test.each([
  ['zh-TW', 'Clearsheet 平台對帳', ['對這張表', '開啟面板']],
  ['zh-CN', 'Clearsheet 平台对账', ['对这张表', '打开面板']],
  ['en-US', 'Clearsheet', ['Reconcile this sheet', 'Open pane']],
  ['fr-FR', 'Clearsheet 平台對帳', ['對這張表', '開啟面板']],
])('in %s the add-in and its buttons bear their names', (tag, name, labels) => {
  const addin = readManifest(xml, tag);
  expect([addin.name, addin.buttons.map(({ label }) => label)]).toEqual([name, labels]);
  expect(addin.buttons.every(({ tip }) => tip.length > 10)).toBe(true);
});

test('the first button runs the function, the second shows the pane', () => {
  const { buttons } = readManifest(xml, 'en-US');
  expect(buttons.map(({ functionName }) => functionName)).toEqual(['reconcileSheet', undefined]);
});

test('the host declares exactly the requirement sets of the manifest', () => {
  expect(readManifest(xml, 'en-US').requirementSets).toEqual(requirementSets);
});

test('what is no manifest is named', () => {
  expect(() => readManifest('<OfficeApp/>', 'en-US')).toThrow('manifest.xml has no');
});
