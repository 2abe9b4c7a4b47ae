/*
 * A span in which clocks of a case stand still, and why. Life: begun, ended once, kept for ever. A change of owner,
 * urgency or stage never touches it; due dates are derived from it and only ever move to later instants.
 */
import type { Id, PausedSpan } from '@guildhall/kernel';
import type { DeadlineKind } from './deadline.js';

/** Why clocks stand still: both sides agreed in writing, the next word is the student's, or the service is closed unforeseen. */
export type PauseBasis = 'WRITTEN_AGREEMENT' | 'WAITING_STUDENT' | 'CLOSURE';

/** One span; `to` is absent while it lasts. `reference` is an opaque id of what it follows from, never words. */
export type Pause = {
  readonly id: Id<'Pause'>;
  readonly caseId: Id<'Case'>;
  readonly basis: PauseBasis;
  readonly reference: string;
  /** Which clocks it stops, as decided when it began. */
  readonly kinds: readonly DeadlineKind[];
  readonly from: Date;
  readonly to: Date | undefined;
};

/** What begins a pause; with `to` it is over already or its end is known. */
export type PauseStart = Pick<Pause, 'basis' | 'reference' | 'from'> & { readonly to?: Date };

/**
 * Which clocks a basis stops. A written agreement stops the university's procedure and nothing else can: were its dates
 * shown later because the service waited or was closed, a student would miss them. The external adjudicator's year never stops.
 */
export const pausedKinds: Readonly<Record<PauseBasis, readonly DeadlineKind[]>> = {
  WRITTEN_AGREEMENT: ['PROCEDURE', 'APPEAL', 'WHOLE_PROCEDURE'],
  WAITING_STUDENT: ['ACKNOWLEDGE', 'FIRST_CONTACT', 'REFERRAL'],
  CLOSURE: ['ACKNOWLEDGE', 'FIRST_CONTACT', 'REFERRAL', 'MEDIATION'],
};

/** The spans of pauses that stop this kind of clock, as they stand now: one that lasts has reached the present instant, and a closure ahead counts already. */
export function spansOf(kind: DeadlineKind, pauses: readonly Pause[], now: Date): readonly PausedSpan[] {
  return pauses
    .filter(({ kinds, from, to }) => kinds.includes(kind) && (from <= now || to !== undefined))
    .map(({ from, to }) => ({ from, to: to ?? justAfter(from, now) }));
}

/** A pause stops the day it begins on, at the very instant it begins too. */
function justAfter(from: Date, now: Date): Date {
  return new Date(Math.max(now.getTime(), from.getTime() + 1));
}
