/*
 * Emergency access (break-glass): an advice manager asks to read a case that is not theirs, a second person grants it for
 * some hours, every reading stands in the ledger, and the student is told at once or by a stated date. Life: asked, then
 * granted or refused, over at its end; unanswered requests lapse. Owner: advocacy.
 */
import {
  defineLifecycle,
  err,
  FieldChecks,
  illegalTransition,
  ok,
  type Id,
  type IllegalTransitionError,
  type Result,
  type ValidationError,
} from '@guildhall/kernel';
import type { CaseMessage } from '../case/case.js';

/** The id of an emergency access. */
export type EmergencyAccessId = Id<'EmergencyAccess'>;

/** The listed reasons for which somebody may ask. */
export const emergencyReasons = [
  'RISK_TO_LIFE',
  'SERIOUS_HARM',
  'HARM_TO_OTHERS',
  'URGENT_DEADLINE',
  'LEGAL_DUTY',
] as const;

/** One listed reason. */
export type EmergencyReason = (typeof emergencyReasons)[number];

/** The listed grounds for telling the student later than at once. */
export type TellLaterGround = 'WOULD_ADD_DANGER' | 'WOULD_HINDER_INQUIRY';

/** Where an emergency access stands. That it lapsed or ran out follows from the clock and is written down when somebody asks again. */
export type EmergencyStatus = 'ASKED' | 'LAPSED' | 'GRANTED' | 'REFUSED' | 'ENDED';

/** What can be done with an emergency access. `READ` opens the words of the case. */
export type EmergencyAction = 'GRANT' | 'REFUSE' | 'LAPSE' | 'READ' | 'END';

/** An emergency access, without the words in which it was asked for. */
export type EmergencyAccess = {
  readonly id: EmergencyAccessId;
  readonly caseId: Id<'Case'>;
  readonly reason: EmergencyReason;
  readonly status: EmergencyStatus;
  readonly askedBy: string;
  readonly askedAt: Date;
  readonly decidedBy: string | undefined;
  readonly decidedAt: Date | undefined;
  readonly expiresAt: Date | undefined;
  readonly endedAt: Date | undefined;
  readonly tellLaterGround: TellLaterGround | undefined;
  readonly tellBy: Date | undefined;
  readonly version: number;
};

/** A message of the case, as the person who asked reads it. */
export type EmergencyMessage = {
  readonly id: Id<'CaseMessage'>;
  readonly author: CaseMessage['author'];
  readonly sentAt: Date;
  readonly access: EmergencyAccess;
};

const hourMs = 3_600_000;

/** How long a request waits for its second person, in milliseconds; the constraint `emergency_access_is_short` knows the other. */
export const waitsMs = 24 * hourMs;

/** How long granted access lasts, in milliseconds. */
export const lastsMs = 8 * hourMs;

/** The student is told at the latest after so many days. */
export const tellLaterDaysMax = 28;

/** The life of an emergency access. */
export const emergencyLifecycle = defineLifecycle<EmergencyAccess, EmergencyStatus, EmergencyAction>(
  {
    name: 'EmergencyAccess',
    initial: ['ASKED'],
    states: ['ASKED', 'LAPSED', 'GRANTED', 'REFUSED', 'ENDED'],
    transitions: {
      GRANT: { from: ['ASKED'], to: ['GRANTED'], guard: stillWaits },
      REFUSE: { from: ['ASKED'], to: ['REFUSED'], guard: stillWaits },
      LAPSE: { from: ['ASKED'], to: ['LAPSED'], guard: (access, now) => !stillWaits(access, now) },
      READ: { from: ['GRANTED'], to: ['GRANTED'], guard: stillLasts },
      END: { from: ['GRANTED'], to: ['ENDED'], guard: stillLasts },
    },
  },
  ({ status }) => status,
);

function stillWaits({ askedAt }: EmergencyAccess, now: Date): boolean {
  return now.getTime() < askedAt.getTime() + waitsMs;
}

function stillLasts({ expiresAt }: EmergencyAccess, now: Date): boolean {
  return expiresAt !== undefined && now < expiresAt;
}

/** How an emergency access is shown: a request nobody answered in time has lapsed, access that ran out is over. */
export function phaseOf(access: EmergencyAccess, now: Date): EmergencyStatus {
  if (access.status === 'ASKED' && !stillWaits(access, now)) return 'LAPSED';
  return access.status === 'GRANTED' && !stillLasts(access, now) ? 'ENDED' : access.status;
}

/** What somebody asks for. Without a ground for telling later, the student is told as soon as access is granted. */
export type EmergencyRequest = {
  readonly caseId: Id<'Case'>;
  readonly reason: EmergencyReason;
  readonly words: string;
  readonly tellLater: { readonly ground: TellLaterGround; readonly tellBy: Date } | undefined;
};

/** Checks a request; a later date for telling the student lies ahead and within the days the rules allow. */
export function askEmergencyAccess(
  { caseId, reason, words, tellLater }: EmergencyRequest,
  { id, askedBy, now }: { readonly id: EmergencyAccessId; readonly askedBy: string; readonly now: Date },
): Result<EmergencyAccess, ValidationError> {
  const latest = now.getTime() + tellLaterDaysMax * 24 * hourMs;
  const tellBy = tellLater?.tellBy;
  return new FieldChecks()
    .text('words', words, { min: 20, max: 2000 })
    .that(
      tellBy === undefined || (tellBy > now && tellBy.getTime() <= latest),
      'tellLater.tellBy',
      'OUT_OF_RANGE',
      `The student must be told within ${tellLaterDaysMax} days.`,
    )
    .finish({
      id,
      caseId,
      reason,
      status: 'ASKED' as const,
      askedBy,
      askedAt: now,
      decidedBy: undefined,
      decidedAt: undefined,
      expiresAt: undefined,
      endedAt: undefined,
      tellLaterGround: tellLater?.ground,
      tellBy,
      version: 1,
    });
}

/** The second person's decision. One person can never be both (the constraint `emergency_access_two_persons` says so too). */
export function decideEmergencyAccess(
  access: EmergencyAccess,
  action: 'GRANT' | 'REFUSE',
  { decidedBy, now }: { readonly decidedBy: string; readonly now: Date },
): Result<EmergencyAccess, IllegalTransitionError> {
  const status = emergencyLifecycle.next(action, access, now);
  if (!status.ok) return status;
  if (decidedBy === access.askedBy) return err(illegalTransition(action, access.status));
  const expiresAt = action === 'GRANT' ? new Date(now.getTime() + lastsMs) : undefined;
  return ok({ ...access, status: status.value, decidedBy, decidedAt: now, expiresAt });
}

/** Ends access before it runs out. */
export function endEmergencyAccess(
  access: EmergencyAccess,
  now: Date,
): Result<EmergencyAccess, IllegalTransitionError> {
  const status = emergencyLifecycle.next('END', access, now);
  return status.ok ? ok({ ...access, status: status.value, endedAt: now }) : status;
}

/** Since when the student may know of it; nothing while nobody decided. */
export function toldFrom({ decidedAt, tellBy }: EmergencyAccess): Date | undefined {
  if (decidedAt === undefined) return undefined;
  return tellBy !== undefined && tellBy > decidedAt ? tellBy : decidedAt;
}
