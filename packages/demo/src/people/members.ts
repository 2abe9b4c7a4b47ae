import type { Id } from '@guildhall/kernel';
import { bios, biosZh, interests, skills } from '../corpus/profile.js';
import { personName } from '../corpus/names.js';
import { type School, schools } from '../corpus/programmes.js';
import type { DemoContext } from '../demo-context.js';
import type { RandomStream } from '../random-stream.js';
import { memberPersonas } from './member-personas.js';
import { joinedInYear } from './joined-in-year.js';

/** The stage of a student's studies. */
export type StudyLevel = 'UNDERGRADUATE' | 'POSTGRADUATE_TAUGHT' | 'POSTGRADUATE_RESEARCH';

/** Who may see one field of a profile. */
export type FieldAudience = 'ONLY_ME' | 'CONNECTIONS' | 'MY_GROUPS' | 'MEMBERS' | 'PUBLIC';

/** The fields of a profile that have an audience of their own. */
export type ProfileField =
  | 'pronouns'
  | 'bio'
  | 'faculty'
  | 'programme'
  | 'level'
  | 'year'
  | 'interests'
  | 'skills'
  | 'languages';

/** A member of the demo union, as the membership service stores one. */
export type DemoMember = {
  readonly id: Id<'Member'>;
  readonly subject: string;
  readonly studentNumber: string;
  readonly status: 'APPLIED' | 'REJECTED' | 'ACTIVE' | 'LAPSED' | 'ALUMNI' | 'SUSPENDED';
  readonly displayName: string;
  readonly pronouns?: string;
  readonly bio?: string;
  readonly faculty: string;
  readonly programme: string;
  readonly level: StudyLevel;
  readonly year: number;
  readonly interests: readonly string[];
  readonly skills: readonly string[];
  readonly languages: readonly string[];
  readonly audiences: Readonly<Record<ProfileField, FieldAudience>>;
  readonly joinedAt: Date;
};

/** All members; the demo people who are members come first. */
export function demoUnionMembers(context: DemoContext): readonly DemoMember[] {
  const random = context.stream('members');
  const personas = memberPersonas(context);
  const others = Array.from({ length: context.scaled(20_000) - personas.length }, (_, index) =>
    someMember(context, random, index),
  );
  return [...personas, ...others];
}

function someMember(context: DemoContext, random: RandomStream, index: number): DemoMember {
  const { displayName, pronouns, languages } = personName(random);
  const school = random.pick(schools);
  const level = random.weighted<StudyLevel>([
    ['UNDERGRADUATE', 70],
    ['POSTGRADUATE_TAUGHT', 22],
    ['POSTGRADUATE_RESEARCH', 8],
  ]);
  const year = yearOf(random, level);
  const status = random.weighted<DemoMember['status']>([
    ['ACTIVE', 965],
    ['APPLIED', 10],
    ['REJECTED', 2],
    ['LAPSED', 10],
    ['ALUMNI', 11],
    ['SUSPENDED', 2],
  ]);
  const joinedAt = joinedInYear(random, context.anchor, status === 'APPLIED' ? 0 : year - 1);
  const studentNumber = `N${String(20_000_000 + index * 37 + random.between(0, 36))}`;
  return {
    id: random.idAt<'Member'>(joinedAt),
    subject: `student-${studentNumber.slice(1)}`,
    studentNumber,
    status,
    displayName,
    ...(random.chance(0.6) && { pronouns }),
    ...(random.chance(0.45) && { bio: bioOf(random, school, displayName) }),
    faculty: school.faculty,
    programme: programmeOf(school, level),
    level,
    year,
    interests: random.shuffle(interests).slice(0, random.between(1, 5)),
    skills: random.shuffle(skills).slice(0, random.between(0, 3)),
    languages,
    audiences: audiencesOf(random),
    joinedAt,
  };
}

/** The name of a course of study, such as "BSc Physics". */
export function programmeOf(school: School, level: StudyLevel): string {
  const degree = { UNDERGRADUATE: school.bachelor, POSTGRADUATE_TAUGHT: school.master, POSTGRADUATE_RESEARCH: 'PhD' }[
    level
  ];
  return `${degree} ${school.subject}`;
}

function yearOf(random: RandomStream, level: StudyLevel): number {
  if (level === 'POSTGRADUATE_TAUGHT')
    return random.weighted([
      [1, 90],
      [2, 10],
    ]);
  if (level === 'POSTGRADUATE_RESEARCH') return random.between(1, 4);
  return random.weighted([
    [1, 34],
    [2, 31],
    [3, 27],
    [4, 8],
  ]);
}

function bioOf(random: RandomStream, school: School, displayName: string): string {
  const isChinese = /\p{Script=Han}/u.test(displayName) && random.chance(0.7);
  return isChinese
    ? random.pick(biosZh).replace('{subject}', school.subjectZh)
    : random.pick(bios).replace('{subject}', school.subject);
}

function audiencesOf(random: RandomStream): DemoMember['audiences'] {
  const open = random.weighted<FieldAudience>([
    ['MEMBERS', 55],
    ['MY_GROUPS', 25],
    ['PUBLIC', 10],
    ['CONNECTIONS', 8],
    ['ONLY_ME', 2],
  ]);
  const close = random.weighted<FieldAudience>([
    ['MY_GROUPS', 45],
    ['CONNECTIONS', 35],
    ['ONLY_ME', 20],
  ]);
  return {
    pronouns: open,
    bio: open,
    interests: open,
    skills: open,
    languages: open,
    faculty: 'MEMBERS',
    programme: close,
    level: close,
    year: close,
  };
}
