import type * as IdentityServer from './identity-server.js';

/**
 * Loads the provider without its word on the runtime: it knows long-term releases by a label that the workspace's own
 * build of Node does not carry, and would tell every newcomer that a supported runtime is not. Other warnings pass.
 */
export async function loadIdentityServer(): Promise<typeof IdentityServer> {
  const { console } = globalThis;
  const warn = console.warn;
  console.warn = (...words: readonly unknown[]): void => {
    if (!String(words[0]).includes('Unsupported runtime')) warn.apply(console, [...words]);
  };
  try {
    return await import('./identity-server.js');
  } finally {
    console.warn = warn;
  }
}
