/** @jest-environment jsdom */
// Is manifest.xml one that Office accepts, and would the checker notice if it were not? Each way of breaking it is tried.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkManifest, type Surroundings } from './check-manifest.ts';
import { requirementSets } from './requirement-sets.ts';

const root = join(__dirname, '../..');
const manifest = readFileSync(join(root, 'manifest.xml'), 'utf8');
const parse = (xml: string) => new DOMParser().parseFromString(xml, 'application/xml');

/** A PNG says its size in the first chunk: width and height stand at bytes 16 and 20. */
function iconSize(path: string) {
  const file = join(root, 'addin/public', path);
  if (!existsSync(file)) return undefined;
  const png = readFileSync(file);
  return png.toString('latin1', 1, 4) === 'PNG'
    ? { width: png.readUInt32BE(16), height: png.readUInt32BE(20) }
    : undefined;
}

function associatedFunctions(): string[] {
  const file = join(root, 'addin/commands.ts');
  const source = existsSync(file) ? readFileSync(file, 'utf8') : '';
  return [...source.matchAll(/Office\.actions\.associate\(\s*['"]([^'"]+)['"]/g)].map((match) => match[1] ?? '');
}

const around: Surroundings = {
  iconSize,
  hasPage: (path) => existsSync(join(root, 'addin', path)) || existsSync(join(root, 'addin/public', path)),
  associatedFunctions: associatedFunctions(),
  requirementSets,
  defaultLocale: 'zh-TW',
  otherLocales: ['zh-CN', 'en-US'],
};
/** Our own manifest in surroundings where all is well, so that a broken copy has exactly the fault put into it. */
const ideal: Surroundings = { ...around, hasPage: () => true, associatedFunctions: ['reconcileSheet'] };

test('the manifest has no fault', () => {
  expect(checkManifest(parse(manifest), around)).toEqual([]);
});

test('Microsoft’s own command reads the manifest without a network', () => {
  const script = join(root, 'node_modules/office-addin-manifest/cli.js');
  const info = execFileSync(process.execPath, [script, 'info', join(root, 'manifest.xml')], { encoding: 'utf8' });
  expect(info).toMatch(/Id: be638ec6-7509-472e-b190-876d5b430584\n.*Name: Clearsheet/);
});

const move = (xml: string, element: RegExp, before: string) => {
  const [found = ''] = element.exec(xml) ?? [];
  return xml.replace(found, '').replace(before, `${found}${before}`);
};
const put = (from: string | RegExp, to: string) => (xml: string) => xml.replace(from, to);
const reconcileLabel = '<bt:String id="Reconcile.Label" DefaultValue="對這張表">';

test.each<[string, (xml: string) => string, string]>([
  ['Version before Id', (xml) => move(xml, /<Version>.*<\/Version>/, '<Id>'), '<Id> must stand before <Version>'],
  [
    'Requirements before Hosts',
    (xml) => move(xml, /<Requirements>[^]*?<\/Requirements>/, '<Hosts>'),
    '<Hosts> must stand before <Requirements>',
  ],
  [
    'a control’s action before its icon',
    put(/(<Icon>(?:(?!<Icon>)[^])*?<\/Icon>\s*)(<Action xsi:type="E[^]*?<\/Action>)/, '$2$1'),
    '<Icon> must stand before <Action>',
  ],
  ['a missing description', put(/<Description D[^]*?<\/Description>/, ''), '<OfficeApp> lacks <Description>'],
  ['an unknown element', put('<Permissions>', '<Colour/><Permissions>'), '<Colour> is not a child of <OfficeApp>'],
  ['a mangled GUID', put('<Id>be638ec6', '<Id>be638ec'), 'Id be638ec-7509-472e-b190-876d5b430584 is not a GUID'],
  ['a version of two numbers', put('0.1.0.0', '0.1'), 'Version 0.1 is not of the form 1.2.3.4'],
  [
    'one id for two buttons',
    put('id="Clearsheet.Pane"', 'id="Clearsheet.Reconcile"'),
    'The id Clearsheet.Reconcile is used twice',
  ],
  [
    'a resid that leads nowhere',
    put('Label resid="Group.Label"', 'Label resid="Group"'),
    '<Label> refers to Group, which is not in <ShortStrings>',
  ],
  [
    'a label taken from the long texts',
    put('Label resid="Pane.Label"', 'Label resid="Pane.Tip"'),
    '<Label> refers to Pane.Tip, which is not in <ShortStrings>',
  ],
  [
    'a resid of 33 characters',
    put(/Group\.Label/g, 'G'.repeat(33)),
    `The resource id ${'G'.repeat(33)} is longer than 32 characters`,
  ],
  [
    'a resource nobody uses',
    put('<bt:Urls>', '<bt:Urls><bt:Url id="Old" DefaultValue="https://localhost:3000/assets/help.html"/>'),
    'Nothing refers to the resource Old',
  ],
  [
    'a short text of 126 characters',
    put('Value="Open pane"', `Value="${'x'.repeat(126)}"`),
    'Pane.Label has a text longer than 125 characters',
  ],
  [
    'a long text of 251 characters',
    put('Value="Opens the', `Value="${'x'.repeat(251)}`),
    'Pane.Tip has a text longer than 250 characters',
  ],
  ['an empty text', put('Value="Open pane"', 'Value=""'), 'Pane.Label has an empty text'],
  ['a text without English', put(/<bt:Override Locale="en-US" Value="Open pane"\/>/, ''), 'Pane.Label lacks en-US'],
  [
    'a name without simplified Chinese',
    put(/<Override Locale="zh-CN" Value="Clearsheet[^>]*>/, ''),
    'DisplayName lacks zh-CN',
  ],
  [
    'an override of the default locale',
    put(reconcileLabel, `${reconcileLabel}<bt:Override Locale="zh-TW" Value="對"/>`),
    'Reconcile.Label overrides zh-TW, which is the default',
  ],
  [
    'a locale nobody asked for',
    put(reconcileLabel, `${reconcileLabel}<bt:Override Locale="en" Value="Go"/>`),
    'Reconcile.Label overrides en, which is unknown',
  ],
  ['another default locale', put('>zh-TW<', '>en-US<'), 'The default locale is en-US'],
  [
    'plain http',
    put(/https(:\/\/localhost:3000\/taskpane\.html"\/>\s*<bt:Url id="H)/, 'http$1'),
    'http://localhost:3000/taskpane.html is not https',
  ],
  [
    'an icon that is not there',
    put(/icon-80\.png/, 'icon-81.png'),
    'The icon https://localhost:3000/assets/icon-81.png does not exist',
  ],
  [
    'an icon of the wrong size',
    put(/icon-80\.png/, 'icon-64.png'),
    'The icon https://localhost:3000/assets/icon-64.png is 64 x 64, not 80 x 80',
  ],
  ['a group without its large icon', put(/<bt:Image size="80" resid="Icon.80"\/>/, ''), 'An <Icon> lacks size 80'],
  [
    'a runtime of its own for the functions',
    put('FunctionFile resid="Taskpane.Url"', 'FunctionFile resid="Help.Url"'),
    '<FunctionFile> must share the runtime Taskpane.Url, not Help.Url',
  ],
  [
    'a pane in another runtime',
    put('<SourceLocation resid="Taskpane.Url"', '<SourceLocation resid="Help.Url"'),
    '<SourceLocation> must share the runtime Taskpane.Url, not Help.Url',
  ],
  [
    'a short-lived runtime',
    put('lifetime="long"', 'lifetime="short"'),
    'The lifetime of a shared runtime must be long',
  ],
  ['no runtime', put(/<Runtimes>[^]*<\/Runtimes>/, ''), 'There is no <Runtime>'],
  [
    'a function the code does not know',
    put('>reconcileSheet<', '>reconcile<'),
    'The code associates no function reconcile',
  ],
  [
    'a newer requirement set',
    put('MinVersion="1.14"', 'MinVersion="1.17"'),
    'Requirement ExcelApi is 1.17, tested with 1.14',
  ],
  [
    'a requirement set left out',
    put(/<Set Name="SharedRuntime"[^>]*>/, ''),
    'Requirement SharedRuntime is not declared, tested with 1.1',
  ],
  ['text that is not XML', put('</OfficeApp>', ''), 'This is not the XML of an Office add-in'],
])('the checker notices %s', (_fault, broken, complaint) => {
  const copy = broken(manifest);
  expect(copy).not.toBe(manifest);
  expect(checkManifest(parse(copy), ideal)).toContain(complaint);
});

test('the checker notices a page that does not exist', () => {
  const complaints = checkManifest(parse(manifest), { ...ideal, hasPage: (path) => path !== '/taskpane.html' });
  expect(new Set(complaints)).toEqual(new Set(['The page /taskpane.html does not exist']));
});

test('our manifest is without fault in ideal surroundings, so each complaint above comes from its fault', () => {
  expect(checkManifest(parse(manifest), ideal)).toEqual([]);
});
