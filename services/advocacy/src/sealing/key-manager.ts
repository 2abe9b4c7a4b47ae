import type { WrappedKey } from './sealing.js';

/**
 * Who holds the master keys: this process, or a key management service. Data keys are wrapped under the current master
 * key and name it, so that those wrapped under an older one still open.
 */
export interface KeyManager {
  /** The name of the master key that new data keys are wrapped under now. */
  currentKeyId(): Promise<string>;
  /** Wraps a data key under the current master key, bound to its owner. */
  wrap(dataKey: Uint8Array, owner: string): Promise<WrappedKey>;
  /** Unwraps a data key. Throws when the master key that it names is not at hand, or when it belongs to somebody else. */
  unwrap(key: WrappedKey, owner: string): Promise<Uint8Array>;
}

/** The master key that a data key names is not at hand. The sentence quotes no key. */
export class UnknownMasterKey extends Error {
  override readonly name = 'UnknownMasterKey';

  constructor() {
    super('this case was sealed under another master key');
  }
}

/** New data keys are wrapped by the first manager; those that it does not know are unwrapped by the others, in turn. */
export function joinKeyManagers(current: KeyManager, older: readonly KeyManager[]): KeyManager {
  return {
    currentKeyId: () => current.currentKeyId(),
    wrap: (dataKey, owner) => current.wrap(dataKey, owner),
    async unwrap(key, owner) {
      for (const manager of [current, ...older]) {
        const dataKey = await manager.unwrap(key, owner).catch(unlessUnknown);
        if (dataKey !== undefined) return dataKey;
      }
      throw new UnknownMasterKey();
    },
  };
}

function unlessUnknown(error: unknown): undefined {
  if (error instanceof UnknownMasterKey) return undefined;
  throw error;
}
