// The session inside the pane: components read its state and call its methods, nothing is passed down by hand.
import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Session, SessionState } from '../session.ts';

export const SessionContext = createContext<Session | null>(null);

export function useSession(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error('No session around this component');
  return session;
}

export function useSessionState(): SessionState {
  const session = useSession();
  return useSyncExternalStore(session.subscribe, session.getState);
}
