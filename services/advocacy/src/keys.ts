import { joinKeyManagers, type KeyManager } from './sealing/key-manager.js';
import { createMasterKeys } from './sealing/master-keys.crypto.js';
import { createTransitKeys } from './sealing/transit-keys.http.js';
import type { VaultKeys } from './sealing/vault.crypto.js';

/** The variable with the master key that wraps the data keys of cases: 32 random bytes in base64. */
export const masterKeyVariable = 'GUILDHALL_ADVOCACY_MASTER_KEY';

/** The variable with master keys of before, separated by commas, until every data key is wrapped under the current one. */
export const olderKeysVariable = 'GUILDHALL_ADVOCACY_OLDER_MASTER_KEYS';

/** The variable with the key of pseudonyms and blind indexes: 32 random bytes in base64, not those of the master key. */
export const pseudonymKeyVariable = 'GUILDHALL_ADVOCACY_PSEUDONYM_KEY';

/** The variables of a key management service that speaks the transit protocol of HashiCorp Vault; set all three or none. */
export const kmsVariables = {
  url: 'GUILDHALL_ADVOCACY_KMS_URL',
  key: 'GUILDHALL_ADVOCACY_KMS_KEY',
  token: 'GUILDHALL_ADVOCACY_KMS_TOKEN',
} as const;

type Environment = Readonly<Record<string, string | undefined>>;

const keyBytes = 32;

/** Reads all keys. Throws one sentence that names what is missing: without its keys this service must not start. */
export function readKeys(environment: Environment): VaultKeys {
  const transit = readTransit(environment);
  const wanted = [...(transit === undefined ? [masterKeyVariable] : []), pseudonymKeyVariable];
  const missing = wanted.filter((name) => decode(environment[name] ?? '') === undefined);
  if (missing.length > 0) throw new Error(`Advocacy needs ${missing.join(' and ')}: 32 random bytes in base64.`);
  const master = readOwnMaster(environment);
  const pseudonym = decode(environment[pseudonymKeyVariable] ?? '') ?? Buffer.alloc(0);
  const older = readOlder(environment[olderKeysVariable]);
  if ([master, ...older].some((key) => key?.equals(pseudonym)))
    throw new Error(`${masterKeyVariable} and ${pseudonymKeyVariable} must be two different keys.`);
  return { manager: join(transit, master, older), pseudonym };
}

/** With a key management service, a master key of one's own only unwraps what it wrapped before. */
function join(transit: KeyManager | undefined, master: Buffer | undefined, older: readonly Buffer[]): KeyManager {
  const [first, ...others] = [...(master === undefined ? [] : [master]), ...older];
  const own = first === undefined ? undefined : createMasterKeys(first, others);
  if (transit === undefined) {
    if (own === undefined) throw new Error(`Advocacy needs ${masterKeyVariable}: 32 random bytes in base64.`);
    return own;
  }
  return joinKeyManagers(transit, own === undefined ? [] : [own]);
}

function readOwnMaster(environment: Environment): Buffer | undefined {
  const text = environment[masterKeyVariable] ?? '';
  if (text === '') return undefined;
  const master = decode(text);
  if (master === undefined) throw new Error(`Advocacy needs ${masterKeyVariable}: 32 random bytes in base64.`);
  return master;
}

function readOlder(text: string | undefined): readonly Buffer[] {
  const parts = (text ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return parts.map((part) => {
    const key = decode(part);
    if (key === undefined)
      throw new Error(`${olderKeysVariable} takes keys of 32 bytes in base64, separated by commas.`);
    return key;
  });
}

function readTransit(environment: Environment): KeyManager | undefined {
  const names = Object.values(kmsVariables);
  const unset = names.filter((name) => (environment[name] ?? '') === '');
  if (unset.length === names.length) return undefined;
  if (unset.length > 0) throw new Error(`${names.join(', ')} go together: ${unset.join(' and ')} must be set too.`);
  return createTransitKeys({
    url: environment[kmsVariables.url] ?? '',
    key: environment[kmsVariables.key] ?? '',
    token: environment[kmsVariables.token] ?? '',
  });
}

function decode(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64');
  return bytes.length === keyBytes ? bytes : undefined;
}
