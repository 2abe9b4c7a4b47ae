import type { Id } from '@guildhall/kernel';
import type { DemoBlock } from '../connections/connections.js';
import { demoContext, type DemoContext, type DemoOptions } from '../demo-context.js';
import { fixedId } from '../fixed-id.js';
import { constituencyId, constituencyOf } from '../groups/constituency.js';
import { demoMembers } from '../people/demo-people.js';
import type { DemoMember } from '../people/members.js';
import type { DemoUnion } from '../plan-demo-union.js';
import type { RandomStream } from '../random-stream.js';
import { after, dayMs } from '../season.js';
import { studyKinds, studyPlaces, type StudyKind } from './study-texts.js';

/** Somebody's place in a demo study group. */
export type DemoStudyPlace = {
  readonly id: Id<'StudyPlace'>;
  readonly memberId: Id<'Member'>;
  readonly status: 'SEATED' | 'WAITING';
  readonly since: Date;
};

/** A study group as the learning service stores it; its sessions follow from its times. */
export type DemoStudyGroup = StudyKind & {
  readonly id: Id<'StudyGroup'>;
  readonly title: string;
  readonly course: string;
  readonly constituencyId: Id<'Constituency'> | undefined;
  readonly setting: 'ROOM' | 'ONLINE';
  readonly whereabouts: string;
  readonly times: readonly { readonly weekday: number; readonly startsAt: string; readonly minutes: number }[];
  readonly membersMin: number;
  readonly capacity: number;
  readonly admission: 'OPEN' | 'INVITE';
  readonly status: 'FORMING' | 'ACTIVE' | 'PAUSED';
  readonly foundedAt: Date;
  /** The last day, as days after the anchor. */
  readonly daysLeft: number;
  readonly places: readonly DemoStudyPlace[];
};

/** The study group that documents and tests quote: Ada has a seat in it and Rosa organises it. */
export const adasStudyGroup = fixedId<'StudyGroup'>('study-group/algebra');

/** About 260 study groups of a full union, most of them of people who study the same. */
export function planDemoStudyGroups(
  { members }: DemoUnion,
  blocks: readonly DemoBlock[],
  options: DemoOptions,
): readonly DemoStudyGroup[] {
  const context = demoContext(options);
  const random = context.stream('study-groups');
  const apart = new Set(
    blocks.flatMap(({ blockerId, blockedId }) => [`${blockerId}${blockedId}`, `${blockedId}${blockerId}`]),
  );
  const active = members.filter(({ id, status }) => status === 'ACTIVE' && !isPersona(id));
  const byCourse = [...Map.groupBy(active, constituencyOf)].filter(([, students]) => students.length >= 6);
  const others = Array.from({ length: context.scaled(260) - 1 }, () => {
    const [, students] = random.pick(byCourse);
    return someGroup(context, random, { students: random.shuffle(students), apart });
  });
  return [namedGroup(context, random.shuffle(active).slice(0, 3)), ...others];
}

const personaIds = new Set<string>(Object.values(demoMembers).map(({ memberId }) => memberId));
const isPersona = (id: string): boolean => personaIds.has(id);

function someGroup(
  { anchor }: DemoContext,
  random: RandomStream,
  { students, apart }: { readonly students: readonly DemoMember[]; readonly apart: ReadonlySet<string> },
): DemoStudyGroup {
  const kind = random.pick(studyKinds);
  const status = random.weighted([
    ['ACTIVE', 78],
    ['FORMING', 14],
    ['PAUSED', 8],
  ] as const);
  const foundedAt = after(anchor, -random.between(10, 60) * dayMs);
  const capacity = random.between(4, 8);
  const seats = status === 'FORMING' ? 1 : random.between(3, capacity + 2);
  const together = students.reduce<readonly DemoMember[]>(
    (chosen, student) =>
      chosen.length < seats && chosen.every(({ id }) => !apart.has(`${id}${student.id}`))
        ? [...chosen, student]
        : chosen,
    [],
  );
  const setting = random.chance(0.7) ? 'ROOM' : 'ONLINE';
  const course = students[0]?.programme ?? 'Study skills';
  const id = random.idAt<'StudyGroup'>(foundedAt);
  return {
    ...kind,
    id,
    title: `${kind.name}: ${course}`.slice(0, 100),
    course,
    constituencyId: random.chance(0.6) ? constituencyId(constituencyOf(students[0] ?? noCourse)) : undefined,
    setting,
    whereabouts: random.pick(studyPlaces[setting]),
    times: [
      {
        weekday: random.between(1, 7),
        startsAt: random.pick(['09:30', '12:00', '16:00', '18:00', '19:30']),
        minutes: random.pick([60, 90, 120]),
      },
    ],
    membersMin: 3,
    capacity,
    admission: random.chance(0.9) ? 'OPEN' : 'INVITE',
    status: together.length < 3 ? 'FORMING' : status,
    foundedAt,
    daysLeft: random.between(20, 70),
    places: together.map((student, index) => ({
      id: random.idAt<'StudyPlace'>(after(foundedAt, index * 3_600_000)),
      memberId: student.id,
      status: index < capacity ? 'SEATED' : 'WAITING',
      since: after(foundedAt, index * 3_600_000),
    })),
  };
}

const noCourse = { programme: 'Study skills', year: 1 };

function namedGroup({ anchor }: DemoContext, others: readonly DemoMember[]): DemoStudyGroup {
  const foundedAt = after(anchor, -30 * dayMs);
  const people = [demoMembers.rosa.memberId, demoMembers.ada.memberId, ...others.map(({ id }) => id)];
  return {
    name: 'Problem sheets together',
    about: 'We bring the week’s problem sheet and whatever we are stuck on. Nobody writes anybody’s answers.',
    style: 'PROBLEM_SOLVING',
    language: 'en',
    id: adasStudyGroup,
    title: 'Linear algebra: problem sheets together',
    course: 'Linear Algebra',
    constituencyId: undefined,
    setting: 'ROOM',
    whereabouts: 'Main library, room 2.14',
    times: [{ weekday: 2, startsAt: '17:00', minutes: 90 }],
    membersMin: 3,
    capacity: 6,
    admission: 'OPEN',
    status: 'ACTIVE',
    foundedAt,
    daysLeft: 60,
    places: people.map((memberId, index) => ({
      id: fixedId<'StudyPlace'>(`study-place/algebra/${index}`),
      memberId,
      status: 'SEATED',
      since: after(foundedAt, index * 3_600_000),
    })),
  };
}
