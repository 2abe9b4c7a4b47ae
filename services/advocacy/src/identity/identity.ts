/*
 * An opening of a student's identity: the case worker sees name and contact for one stated purpose and a short time.
 * Life: OPEN, then CLOSED by hand or by the clock. Owner: advocacy; the read ledger names the purpose to the student.
 */
import { defineLifecycle, type Id } from '@guildhall/kernel';
import type { CaseId } from '../case/case.js';
import type { IdentityPurpose } from '../sealing/sealing.js';

/** The id of an opening. */
export type OpeningId = Id<'IdentityOpening'>;

/** How long an identity stays open, in milliseconds: long enough for one call or one letter. */
export const openMs = 15 * 60_000;

/** One opening. */
export type IdentityOpening = {
  readonly id: OpeningId;
  readonly caseId: CaseId;
  readonly subject: string;
  readonly purpose: IdentityPurpose;
  readonly openedAt: Date;
  readonly closesAt: Date;
  readonly closedAt: Date | undefined;
  readonly version: number;
};

/** Whether an identity is open; by hand it is closed once, by the clock without anybody. */
export const openingLifecycle = defineLifecycle<IdentityOpening, 'OPEN' | 'CLOSED', 'CLOSE'>(
  {
    name: 'Identity opening',
    initial: ['OPEN'],
    states: ['OPEN', 'CLOSED'],
    transitions: { CLOSE: { from: ['OPEN'], to: ['CLOSED'], guard: ({ closesAt }, now) => now < closesAt } },
  },
  ({ closedAt }) => (closedAt === undefined ? 'OPEN' : 'CLOSED'),
);

/** Whether name and contact can be read through this opening at the instant. */
export function isOpen({ closedAt, closesAt }: IdentityOpening, now: Date): boolean {
  return closedAt === undefined && now < closesAt;
}
