import type { Id } from '@guildhall/kernel';
import type { DemoContext } from '../demo-context.js';
import { fixedId } from '../fixed-id.js';
import { type DemoMemberPerson, demoMembers } from '../people/demo-people.js';
import type { DemoMember } from '../people/members.js';
import type { RandomStream } from '../random-stream.js';
import { after, dayMs, later } from '../season.js';
import type { LearningFacts } from './learning-facts.js';
import { type DemoLearningPath, type DemoPathVersion, publishedVersion } from './learning-paths.js';
import { type DemoStepProgress, enrolmentAgeMin, progressOn } from './step-progress.js';

/** Somebody's way through one version of a path, as the learning service stores it, with the progress on each step. */
export type DemoEnrolment = {
  readonly id: Id<'Enrolment'>;
  readonly memberId: Id<'Member'>;
  readonly pathVersionId: Id<'PathVersion'>;
  readonly status: 'ENROLLED' | 'IN_PROGRESS' | 'COMPLETED' | 'DROPPED' | 'EXPIRED';
  readonly enrolledAt: Date;
  readonly completedAt?: Date;
  readonly steps: readonly DemoStepProgress[];
};

/** What enrolments are made from. */
export type EnrolmentSources = {
  readonly members: readonly DemoMember[];
  readonly paths: readonly DemoLearningPath[];
  readonly facts: LearningFacts;
};

type Wish = {
  readonly id?: Id<'Enrolment'>;
  readonly memberId: Id<'Member'>;
  readonly version: DemoPathVersion;
  readonly enrolledAt: Date;
  readonly diligence: number;
  readonly handsIn?: boolean;
};
type Making = { readonly random: RandomStream; readonly anchor: Date; readonly facts: LearningFacts };

/** Of all enrolments, this share is completed. */
const completionShare = 0.41;

/** Ada's way to the stage: a path whose first step passes when she attends Omar's training. */
export const adasCrewEnrolment = fixedId<'Enrolment'>('enrolment/ada/event-crew');

/** All enrolments, those of the demo people first; nobody is enrolled on one path twice. */
export function demoUnionEnrolments(context: DemoContext, sources: EnrolmentSources): readonly DemoEnrolment[] {
  const making: Making = { random: context.stream('enrolments'), anchor: context.anchor, facts: sources.facts };
  const enrolments = personaWishes(context, sources).map((wish) => enrol(making, wish));
  // With chance of their own, so that everybody else's way through the paths is as it would be without them.
  const swapping: Making = { ...making, random: context.stream('enrolments/swap') };
  enrolments.push(...draftSwap(context, sources).map((wish) => enrol(swapping, wish)));
  const personas = new Set<Id<'Member'>>(Object.values(demoMembers).map(({ memberId }) => memberId));
  const students = sources.members.filter(
    ({ id, status, joinedAt }) =>
      status === 'ACTIVE' && !personas.has(id) && joinedAt < after(context.anchor, -2 * enrolmentAgeMin),
  );
  const known = new Map(students.map((member) => [member.id, member]));
  const taken = new Set<string>();
  let completed = enrolments.filter(({ status }) => status === 'COMPLETED').length;
  for (const total = context.scaled(3_200); enrolments.length < total;) {
    const wish =
      completed < completionShare * enrolments.length
        ? completingWish(making, { ...sources, known, students })
        : startingWish(making, { ...sources, known, students });
    if (!wish || taken.has(`${wish.memberId}/${wish.version.pathId}`)) continue;
    taken.add(`${wish.memberId}/${wish.version.pathId}`);
    const enrolment = enrol(making, wish);
    if (enrolment.status === 'COMPLETED') completed += 1;
    enrolments.push(enrolment);
  }
  return enrolments;
}

type Pool = EnrolmentSources & {
  readonly known: ReadonlyMap<Id<'Member'>, DemoMember>;
  readonly students: readonly DemoMember[];
};

/** Somebody who will complete: where the path needs a fact, someone for whom it exists, enrolled before it. */
function completingWish({ random, anchor }: Making, { paths, facts, known, students }: Pool): Wish | undefined {
  const version = publishedVersion(random.pick(paths));
  if (version.steps.some(({ kind }) => kind === 'VERIFIED_HOURS' || kind === 'TEACH')) return undefined;
  const factStep = version.steps.find(({ kind }) => kind === 'ATTEND' || kind === 'HOLD_MANDATE');
  const people = factStep && facts.peopleWith(factStep);
  if (people?.length === 0) return undefined;
  const fact = people && random.pick(people);
  const member = fact ? known.get(fact.memberId) : random.pick(students);
  if (!member) return undefined;
  const latest = fact ? Math.min(fact.at.getTime(), anchor.getTime() - enrolmentAgeMin) : anchor.getTime() - 20 * dayMs;
  const enrolledAt = enrolmentTime(random, { member, anchor, latest });
  return enrolledAt && { memberId: member.id, version, enrolledAt, diligence: version.steps.length };
}

function startingWish({ random, anchor }: Making, { paths, students }: Pool): Wish | undefined {
  const path = random.pick(paths);
  const retired = path.versions.find(({ status }) => status === 'RETIRED');
  const version = retired && random.chance(0.3) ? retired : publishedVersion(path);
  const member = random.pick(students);
  const enrolledAt = enrolmentTime(random, { member, anchor, latest: anchor.getTime() - enrolmentAgeMin });
  return (
    enrolledAt && { memberId: member.id, version, enrolledAt, diligence: random.between(0, version.steps.length - 1) }
  );
}

function enrolmentTime(
  random: RandomStream,
  { member, anchor, latest }: { readonly member: DemoMember; readonly anchor: Date; readonly latest: number },
): Date | undefined {
  const earliest = later(after(member.joinedAt, dayMs), after(anchor, -365 * dayMs));
  return earliest.getTime() < latest
    ? after(earliest, Math.floor(random.next() * (latest - earliest.getTime())))
    : undefined;
}

function enrol({ random, anchor, facts }: Making, { id, ...wish }: Wish): DemoEnrolment {
  const { memberId, version, enrolledAt } = wish;
  const enrolmentId = id ?? random.idAt<'Enrolment'>(enrolledAt);
  const steps = progressOn({ random, anchor, facts }, { enrolmentId, ...wish });
  const base = { id: enrolmentId, memberId, pathVersionId: version.id, enrolledAt, steps };
  const completedAt = steps.at(-1)?.passedAt;
  if (completedAt) return { ...base, status: 'COMPLETED', completedAt };
  const isUntouched = steps[0]?.status === 'AVAILABLE';
  const isOld = enrolledAt < after(anchor, -120 * dayMs) && id === undefined;
  if (isOld && random.chance(0.4))
    return {
      ...base,
      status: random.weighted([
        ['DROPPED', 75],
        ['EXPIRED', 25],
      ]),
    };
  return { ...base, status: isUntouched ? 'ENROLLED' : 'IN_PROGRESS' };
}

function personaWishes({ anchor }: DemoContext, { paths }: EnrolmentSources): readonly Wish[] {
  const { ada, omar, uma, rosa } = demoMembers;
  const wish = (person: DemoMemberPerson, slug: string, [daysAgo, diligence]: readonly [number, number]): Wish =>
    personaWish(paths, person, { slug, enrolledAt: after(anchor, -daysAgo * dayMs), diligence });
  return [
    wish(ada, 'event-crew', [5, 0]),
    wish(ada, 'study-well', [18, 2]),
    wish(ada, 'first-weeks', [60, 9]),
    wish(omar, 'lead-a-group', [70, 3]),
    wish(uma, 'campaigner', [30, 2]),
    wish(rosa, 'course-rep', [40, 2]),
  ];
}

/** Omar and Rosa handed in drafts on the same path, one after the other, so Rosa is asked to review Omar’s. */
function draftSwap({ anchor }: DemoContext, { paths }: EnrolmentSources): readonly Wish[] {
  const { omar, rosa } = demoMembers;
  return [omar, rosa].map((person) => ({
    ...personaWish(paths, person, { slug: 'essay-clinic', enrolledAt: after(anchor, -25 * dayMs), diligence: 1 }),
    handsIn: true,
  }));
}

function personaWish(
  paths: readonly DemoLearningPath[],
  { subject, memberId }: DemoMemberPerson,
  { slug, ...wished }: Pick<Wish, 'enrolledAt' | 'diligence'> & { readonly slug: string },
): Wish {
  const path = paths.find((known) => known.slug === slug);
  if (!path) throw new RangeError(`no path ${slug}`);
  return {
    id: fixedId<'Enrolment'>(`enrolment/${subject}/${slug}`),
    memberId,
    version: publishedVersion(path),
    ...wished,
  };
}
