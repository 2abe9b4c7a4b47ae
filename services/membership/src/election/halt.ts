/*
 * Halting an election, taking it up again and voiding it, each with what everybody reads about it.
 */
import {
  err,
  ok,
  validationError,
  type IllegalTransitionError,
  type Result,
  type ValidationError,
} from '@guildhall/kernel';
import { electionLifecycle, liveStates, type Election, type ElectionDates, type LiveStatus } from './election.js';
import { afterWorkingDays, electionRulesOf } from './election-rules.js';
import { checkReason } from './plan.js';
import { canGoOn, checkChangedDates, type Today } from './schedule.js';

type Moved = Result<Election, IllegalTransitionError | ValidationError>;

/** Halts an election where it is, with a reason for everybody to read. */
export function suspendElection(election: Election, reason: string, now: Date): Moved {
  const status = electionLifecycle.next('SUSPEND', election, now);
  const checked = checkReason(reason);
  const resumesTo = liveStatusOf(election);
  if (!status.ok) return status;
  if (!checked.ok) return checked;
  return ok({ ...election, status: status.value, resumesTo, statusReason: checked.value });
}

/**
 * Takes an election up where it was. What was to come when it was halted must still be to come, if need be on later dates;
 * nobody could complain meanwhile, so a time for complaints begins anew.
 */
export function resumeElection(election: Election, schedule: ElectionDates | undefined, today: Today): Moved {
  const status = electionLifecycle.next('RESUME', election, today.now, election.resumesTo);
  if (!status.ok) return status;
  if (schedule === undefined && !canGoOn(election, today.now)) return err(validationError([laterDates]));
  const dates = schedule === undefined ? ok({}) : checkChangedDates(schedule, election, today);
  if (!dates.ok) return dates;
  const days = electionRulesOf(election).complaintDays;
  const complaintsUntil =
    status.value === 'PROVISIONAL' ? afterWorkingDays(today.now, days, today.campusZone) : election.complaintsUntil;
  return ok({
    ...election,
    ...dates.value,
    status: status.value,
    resumesTo: undefined,
    statusReason: undefined,
    complaintsUntil,
  });
}

/** Voids an election for good, with a reason for everybody to read. */
export function voidElection(election: Election, reason: string, now: Date): Moved {
  const status = electionLifecycle.next('VOID', election, now);
  const checked = checkReason(reason);
  if (!status.ok) return status;
  if (!checked.ok) return checked;
  return ok({ ...election, status: status.value, resumesTo: undefined, statusReason: checked.value });
}

const laterDates = {
  path: 'schedule',
  rule: 'REQUIRED',
  message: 'A date that was to come has passed meanwhile; give later ones.',
} as const;

function liveStatusOf({ status }: Election): LiveStatus | undefined {
  return liveStates.find((state) => state === status);
}
