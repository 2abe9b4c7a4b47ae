/*
 * What is written of an election: its name, its dates, the rules of its campaign and who holds the second key.
 */
import { commitmentOf } from '@guildhall/lot';
import { err, FieldChecks, ok, validationError, type Result, type ValidationError } from '@guildhall/kernel';
import type { Election, ElectionDates } from './election.js';
import { currentElectionRules } from './election-rules.js';
import { checkChangedDates, checkNewDates, type Today } from './schedule.js';

/** What a returning officer writes of a new election. */
export type ElectionDraft = Pick<Election, 'title' | 'groupId' | 'fillsId' | 'campaignRules' | 'secondTrustee'> & {
  readonly schedule: ElectionDates;
};

/** What of an election can be changed; absent fields stay. */
export type ElectionChanges = {
  readonly title?: string | undefined;
  readonly campaignRules?: string | undefined;
  readonly secondTrustee?: string | undefined;
  readonly schedule?: ElectionDates | undefined;
};

/** Who plans, and what of the new election was made for it. */
export type Planned = Pick<Election, 'id' | 'returningOfficer' | 'seed'>;

/** The longest name, campaign rules and reason, in characters; our choice. */
export const longest = { title: 120, campaignRules: 4000, reason: 1000 } as const;

/** Checks a draft and makes it an election that nobody but who runs it sees. Its seed is committed to from now on. */
export function planElection(
  draft: ElectionDraft,
  { id, returningOfficer, seed }: Planned,
  today: Today,
): Result<Election, ValidationError> {
  const { schedule, title, campaignRules, secondTrustee, ...rest } = draft;
  const rulesVersion = currentElectionRules.version;
  const written = checkWritten({ title, campaignRules });
  const dates = checkNewDates(schedule, { rulesVersion }, today);
  if (!written.ok || !dates.ok) return allProblems([written, dates]);
  return ok({
    ...rest,
    ...written.value,
    ...dates.value,
    id,
    returningOfficer,
    secondTrustee: secondTrustee.trim(),
    seed,
    seedCommitment: commitmentOf(seed),
    rulesVersion,
    status: 'PLANNED',
    resumesTo: undefined,
    statusReason: undefined,
    complaintsUntil: undefined,
    announcedAt: undefined,
    declaredAt: undefined,
    version: 1,
  });
}

/** Checks changes of an election. The rules of the campaign stay when those who stand are public: they keep to them. */
export function editElection(
  election: Election,
  changes: ElectionChanges,
  today: Today,
): Result<Election, ValidationError> {
  const { title = election.title, campaignRules = election.campaignRules, schedule } = changes;
  const written = checkWritten({ title, campaignRules });
  const dates = schedule === undefined ? ok({}) : checkChangedDates(schedule, election, today);
  const rules = checkRules(election, campaignRules);
  if (!written.ok || !dates.ok || !rules.ok) return allProblems([written, dates, rules]);
  const secondTrustee = changes.secondTrustee?.trim() ?? election.secondTrustee;
  return ok({ ...election, ...written.value, ...dates.value, secondTrustee });
}

function checkRules({ status, campaignRules: before }: Election, campaignRules: string) {
  const hasCandidates = status === 'CANDIDATES_PUBLISHED' || status === 'CAMPAIGN';
  return new FieldChecks()
    .that(
      !hasCandidates || campaignRules === before,
      'campaignRules',
      'CONTRADICTION',
      'Candidates keep to the rules that held when they were published.',
    )
    .finish({});
}

/** Checks that the second key is held by staff who run no elections: one person can never open a ballot. */
export function checkSecondTrustee(isFit: boolean): Result<boolean, ValidationError> {
  return new FieldChecks()
    .that(isFit, 'secondTrustee', 'UNKNOWN', 'Name the account of a member of staff who runs no elections.')
    .finish(isFit);
}

/** Checks why an election is halted or void, for everybody to read. */
export function checkReason(reason: string): Result<string, ValidationError> {
  return new FieldChecks().text('reason', reason, { max: longest.reason }).finish(reason.trim());
}

function checkWritten({ title, campaignRules }: Pick<Election, 'title' | 'campaignRules'>) {
  return new FieldChecks()
    .text('title', title, { max: longest.title })
    .text('campaignRules', campaignRules, { max: longest.campaignRules })
    .finish({ title: title.trim(), campaignRules: campaignRules.trim() });
}

function allProblems(checked: readonly Result<unknown, ValidationError>[]) {
  return err(validationError(checked.flatMap((one) => (one.ok ? [] : one.error.fields))));
}
