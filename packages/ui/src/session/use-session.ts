import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Session, SessionState } from './session.js';

const SessionContext = createContext<Session | undefined>(undefined);

/** Gives the session to everything inside. */
export const SessionProvider = SessionContext.Provider;

/** The session and how it stands, shown again when that changes. */
export function useSession(): { readonly session: Session; readonly state: SessionState } {
  const session = useContext(SessionContext);
  if (session === undefined) throw new Error('useSession needs the providers of createApp around it.');
  return { session, state: useSyncExternalStore(session.subscribe, session.state) };
}
