import { createHash } from 'node:crypto';

/** Who holds the keys of every demo election. */
export const demoTrustees = { returningOfficer: 'otto', secondTrustee: 'amira' } as const;

/** The seed of a demo election: known to everybody who reads this, so it would do for no other. */
export function seedOf(name: string): string {
  return createHash('sha256').update(`demo seed/${name}`).digest('hex');
}
