import type { Id } from '@guildhall/kernel';
import { schools } from '../corpus/programmes.js';
import { words } from '../corpus/lines.js';
import type { DemoContext } from '../demo-context.js';
import { fixedId } from '../fixed-id.js';
import { demoMembers } from '../people/demo-people.js';
import { type DemoMember, programmeOf } from '../people/members.js';
import { constituencyOf } from './constituency.js';
import { demoGroups, type PlannedGroup } from './groups.js';

/** An office that members can hold, as the membership service stores one; without a group it is one of the whole union. */
export type DemoPosition = {
  readonly id: Id<'Position'>;
  readonly groupId?: Id<'Group'>;
  readonly title: string;
  readonly kind: 'PRESIDENT' | 'TREASURER' | 'SECRETARY' | 'OFFICER' | 'WELFARE_LEAD' | 'UNION_OFFICER' | 'COURSE_REP';
  readonly seats: number;
  readonly constituency?: string;
};

/** The offices that demo people hold; their ids do not change with anchor or size. */
export const demoPositions = {
  theatrePresident: fixedId<'Position'>('position/theatre-president'),
  welfareOfficer: fixedId<'Position'>('position/welfare-officer'),
  physicsRep: fixedId<'Position'>('position/physics-rep'),
} as const;

const fullTimeOfficers = words(
  'President, Education Officer, Welfare and Community Officer, Activities and Sport Officer',
);
const partTimeOfficers = words(
  'Black Students’ Officer, Commuter Students’ Officer, Disabled Students’ Officer, Environment Officer, Housing Officer, International Students’ Officer, LGBTQ+ Students’ Officer, Mature Students’ Officer, Postgraduate Research Officer, Postgraduate Taught Officer, Student Parents’ Officer, Trans Students’ Officer, Volunteering Officer, Women’s Officer',
);

/** All offices: four or five in each living group, eighteen of the union, and seats for 620 course representatives. */
export function demoUnionPositions(
  context: DemoContext,
  members: readonly DemoMember[],
  groups: readonly PlannedGroup[],
): readonly DemoPosition[] {
  return [...groupPositions(context, groups), ...unionPositions(context), ...coursePositions(context, members)];
}

function groupPositions(context: DemoContext, groups: readonly PlannedGroup[]): readonly DemoPosition[] {
  const random = context.stream('positions/groups');
  return groups
    .filter(({ group }) => group.status !== 'DORMANT')
    .flatMap(({ group, size }) => {
      const office = (title: string, kind: DemoPosition['kind'], seats = 1): DemoPosition => ({
        id: random.idAt<'Position'>(group.foundedAt),
        groupId: group.id,
        title,
        kind,
        seats,
      });
      const president = office('President', 'PRESIDENT');
      return [
        group.id === demoGroups.theatre ? { ...president, id: demoPositions.theatrePresident } : president,
        office('Treasurer', 'TREASURER'),
        office('Secretary', 'SECRETARY'),
        office('Welfare and inclusion officer', 'WELFARE_LEAD', size > 120 ? 2 : 1),
      ];
    });
}

function unionPositions(context: DemoContext): readonly DemoPosition[] {
  const random = context.stream('positions/union');
  const since = new Date('2016-06-01T00:00:00Z');
  return [...fullTimeOfficers, ...partTimeOfficers].map((title) => ({
    id: title.startsWith('Welfare') ? demoPositions.welfareOfficer : random.idAt<'Position'>(since),
    title,
    kind: 'UNION_OFFICER',
    seats: 1,
  }));
}

/** Seats are dealt to the largest courses first and go round again; a course never has more than one seat for five students. */
function coursePositions(context: DemoContext, members: readonly DemoMember[]): readonly DemoPosition[] {
  const random = context.stream('positions/courses');
  const since = new Date('2018-09-01T00:00:00Z');
  const students = new Map<string, number>();
  for (const member of members) students.set(constituencyOf(member), (students.get(constituencyOf(member)) ?? 0) + 1);
  const rosas = constituencyOf({ programme: programmeOf(schoolOfRosa(), 'UNDERGRADUATE'), year: 2 });
  const courses = [...students].sort(
    ([one, a], [other, b]) => Number(other === rosas) - Number(one === rosas) || b - a || (one < other ? -1 : 1),
  );
  const total = context.scaled(620);
  const seats = dealSeats(courses, total);
  return [...seats].map(([constituency, count]) => ({
    id: constituency === rosas ? demoPositions.physicsRep : random.idAt<'Position'>(since),
    title: 'Course representative',
    kind: 'COURSE_REP',
    seats: count,
    constituency,
  }));
}

function dealSeats(courses: readonly (readonly [string, number])[], total: number): ReadonlyMap<string, number> {
  const seats = new Map<string, number>();
  let left = total;
  for (let round = 1; left > 0 && round <= 12; round += 1) {
    for (const [constituency, size] of courses) {
      if (left === 0 || size < round * 5) continue;
      seats.set(constituency, round);
      left -= 1;
    }
  }
  return seats;
}

function schoolOfRosa() {
  const school = schools.find(({ subject }) => subject === 'Physics');
  if (!school) throw new RangeError(`no school for ${demoMembers.rosa.displayName}`);
  return school;
}
