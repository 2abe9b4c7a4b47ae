import type { Id } from '@guildhall/kernel';
import { demoContext, type DemoOptions } from '../demo-context.js';
import { fixedId } from '../fixed-id.js';
import { demoMembers } from '../people/demo-people.js';
import type { DemoUnion } from '../plan-demo-union.js';
import { entryAt, type RandomStream } from '../random-stream.js';
import { activityMonths, after, atTime, dayMs, hourMs, seasonalInstant } from '../season.js';
import { helpTexts, meetingTexts, offerWords, thanksWords, type HelpText } from './help-texts.js';

/** Where a request for help stands in the demo union. */
export type DemoHelpStatus =
  | 'DRAFT'
  | 'OPEN'
  | 'OFFERED'
  | 'MATCHED'
  | 'ARRANGED'
  | 'DONE_CLAIMED'
  | 'COMPLETED'
  | 'EXPIRED'
  | 'CANCELLED'
  | 'DISPUTED';

/** Somebody who offered, and who helps where `matchId` says so. */
export type DemoHelper = {
  readonly offerId: Id<'HelpOffer'>;
  readonly helperId: Id<'Member'>;
  readonly words: string;
  readonly offeredAt: Date;
  readonly matchId?: Id<'HelpMatch'>;
  readonly thanks?: string;
};

/** A request for help, as the membership service stores it, with who offered. */
export type DemoHelpRequest = HelpText & {
  readonly id: Id<'HelpRequest'>;
  readonly requesterId: Id<'Member'>;
  readonly status: DemoHelpStatus;
  readonly helpersWanted: number;
  readonly credits: number;
  readonly draftedAt: Date;
  readonly deadline: Date;
  readonly meeting?: { readonly place: string; readonly at: Date };
  readonly doneBy?: Id<'Member'>;
  readonly doneAt?: Date;
  readonly helpers: readonly DemoHelper[];
};

/** Of all requests, this share is completed (domain 3.2). */
const completedShare = 0.63;

const rest: readonly (readonly [DemoHelpStatus, number])[] = [
  ['OPEN', 14],
  ['OFFERED', 8],
  ['MATCHED', 5],
  ['ARRANGED', 8],
  ['DONE_CLAIMED', 3],
  ['EXPIRED', 40],
  ['CANCELLED', 21],
  ['DISPUTED', 1],
];

const helped: readonly DemoHelpStatus[] = ['MATCHED', 'ARRANGED', 'DONE_CLAIMED', 'COMPLETED', 'DISPUTED'];
const met: readonly DemoHelpStatus[] = ['ARRANGED', 'DONE_CLAIMED', 'COMPLETED', 'DISPUTED'];
const past: readonly DemoHelpStatus[] = ['COMPLETED', 'EXPIRED', 'CANCELLED'];

/** Ada's request that expired, to be asked again. */
export const adasExpiredRequest = fixedId<'HelpRequest'>('help/ada/expired');

type Making = { readonly random: RandomStream; readonly anchor: Date; readonly people: readonly Id<'Member'>[] };
type Wish = {
  readonly id?: Id<'HelpRequest'>;
  readonly requesterId?: Id<'Member'>;
  readonly helperId?: Id<'Member'>;
  readonly status: DemoHelpStatus;
  readonly text?: number;
  readonly credits?: number;
};

/** All requests for help of the demo union, those of the demo people first; as many are completed as in its year. */
export function planDemoHelp(
  { members }: Pick<DemoUnion, 'members'>,
  options: DemoOptions,
): readonly DemoHelpRequest[] {
  const { stream, anchor, scaled } = demoContext(options);
  const personas = new Set<Id<'Member'>>(Object.values(demoMembers).map(({ memberId }) => memberId));
  const people = members.filter(({ id, status }) => status === 'ACTIVE' && !personas.has(id)).map(({ id }) => id);
  const making: Making = { random: stream('help'), anchor, people };
  const total = scaled(1_900);
  const completed = Math.round(total * completedShare);
  const named = personaWishes();
  const left = completed - named.filter(({ status }) => status === 'COMPLETED').length;
  const wishes: readonly Wish[] = [
    ...named,
    ...Array.from({ length: total - named.length }, (_, index): Wish => {
      return { status: index < left ? 'COMPLETED' : making.random.weighted(rest) };
    }),
  ];
  return wishes.map((wish) => ask(making, wish));
}

/** The demo people in every state. */
function personaWishes(): readonly Wish[] {
  const { ada, omar, uma, rosa } = demoMembers;
  const [a, o, u, r] = [ada.memberId, omar.memberId, uma.memberId, rosa.memberId];
  return [
    { id: adasExpiredRequest, requesterId: a, status: 'EXPIRED', text: 1 },
    { requesterId: a, status: 'OFFERED', text: 8, helperId: r, credits: 1 },
    { requesterId: a, status: 'DONE_CLAIMED', text: 4, helperId: o, credits: 1 },
    { requesterId: a, status: 'COMPLETED', text: 12, helperId: r, credits: 1 },
    { requesterId: a, status: 'CANCELLED', text: 18 },
    { requesterId: a, status: 'DRAFT', text: 22 },
    { requesterId: r, status: 'MATCHED', text: 10, helperId: a },
    { requesterId: r, status: 'OPEN', text: 19 },
    { requesterId: r, status: 'COMPLETED', text: 0, helperId: a, credits: 2 },
    { requesterId: o, status: 'ARRANGED', text: 6, helperId: a },
    { requesterId: o, status: 'OPEN', text: 14 },
    { requesterId: u, status: 'OPEN', text: 2 },
    { requesterId: o, status: 'DISPUTED', text: 5, helperId: r, credits: 1 },
  ];
}

function ask(making: Making, wish: Wish): DemoHelpRequest {
  const { random, anchor, people } = making;
  const { status, text = random.between(0, helpTexts.length - 1), credits = someCredits(making, wish) } = wish;
  const draftedAt = draftedFor(making, wish);
  const requesterId = wish.requesterId ?? random.pick(people);
  const helpers = helpersOf(making, { ...wish, requesterId }, draftedAt);
  const from = past.includes(status) ? draftedAt : anchor;
  return {
    ...entryAt(helpTexts, text),
    id: wish.id ?? random.idAt<'HelpRequest'>(draftedAt),
    requesterId,
    status,
    helpersWanted: helped.includes(status) ? 1 : random.pick(wanted),
    credits,
    draftedAt,
    deadline: after(from, random.between(4, 14) * dayMs),
    helpers,
    ...courseOf(making, { status, draftedAt, doneBy: helpers[0]?.helperId ?? requesterId }),
  };
}

/** Most people help for thanks. */
function someCredits({ random }: Making, { status }: Wish): number {
  return status === 'COMPLETED' && random.chance(0.3) ? 1 : 0;
}

/** How many helpers are wanted where nobody is found yet: one most often. */
const wanted: readonly number[] = [1, 1, 1, 1, 2, 2, 3];

type Course = Pick<DemoHelpRequest, 'status' | 'draftedAt'> & { readonly doneBy: Id<'Member'> };

/** Where and when they meet, and who called it done. */
function courseOf({ random, anchor }: Making, { status, draftedAt, doneBy }: Course) {
  if (!met.includes(status)) return {};
  const isAhead = status === 'ARRANGED';
  const day = isAhead ? after(anchor, random.between(1, 3) * dayMs) : after(draftedAt, 2 * dayMs);
  const meeting = { place: random.pick(meetingTexts), at: atTime(day, random.between(11, 18)) };
  return isAhead ? { meeting } : { meeting, doneBy, doneAt: after(draftedAt, 3 * dayMs) };
}

/** What is over was asked in the busy months of the last year; what goes on, in the last days. */
function draftedFor({ random, anchor }: Making, { status, id }: Wish): Date {
  if (id === adasExpiredRequest) return after(anchor, -16 * dayMs);
  if (past.includes(status))
    return seasonalInstant(
      random,
      { from: after(anchor, -330 * dayMs), to: after(anchor, -16 * dayMs) },
      activityMonths,
    );
  if (status === 'DONE_CLAIMED' || status === 'DISPUTED')
    return after(anchor, -random.between(4 * 24, 6 * 24) * hourMs);
  return after(anchor, -random.between(3, 60) * hourMs);
}

function helpersOf(
  { random, people }: Making,
  { status, requesterId, helperId }: Wish,
  draftedAt: Date,
): readonly DemoHelper[] {
  const isMatched = helped.includes(status);
  if (!isMatched && status !== 'OFFERED') return [];
  const chosen = helperId ?? random.pick(people.slice(0, -1));
  // Nobody helps themselves; the last of all people stands in.
  const helper = chosen === requesterId ? (people.at(-1) ?? chosen) : chosen;
  const offeredAt = after(draftedAt, random.between(1, 2) * hourMs);
  return [
    {
      offerId: random.idAt<'HelpOffer'>(offeredAt),
      helperId: helper,
      words: random.pick(offerWords),
      offeredAt,
      ...(isMatched && { matchId: random.idAt<'HelpMatch'>(offeredAt) }),
      ...(status === 'COMPLETED' && random.chance(0.7) && { thanks: random.pick(thanksWords) }),
    },
  ];
}
