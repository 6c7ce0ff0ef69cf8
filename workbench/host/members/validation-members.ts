// DataValidation: kept as the client sent it; the workbench does not check what is typed against it.
import { intersect, sameArea } from '../model/area.ts';
import type { Validation } from '../model/shape.ts';
import type { WireClass, WireObject, WireProperty } from '../wire-object.ts';
import { wireObject } from '../wire-object.ts';
import type { RangeTarget } from './range-target.ts';

const existing = ({ sheet, area }: RangeTarget): Validation | undefined =>
  sheet.validations.find((each) => sameArea(each.area, area)) ??
  sheet.validations.find((each) => intersect(each.area, area));

function own(range: RangeTarget): Validation {
  const { sheet, area } = range;
  const same = sheet.validations.find((each) => sameArea(each.area, area));
  if (same) return same;
  const made = { area, settings: {} };
  sheet.validations.push(made);
  return made;
}

const stored = (key: string, otherwise: unknown): WireProperty<RangeTarget> => ({
  get: (range) => existing(range)?.settings[key] ?? otherwise,
  set: (range, value) => {
    own(range).settings[key] = value;
  },
});

/** The kind is the one key of the rule: `{ list: {...} }` is a List. */
function kindOf(rule: unknown): string {
  const [key] = typeof rule === 'object' && rule !== null ? Object.keys(rule) : [];
  return key === undefined ? 'None' : key.charAt(0).toUpperCase() + key.slice(1);
}

export const validationClass: WireClass<RangeTarget> = {
  name: 'DataValidation',
  properties: {
    type: { get: (range) => kindOf(existing(range)?.settings['rule']) },
    rule: stored('rule', {}),
    prompt: stored('prompt', {}),
    errorAlert: stored('errorAlert', {}),
    ignoreBlanks: stored('ignoreBlanks', true),
  },
  links: {},
  methods: {
    clear: ({ sheet, area }) => {
      sheet.validations = sheet.validations.filter((each) => !intersect(each.area, area));
    },
  },
  gaps: ['valid'],
};

export const validationOf = (range: RangeTarget): WireObject => wireObject(validationClass, range);
