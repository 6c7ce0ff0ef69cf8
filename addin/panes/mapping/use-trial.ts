// What a draft makes of the sheet: of its first rows with the change itself, of all rows as soon as the browser has time.
import { useEffect, useMemo, useState } from 'react';
import type { Mapping } from '../../../core/mapping/mapping.ts';
import type { SheetTable } from '../../../core/sheet-table.ts';
import type { TablePlace } from '../../mapping/sheet-columns.ts';
import { firstTrial, laterTrials } from '../../mapping/try-in-blocks.ts';
import type { Trial } from '../../mapping/try-mapping.ts';
import { inIdleTime } from './in-idle-time.ts';

export function useTrial({ table, headerIndex }: TablePlace, mapping: Mapping, others: readonly SheetTable[]): Trial {
  const first = useMemo(
    () => firstTrial({ table, headerIndex }, mapping, others),
    [table, headerIndex, mapping, others],
  );
  const [later, setLater] = useState<{ readonly after: Trial; readonly trial: Trial } | null>(null);
  useEffect(
    () =>
      inIdleTime(laterTrials({ table, headerIndex }, mapping, others, first), (trial) =>
        setLater({ after: first, trial }),
      ),
    [table, headerIndex, mapping, others, first],
  );
  return later?.after === first ? later.trial : first;
}
