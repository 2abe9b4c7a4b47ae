import type { Id } from '@guildhall/kernel';
import { constituencyOf } from '../groups/constituency.js';
import type { DemoMandate } from '../groups/mandates.js';
import type { DemoPosition } from '../groups/positions.js';
import { demoMembers } from '../people/demo-people.js';
import type { DemoMember } from '../people/members.js';
import type { DemoUnion } from '../plan-demo-union.js';
import { later } from '../season.js';

/** The union's people as elections see them. */
export type Electorates = {
  /** Who could vote for a position at an instant, of those who are active today. */
  readonly of: (position: DemoPosition, at: Date) => readonly DemoMember[];
  readonly holdersOf: (position: DemoPosition) => readonly DemoMandate[];
  /** Whether somebody holds or held an office of the union, or is one of the demo people: nobody else stands in demo elections unasked. */
  readonly isKnown: (id: Id<'Member'>) => boolean;
};

/** Looks at a union the way elections do. */
export function electoratesOf(union: DemoUnion): Electorates {
  const active = union.members.filter(({ status }) => status === 'ACTIVE');
  const byId = new Map(active.map((member) => [member.id, member]));
  const holders = Map.groupBy(union.mandates, ({ positionId }) => positionId);
  const known = new Set<Id<'Member'>>([
    ...Object.values(demoMembers).map(({ memberId }) => memberId),
    ...union.mandates.map(({ memberId }) => memberId),
  ]);
  return {
    holdersOf: ({ id }) => holders.get(id) ?? [],
    isKnown: (id) => known.has(id),
    of({ groupId, constituency }, at) {
      if (groupId === undefined)
        return active.filter(
          (member) => member.joinedAt < at && (constituency === undefined || constituencyOf(member) === constituency),
        );
      return union.groupMemberships.flatMap((row) => {
        const member = byId.get(row.memberId);
        return row.groupId === groupId && row.status === 'ACTIVE' && row.since < at && member ? [member] : [];
      });
    },
  };
}

/** From when on nobody holds any seat of these positions, and not before an instant. */
export function freeFrom({ holdersOf }: Electorates, positions: readonly DemoPosition[], earliest: Date): Date {
  return positions
    .flatMap(holdersOf)
    .map(({ to, endedAt }) => endedAt ?? to)
    .reduce(later, earliest);
}
