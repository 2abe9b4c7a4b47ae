/*
 * A member: one person of the union, behind one sign-in subject.
 * Life: machine A, from application to erasure. Owner: membership; other services know the id alone.
 */
import {
  defineLifecycle,
  err,
  FieldChecks,
  ok,
  type Id,
  type IllegalTransitionError,
  type Result,
  type ValidationError,
} from '@guildhall/kernel';

/** The id of a member. */
export type MemberId = Id<'Member'>;

/** Where a member stands in machine A. */
export type MemberStatus = 'APPLIED' | 'REJECTED' | 'ACTIVE' | 'LAPSED' | 'ALUMNI' | 'SUSPENDED' | 'ERASED';

/** The level of study. */
export type StudyLevel = 'UNDERGRADUATE' | 'POSTGRADUATE_TAUGHT' | 'POSTGRADUATE_RESEARCH';

/** Who may see one field of a profile; each audience includes the ones before it. */
export type Audience = 'ONLY_ME' | 'CONNECTIONS' | 'MY_GROUPS' | 'MEMBERS' | 'PUBLIC';

/** The fields of a profile, each with an audience of its own. */
export const profileFields = [
  'displayName',
  'pronouns',
  'bio',
  'faculty',
  'programme',
  'level',
  'year',
  'interests',
  'skills',
  'languages',
] as const;

/** One field of a profile. */
export type ProfileField = (typeof profileFields)[number];

/** What a member tells about themselves. */
export type Profile = {
  readonly displayName: string;
  readonly pronouns: string | undefined;
  readonly bio: string | undefined;
  readonly faculty: string;
  readonly programme: string;
  readonly level: StudyLevel;
  readonly year: number;
  readonly interests: readonly string[];
  readonly skills: readonly string[];
  /** BCP 47 tags. */
  readonly languages: readonly string[];
};

/** A member with profile, audiences and status. `statusUntil` ends a suspension or the grace after lapsing. */
export type Member = Profile & {
  readonly id: MemberId;
  readonly subject: string;
  readonly studentNumber: string;
  readonly status: MemberStatus;
  readonly statusReason: string | undefined;
  readonly statusUntil: Date | undefined;
  readonly audiences: Readonly<Record<ProfileField, Audience>>;
  readonly joinedAt: Date;
  readonly version: number;
};

/** What can happen to a membership. */
export type MemberAction = 'APPLY' | 'VERIFY' | 'REJECT' | 'LAPSE' | 'GRADUATE' | 'SUSPEND' | 'REINSTATE' | 'ERASE';

/** Machine A. */
export const memberLifecycle = defineLifecycle<Member, MemberStatus, MemberAction>(
  {
    name: 'Member',
    initial: ['APPLIED', 'ACTIVE'],
    states: ['APPLIED', 'REJECTED', 'ACTIVE', 'LAPSED', 'ALUMNI', 'SUSPENDED', 'ERASED'],
    transitions: {
      // A mistake in an application, or a new course after the old one, must not shut anybody out for good.
      APPLY: { from: ['REJECTED', 'ALUMNI'], to: ['APPLIED'] },
      VERIFY: { from: ['APPLIED'], to: ['ACTIVE'] },
      REJECT: { from: ['APPLIED'], to: ['REJECTED'] },
      LAPSE: { from: ['ACTIVE'], to: ['LAPSED'] },
      GRADUATE: {
        from: ['LAPSED'],
        to: ['ALUMNI'],
        guard: ({ statusUntil }, now) => statusUntil !== undefined && statusUntil <= now,
      },
      SUSPEND: { from: ['ACTIVE'], to: ['SUSPENDED'] },
      REINSTATE: { from: ['SUSPENDED', 'LAPSED'], to: ['ACTIVE'] },
      ERASE: { from: ['APPLIED', 'REJECTED', 'ACTIVE', 'LAPSED', 'ALUMNI', 'SUSPENDED'], to: ['ERASED'] },
    },
  },
  (member) => member.status,
);

/** The audiences a new member starts with: a name and interests for fellow members, study details for oneself. */
export const defaultAudiences: Readonly<Record<ProfileField, Audience>> = {
  displayName: 'MEMBERS',
  pronouns: 'MEMBERS',
  bio: 'MEMBERS',
  faculty: 'MEMBERS',
  programme: 'MY_GROUPS',
  level: 'ONLY_ME',
  year: 'ONLY_ME',
  interests: 'MEMBERS',
  skills: 'MY_GROUPS',
  languages: 'MEMBERS',
};

/** How long a lapsed member can come back before becoming an alumnus (machine A), in milliseconds. */
export const graceMs = 60 * 86_400_000;

/** How long a suspension may last at most, in milliseconds; our choice, domain 1.3 A leaves it open. */
export const suspensionMaxMs = 366 * 86_400_000;

/** Moves a member along machine A. `reason` and `until` are kept while the new status lasts. */
export function changeStatus(
  member: Member,
  action: MemberAction,
  { now, reason, until }: { readonly now: Date; readonly reason?: string; readonly until?: Date },
): Result<Member, IllegalTransitionError> {
  const status = memberLifecycle.next(action, member, now);
  return status.ok ? ok({ ...member, status: status.value, statusReason: reason, statusUntil: until }) : status;
}

/** What a member may change about themselves; absent fields stay as they are, an empty text clears an optional one. */
export type ProfileChanges = {
  readonly displayName?: string;
  readonly pronouns?: string;
  readonly bio?: string;
  readonly interests?: readonly string[];
  readonly skills?: readonly string[];
  readonly languages?: readonly string[];
  readonly audiences?: Partial<Readonly<Record<ProfileField, Audience>>>;
};

/** Checks why an application is turned down. */
export function checkReason(reason: string): Result<string, ValidationError> {
  return new FieldChecks().text('reason', reason, { max: 500 }).finish(reason.trim());
}

/** Checks why and until when rights are withheld: a reason, and an end within a year. */
export function checkSuspension(
  suspension: { readonly reason: string; readonly until: Date },
  now: Date,
): Result<{ readonly reason: string; readonly until: Date }, ValidationError> {
  const length = suspension.until.getTime() - now.getTime();
  return new FieldChecks()
    .text('reason', suspension.reason, { max: 500 })
    .that(length > 0, 'until', 'OUT_OF_RANGE', 'A suspension ends in the future.')
    .that(length <= suspensionMaxMs, 'until', 'OUT_OF_RANGE', 'A suspension lasts at most a year.')
    .finish({ reason: suspension.reason.trim(), until: suspension.until });
}

const languageTag = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

/** Applies a member's changes to their own profile, or names every field that breaks a rule. */
export function changeProfile(member: Member, changes: ProfileChanges): Result<Member, ValidationError> {
  const next: Member = {
    ...member,
    displayName: changes.displayName?.trim() ?? member.displayName,
    pronouns: clearable(changes.pronouns, member.pronouns),
    bio: clearable(changes.bio, member.bio),
    interests: changes.interests?.map((text) => text.trim()) ?? member.interests,
    skills: changes.skills?.map((text) => text.trim()) ?? member.skills,
    languages: changes.languages ?? member.languages,
    audiences: { ...member.audiences, ...changes.audiences },
  };
  const checks = checkProfile(next).finish(next);
  return checks.ok ? ok(next) : err(checks.error);
}

/** Checks every rule of a profile. */
export function checkProfile(profile: Profile): FieldChecks {
  const checks = new FieldChecks()
    .text('displayName', profile.displayName, { max: 80 })
    .text('pronouns', profile.pronouns ?? '', { min: 0, max: 40 })
    .text('bio', profile.bio ?? '', { min: 0, max: 1000 })
    .textList('interests', profile.interests, { max: 20, maxLength: 40 })
    .textList('skills', profile.skills, { max: 20, maxLength: 40 })
    .textList('languages', profile.languages, { max: 10, maxLength: 35 });
  profile.languages.forEach((tag, index) =>
    checks.that(languageTag.test(tag), `languages.${index}`, 'BAD_FORMAT', 'Use a language tag such as en or zh-CN.'),
  );
  return checks;
}

function clearable(change: string | undefined, present: string | undefined): string | undefined {
  return change === undefined ? present : change.trim() || undefined;
}
