// Reads manifest.xml as Office would and says, in sentences, what Office would refuse. Offline: Microsoft's own validator for
// this kind of manifest is a web service. Knows nothing of files: what lies around the manifest is passed in.
import { childrenOf } from './element-order.ts';

export interface Surroundings {
  /** Width and height in pixels of the icon served at this path (`/assets/…`); undefined when there is none. */
  readonly iconSize: (path: string) => { width: number; height: number } | undefined;
  readonly hasPage: (path: string) => boolean;
  /** The ids that the code gives to `Office.actions.associate`. */
  readonly associatedFunctions: readonly string[];
  readonly requirementSets: Readonly<Record<string, string>>;
  readonly defaultLocale: string;
  readonly otherLocales: readonly string[];
}

type Check = (root: Element, around: Surroundings) => string[];

const maxResidLength = 32;
const maxShortText = 125;
const maxLongText = 250;
const guid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

const kids = (element: Element) => [...element.children];
const all = (root: Element, localName: string) => [...root.getElementsByTagNameNS('*', localName)];
const text = (element: Element | undefined) => element?.textContent?.trim() ?? '';
const attribute = (element: Element, name: string) => element.getAttribute(name) ?? '';
const isIn = (element: Element, parent: string) => element.parentElement?.localName === parent;
const repeated = (values: readonly string[]) => [
  ...new Set(values.filter((value, at) => values.indexOf(value) !== at)),
];

function pathOf(element: Element): string {
  return element.parentElement ? `${pathOf(element.parentElement)}/${element.localName}` : element.localName;
}

function allowedIn(element: Element): string[] {
  const path = `/${pathOf(element)}`;
  const keys = Object.keys(childrenOf).filter((key) => path.endsWith(`/${key}`));
  const longest = keys.sort((a, b) => b.length - a.length)[0];
  return longest ? (childrenOf[longest] ?? '').split(' ') : [];
}

const checkOrder: Check = (element, around) => {
  const allowed = allowedIn(element);
  const names = allowed.map((name) => name.replace('!', ''));
  const complaints = allowed
    .filter((name) => name.endsWith('!') && !kids(element).some((kid) => `${kid.localName}!` === name))
    .map((name) => `<${element.localName}> lacks <${name.slice(0, -1)}>`);
  let furthest = 0;
  for (const kid of kids(element)) {
    const place = names.indexOf(kid.localName);
    if (place < 0) complaints.push(`<${kid.localName}> is not a child of <${element.localName}>`);
    else if (place < furthest) complaints.push(`<${kid.localName}> must stand before <${names[furthest]}>`);
    furthest = Math.max(furthest, place);
    complaints.push(...checkOrder(kid, around));
  }
  return complaints;
};

const checkIds: Check = (root) => {
  const complaints: string[] = [];
  const id = text(all(root, 'Id')[0]);
  if (!guid.test(id)) complaints.push(`Id ${id} is not a GUID`);
  const version = text(all(root, 'Version')[0]);
  if (!/^\d+(\.\d+){2,3}$/.test(version)) complaints.push(`Version ${version} is not of the form 1.2.3.4`);
  const commands = [...all(root, 'Group'), ...all(root, 'Control')].map((element) => attribute(element, 'id'));
  const resources = all(root, 'Resources').flatMap((element) => [...element.querySelectorAll('[id]')].map((r) => r.id));
  for (const double of [...repeated(commands), ...repeated(resources)])
    complaints.push(`The id ${double} is used twice`);
  return complaints;
};

function residKind(element: Element): string {
  if (element.localName === 'Image') return 'Images';
  if (element.localName === 'Description') return 'LongStrings';
  return element.localName === 'Label' || element.localName === 'Title' ? 'ShortStrings' : 'Urls';
}

const checkResids: Check = (root) => {
  const complaints: string[] = [];
  const used = new Set<string>();
  for (const element of root.querySelectorAll('[resid]')) {
    const resid = attribute(element, 'resid');
    used.add(resid);
    const list = all(root, residKind(element))[0];
    if (!list || !kids(list).some((kid) => kid.id === resid))
      complaints.push(`<${element.localName}> refers to ${resid}, which is not in <${residKind(element)}>`);
  }
  for (const { id } of all(root, 'Resources').flatMap((list) => [...list.querySelectorAll('[id]')])) {
    if (id.length > maxResidLength)
      complaints.push(`The resource id ${id} is longer than ${maxResidLength} characters`);
    if (!used.has(id)) complaints.push(`Nothing refers to the resource ${id}`);
  }
  return complaints;
};

/** The elements whose words a user reads, each with the length Office allows. */
function readableTexts(root: Element): [Element, number][] {
  const strings = (list: string, max: number) =>
    all(root, list).flatMap((parent) => kids(parent).map((element): [Element, number] => [element, max]));
  const head = kids(root).flatMap((element): [Element, number][] => {
    if (element.localName === 'DisplayName') return [[element, maxShortText]];
    return element.localName === 'Description' ? [[element, maxLongText]] : [];
  });
  return [...head, ...strings('ShortStrings', maxShortText), ...strings('LongStrings', maxLongText)];
}

const checkTexts: Check = (root, around) => {
  const complaints: string[] = [];
  for (const [element, max] of readableTexts(root)) {
    const name = element.id || element.localName;
    const locales = kids(element).map((override) => attribute(override, 'Locale'));
    const words = [
      attribute(element, 'DefaultValue'),
      ...kids(element).map((override) => attribute(override, 'Value')),
    ];
    for (const word of words) {
      if (word === '') complaints.push(`${name} has an empty text`);
      if (word.length > max) complaints.push(`${name} has a text longer than ${max} characters`);
    }
    for (const locale of around.otherLocales) if (!locales.includes(locale)) complaints.push(`${name} lacks ${locale}`);
    for (const locale of locales.filter((each) => !around.otherLocales.includes(each)))
      complaints.push(
        `${name} overrides ${locale}, which is ${locale === around.defaultLocale ? 'the default' : 'unknown'}`,
      );
    for (const locale of repeated(locales)) complaints.push(`${name} overrides ${locale} twice`);
  }
  const locale = text(all(root, 'DefaultLocale')[0]);
  return locale === around.defaultLocale ? complaints : [...complaints, `The default locale is ${locale}`];
};

/** The size each picture must have: by its place in the head, or by the `size` of what refers to it. */
function wantedSizes(root: Element): [string, number][] {
  const head: [string, number][] = [
    [attribute(all(root, 'IconUrl')[0] ?? root, 'DefaultValue'), 32],
    [attribute(all(root, 'HighResolutionIconUrl')[0] ?? root, 'DefaultValue'), 64],
  ];
  const urls = new Map(
    all(root, 'Images').flatMap((list) => kids(list).map((kid) => [kid.id, attribute(kid, 'DefaultValue')])),
  );
  const icons = all(root, 'Icon').flatMap((icon) => kids(icon));
  return [
    ...head,
    ...icons.map((i): [string, number] => [urls.get(attribute(i, 'resid')) ?? '', Number(attribute(i, 'size'))]),
  ];
}

const pathOfUrl = (url: string) => (URL.canParse(url) ? new URL(url).pathname : url);

const checkIcons: Check = (root, around) => {
  const complaints = all(root, 'Icon').flatMap((icon) => {
    const sizes = kids(icon).map((image) => attribute(image, 'size'));
    return ['16', '32', '80'].filter((size) => !sizes.includes(size)).map((size) => `An <Icon> lacks size ${size}`);
  });
  for (const [url, wanted] of wantedSizes(root)) {
    const size = around.iconSize(pathOfUrl(url));
    if (!size) complaints.push(`The icon ${url} does not exist`);
    else if (size.width !== wanted || size.height !== wanted)
      complaints.push(`The icon ${url} is ${size.width} x ${size.height}, not ${wanted} x ${wanted}`);
  }
  return [...new Set(complaints)];
};

const checkUrls: Check = (root, around) => {
  const values = [...root.querySelectorAll('*')].flatMap((element) =>
    [
      attribute(element, 'DefaultValue'),
      attribute(element, 'Value'),
      isIn(element, 'AppDomains') ? text(element) : '',
    ].filter((value) => /^\w+:\/\//.test(value)),
  );
  const insecure = values.filter((url) => !url.startsWith('https://')).map((url) => `${url} is not https`);
  const pages = values.map(pathOfUrl).filter((path) => path.endsWith('.html'));
  return [
    ...insecure,
    ...pages.filter((path) => !around.hasPage(path)).map((path) => `The page ${path} does not exist`),
  ];
};

const checkRuntime: Check = (root) => {
  const resid = attribute(all(root, 'Runtime')[0] ?? root, 'resid');
  const complaints = resid === '' ? ['There is no <Runtime>'] : [];
  if (all(root, 'Runtime').some((runtime) => attribute(runtime, 'lifetime') !== 'long'))
    complaints.push('The lifetime of a shared runtime must be long');
  const sharers = [
    ...all(root, 'FunctionFile'),
    ...all(root, 'SourceLocation').filter((e) => isIn(e, 'Page') || isIn(e, 'Action')),
  ];
  for (const element of sharers.filter((each) => attribute(each, 'resid') !== resid))
    complaints.push(`<${element.localName}> must share the runtime ${resid}, not ${attribute(element, 'resid')}`);
  return complaints;
};

const checkCommands: Check = (root, around) => {
  const called = all(root, 'FunctionName').map((element) => text(element));
  const unknown = called.filter((name) => !around.associatedFunctions.includes(name));
  return unknown.map((name) => `The code associates no function ${name}`);
};

const checkRequirements: Check = (root, around) => {
  const declared = new Map(all(root, 'Set').map((set) => [attribute(set, 'Name'), attribute(set, 'MinVersion')]));
  const names = new Set([...declared.keys(), ...Object.keys(around.requirementSets)]);
  return [...names]
    .filter((name) => declared.get(name) !== around.requirementSets[name])
    .map(
      (name) =>
        `Requirement ${name} is ${declared.get(name) ?? 'not declared'}, tested with ${around.requirementSets[name]}`,
    );
};

const checks: readonly Check[] = [
  checkOrder,
  checkIds,
  checkResids,
  checkTexts,
  checkIcons,
  checkUrls,
  checkRuntime,
  checkCommands,
  checkRequirements,
];

/** Every complaint about the manifest, as sentences; none means that Office will take it. */
export function checkManifest(manifest: Document, around: Surroundings): string[] {
  const root = manifest.documentElement;
  if (root.localName !== 'OfficeApp') return ['This is not the XML of an Office add-in'];
  return checks.flatMap((check) => check(root, around));
}
