import type { Id } from '@guildhall/kernel';
import type { DemoContext } from '../demo-context.js';
import { demoMembers } from '../people/demo-people.js';
import type { DemoMember } from '../people/members.js';
import type { RandomStream } from '../random-stream.js';
import { after, committeeYear, dayMs, later, type Span } from '../season.js';
import { constituencyOf } from './constituency.js';
import { demoPositions, type DemoPosition } from './positions.js';
import type { DemoGroupMembership } from './group-memberships.js';

/** The dated right to an office, as the membership service stores one. */
export type DemoMandate = {
  readonly id: Id<'Mandate'>;
  readonly positionId: Id<'Position'>;
  readonly memberId: Id<'Member'>;
  readonly from: Date;
  readonly to: Date;
  readonly by: 'ELECTION' | 'APPOINTMENT';
  readonly endedAt?: Date;
};

/** What mandates are made from. */
export type MandateSources = {
  readonly members: readonly DemoMember[];
  readonly memberships: readonly DemoGroupMembership[];
  readonly positions: readonly DemoPosition[];
};

const personaPositions: ReadonlyMap<Id<'Position'>, Id<'Member'>> = new Map([
  [demoPositions.theatrePresident, demoMembers.omar.memberId],
  [demoPositions.welfareOfficer, demoMembers.uma.memberId],
  [demoPositions.physicsRep, demoMembers.rosa.memberId],
]);

/** Someone who could hold an office, and since when they belong to the body that gives it. */
type Candidate = { readonly memberId: Id<'Member'>; readonly since: Date };

/**
 * Who holds which office now, and who was president of each group the year before. Committees change on 1 June; who joined
 * later was appointed. Nobody holds an office of a group before being in it, or two offices of one group.
 */
export function demoUnionMandates(context: DemoContext, sources: MandateSources): readonly DemoMandate[] {
  const random = context.stream('mandates');
  const current = committeeYear(context.anchor);
  const candidates = candidatesBy(sources);
  return sources.positions.flatMap((position) => {
    const pool = candidates.get(bodyOf(position)) ?? [];
    const holders = holdersOf(position, pool, current);
    const now = holders.map((holder) => mandateOf({ random, context }, { position, holder, term: current }));
    const former = position.kind === 'PRESIDENT' ? formerPresident(random, { position, pool, current }) : [];
    return [...former, ...now];
  });
}

function bodyOf({ groupId, constituency }: DemoPosition): string {
  return groupId ?? constituency ?? 'union';
}

/** The people who may hold an office of each body, longest there first. Takes people off the list as offices are filled. */
function candidatesBy({ members, memberships }: MandateSources): Map<string, Candidate[]> {
  const personas = new Set<Id<'Member'>>(Object.values(demoMembers).map(({ memberId }) => memberId));
  const bodies = new Map<string, Candidate[]>();
  const add = (body: string, candidate: Candidate) => {
    const known = bodies.get(body);
    if (known) known.push(candidate);
    else bodies.set(body, [candidate]);
  };
  for (const { groupId, memberId, status, since } of memberships) {
    if (status === 'ACTIVE' && !personas.has(memberId)) add(groupId, { memberId, since });
  }
  members.forEach((member, index) => {
    if (member.status !== 'ACTIVE' || personas.has(member.id)) return;
    add(constituencyOf(member), { memberId: member.id, since: member.joinedAt });
    if (member.year > 1 && index % 7 === 0) add('union', { memberId: member.id, since: member.joinedAt });
  });
  for (const candidates of bodies.values())
    candidates.sort((one, other) => one.since.getTime() - other.since.getTime());
  return bodies;
}

/** Offices go to people from the middle of the list: neither the oldest member of all nor someone of yesterday. */
function holdersOf({ id, seats }: DemoPosition, pool: Candidate[], term: Span): readonly Candidate[] {
  const persona = personaPositions.get(id);
  const fixed = persona ? [{ memberId: persona, since: after(term.from, -dayMs) }] : [];
  const seasoned = pool.filter(({ since }) => since < term.from).length;
  return [...fixed, ...pool.splice(Math.floor(seasoned / 2), seats - fixed.length)];
}

function mandateOf(
  { random, context: { anchor } }: { readonly random: RandomStream; readonly context: DemoContext },
  { position, holder, term }: { readonly position: DemoPosition; readonly holder: Candidate; readonly term: Span },
): DemoMandate {
  const isElected = holder.since < term.from;
  const from = isElected
    ? term.from
    : later(term.from, after(holder.since, (anchor.getTime() - holder.since.getTime()) / 4));
  const isPersona = personaPositions.has(position.id);
  // A demo started in spring would otherwise lose its officers within days.
  const to = isPersona ? committeeYear(after(anchor, 120 * dayMs)).to : term.to;
  return {
    id: random.idAt<'Mandate'>(from),
    positionId: position.id,
    memberId: holder.memberId,
    from,
    to,
    by: isElected ? 'ELECTION' : 'APPOINTMENT',
  };
}

function formerPresident(
  random: RandomStream,
  { position, pool, current }: { readonly position: DemoPosition; readonly pool: Candidate[]; readonly current: Span },
): readonly DemoMandate[] {
  const term = committeeYear(after(current.from, -dayMs));
  const former = pool[0];
  if (!former || former.since >= term.from) return [];
  return [
    {
      id: random.idAt<'Mandate'>(term.from),
      positionId: position.id,
      memberId: former.memberId,
      ...term,
      by: 'ELECTION',
    },
  ];
}
