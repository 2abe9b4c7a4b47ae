/*
 * What becomes of a candidacy, as pure decisions: each takes what is known, and gives what is to be stored or why not.
 */
import { FieldChecks, ok, type IllegalTransitionError, type Result, type ValidationError } from '@guildhall/kernel';
import {
  appealOf,
  candidateLifecycle,
  type Candidacy,
  type CandidacyAppeal,
  type CandidacyAppealId,
  type Candidate,
  type CandidateAction,
} from './candidate.js';
import { candidateRules } from './candidate-rules.js';
import { ineligibilities, type Eligibility } from './eligibility.js';

/** Who decides, and when; `appealUntil` is the end of the time to appeal against it. */
export type Deciding = { readonly by: string; readonly now: Date; readonly appealUntil: Date };

type Changed = Result<Candidate, IllegalTransitionError | ValidationError>;

/** What candidates do by themselves: agree, decline, stand down. A statement goes with a refusal to stand. */
export function moveCandidate(
  candidacy: Candidacy,
  action: Extract<CandidateAction, 'CONSENT' | 'DECLINE' | 'WITHDRAW'>,
  now: Date,
): Result<Candidate, IllegalTransitionError> {
  const next = candidateLifecycle.next(action, candidacy, now);
  if (!next.ok || next.value === 'REOPEN') return next as Result<never, IllegalTransitionError>;
  return ok({ ...candidacy.candidate, status: next.value, changedAt: now });
}

/** Says whether somebody may stand. What the rules ask for beats the word of who screens; a refusal has a reason. */
export function screen(
  candidacy: Candidacy,
  { isEligible, reason, facts }: { readonly isEligible: boolean; readonly reason: string; readonly facts: Eligibility },
  { by, now, appealUntil }: Deciding,
): Changed {
  const next = candidateLifecycle.next('SCREEN', candidacy, now, isEligible ? 'ELIGIBLE' : 'INELIGIBLE');
  if (!next.ok) return next;
  const [problem] = ineligibilities(facts);
  const checks = new FieldChecks();
  if (isEligible)
    checks
      .that(problem === undefined, 'isEligible', 'CONTRADICTION', problem?.message ?? '')
      .that(reason === '', 'reason', 'CONTRADICTION', 'Only a refusal has a reason.');
  else checks.text('reason', reason, { max: candidateRules.reasonMax });
  return checks.finish({
    ...candidacy.candidate,
    status: isEligible ? ('ELIGIBLE' as const) : ('INELIGIBLE' as const),
    statusReason: isEligible ? undefined : reason,
    decidedBy: by,
    decidedAt: now,
    appealUntil: isEligible ? undefined : appealUntil,
    changedAt: now,
  });
}

/** Takes a candidate out with a reason that everybody can read. */
export function disqualify(candidacy: Candidacy, reason: string, { by, now, appealUntil }: Deciding): Changed {
  const next = candidateLifecycle.next('DISQUALIFY', candidacy, now);
  if (!next.ok) return next;
  return new FieldChecks().text('reason', reason, { max: candidateRules.reasonMax }).finish({
    ...candidacy.candidate,
    status: 'DISQUALIFIED' as const,
    statusReason: reason,
    decidedBy: by,
    decidedAt: now,
    appealUntil,
    changedAt: now,
  });
}

/** Appeals against the decision that holds now, once. */
export function appealAgainst(
  candidacy: Candidacy,
  words: string,
  { id, now }: { readonly id: CandidacyAppealId; readonly now: Date },
): Result<CandidacyAppeal, IllegalTransitionError | ValidationError> {
  const { id: candidateId, status, decidedBy, decidedAt } = candidacy.candidate;
  const next = candidateLifecycle.next('APPEAL', candidacy, now, status);
  if (!next.ok) return next;
  if (decidedBy === undefined || decidedAt === undefined)
    throw new Error('nothing was decided that could be appealed against');
  return new FieldChecks().text('text', words, { max: candidateRules.appealMax }).finish({
    id,
    candidateId,
    againstBy: decidedBy,
    againstAt: decidedAt,
    words,
    madeAt: now,
    isGranted: undefined,
    reason: undefined,
    decidedBy: undefined,
    decidedAt: undefined,
    version: 1,
  });
}

/** An appeal as decided, and the candidate as they stand after it. */
export type DecidedAppeal = { readonly candidate: Candidate; readonly appeal: CandidacyAppeal };

/**
 * Decides an appeal. Granted, who was refused may stand and who was taken out stands again; but nobody stands who could
 * not hold the office.
 */
export function decideAppeal(
  candidacy: Candidacy,
  { isGranted, reason, facts }: { readonly isGranted: boolean; readonly reason: string; readonly facts: Eligibility },
  { by, now }: { readonly by: string; readonly now: Date },
): Result<DecidedAppeal, IllegalTransitionError | ValidationError> {
  const { candidate } = candidacy;
  const back = candidate.status === 'DISQUALIFIED' ? 'STANDING' : 'ELIGIBLE';
  const next = candidateLifecycle.next('DECIDE_APPEAL', candidacy, now, isGranted ? back : candidate.status);
  if (!next.ok) return next;
  const appeal = appealOf(candidacy);
  if (appeal === undefined) throw new Error('an appeal that can be decided is there');
  const [problem] = ineligibilities(facts).filter(({ isFinal }) => isFinal);
  const restored: Candidate = {
    ...candidate,
    status: back,
    statusReason: undefined,
    appealUntil: undefined,
    changedAt: now,
  };
  return new FieldChecks()
    .that(!isGranted || problem === undefined, 'isGranted', 'CONTRADICTION', problem?.message ?? '')
    .text('reason', reason, { max: candidateRules.reasonMax })
    .finish({
      candidate: isGranted ? restored : { ...candidate, changedAt: now },
      appeal: { ...appeal, isGranted, reason, decidedBy: by, decidedAt: now },
    });
}
