// Saving company or shop: on the version that was read. Where somebody saved another one meanwhile, nothing is merged;
// what they saved is fetched, so that it can be shown beside the refusal.
import { useState } from 'react';
import type { CompanySettings } from '../../../core/company.ts';
import { ApiProblem } from '../../api-problem.ts';
import type { Kept } from '../../kept-settings.ts';
import type { Signed } from '../../library-client.ts';
import type { CompanyView } from './company-view.ts';

type Newer = Kept<CompanySettings> | null;
type Save = (company: CompanySettings, signed: Signed) => Promise<void>;

export function useCompanySave({ client, kept, onSaved }: CompanyView): [Newer, Save] {
  const [newer, setNewer] = useState<Newer>(null);
  const save: Save = async (company, signed) => {
    try {
      onSaved(await client.save(company, signed, kept?.version ?? 0));
    } catch (error) {
      if (error instanceof ApiProblem && error.code === 'SETTING_OUTDATED')
        setNewer(
          await client.inForce().then(
            (now) => now.kept,
            () => null, // the refusal is said all the same
          ),
        );
      throw error;
    }
  };
  return [newer, save];
}
