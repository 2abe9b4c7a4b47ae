import type { VaultKeys } from './sealing/vault.crypto.js';

/** The variable with the master key that wraps the data keys of cases: 32 random bytes in base64. */
export const masterKeyVariable = 'GUILDHALL_ADVOCACY_MASTER_KEY';

/** The variable with the key of pseudonyms and blind indexes: 32 random bytes in base64, not those of the master key. */
export const pseudonymKeyVariable = 'GUILDHALL_ADVOCACY_PSEUDONYM_KEY';

const keyBytes = 32;

/** Reads both keys. Throws one sentence that names what is missing: without its keys this service must not start. */
export function readKeys(environment: Readonly<Record<string, string | undefined>>): VaultKeys {
  const wanted = [masterKeyVariable, pseudonymKeyVariable] as const;
  const [master, pseudonym] = wanted.map((name) => Buffer.from(environment[name] ?? '', 'base64'));
  const broken = wanted.filter((name) => Buffer.from(environment[name] ?? '', 'base64').length !== keyBytes);
  if (master === undefined || pseudonym === undefined || broken.length > 0) {
    throw new Error(`Advocacy needs ${broken.join(' and ')}: 32 random bytes in base64.`);
  }
  if (master.equals(pseudonym))
    throw new Error(`${masterKeyVariable} and ${pseudonymKeyVariable} must be two different keys.`);
  return { master, pseudonym };
}
