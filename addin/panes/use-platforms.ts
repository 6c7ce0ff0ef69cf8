// Platforms that matter in this workbook: those of its recognised sheets, and those that have a shop name already.
import type { Settings } from '../settings.ts';
import { useSessionState } from './use-session.ts';

export function usePlatforms({ shops }: Settings): string[] {
  const { view } = useSessionState();
  const seen = new Set(Object.keys(shops));
  if (view.state === 'ready') {
    const { active, beside } = view.value;
    if (active?.is === 'recognised') seen.add(active.recognised.mapping.platform);
    for (const sheet of beside) seen.add(sheet.recognised.mapping.platform);
  }
  return [...seen].sort();
}
