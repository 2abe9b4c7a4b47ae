import type { FactUnit } from '../../deps.js';
import type { Credential } from '../credential.js';

/** Lets the platform end a credential at the stated instant, if it ends. */
export async function planExpiry({ jobs }: Pick<FactUnit, 'jobs'>, { id, expiresAt }: Credential): Promise<void> {
  if (expiresAt === undefined) return;
  await jobs.enqueue('expire-credential', { credentialId: id }, { runAt: expiresAt, key: `expire-credential:${id}` });
}
