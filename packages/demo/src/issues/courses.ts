import type { Id } from '@guildhall/kernel';
import { constituencyOf } from '../groups/constituency.js';
import type { DemoMandate } from '../groups/mandates.js';
import type { DemoPosition } from '../groups/positions.js';
import type { DemoMember } from '../people/members.js';

/** A course with its active students and the representative who speaks for it. */
export type Course = {
  readonly constituency: string;
  readonly students: readonly Id<'Member'>[];
  readonly rep: Id<'Member'>;
};

/** What courses are made from. */
export type CourseSources = {
  readonly members: readonly DemoMember[];
  readonly positions: readonly DemoPosition[];
  readonly mandates: readonly DemoMandate[];
};

/** Every course with a representative in office and at least so many students, the largest first. */
export function coursesOf({ members, positions, mandates }: CourseSources, studentsMin: number): readonly Course[] {
  const students = new Map<string, Id<'Member'>[]>();
  for (const member of members) {
    if (member.status !== 'ACTIVE') continue;
    const name = constituencyOf(member);
    const known = students.get(name);
    if (known) known.push(member.id);
    else students.set(name, [member.id]);
  }
  const holders = new Map(mandates.filter(({ endedAt }) => !endedAt).map((held) => [held.positionId, held.memberId]));
  return positions
    .flatMap(({ id, constituency }) => {
      const rep = holders.get(id);
      const enrolled = constituency === undefined ? undefined : students.get(constituency);
      if (constituency === undefined || rep === undefined || !enrolled || enrolled.length < studentsMin) return [];
      return [{ constituency, students: enrolled, rep }];
    })
    .sort(
      (one, other) => other.students.length - one.students.length || (one.constituency < other.constituency ? -1 : 1),
    );
}
