// The mappings the product brings along are read without a check at each start: here each is checked.
import { mappingSchema } from '../../core/mapping/mapping-schema.ts';
import { builtInMappings } from '../../mappings/index.ts';

test.each(builtInMappings.map((mapping) => [mapping.id, mapping] as const))(
  '%s is a mapping, and stays what it is when it is checked',
  (_, mapping) => {
    const checked = mappingSchema.safeParse(mapping);
    expect(checked.error?.issues ?? []).toEqual([]);
    expect(checked.data).toEqual(mapping);
  },
);
