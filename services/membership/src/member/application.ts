import { FieldChecks, ok, type IllegalTransitionError, type Result, type ValidationError } from '@guildhall/kernel';
import { changeStatus, defaultAudiences, type Member, type MemberId, type StudyLevel } from './member.js';

/** What the university knows of a student and an applicant states; a registry's roll says the same. */
export type StudyFacts = {
  readonly studentNumber: string;
  readonly faculty: string;
  readonly programme: string;
  readonly level: StudyLevel;
  /** The year of study, from 1 to 8. */
  readonly year: number;
};

/** What somebody states who asks to join the union. */
export type Application = StudyFacts & { readonly displayName: string };

/** The facts of an application without the spaces around them, or every field that breaks a rule. */
export function checkApplication(application: Application): Result<Application, ValidationError> {
  const { level, year } = application;
  const trimmed: Application = {
    level,
    year,
    displayName: application.displayName.trim(),
    studentNumber: application.studentNumber.trim(),
    faculty: application.faculty.trim(),
    programme: application.programme.trim(),
  };
  return new FieldChecks()
    .text('studentNumber', trimmed.studentNumber, { max: 40 })
    .text('displayName', trimmed.displayName, { max: 80 })
    .text('faculty', trimmed.faculty, { max: 120 })
    .text('programme', trimmed.programme, { max: 160 })
    .whole('year', year, { min: 1, max: 8 })
    .finish(trimmed);
}

/** A new record of somebody whom the register did not know, with the audiences everybody starts with. */
export function newMember(
  application: Application,
  made: { readonly id: MemberId; readonly subject: string; readonly status: 'APPLIED' | 'ACTIVE'; readonly now: Date },
): Member {
  const { now, ...identity } = made;
  return {
    ...application,
    ...identity,
    statusReason: undefined,
    statusUntil: undefined,
    pronouns: undefined,
    bio: undefined,
    interests: [],
    skills: [],
    languages: [],
    audiences: defaultAudiences,
    joinedAt: now,
    version: 1,
  };
}

/** Whether somebody studies another programme or year than before, and so in another constituency. */
export function hasMoved(before: Member, after: Member): boolean {
  return before.programme !== after.programme || before.year !== after.year;
}

/** A second application of somebody who was turned down or has left for good; what they wrote about themselves stays. */
export function applyAgain(
  member: Member,
  application: Application,
  now: Date,
): Result<Member, IllegalTransitionError> {
  const applied = changeStatus(member, 'APPLY', { now });
  return applied.ok ? ok({ ...applied.value, ...application }) : applied;
}
