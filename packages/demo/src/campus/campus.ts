import type { Id } from '@guildhall/kernel';
import type { DemoOptions } from '../demo-context.js';
import { demoContext } from '../demo-context.js';
import { fixedId } from '../fixed-id.js';
import { demoMembers } from '../people/demo-people.js';
import type { DemoUnion } from '../plan-demo-union.js';
import { hourMs } from '../season.js';
import { adasIdea, campusWords, heldWords, raisedIdea, removedWords, type CampusWords } from './campus-words.js';

/** What somebody wrote to the whole union. */
export type DemoCampusPost = {
  readonly id: Id<'Post'>;
  readonly authorId: Id<'Member'>;
  readonly kind: CampusWords['kind'];
  readonly language: string;
  readonly body: string;
  readonly status: 'PUBLISHED' | 'HELD' | 'REMOVED';
  readonly removalReason?: string;
  readonly postedAt: Date;
  /** Whether it stands at the top for another week. */
  readonly isPinned: boolean;
};

/** A reply to a post. */
export type DemoReply = {
  readonly id: Id<'PostReply'>;
  readonly postId: Id<'Post'>;
  readonly authorId: Id<'Member'>;
  readonly language: string;
  readonly body: string;
  readonly postedAt: Date;
};

/** A member's reaction to a post. */
export type DemoReaction = {
  readonly postId: Id<'Post'>;
  readonly memberId: Id<'Member'>;
  readonly kind: 'THANKS' | 'AGREE' | 'HELPFUL' | 'ME_TOO';
  readonly reactedAt: Date;
};

/** What is said in the open in the demo union beside the posts of groups, and what moderators have to do with it. */
export type DemoCampus = {
  readonly posts: readonly DemoCampusPost[];
  readonly replies: readonly DemoReply[];
  readonly reactions: readonly DemoReaction[];
  readonly held: { readonly postId: Id<'Post'>; readonly reporterIds: readonly Id<'Member'>[]; readonly at: Date };
  readonly removed: {
    readonly postId: Id<'Post'>;
    readonly removedBy: Id<'Member'>;
    readonly removedAt: Date;
    readonly reason: string;
    readonly appeal: string;
    readonly appealedAt: Date;
  };
  /** Rosa asks whether she may raise ada's idea. */
  readonly asked: { readonly id: Id<'RaiseRequest'>; readonly postId: Id<'Post'>; readonly askedAt: Date };
  /** The idea that a proposal began as. */
  readonly raised: { readonly postId: Id<'Post'>; readonly proposalId: Id<'Proposal'> };
};

/** Plans it; the same union gives the same talk. */
export function planDemoCampus(union: DemoUnion, options: DemoOptions): DemoCampus {
  const { anchor, stream } = demoContext(options);
  const people = stream('campus');
  const before = (hours: number): Date => new Date(anchor.getTime() - hours * hourMs);
  const active = union.members.filter(({ status, joinedAt }) => status === 'ACTIVE' && joinedAt < before(400));
  const others = active.filter(({ id }) => !Object.values(demoMembers).some(({ memberId }) => memberId === id));
  const someone = (): Id<'Member'> => people.pick(others).id;
  const proposal = union.proposals.find(({ status, authorNamed }) => status === 'GATHERING' && authorNamed);
  const officer = otherOfficer(union, anchor);
  if (proposal === undefined) throw new Error('the demo union gathers support for something');

  const post = (name: string, words: CampusWords, authorId: Id<'Member'>): DemoCampusPost => ({
    id: fixedId<'Post'>(`campus/${name}`),
    authorId,
    kind: words.kind,
    language: words.language ?? 'en',
    body: words.body,
    status: 'PUBLISHED',
    postedAt: before(words.hoursAgo),
    isPinned: words.kind === 'NOTICE',
  });
  const said: readonly (readonly [DemoCampusPost, CampusWords])[] = [
    ...campusWords.map(
      (words, index) =>
        [post(String(index), words, words.kind === 'NOTICE' ? demoMembers.uma.memberId : someone()), words] as const,
    ),
    [post('ada', adasIdea, demoMembers.ada.memberId), adasIdea],
    [post('raised', raisedIdea, proposal.authorId), raisedIdea],
  ];
  const held = post('held', { kind: 'THANKS', hoursAgo: 20, body: heldWords }, someone());
  const removed = post('removed', { kind: 'QUESTION', hoursAgo: 60, body: removedWords.body }, someone());
  const replies = said.flatMap(([{ id, postedAt, language }, words]) =>
    (words.replies ?? []).map((body, index) => ({
      id: fixedId<'PostReply'>(`${id}/reply/${index}`),
      postId: id,
      authorId: someone(),
      language,
      body,
      postedAt: new Date(postedAt.getTime() + (index + 1) * hourMs),
    })),
  );
  return {
    posts: [
      ...said.map(([made]) => made),
      { ...held, status: 'HELD' },
      { ...removed, status: 'REMOVED', removalReason: removedWords.reason },
    ],
    replies,
    reactions: said.flatMap(([made]) => reactionsTo(made, others, people)),
    held: { postId: held.id, reporterIds: distinct(others, 3, people, held.authorId), at: before(6) },
    removed: {
      postId: removed.id,
      removedBy: officer,
      removedAt: before(48),
      reason: removedWords.reason,
      appeal: removedWords.appeal,
      appealedAt: before(30),
    },
    asked: { id: fixedId<'RaiseRequest'>('raise/ada'), postId: fixedId<'Post'>('campus/ada'), askedAt: before(8) },
    raised: { postId: fixedId<'Post'>('campus/raised'), proposalId: proposal.id },
  };
}

/** An officer of the union in office now who is not uma, so that she decides the appeal. */
function otherOfficer({ positions, mandates }: DemoUnion, anchor: Date): Id<'Member'> {
  const ofUnion = new Set(positions.filter(({ kind }) => kind === 'UNION_OFFICER').map(({ id }) => id));
  const found = mandates.find(
    ({ positionId, memberId, from, to, endedAt }) =>
      ofUnion.has(positionId) &&
      memberId !== demoMembers.uma.memberId &&
      from <= anchor &&
      to > anchor &&
      endedAt === undefined,
  );
  if (found === undefined) throw new Error('the demo union has several officers');
  return found.memberId;
}

type Stream = ReturnType<ReturnType<typeof demoContext>['stream']>;
type People = readonly { readonly id: Id<'Member'> }[];

/** So many members, each once, without one. */
function distinct(people: People, count: number, chance: Stream, except: Id<'Member'>): readonly Id<'Member'>[] {
  const found = new Set<Id<'Member'>>();
  while (found.size < count) {
    const { id } = chance.pick(people);
    if (id !== except) found.add(id);
  }
  return [...found];
}

const kindsFor = {
  NOTICE: ['HELPFUL', 'THANKS'],
  IDEA: ['AGREE', 'ME_TOO', 'HELPFUL'],
  QUESTION: ['ME_TOO'],
  THANKS: ['THANKS', 'AGREE'],
} as const;

function reactionsTo(post: DemoCampusPost, people: People, chance: Stream): readonly DemoReaction[] {
  const count = post.kind === 'IDEA' ? chance.between(6, 30) : chance.between(1, 12);
  return distinct(people, count, chance, post.authorId).map((memberId) => ({
    postId: post.id,
    memberId,
    kind: chance.pick(kindsFor[post.kind]),
    reactedAt: new Date(post.postedAt.getTime() + chance.between(1, 120) * 60_000),
  }));
}
