// The add-in as manifest.xml describes it to Excel: who it is, what it needs, which buttons stand on the ribbon.
import type { RequirementSets } from '../host/requirement-sets.ts';

export interface RibbonButton {
  readonly id: string;
  readonly label: string;
  readonly tip: string;
  /** The function to run; undefined for the button that shows the pane. */
  readonly functionName: string | undefined;
}

export interface AddinFacts {
  readonly id: string;
  readonly name: string;
  readonly groupLabel: string;
  readonly buttons: readonly RibbonButton[];
  readonly requirementSets: RequirementSets;
}

/** @param languageTag Office's display language, which picks the overrides; @throws Error when the text is no manifest */
export function readManifest(xml: string, languageTag: string): AddinFacts {
  const manifest = new DOMParser().parseFromString(xml, 'text/xml');
  const texts = readTexts(manifest, languageTag);
  const named = (parent: Element, tag: string) => texts.get(attribute(child(parent, tag), 'resid')) ?? '';
  const group = child(manifest, 'Group');
  return {
    id: child(manifest, 'Id').textContent.trim(),
    name: translated(child(manifest, 'DisplayName'), languageTag),
    groupLabel: named(group, 'Label'),
    buttons: all(group, 'Control').map((control) => ({
      id: attribute(control, 'id'),
      label: named(control, 'Label'),
      tip: named(child(control, 'Supertip'), 'Description'),
      functionName: all(control, 'FunctionName')[0]?.textContent.trim(),
    })),
    requirementSets: Object.fromEntries(
      all(child(manifest, 'Requirements'), 'Set').map((set) => [attribute(set, 'Name'), attribute(set, 'MinVersion')]),
    ),
  };
}

function readTexts(manifest: Document, languageTag: string): Map<string, string> {
  const strings = all(manifest, 'String');
  return new Map(strings.map((text) => [attribute(text, 'id'), translated(text, languageTag)]));
}

function translated(element: Element, languageTag: string): string {
  const override = all(element, 'Override').find((each) => attribute(each, 'Locale') === languageTag);
  return override ? attribute(override, 'Value') : attribute(element, 'DefaultValue');
}

/** Elements by local name in document order, whatever prefix they bear. */
const all = (parent: Document | Element, tag: string): Element[] => [...parent.getElementsByTagNameNS('*', tag)];
const attribute = (element: Element, name: string): string => element.getAttribute(name) ?? '';

function child(parent: Document | Element, tag: string): Element {
  const [found] = all(parent, tag);
  if (!found) throw new Error(`manifest.xml has no ${tag}`);
  return found;
}
