// What a draft makes of the sheet: of its first rows with the change itself, of all rows as soon as the browser has time.
import { useEffect, useMemo, useState } from 'react';
import type { Mapping } from '../../../core/mapping/mapping.ts';
import type { TablePlace } from '../../mapping/sheet-columns.ts';
import { type BesideSheet, firstTrial, laterTrials } from '../../mapping/try-in-blocks.ts';
import type { Trial } from '../../mapping/try-mapping.ts';
import { inIdleTime } from './in-idle-time.ts';

/** @param beside the same value as long as it says the same */
export function useTrial({ table, headerIndex }: TablePlace, mapping: Mapping, beside: BesideSheet): Trial {
  const first = useMemo(
    () => firstTrial({ table, headerIndex }, mapping, beside),
    [table, headerIndex, mapping, beside],
  );
  const [later, setLater] = useState<{ readonly after: Trial; readonly trial: Trial } | null>(null);
  useEffect(() => {
    const steps = laterTrials({ table, headerIndex }, mapping, beside, first);
    return inIdleTime(steps, (trial) => setLater({ after: first, trial }));
  }, [table, headerIndex, mapping, beside, first]);
  return later?.after === first ? later.trial : first;
}
