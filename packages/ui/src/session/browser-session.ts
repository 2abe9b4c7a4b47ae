import type { Session } from './session.js';
import { createSession } from './session.js';

/** The session of this page in this browser. */
export function createBrowserSession(): Session {
  return createSession({
    fetch: (input, init) => fetch(input, init),
    now: Date.now,
    exclusively: async (task) => navigator.locks.request('guildhall-session', task),
    channel: new BroadcastChannel('guildhall-session'),
    here: () => `${location.pathname}${location.search}${location.hash}`,
    goTo: (address) => location.assign(address),
  });
}
