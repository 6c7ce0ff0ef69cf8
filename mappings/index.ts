// The mappings the product brings along. Data only: each file is checked here once, when the program starts.
import type { Mapping } from '../core/mapping/mapping.ts';
import { mappingSchema } from '../core/mapping/mapping-schema.ts';
import shopeeTwIncome from './shopee-tw.income.json' with { type: 'json' };
import shopeeTwOrders from './shopee-tw.orders.json' with { type: 'json' };

export const builtInMappings: readonly Mapping[] = [shopeeTwIncome, shopeeTwOrders].map((file) =>
  mappingSchema.parse(file),
);
