// Property tests draw the same cases each time, so a green run stays green until the product changes; another seed draws
// others: `PROPERTY_SEED=7 npm test -- tests/properties`.
import fc from 'fast-check';

fc.configureGlobal({ seed: Number(process.env['PROPERTY_SEED'] ?? 1) });

export { default } from 'fast-check';
