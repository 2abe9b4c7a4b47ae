import type { Adapter, AdapterFactory, AdapterPayload } from 'oidc-provider';
import type { SessionStore } from './session-store.js';

/** The store and the clock behind an adapter. */
export type SessionAdapterOptions = { readonly store: SessionStore; readonly clock: () => Date };

/** Everything a grant gives rise to, and which therefore ends with it. */
const grantedModels: ReadonlySet<string> = new Set(['AccessToken', 'AuthorizationCode', 'RefreshToken']);

/**
 * Keeps what the provider remembers (sessions, grants, codes, refresh tokens) in one store. Sessions are also found by their
 * public id, through a second entry that points to the first.
 */
export function createSessionAdapterFactory({ store, clock }: SessionAdapterOptions): AdapterFactory {
  return (model): Adapter => {
    const keyOf = (id: string): string => `${model}:${id}`;
    const uidKeyOf = (uid: string): string => `${model}.uid:${uid}`;
    const find = async (id: string): Promise<AdapterPayload | undefined> => {
      const payload = store.get(keyOf(id));
      // A copy, because the provider changes what it is given.
      return payload === undefined ? undefined : structuredClone<AdapterPayload>(payload);
    };
    return {
      find,
      async upsert(id, payload, expiresIn) {
        const expiresAt = expiresIn === undefined ? undefined : clock().getTime() + expiresIn * 1000;
        store.set(keyOf(id), structuredClone<Record<string, unknown>>(payload), expiresAt);
        if (model === 'Session' && payload.uid !== undefined) store.set(uidKeyOf(payload.uid), { id }, expiresAt);
      },
      async findByUid(uid) {
        const id = store.get(uidKeyOf(uid))?.['id'];
        return typeof id === 'string' ? find(id) : undefined;
      },
      async findByUserCode() {
        return undefined;
      },
      async consume(id) {
        const payload = await find(id);
        if (payload === undefined) return;
        const expiresAt = payload.exp === undefined ? undefined : payload.exp * 1000;
        store.set(keyOf(id), { ...payload, consumed: Math.floor(clock().getTime() / 1000) }, expiresAt);
      },
      async destroy(id) {
        const uid = store.get(keyOf(id))?.['uid'];
        store.delete(keyOf(id));
        // A session gets a new id at sign-in: its public id may already point there.
        if (typeof uid === 'string' && store.get(uidKeyOf(uid))?.['id'] === id) store.delete(uidKeyOf(uid));
      },
      async revokeByGrantId(grantId) {
        if (!grantedModels.has(model)) return;
        const keys = [...store.entries()].filter(
          ([key, payload]) => key.startsWith(keyOf('')) && payload['grantId'] === grantId,
        );
        for (const [key] of keys) store.delete(key);
      },
    };
  };
}
