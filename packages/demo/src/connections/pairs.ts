import type { DemoGroupMembership } from '../groups/group-memberships.js';
import { logNormalSizes } from '../log-normal-sizes.js';
import type { DemoMember } from '../people/members.js';
import { entryAt, type RandomStream } from '../random-stream.js';

const median = 6;
const spread = 0.9;
const knownMax = 150;

/**
 * Pairs of members who know each other; a pair may come twice. How many others somebody knows follows a log-normal curve;
 * six in ten are of a group of theirs, a quarter of their course, the others anybody.
 */
export function plannedPairs(
  random: RandomStream,
  members: readonly DemoMember[],
  memberships: readonly DemoGroupMembership[],
): readonly (readonly [DemoMember, DemoMember])[] {
  const groupsOf = Map.groupBy(
    memberships.filter(({ status }) => status === 'ACTIVE'),
    ({ memberId }) => memberId,
  );
  const places = new Map<string, DemoMember[]>();
  const meetAt = (place: string, member: DemoMember): void => {
    const there = places.get(place);
    if (there === undefined) places.set(place, [member]);
    else there.push(member);
  };
  const sizes = random.shuffle(logNormalSizes(members.length, median, spread));
  for (const [index, member] of members.entries()) {
    const groups = groupsOf.get(member.id) ?? [];
    const known = Math.min(knownMax, Math.round(entryAt(sizes, index)));
    for (let count = 0; count < known; count += 1) {
      const chance = random.next();
      if (chance < 0.6 && groups.length > 0) meetAt(random.pick(groups).groupId, member);
      else if (chance < 0.85) meetAt(`${member.programme} ${member.year}`, member);
      else meetAt('anywhere', member);
    }
  }
  return [...places.values()].flatMap((there) => inTwos(random.shuffle(there)));
}

function inTwos(people: readonly DemoMember[]): readonly (readonly [DemoMember, DemoMember])[] {
  return Array.from(
    { length: Math.floor(people.length / 2) },
    (_, index) => [entryAt(people, 2 * index), entryAt(people, 2 * index + 1)] as const,
  );
}
