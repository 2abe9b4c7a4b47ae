/*
 * The handover of a group: whether somebody will still serve it in two weeks. Derived from mandates and never stored;
 * what is stored is that its people were warned. Owner: membership.
 */
import { withoutOfficerMs, type GroupFacts } from '../group/group.js';

/** How long before the last mandate ends without a successor a group is warned, in milliseconds; our choice. */
export const handoverWarningMs = 14 * 86_400_000;

/** `ENDING`: nobody serves beyond the next 14 days. `MISSING`: nobody serves now. */
export type HandoverState = 'SERVED' | 'ENDING' | 'MISSING';

/** How a group stands with its officers. */
export type Handover = {
  readonly state: HandoverState;
  /** When the last mandate ends or ended; for a group that never had one, when it was founded. */
  readonly servedUntil: Date;
  /** When the group falls dormant if nobody serves by then; only while nobody does. */
  readonly dormantAt: Date | undefined;
};

/** How a group stands with its officers now; nothing for groups that need none: proposals and those that ended. */
export function handoverOf({ group, ...facts }: GroupFacts, now: Date): Handover | undefined {
  if (group.status === 'PROPOSED' || group.status === 'DISSOLVED') return undefined;
  if (facts.officerCount === 0 || facts.coveredUntil === undefined) {
    const servedUntil = facts.servedUntil ?? group.foundedAt;
    const dormantAt = group.status === 'AFFILIATED' ? new Date(servedUntil.getTime() + withoutOfficerMs) : undefined;
    return { state: 'MISSING', servedUntil, dormantAt };
  }
  const servedUntil = facts.coveredUntil;
  const isEnding = servedUntil.getTime() - handoverWarningMs <= now.getTime();
  return { state: isEnding ? 'ENDING' : 'SERVED', servedUntil, dormantAt: undefined };
}

/** When to look at the handover again; nothing when there is nothing more to warn of. It is always later than `now` for a served group. */
export function nextLook({ state, servedUntil }: Handover): Date | undefined {
  if (state === 'MISSING') return undefined;
  return state === 'ENDING' ? servedUntil : new Date(servedUntil.getTime() - handoverWarningMs);
}
