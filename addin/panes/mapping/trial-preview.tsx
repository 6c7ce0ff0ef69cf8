// The first rows as the draft reads them, with the totals of all rows; the same view as before a reconcile.
import type { Trial } from '../../mapping/try-mapping.ts';
import { OrdersPreview, PayoutPreview } from '../preview.tsx';

export function TrialPreview({ trial }: { readonly trial: Trial }) {
  if (trial.outcome !== 'read') return null;
  return trial.parts.map((part) =>
    part.kind === 'orders' ? (
      <OrdersPreview key={part.currency} sheet={part} />
    ) : (
      <PayoutPreview key={part.currency} sheet={part} />
    ),
  );
}
