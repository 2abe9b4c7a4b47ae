/*
 * What the holder of an office leaves to the next one. Life: opened at the declaration of an election, filled by whoever
 * hands over, read along, accepted, sealed, and emptied a year later (machine N). Owner: learning.
 */
import {
  defineLifecycle,
  ok,
  type Id,
  type IllegalTransitionError,
  type PositionKind,
  type Result,
} from '@guildhall/kernel';
import { currentHandoverRules } from './handover-rules.js';
import type { SectionProgress } from './handover-item.js';
import type { MandateTerm } from './mandate-term.js';

/** The id of a handover. */
export type HandoverCapsuleId = Id<'HandoverCapsule'>;

/** Where a handover stands. */
export type HandoverCapsuleStatus = 'OPEN' | 'OUTGOING_FILLED' | 'SHADOWING' | 'ACCEPTED' | 'SEALED';

/** One handover, without what was written in it. */
export type HandoverCapsule = {
  readonly id: HandoverCapsuleId;
  readonly mandateId: Id<'Mandate'>;
  readonly predecessorId: Id<'Mandate'> | undefined;
  readonly electionId: Id<'Election'>;
  readonly positionId: Id<'Position'> | undefined;
  readonly kind: PositionKind;
  readonly groupId: Id<'Group'> | undefined;
  readonly constituencyId: Id<'Constituency'> | undefined;
  readonly successorId: Id<'Member'>;
  readonly outgoingIds: readonly Id<'Member'>[];
  readonly status: HandoverCapsuleStatus;
  readonly openedAt: Date;
  /** When the new mandate begins and ends. */
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly dueAt: Date;
  readonly filledAt: Date | undefined;
  readonly shadowingAt: Date | undefined;
  readonly acceptedAt: Date | undefined;
  readonly sealedAt: Date | undefined;
  readonly forgottenAt: Date | undefined;
  readonly lateToldAt: Date | undefined;
  readonly rulesVersion: number;
  readonly version: number;
};

/** A handover with how far its parts are. */
export type CapsuleFacts = { readonly capsule: HandoverCapsule; readonly sections: readonly SectionProgress[] };

/** Something that can be done about a handover. */
export type HandoverCapsuleAction =
  | 'WRITE'
  | 'HAND_OVER'
  | 'START_SHADOWING'
  | 'TICK'
  | 'ASK'
  | 'ANSWER'
  | 'ACCEPT'
  | 'REMIND'
  | 'ALERT'
  | 'SEAL'
  | 'FORGET';

const unaccepted = ['OPEN', 'OUTGOING_FILLED', 'SHADOWING'] as const;
const readable = ['OUTGOING_FILLED', 'SHADOWING', 'ACCEPTED'] as const;
const isWritten = ({ sections }: CapsuleFacts): boolean => sections.every(({ isDone }) => isDone);
const isTakenOn = ({ sections }: CapsuleFacts): boolean => sections.every(({ untakenCount }) => untakenCount === 0);
const isOver = ({ capsule }: CapsuleFacts, now: Date): boolean => now >= sealsAt(capsule);

/** The life of a handover; what changes no state leads to the states it starts from. */
export const handoverLifecycle = defineLifecycle<CapsuleFacts, HandoverCapsuleStatus, HandoverCapsuleAction>(
  {
    name: 'HandoverCapsule',
    initial: ['OPEN'],
    states: ['OPEN', 'OUTGOING_FILLED', 'SHADOWING', 'ACCEPTED', 'SEALED'],
    transitions: {
      WRITE: { from: unaccepted, to: unaccepted },
      HAND_OVER: { from: ['OPEN'], to: ['OUTGOING_FILLED'], guard: isWritten },
      START_SHADOWING: { from: ['OUTGOING_FILLED'], to: ['SHADOWING'] },
      TICK: { from: ['SHADOWING'], to: ['SHADOWING'] },
      ASK: { from: readable, to: readable },
      ANSWER: { from: readable, to: readable },
      ACCEPT: { from: ['SHADOWING'], to: ['ACCEPTED'], guard: isTakenOn },
      REMIND: { from: unaccepted, to: unaccepted, guard: ({ capsule }, now) => now >= remindsAt(capsule) },
      ALERT: { from: unaccepted, to: unaccepted, guard: ({ capsule }, now) => isLate(capsule, now) },
      SEAL: { from: [...unaccepted, 'ACCEPTED'], to: ['SEALED'], guard: isOver },
      FORGET: {
        from: ['SEALED'],
        to: ['SEALED'],
        guard: ({ capsule }, now) => capsule.forgottenAt === undefined && now >= (keptUntil(capsule) ?? now),
      },
    },
  },
  ({ capsule }) => capsule.status,
);

/** What opening a handover starts from. */
export type Opening = {
  readonly id: HandoverCapsuleId;
  readonly electionId: Id<'Election'>;
  readonly mandate: MandateTerm;
  readonly predecessor: MandateTerm | undefined;
  readonly outgoingIds: readonly Id<'Member'>[];
  readonly now: Date;
};

/** A new handover to whoever holds the mandate, from whoever held it before or from these members. */
export function openCapsule({ id, electionId, mandate, predecessor, outgoingIds, now }: Opening): HandoverCapsule {
  return {
    id,
    mandateId: mandate.mandateId,
    predecessorId: predecessor?.mandateId,
    electionId,
    positionId: mandate.positionId,
    kind: mandate.kind,
    groupId: mandate.groupId,
    constituencyId: mandate.constituencyId,
    successorId: mandate.memberId,
    outgoingIds: predecessor === undefined ? outgoingIds : [predecessor.memberId],
    status: 'OPEN',
    openedAt: now,
    startsAt: mandate.startsAt,
    endsAt: mandate.endsAt,
    dueAt: dueOf(mandate, predecessor, now),
    filledAt: undefined,
    shadowingAt: undefined,
    acceptedAt: undefined,
    sealedAt: undefined,
    forgottenAt: undefined,
    lateToldAt: undefined,
    rulesVersion: currentHandoverRules.version,
    version: 1,
  };
}

/** The end of the old mandate; where that is over or there was none, when the new one begins, and never at once. */
export function dueOf({ startsAt }: MandateTerm, predecessor: MandateTerm | undefined, openedAt: Date): Date {
  if (predecessor !== undefined && predecessor.endsAt > openedAt) return predecessor.endsAt;
  const soonest = new Date(openedAt.getTime() + currentHandoverRules.graceMs);
  return startsAt > soonest ? startsAt : soonest;
}

/** When whoever is behind is reminded. */
export function remindsAt({ dueAt }: HandoverCapsule): Date {
  return new Date(dueAt.getTime() - currentHandoverRules.remindBeforeMs);
}

/** Whether it should be accepted by now and is not. */
export function isLate({ status, acceptedAt, dueAt }: HandoverCapsule, now: Date): boolean {
  return acceptedAt === undefined && status !== 'SEALED' && now >= dueAt;
}

/** When it is sealed: some time after it is accepted, or when the new mandate ends without that. */
export function sealsAt({ acceptedAt, endsAt }: HandoverCapsule): Date {
  return acceptedAt === undefined ? endsAt : new Date(acceptedAt.getTime() + currentHandoverRules.sealAfterMs);
}

/** Until when what it holds is kept; nothing before it is sealed. */
export function keptUntil({ sealedAt }: HandoverCapsule): Date | undefined {
  return sealedAt === undefined ? undefined : new Date(sealedAt.getTime() + currentHandoverRules.keepMs);
}

/** Until when whoever takes over reads what the group plans; nothing where that never began. */
export function shadowUntil({ groupId, shadowingAt, startsAt, endsAt }: HandoverCapsule): Date | undefined {
  if (groupId === undefined || shadowingAt === undefined || shadowingAt >= startsAt) return undefined;
  return startsAt < endsAt ? startsAt : endsAt;
}

/** Takes a step in the life of a handover. */
export function moveCapsule(
  facts: CapsuleFacts,
  action: 'HAND_OVER' | 'START_SHADOWING' | 'ACCEPT' | 'SEAL',
  now: Date,
): Result<HandoverCapsule, IllegalTransitionError> {
  const status = handoverLifecycle.next(action, facts, now);
  if (!status.ok) return status;
  const stamps = {
    HAND_OVER: { filledAt: now },
    START_SHADOWING: { shadowingAt: now },
    ACCEPT: { acceptedAt: now },
    // The stated instant, however late the job ran.
    SEAL: { sealedAt: sealsAt(facts.capsule) },
  };
  return ok({ ...facts.capsule, ...stamps[action], status: status.value });
}
