import { systemActor, type Id } from '@guildhall/kernel';
import type { FactUnit } from '../../deps.js';
import { revokedAt } from '../credential-rules.js';
import { settleCredential } from '../credential.js';
import { tellHolder } from './tell-holder.js';

const actor = systemActor('settle-credentials');

/**
 * Brings a member's credentials in line with their evidence: suspended at once when it was taken back, restored when it
 * came back. Call it under the member's lock.
 */
export async function settleCredentials(unit: FactUnit, memberId: Id<'Member'>, now: Date): Promise<void> {
  const living = await unit.credentials.listLiving(actor, memberId);
  if (living.length === 0) return;
  const standing = await unit.records.listStanding(actor, memberId);
  for (const credential of living) {
    const settled = settleCredential(credential, standing, now);
    if (settled === credential) continue;
    await unit.credentials.save(settled);
    if (settled.status === credential.status) continue;
    await tellHolder(unit, settled, now);
    const { id: credentialId, suspendedAt } = settled;
    const key = `revoke-credential:${credentialId}`;
    if (suspendedAt === undefined) await unit.jobs.cancel(key);
    else await unit.jobs.enqueue('revoke-credential', { credentialId }, { runAt: revokedAt(suspendedAt), key });
  }
}
