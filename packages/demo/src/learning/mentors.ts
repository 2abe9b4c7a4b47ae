import type { Id } from '@guildhall/kernel';
import type { DemoBlock } from '../connections/connections.js';
import { demoContext, type DemoOptions } from '../demo-context.js';
import { fixedId } from '../fixed-id.js';
import { demoMembers } from '../people/demo-people.js';
import type { DemoMember } from '../people/members.js';
import type { DemoUnion } from '../plan-demo-union.js';
import type { RandomStream } from '../random-stream.js';
import { after, dayMs } from '../season.js';
import { mentorLines, mentorTopics, mentorWords } from './study-texts.js';

/** What a demo member offers as a mentor. */
export type DemoMentorOffer = {
  readonly id: Id<'MentorOffer'>;
  readonly memberId: Id<'Member'>;
  readonly topics: readonly string[];
  readonly courses: readonly string[];
  readonly languages: readonly string[];
  readonly about: string;
  readonly menteesMax: number;
  readonly status: 'OPEN' | 'PAUSED';
  readonly offeredAt: Date;
};

/** An ask or a pair. */
export type DemoMentorPair = {
  readonly id: Id<'MentorPair'>;
  readonly offerId: Id<'MentorOffer'>;
  readonly mentorId: Id<'Member'>;
  readonly menteeId: Id<'Member'>;
  readonly line: string;
  readonly status: 'PROPOSED' | 'ACTIVE' | 'ENDED';
  readonly askedAt: Date;
  readonly answerUntil: Date;
  readonly startedAt?: Date;
  readonly endedAt?: Date;
};

/** Mentors and mentees. */
export type DemoMentoring = { readonly offers: readonly DemoMentorOffer[]; readonly pairs: readonly DemoMentorPair[] };

/** Rosa's offer, which documents and tests quote. */
export const rosasOffer = fixedId<'MentorOffer'>('mentor-offer/rosa');

/** About 80 mentors of a full union and who learns from them; nobody has more mentees than they said. */
export function planDemoMentoring(
  { members }: DemoUnion,
  blocks: readonly DemoBlock[],
  options: DemoOptions,
): DemoMentoring {
  const { anchor, scaled, stream } = demoContext(options);
  const random = stream('mentoring');
  const personas = new Set<string>(Object.values(demoMembers).map(({ memberId }) => memberId));
  const active = random.shuffle(members.filter(({ id, status }) => status === 'ACTIVE' && !personas.has(id)));
  const mentors = active.filter(({ year }) => year >= 2).slice(0, scaled(80));
  const offers = [rosas(anchor), ...mentors.map((mentor) => offerOf(random, mentor, anchor))];
  const chosen = new Set(mentors.map(({ id }) => id));
  const mentees = active.filter(({ id }) => !chosen.has(id));
  const apart = new Set(
    blocks.flatMap(({ blockerId, blockedId }) => [`${blockerId}${blockedId}`, `${blockedId}${blockerId}`]),
  );
  const pairs = offers.slice(1).flatMap((offer, index) => {
    const mentee = mentees[index];
    if (mentee === undefined || apart.has(`${offer.memberId}${mentee.id}`) || random.chance(0.2)) return [];
    return [pairOf(random, offer, { menteeId: mentee.id, anchor })];
  });
  return { offers, pairs };
}

function rosas(anchor: Date): DemoMentorOffer {
  return {
    id: rosasOffer,
    memberId: demoMembers.rosa.memberId,
    topics: ['Problem solving', 'Exam nerves'],
    courses: ['Linear Algebra', 'Mechanics'],
    languages: ['en', 'sv'],
    about: 'Second-year physics. I like explaining things twice, differently.',
    menteesMax: 3,
    status: 'OPEN',
    offeredAt: after(anchor, -40 * dayMs),
  };
}

function offerOf(random: RandomStream, { id, programme, languages }: DemoMember, anchor: Date): DemoMentorOffer {
  const offeredAt = after(anchor, -random.between(35, 90) * dayMs);
  return {
    id: random.idAt<'MentorOffer'>(offeredAt),
    memberId: id,
    topics: random.shuffle(mentorTopics).slice(0, random.between(1, 3)),
    courses: [programme],
    languages: languages.length > 0 ? languages.slice(0, 4) : ['en'],
    about: random.pick(mentorWords),
    menteesMax: random.between(1, 3),
    status: random.chance(0.9) ? 'OPEN' : 'PAUSED',
    offeredAt,
  };
}

function pairOf(
  random: RandomStream,
  { id: offerId, memberId: mentorId }: DemoMentorOffer,
  { menteeId, anchor }: { readonly menteeId: Id<'Member'>; readonly anchor: Date },
): DemoMentorPair {
  const status = random.weighted([
    ['ACTIVE', 60],
    ['PROPOSED', 25],
    ['ENDED', 15],
  ] as const);
  const askedAt = after(anchor, -random.between(3, 28) * dayMs);
  const startedAt = after(askedAt, 2 * dayMs);
  return {
    id: random.randomId(),
    offerId,
    mentorId,
    menteeId,
    line: random.pick(mentorLines),
    status,
    askedAt,
    answerUntil: after(askedAt, 30 * dayMs),
    ...(status !== 'PROPOSED' && { startedAt }),
    ...(status === 'ENDED' && { endedAt: after(startedAt, 6 * 3_600_000) }),
  };
}
