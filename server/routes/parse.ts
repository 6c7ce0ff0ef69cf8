// Parsing at the edge: what comes in becomes a typed value here, once, or is refused with the place that does not fit.
import type { z } from 'zod';
import { SHOP_NAME_LENGTH_MAX, SHOP_NAME_TOO_LONG } from '../../core/shop-name.ts';
import { ApiError } from '../api-error.ts';

/** Reads wire data by its schema. @throws ApiError, mostly BAD_REQUEST naming the place and the rule, never the value */
export function parse<T>(schema: z.ZodType<T>, wire: unknown, place = 'body'): T {
  const read = schema.safeParse(wire);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  if (issue?.message === SHOP_NAME_TOO_LONG)
    throw new ApiError('SHOP_NAME_TOO_LONG', { longest: String(SHOP_NAME_LENGTH_MAX) });
  const path = [place, ...(issue?.path ?? []).map(String)].join('.');
  throw new ApiError('BAD_REQUEST', { path, problem: issue?.message ?? 'unknown' });
}
