import type { Id } from '@guildhall/kernel';
import { demoContext, type DemoContext, type DemoOptions } from '../demo-context.js';
import { fixedId, fixedRandomId } from '../fixed-id.js';
import { demoMembers } from '../people/demo-people.js';
import type { DemoMember } from '../people/members.js';
import type { DemoUnion } from '../plan-demo-union.js';
import type { RandomStream } from '../random-stream.js';
import { after, dayMs, hourMs } from '../season.js';
import { circleWords, talkWords } from './talk-words.js';

/** Something that was said, by one of the members of its conversation. */
export type DemoSaid = {
  readonly id: Id<'Message'>;
  readonly authorId: Id<'Member'>;
  readonly body: string;
  readonly writtenAt: Date;
};

/** A conversation of two connected members, of a circle, or of company to an activity. */
export type DemoConversation = {
  readonly id: Id<'Conversation'>;
  /** The circle or company; a connection is known by its two members. */
  readonly sourceId: string | undefined;
  readonly kind: 'CONNECTION' | 'CIRCLE' | 'COMPANY';
  readonly memberIds: readonly Id<'Member'>[];
  readonly openedAt: Date;
  readonly messages: readonly DemoSaid[];
};

/** A small circle; `seats` tell where each stands to it. */
export type DemoCircle = {
  readonly id: Id<'Circle'>;
  readonly status: 'PROPOSED' | 'FORMED' | 'MEETS' | 'ENDED';
  readonly interest: string;
  readonly language: string;
  readonly halfDay: string;
  readonly proposedAt: Date;
  readonly seats: readonly {
    readonly memberId: Id<'Member'>;
    readonly status: 'INVITED' | 'ACCEPTED' | 'DECLINED' | 'LAPSED' | 'DONE';
  }[];
};

/** A wish for a circle. */
export type DemoCircleWish = {
  readonly memberId: Id<'Member'>;
  readonly interests: readonly string[];
  readonly languages: readonly string[];
  readonly halfDays: readonly string[];
  readonly sizeMax: number;
  readonly wishedAt: Date;
};

/** An ask for company; the ones that share a `companyId` go together. */
export type DemoCompanyAsk = {
  readonly id: Id<'CompanyAsk'>;
  readonly activityId: Id<'Activity'>;
  readonly memberId: Id<'Member'>;
  readonly companyId: Id<'Company'> | undefined;
  readonly askedAt: Date;
};

/** Who talks, meets and goes together in the demo union. */
export type DemoCompanionship = {
  readonly talks: readonly DemoConversation[];
  readonly circles: readonly DemoCircle[];
  readonly wishes: readonly DemoCircleWish[];
  readonly asks: readonly DemoCompanyAsk[];
};

/** Two connected members and since when. */
export type DemoPair = { readonly memberIds: readonly [Id<'Member'>, Id<'Member'>]; readonly since: Date };

const halfDays = [
  'TUESDAY_AFTERNOON',
  'WEDNESDAY_AFTERNOON',
  'THURSDAY_AFTERNOON',
  'FRIDAY_AFTERNOON',
  'SATURDAY_MORNING',
];

/** How long a proposed circle waits for answers, in milliseconds. */
export const demoProposalMs = 7 * dayMs;

/**
 * Plans conversations of connected pairs, circles of every state, wishes, and asks for company. Ada has a circle waiting
 * for her answer, Rosa is in one that meets, and the two of them talk; blocked pairs are kept apart.
 */
export function planDemoCompanionship(
  union: DemoUnion,
  options: DemoOptions,
  { pairs, blocked }: { readonly pairs: readonly DemoPair[]; readonly blocked: ReadonlySet<string> },
): DemoCompanionship {
  const context = demoContext(options);
  const random = context.stream('companionship');
  const isApart = (one: string, other: string): boolean => blocked.has(`${one} ${other}`);
  const others = random.shuffle(
    union.members.filter(({ status, subject }) => status === 'ACTIVE' && !(subject in demoMembers)),
  );
  const circles = planCircles(context, random, { members: union.members, others, isApart });
  const inCircle = new Set(circles.flatMap(({ seats }) => seats.map(({ memberId }) => memberId)));
  const free = others.filter(({ id }) => !inCircle.has(id));
  const asks = planAsks(context, random, { union, free, isApart });
  return {
    talks: [
      ...pairs.map((pair) => pairTalk(context, random, pair)),
      ...circles
        .filter(({ status }) => status === 'FORMED' || status === 'MEETS')
        .map((circle) => circleTalk(random, circle)),
      ...companyTalks(random, asks),
    ],
    circles,
    wishes: free.slice(0, context.scaled(600)).flatMap((member) => wishOf(context, random, member)),
    asks,
  };
}

function pairTalk(context: DemoContext, random: RandomStream, { memberIds, since }: DemoPair): DemoConversation {
  const isNamed = memberIds.includes(demoMembers.ada.memberId) && memberIds.includes(demoMembers.rosa.memberId);
  const count = isNamed ? 6 : random.between(1, 9);
  const begun = after(context.anchor, -random.between(count + 1, 24 * 20) * hourMs);
  const openedAt = begun < since ? since : begun;
  const stepMs = (context.anchor.getTime() - openedAt.getTime()) / (count + 1);
  const start = random.between(0, talkWords.length - 1);
  return {
    id: random.randomId(),
    sourceId: undefined,
    kind: 'CONNECTION',
    memberIds,
    openedAt,
    messages: Array.from({ length: count }, (_, index) => ({
      id: random.randomId<'Message'>(),
      authorId: memberIds[(index + (isNamed ? 0 : start)) % 2] ?? memberIds[0],
      body: talkWords[(start + index) % talkWords.length] ?? '',
      writtenAt: after(openedAt, stepMs * (index + 1)),
    })),
  };
}

type CirclePlan = {
  readonly members: readonly DemoMember[];
  readonly others: readonly DemoMember[];
  readonly isApart: (one: string, other: string) => boolean;
};

function planCircles(
  context: DemoContext,
  random: RandomStream,
  { members, others, isApart }: CirclePlan,
): readonly DemoCircle[] {
  const taken = new Set<string>();
  const fellows = (first: DemoMember, interest: string, count: number): readonly DemoMember[] => {
    const chosen = [first];
    for (const other of others) {
      if (chosen.length >= count) break;
      const fits = !taken.has(other.id) && other.interests.includes(interest) && other.languages.includes('en');
      if (fits && chosen.every(({ id }) => id !== other.id && !isApart(id, other.id))) chosen.push(other);
    }
    return chosen;
  };
  const plan = (
    first: DemoMember | undefined,
    status: DemoCircle['status'],
    id: Id<'Circle'>,
  ): readonly DemoCircle[] => {
    const interest = first?.interests[0];
    if (first === undefined || interest === undefined || taken.has(first.id) || !first.languages.includes('en'))
      return [];
    const people = fellows(first, interest, random.between(4, 6));
    if (people.length < 4) return [];
    for (const { id: memberId } of people) taken.add(memberId);
    const proposedAt = after(
      context.anchor,
      -(status === 'PROPOSED' ? random.between(1, 6) : random.between(10, 60)) * dayMs,
    );
    const seats = people.map(({ id: memberId }, index) => ({ memberId, status: seatOf(status, index) }));
    return [{ id, status, interest, language: 'en', halfDay: random.pick(halfDays), proposedAt, seats }];
  };
  const persona = (memberId: string) => members.find(({ id }) => id === memberId);
  const random4 = (): Id<'Circle'> => random.randomId<'Circle'>();
  const states: readonly DemoCircle['status'][] = ['PROPOSED', 'MEETS', 'FORMED', 'ENDED'];
  return [
    ...plan(persona(demoMembers.ada.memberId), 'PROPOSED', fixedRandomId('circle/ada')),
    ...plan(persona(demoMembers.rosa.memberId), 'MEETS', fixedRandomId('circle/rosa')),
    ...others
      .slice(0, context.scaled(320))
      .flatMap((first, index) => plan(first, states[index % 4] ?? 'FORMED', random4())),
  ];
}

/** The first of a proposal has not answered; of a circle that is there three are in it, and one said no. */
function seatOf(status: DemoCircle['status'], index: number): DemoCircle['seats'][number]['status'] {
  if (status === 'PROPOSED') return index === 1 ? 'ACCEPTED' : 'INVITED';
  if (status === 'ENDED') return index === 0 ? 'DONE' : 'LAPSED';
  return index === 3 ? 'DECLINED' : 'ACCEPTED';
}

function circleTalk(random: RandomStream, { id, seats, proposedAt }: DemoCircle): DemoConversation {
  const memberIds = seats.filter(({ status }) => status === 'ACCEPTED').map(({ memberId }) => memberId);
  const openedAt = after(proposedAt, 2 * dayMs);
  return {
    id: random.randomId(),
    sourceId: id,
    kind: 'CIRCLE',
    memberIds,
    openedAt,
    messages: circleWords.slice(0, random.between(2, circleWords.length)).map((body, index) => ({
      id: random.randomId<'Message'>(),
      authorId: memberIds[(index + 1) % memberIds.length] ?? demoMembers.rosa.memberId,
      body,
      writtenAt: after(openedAt, (index + 1) * hourMs),
    })),
  };
}

function wishOf(
  context: DemoContext,
  random: RandomStream,
  { id, interests, languages }: DemoMember,
): readonly DemoCircleWish[] {
  if (interests.length === 0 || languages.length === 0) return [];
  return [
    {
      memberId: id,
      interests,
      languages,
      halfDays: random.shuffle(halfDays).slice(0, random.between(1, 4)),
      sizeMax: random.between(4, 6),
      wishedAt: after(context.anchor, -random.between(0, 40) * dayMs),
    },
  ];
}

type AskPlan = {
  readonly union: DemoUnion;
  readonly free: readonly DemoMember[];
  readonly isApart: CirclePlan['isApart'];
};

function planAsks(
  context: DemoContext,
  random: RandomStream,
  { union, free, isApart }: AskPlan,
): readonly DemoCompanyAsk[] {
  const ahead = union.activities.filter(({ status, startsAt }) => status === 'PUBLISHED' && startsAt > context.anchor);
  const speakers = free.filter(({ languages }) => languages.includes('en'));
  const ask = (activityId: Id<'Activity'>, memberId: Id<'Member'>, companyId?: Id<'Company'>): DemoCompanyAsk => ({
    id: random.randomId(),
    activityId,
    memberId,
    companyId,
    askedAt: after(context.anchor, -random.between(1, 72) * hourMs),
  });
  const planned = ahead.slice(0, context.scaled(120)).flatMap(({ id }, index) => {
    const [one, other, third] = speakers.slice(index * 3, index * 3 + 3);
    if (one === undefined || other === undefined || third === undefined || isApart(one.id, other.id)) return [];
    const companyId = random.randomId<'Company'>();
    return [
      ask(id, one.id, companyId),
      ask(id, other.id, companyId),
      ...(random.chance(0.4) ? [ask(id, third.id)] : []),
    ];
  });
  const [next] = ahead.slice(-1);
  return next === undefined
    ? planned
    : [...planned, { ...ask(next.id, demoMembers.rosa.memberId), id: fixedId('company/rosa') }];
}

function companyTalks(random: RandomStream, asks: readonly DemoCompanyAsk[]): readonly DemoConversation[] {
  const companies = Map.groupBy(asks, ({ companyId }) => companyId);
  return [...companies].flatMap(([companyId, members]) => {
    const [first] = members;
    if (companyId === undefined || first === undefined) return [];
    const memberIds = members.map(({ memberId }) => memberId);
    return [
      {
        id: random.randomId(),
        sourceId: companyId,
        kind: 'COMPANY' as const,
        memberIds,
        openedAt: first.askedAt,
        messages: [],
      },
    ];
  });
}
