// The schema of a mapping's rules: every word of core/mapping/mapping-rules.ts, checked before it is followed.
import { z } from 'zod';
import { LANGUAGES, type Translated } from '../language.ts';
import { ORDER_STAGES } from '../order.ts';
import { COMPONENT_TYPES } from '../payout.ts';
import type {
  CellTest,
  Check,
  Companion,
  Condition,
  CurrencyRule,
  Figure,
  KeyRule,
  RowRule,
  RowState,
  Vocabulary,
} from './mapping-rules.ts';

export const text = z.string().trim().min(1);
export const texts = z.array(text).readonly();
export const translated: z.ZodType<Translated> = z.record(z.enum(LANGUAGES), text).readonly();
const anyTexts = z.array(z.string()).readonly();
export const type = z.enum(COMPONENT_TYPES);
const currencyCode = z.string().regex(/^[A-Z]{3}$/, 'ISO 4217 code');

/** A regular expression that compiles; `groups` is how many groups it must have. */
export function pattern(groups?: number) {
  return z.string().superRefine((source, context) => {
    const found = groupsOf(source);
    if (found === null) context.addIssue({ code: 'custom', message: `"${source}" is not a regular expression` });
    else if (groups !== undefined && found !== groups)
      context.addIssue({ code: 'custom', message: `"${source}" must have exactly ${groups} group(s), not ${found}` });
  });
}

/** With an empty alternative every pattern matches the empty text, and the match shows its groups. */
function groupsOf(source: string): number | null {
  try {
    return (new RegExp(`${source}|`, 'iu').exec('')?.length ?? 1) - 1;
  } catch {
    return null;
  }
}

const TESTS = {
  equals: z.string(),
  oneOf: anyTexts,
  startsWith: text,
  contains: text,
  matches: pattern(),
  blank: z.boolean(),
  amount: z.enum(['zero', 'positive', 'negative', 'not-zero']),
} as const;

type Place = { readonly column: string } | { readonly firstCell: true };

/** One strict object for each test and place, so that a misspelt test is named and two tests in one are refused. */
const cellTests = Object.entries(TESTS).flatMap(([name, value]) => [
  z.strictObject({ column: text, [name]: value }),
  z.strictObject({ firstCell: z.literal(true), [name]: value }),
]) as unknown as [z.ZodType<Place & CellTest>, ...z.ZodType<Place & CellTest>[]];

export const condition: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    ...cellTests,
    z.strictObject({ all: z.array(condition).readonly() }),
    z.strictObject({ any: z.array(condition).readonly() }),
    z.strictObject({ not: condition }),
  ]),
);

export const rowRule: z.ZodType<RowRule> = z.strictObject({
  when: condition,
  is: z.enum(['detail', 'skip', 'end', 'total', 'groupTotal', 'excluded', 'charge']),
  of: z.enum(['section', 'file']).optional(),
  reason: text.optional(),
});

export const rowState: z.ZodType<RowState> = z.strictObject({
  column: text,
  counts: anyTexts,
  excluded: anyTexts,
  reason: text.optional(),
});

export const keyRule: z.ZodType<KeyRule> = z.union([
  z.strictObject({ exclude: condition, as: type, reason: text.optional() }),
  z.strictObject({
    from: text,
    when: condition.optional(),
    pattern: pattern(1).optional(),
    stripStart: texts.optional(),
    remove: texts.optional(),
  }),
]);

export const typeBySign = { negativeAs: type.optional(), positiveAs: type.optional() };

export const vocabulary: z.ZodType<Vocabulary> = z
  .strictObject({
    columns: z.array(text).min(1).max(3).readonly(),
    values: z
      .array(z.strictObject({ match: anyTexts, type: z.enum([...COMPONENT_TYPES, 'ignore']), ...typeBySign }))
      .min(1)
      .readonly(),
  })
  .refine(({ columns, values }) => values.every(({ match }) => match.length === columns.length), {
    message: 'each match needs one word for each column',
  });

export const direction = z.strictObject({ column: text, in: texts, out: texts }).readonly();

export const stageRule = z.strictObject({ when: condition, stage: z.enum(ORDER_STAGES) }).readonly();

const terms = z.record(text, z.enum(['+', '-'])).readonly();

const figure: z.ZodType<Figure> = z.discriminatedUnion('of', [
  z.strictObject({ of: z.enum(['net', 'rows']), where: condition.optional(), absolute: z.boolean().optional() }),
  z.strictObject({ of: z.literal('sum'), terms, where: condition.optional(), absolute: z.boolean().optional() }),
]);

const where = z.enum(['above', 'below']);
const printedBalance = z.strictObject({ label: text, columns: terms.optional() });

export const check: z.ZodType<Check> = z.discriminatedUnion('check', [
  z.strictObject({ check: z.literal('row'), name: text, terms, equals: text, when: condition.optional() }),
  z.strictObject({
    check: z.literal('order'),
    name: text,
    sum: z.union([z.literal('items'), z.strictObject({ terms })]),
    equals: text,
  }),
  z.strictObject({
    check: z.literal('labelledTotal'),
    label: text,
    where,
    columns: z.enum(['net', 'amounts']).optional(),
  }),
  z.strictObject({ check: z.literal('text'), name: text, where, pattern: pattern(1), figure }),
  z.strictObject({ check: z.literal('footerPair'), figures: z.record(text, figure), net: terms.optional() }),
  z.strictObject({ check: z.literal('otherSheet'), sheet: text, label: text, figure }),
  z.strictObject({ check: z.literal('otherSheetSum'), sheet: text, terms, equals: text }),
  z.strictObject({
    check: z.literal('openingClosing'),
    opening: printedBalance,
    closing: printedBalance,
    closingMayBeMovement: z.boolean().optional(),
  }),
  z.strictObject({ check: z.literal('zero'), name: text, figure, ifAny: condition }),
  z.strictObject({
    check: z.literal('runningBalance'),
    column: text,
    order: z.enum(['oldest-first', 'newest-first', 'either']),
  }),
]);

const currencyRule = z
  .strictObject({
    column: text.optional(),
    pattern: pattern(1).optional(),
    in: z.enum(['preamble', 'header']).optional(),
    words: z.record(text, currencyCode).readonly().optional(),
    otherwise: currencyCode.optional(),
    ask: z.array(currencyCode).readonly().optional(),
  })
  .refine(({ column, pattern: source, ask }) => [column, source, ask].some((part) => part !== undefined), {
    message: 'a column, a pattern or "ask" must say where the currency stands',
  })
  .refine(({ pattern: source, in: where }) => (source === undefined) === (where === undefined), {
    message: 'a pattern needs "in", and "in" a pattern',
  })
  .refine(({ otherwise, ask }) => otherwise === undefined || ask === undefined, {
    message: 'with "otherwise" nothing is left to ask',
  });

export const currency: z.ZodType<string | CurrencyRule> = z.union([currencyCode, currencyRule]);

export const numbers = z
  .strictObject({ decimal: z.enum(['.', ',', 'auto']), minorUnits: z.boolean().optional() })
  .readonly();

export const dates = z.strictObject({ formats: z.array(text).min(1).readonly(), zone: text.optional() }).readonly();

export const companion: z.ZodType<Companion> = z
  .strictObject({
    sheets: z.array(text).min(1).readonly().optional(),
    headers: z.array(text).min(2).readonly().optional(),
    because: translated,
  })
  .refine(({ sheets, headers }) => sheets !== undefined || headers !== undefined, {
    message: '"sheets" or "headers" must say which sheet is meant',
  });
