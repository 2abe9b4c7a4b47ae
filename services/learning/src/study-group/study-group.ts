/*
 * A study group: members who learn something together, week by week.
 * Life: machine M, from gathering the members it needs to its last day. Owner: learning.
 */
import {
  defineLifecycle,
  FieldChecks,
  ok,
  type Id,
  type IllegalTransitionError,
  type Result,
  type ValidationError,
} from '@guildhall/kernel';
import { isLivePlace, type StudyPlace } from './study-place.js';
import { currentStudyRules } from './study-rules.js';
import { endOfDay, type StudyTime } from './weekly-times.js';

/** The id of a study group. */
export type StudyGroupId = Id<'StudyGroup'>;

/** Where a study group stands in machine M. */
export type StudyGroupStatus = 'FORMING' | 'ACTIVE' | 'PAUSED' | 'ARCHIVED';

/** What an organiser says of a study group. */
export type StudyGroupContent = {
  readonly title: string;
  readonly about: string;
  readonly course: string;
  /** Absent when it is for everybody. */
  readonly constituencyId: Id<'Constituency'> | undefined;
  readonly style: 'QUIET' | 'DISCUSSION' | 'PROBLEM_SOLVING' | 'EXAM_PRACTICE';
  readonly setting: 'ROOM' | 'ONLINE';
  readonly whereabouts: string;
  readonly language: string;
  readonly times: readonly StudyTime[];
  readonly membersMin: number;
  readonly capacity: number;
  readonly admission: 'OPEN' | 'INVITE';
  /** A day on campus, `YYYY-MM-DD`. */
  readonly lastDay: string;
};

/** A study group as stored. Sessions are planned up to `plannedUntil`; without an organiser nobody is left in it. */
export type StudyGroup = StudyGroupContent & {
  readonly id: StudyGroupId;
  readonly status: StudyGroupStatus;
  readonly endsAt: Date;
  readonly plannedUntil: Date | undefined;
  readonly organiserId: Id<'Member'> | undefined;
  readonly foundedAt: Date;
  readonly rulesVersion: number;
  readonly version: number;
};

/** A study group with the viewer's last place in it. */
export type StudyFacts = { readonly group: StudyGroup; readonly place: StudyPlace | undefined };

/** Narrows the list of study groups; absent means no narrowing. */
export type StudyGroupFilter = {
  readonly search: string | undefined;
  readonly constituencyId: Id<'Constituency'> | undefined;
  readonly style: StudyGroupContent['style'] | undefined;
  readonly setting: StudyGroupContent['setting'] | undefined;
  readonly language: string | undefined;
  readonly weekday: number | undefined;
  readonly hasFreeSeat: boolean;
};

/** What can happen to a study group. */
export type StudyGroupAction =
  | 'JOIN'
  | 'LEAVE'
  | 'EDIT'
  | 'INVITE'
  | 'REMOVE'
  | 'PAUSE'
  | 'RESUME'
  | 'ARCHIVE'
  | 'REPORT';

const going = ['FORMING', 'ACTIVE', 'PAUSED'] as const;

/** Whom the organiser sent away stays away, and who has a seat or waits has joined already. */
function mayEnter({ group, place }: StudyFacts): boolean {
  if (place?.status === 'INVITED') return true;
  return group.admission === 'OPEN' && (place === undefined || place.status === 'LEFT');
}

/** The life of a study group. Joining and editing may bring it to what it needs to begin. */
export const studyGroupLifecycle = defineLifecycle<StudyFacts, StudyGroupStatus, StudyGroupAction>(
  {
    name: 'StudyGroup',
    initial: ['FORMING'],
    states: ['FORMING', 'ACTIVE', 'PAUSED', 'ARCHIVED'],
    transitions: {
      JOIN: { from: going, to: ['FORMING', 'ACTIVE', 'PAUSED'], guard: mayEnter },
      LEAVE: { from: going, to: ['FORMING', 'ACTIVE', 'PAUSED', 'ARCHIVED'], guard: ({ place }) => isLivePlace(place) },
      EDIT: { from: going, to: ['FORMING', 'ACTIVE', 'PAUSED'] },
      INVITE: { from: going, to: ['FORMING', 'ACTIVE', 'PAUSED'] },
      REMOVE: { from: going, to: ['FORMING', 'ACTIVE', 'PAUSED'] },
      PAUSE: { from: ['ACTIVE'], to: ['PAUSED'] },
      RESUME: { from: ['PAUSED'], to: ['ACTIVE'] },
      ARCHIVE: { from: going, to: ['ARCHIVED'] },
      REPORT: { from: going, to: ['FORMING', 'ACTIVE', 'PAUSED'] },
    },
  },
  ({ group }) => group.status,
);

const languageTag = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}$/;
const timeOfDay = /^([01]\d|2[0-3]):[0-5]\d$/;

/** Checks what an organiser says, and tells when the last day is over. */
export function checkStudyGroup(
  content: StudyGroupContent,
  { now, zone }: { readonly now: Date; readonly zone: string },
): Result<StudyGroupContent & { readonly endsAt: Date }, ValidationError> {
  const { capacityMax, lengthMaxMs } = currentStudyRules;
  const trimmed = trim(content);
  const { membersMin, capacity, times } = trimmed;
  const endsAt = endOfDay(trimmed.lastDay, zone) ?? now;
  const isAhead = endsAt > now && endsAt.getTime() - now.getTime() <= lengthMaxMs;
  const checks = new FieldChecks()
    .text('content.title', trimmed.title, { min: 3, max: 100 })
    .text('content.about', trimmed.about, { min: 10, max: 1000 })
    .text('content.course', trimmed.course, { min: 2, max: 80 })
    .text('content.whereabouts', trimmed.whereabouts, { min: 0, max: 200 })
    .that(languageTag.test(trimmed.language), 'content.language', 'BAD_FORMAT', 'Use a tag such as en or zh-Hans.')
    .that(
      times.length >= 1 && times.length <= 3,
      'content.times',
      'OUT_OF_RANGE',
      'Give one to three times of the week.',
    )
    .whole('content.membersMin', membersMin, { min: 2, max: capacityMax })
    .whole('content.capacity', capacity, { min: Math.min(Math.max(2, membersMin), capacityMax), max: capacityMax })
    .that(isAhead, 'content.lastDay', 'OUT_OF_RANGE', 'Choose a day from today on, at most 30 weeks ahead.');
  times.slice(0, 3).forEach((time, index) => checkTime(checks, time, `content.times.${index}`));
  return checks.finish({ ...trimmed, endsAt });
}

function trim(content: StudyGroupContent): StudyGroupContent {
  const { title, about, course, whereabouts, language } = content;
  return {
    ...content,
    title: title.trim(),
    about: about.trim(),
    course: course.trim(),
    whereabouts: whereabouts.trim(),
    language: language.trim(),
  };
}

function checkTime(checks: FieldChecks, { weekday, startsAt, minutes }: StudyTime, path: string): void {
  checks
    .whole(`${path}.weekday`, weekday, { min: 1, max: 7 })
    .that(timeOfDay.test(startsAt), `${path}.startsAt`, 'BAD_FORMAT', 'Write the time as HH:MM.')
    .whole(`${path}.minutes`, minutes, { min: 15, max: 300 });
}

/** Moves a study group along its life. */
export function moveStudyGroup(
  facts: StudyFacts,
  action: 'PAUSE' | 'RESUME' | 'ARCHIVE',
  now: Date,
): Result<StudyGroup, IllegalTransitionError> {
  const status = studyGroupLifecycle.next(action, facts, now);
  // Whatever was planned is called off, so that going on plans anew from then.
  return status.ok ? ok({ ...facts.group, status: status.value, plannedUntil: undefined }) : status;
}
