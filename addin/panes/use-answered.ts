// What the server told, or what it answered to a change since: the answer stands until it is told anew.
import { useState } from 'react';

export function useAnswered<T>(told: T): [T, (now: T) => void] {
  const [changed, setChanged] = useState<{ readonly since: T; readonly now: T } | null>(null);
  return [changed?.since === told ? changed.now : told, (now) => setChanged({ since: told, now })];
}
