/*
 * A credential: the union's signed word that a member reached an achievement, resting on evidence.
 * Life (machine L): eligible by the facts, claimed by choice, issued by the platform; suspended while its evidence is taken
 * back, then restored or revoked; it may expire. Owner: learning.
 */
import {
  defineLifecycle,
  err,
  illegalTransition,
  ok,
  type Id,
  type IllegalTransitionError,
  type Result,
} from '@guildhall/kernel';
import type { Achievement, AchievementId } from '../achievement/achievement.js';
import { evidenceMeeting, type Criterion } from '../achievement/criterion.js';
import type { Evidence, EvidenceId } from '../record/evidence.js';
import { credentialEnds, revokedAt } from './credential-rules.js';

/** The id of a credential; it is in the signed document, so it is random. */
export type CredentialId = Id<'Credential'>;

/** Where a credential stands. `ELIGIBLE` is never stored: it follows from the evidence. */
export type CredentialStatus = 'ELIGIBLE' | 'CLAIMED' | 'ISSUED' | 'SUSPENDED' | 'REVOKED' | 'EXPIRED';

/** Why a credential was revoked. */
export type RevocationReason = 'EVIDENCE_TAKEN_BACK';

/** A place in the status lists. It is random, so that it tells nothing of when a credential was issued. */
export type StatusPlace = { readonly listNumber: number; readonly listIndex: number };

/** A credential as stored. The criteria are those of the day it was claimed. */
export type Credential = StatusPlace & {
  readonly id: CredentialId;
  readonly memberId: Id<'Member'>;
  /** Stands for the holder in the signed document where they are not named; of this credential alone. */
  readonly subjectId: Id<'CredentialSubject'>;
  readonly achievementId: AchievementId;
  readonly seriesId: Id<'AchievementSeries'>;
  readonly criteria: readonly Criterion[];
  readonly evidenceIds: readonly EvidenceId[];
  readonly status: Exclude<CredentialStatus, 'ELIGIBLE'>;
  readonly issuedAt: Date;
  readonly expiresAt: Date | undefined;
  readonly suspendedAt: Date | undefined;
  readonly endedAt: Date | undefined;
  readonly reason: RevocationReason | undefined;
  readonly version: number;
};

/** What can happen to a credential. */
export type CredentialAction = 'CLAIM' | 'ISSUE' | 'SUSPEND' | 'RESTORE' | 'REVOKE' | 'EXPIRE';

type Standing = {
  readonly status: CredentialStatus;
  readonly suspendedAt: Date | undefined;
  readonly expiresAt: Date | undefined;
};

/** The life of a credential. Only `CLAIM` is somebody's choice; the rest follows from the facts and from time. */
export const credentialLifecycle = defineLifecycle<Standing, CredentialStatus, CredentialAction>(
  {
    name: 'Credential',
    initial: ['ELIGIBLE'],
    states: ['ELIGIBLE', 'CLAIMED', 'ISSUED', 'SUSPENDED', 'REVOKED', 'EXPIRED'],
    transitions: {
      CLAIM: { from: ['ELIGIBLE'], to: ['CLAIMED'] },
      ISSUE: { from: ['CLAIMED'], to: ['ISSUED'] },
      SUSPEND: { from: ['ISSUED'], to: ['SUSPENDED'] },
      RESTORE: { from: ['SUSPENDED'], to: ['ISSUED'] },
      REVOKE: {
        from: ['SUSPENDED'],
        to: ['REVOKED'],
        guard: ({ suspendedAt }, now) => suspendedAt !== undefined && revokedAt(suspendedAt) <= now,
      },
      EXPIRE: {
        from: ['ISSUED', 'SUSPENDED'],
        to: ['EXPIRED'],
        guard: ({ expiresAt }, now) => expiresAt !== undefined && expiresAt <= now,
      },
    },
  },
  ({ status }) => status,
);

/** Who claims what, with the ids and the place that chance gave. */
export type Claim = StatusPlace & {
  readonly id: CredentialId;
  readonly subjectId: Id<'CredentialSubject'>;
  readonly memberId: Id<'Member'>;
  readonly achievement: Achievement;
};

/**
 * A credential as its member claims it and the platform issues it, in one step: nobody else's word stands between, as the
 * facts have spoken. Fails when the standing evidence does not meet the criteria.
 */
export function issueCredential(
  { achievement, ...claim }: Claim,
  standing: readonly Evidence[],
  now: Date,
): Result<Credential, IllegalTransitionError> {
  const { id: achievementId, seriesId, criteria, validDays } = achievement;
  const evidence = evidenceMeeting(criteria, standing, now);
  if (evidence === undefined) return err(illegalTransition('CLAIM', 'NOT_ELIGIBLE'));
  const times = { suspendedAt: undefined, expiresAt: credentialEnds(now, validDays) };
  const claimed = credentialLifecycle.next('CLAIM', { status: 'ELIGIBLE', ...times }, now);
  const issued = claimed.ok ? credentialLifecycle.next('ISSUE', { status: claimed.value, ...times }, now) : claimed;
  if (!issued.ok) return issued;
  return ok({
    ...claim,
    ...times,
    achievementId,
    seriesId,
    criteria,
    evidenceIds: evidence.map(({ id }) => id),
    status: 'ISSUED',
    issuedAt: now,
    endedAt: undefined,
    reason: undefined,
    version: 1,
  });
}

/**
 * Brings a credential in line with the evidence that stands: suspended when its own criteria are no longer met, restored
 * when they are again, resting on what meets them now. The same credential when nothing changes.
 */
export function settleCredential(credential: Credential, standing: readonly Evidence[], now: Date): Credential {
  const evidence = evidenceMeeting(credential.criteria, standing, now);
  if (evidence === undefined)
    return credentialLifecycle.can('SUSPEND', credential, now)
      ? { ...credential, status: 'SUSPENDED', suspendedAt: now }
      : credential;
  const evidenceIds = evidence.map(({ id }) => id);
  if (credentialLifecycle.can('RESTORE', credential, now))
    return { ...credential, status: 'ISSUED', suspendedAt: undefined, evidenceIds };
  const isSame = evidenceIds.join() === credential.evidenceIds.join();
  return credential.status !== 'ISSUED' || isSame ? credential : { ...credential, evidenceIds };
}

/** Revokes a credential whose evidence did not come back in time. */
export function revokeCredential(credential: Credential, now: Date): Result<Credential, IllegalTransitionError> {
  const status = credentialLifecycle.next('REVOKE', credential, now);
  return status.ok ? ok({ ...credential, status: 'REVOKED', endedAt: now, reason: 'EVIDENCE_TAKEN_BACK' }) : status;
}

/** Ends a credential whose time is over. */
export function expireCredential(credential: Credential, now: Date): Result<Credential, IllegalTransitionError> {
  const status = credentialLifecycle.next('EXPIRE', credential, now);
  return status.ok ? ok({ ...credential, status: 'EXPIRED', endedAt: credential.expiresAt ?? now }) : status;
}

/** Whether the union stands by it now. One whose end the job has not reached yet is over already. */
export function isGood({ status, expiresAt }: Credential, now: Date): boolean {
  return status === 'ISSUED' && (expiresAt === undefined || expiresAt > now);
}
