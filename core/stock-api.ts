// Stock as both ends know it: movements and alerts of a run, and the levels that people set.
import { z } from 'zod';
import type { StockAlert, StockLevel, StockMovement } from './stock.ts';
import { AUTHOR_LENGTH_MAX } from './team-books.ts';
import { day } from './wire-values.ts';

const text = z.string().max(500);
const name = z.string().min(1).max(500);
const LEVELS_MAX = 5_000;

export const movementSchema: z.ZodType<StockMovement> = z.object({
  shop: name,
  orderNumber: name,
  sku: text,
  cause: z.enum(['shipped', 'returned']),
  quantity: z.int(),
  movedOn: day,
});

export const alertSchema: z.ZodType<StockAlert> = z.object({
  sku: text,
  onHand: z.int(),
  reserved: z.int(),
  available: z.int(),
  safety: z.int(),
  kind: z.enum(['LOW', 'NO_OPENING']),
});

const stockLevelSchema: z.ZodType<StockLevel> = z.object({ sku: name, opening: z.int(), safety: z.int().min(0) });

/** `author` says who sets them, for the log. */
export const setStockLevelsSchema = z.object({
  levels: z.array(stockLevelSchema).max(LEVELS_MAX),
  author: z.string().trim().max(AUTHOR_LENGTH_MAX).default(''),
});
