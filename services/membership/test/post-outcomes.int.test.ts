import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { toId } from '@guildhall/kernel';
import { buildServiceSchema } from '@guildhall/subgraph';
import { isUnionType } from 'graphql';
import { membership } from './fixture.js';
import { postMutationNames } from './post-mutation-names.js';
import { missing, Talk, type Asked } from './talk.js';

type Known = Readonly<Record<keyof typeof names, string>>;
const names = {
  idea: '',
  question: '',
  notice: '',
  /** Of ada's, held by uma. */
  held: '',
  /** Of ada's, removed. */
  removed: '',
  /** Of ada's, removed after an appeal that was right. */
  removedAgain: '',
  /** Of mo's in a group that mo left. */
  left: '',
  reply: '',
  removedReply: '',
  waitingItem: '',
  removedItem: '',
  request: '',
  declined: '',
  /** With three others at the top. */
  fourth: '',
};

type Way = readonly [who: string, input: (known: Known) => Asked];
const words = { body: 'Said otherwise.', language: 'en' };
const post =
  (id: keyof Known, more: Asked = {}) =>
  (known: Known) => ({ postId: known[id], ...more });
const subject = (id: keyof Known, more: Asked) => (known: Known) => ({ kind: 'POST', subjectId: known[id], ...more });
const keyed = { idempotencyKey: 'outcomes' };
const nothing = (more: Asked) => () => ({ postId: missing, ...more });
const until = '2026-10-20T09:00:00Z';

/** Every expected failure of every mutation about posts, in an order in which each leaves the next possible. */
const ways: Readonly<Record<string, Readonly<Record<string, Way>>>> = {
  reportContent: {
    ValidationError: ['mo', subject('idea', { reason: 'OTHER', idempotencyKey: 'a' })],
    NotFoundError: ['mo', () => ({ kind: 'POST', subjectId: missing, reason: 'SPAM', idempotencyKey: 'b' })],
    NotAllowedError: ['ada', subject('idea', { reason: 'SPAM', idempotencyKey: 'c' })],
    LimitReachedError: ['lee', subject('idea', { reason: 'SPAM', idempotencyKey: 'd' })],
  },
  moderateContent: {
    ValidationError: ['uma', subject('idea', { decision: 'HOLD', reason: '' })],
    NotFoundError: ['uma', () => ({ kind: 'POST', subjectId: missing, decision: 'HOLD', reason: 'x' })],
    NotAllowedError: ['mo', subject('idea', { decision: 'HOLD', reason: 'x' })],
    IllegalTransitionError: ['una', subject('held', { decision: 'HOLD', reason: 'x' })],
  },
  decideReportedItem: {
    ValidationError: ['uma', ({ waitingItem }) => ({ itemId: waitingItem, decision: 'KEEP', reason: '' })],
    NotFoundError: ['uma', () => ({ itemId: missing, decision: 'KEEP', reason: 'x' })],
    NotAllowedError: ['uma', ({ removedItem }) => ({ itemId: removedItem, decision: 'RESTORE', reason: 'x' })],
    IllegalTransitionError: ['uma', ({ waitingItem }) => ({ itemId: waitingItem, decision: 'RESTORE', reason: 'x' })],
  },
  appealRemoval: {
    ValidationError: ['ada', subject('removed', { words: '' })],
    NotFoundError: ['mo', subject('removed', { words: 'x' })],
    IllegalTransitionError: ['ada', subject('held', { words: 'x' })],
    LimitReachedError: ['ada', subject('removedAgain', { words: 'x' })],
  },
  editPost: {
    ValidationError: ['ada', post('idea', { ...words, body: '' })],
    NotFoundError: ['ada', nothing(words)],
    NotAllowedError: ['mo', post('idea', words)],
    IllegalTransitionError: ['ada', post('removed', words)],
  },
  markAnswered: {
    NotFoundError: ['ada', post('question', { replyId: missing })],
    NotAllowedError: ['mo', post('question')],
    IllegalTransitionError: ['ada', post('idea')],
  },
  pinPost: {
    ValidationError: ['uma', post('fourth', { until: '2020-01-01T00:00:00Z' })],
    NotFoundError: ['uma', nothing({ until })],
    NotAllowedError: ['ada', post('notice', { until })],
    IllegalTransitionError: ['una', post('idea', { until })],
    LimitReachedError: ['uma', post('fourth', { until })],
  },
  reactToPost: {
    NotFoundError: ['mo', nothing({ kind: 'AGREE', given: true })],
    NotAllowedError: ['mo', post('left', { kind: 'AGREE', given: true })],
    IllegalTransitionError: ['ada', post('removed', { kind: 'AGREE', given: true })],
  },
  mutePost: {
    NotFoundError: ['mo', nothing({ muted: true })],
    NotAllowedError: ['mo', post('left', { muted: true })],
    IllegalTransitionError: ['ada', post('removed', { muted: true })],
  },
  replyToPost: {
    ValidationError: ['mo', post('idea', { ...words, ...keyed, body: '' })],
    NotFoundError: ['ada', nothing({ ...words, ...keyed })],
    NotAllowedError: ['mo', post('left', { ...words, idempotencyKey: 'left' })],
    IllegalTransitionError: ['ada', post('removed', { ...words, idempotencyKey: 'removed' })],
  },
  editPostReply: {
    ValidationError: ['mo', ({ reply }) => ({ replyId: reply, ...words, body: '' })],
    NotFoundError: ['mo', () => ({ replyId: missing, ...words })],
    NotAllowedError: ['ada', ({ reply }) => ({ replyId: reply, ...words })],
    IllegalTransitionError: ['mo', ({ removedReply }) => ({ replyId: removedReply, ...words })],
  },
  withdrawPostReply: {
    NotFoundError: ['mo', () => ({ replyId: missing })],
    NotAllowedError: ['ada', ({ reply }) => ({ replyId: reply })],
    IllegalTransitionError: ['mo', ({ removedReply }) => ({ replyId: removedReply })],
  },
  askToRaise: {
    ValidationError: ['una', post('idea', { target: 'ISSUE', note: 'x'.repeat(501), ...keyed })],
    NotFoundError: ['rosa', nothing({ target: 'ISSUE', ...keyed })],
    NotAllowedError: ['mo', post('idea', { target: 'ISSUE', idempotencyKey: 'mo' })],
    IllegalTransitionError: ['una', post('question', { target: 'ISSUE', idempotencyKey: 'question' })],
    LimitReachedError: ['uma', post('idea', { target: 'ISSUE', ...keyed })],
  },
  decideRaiseRequest: {
    NotFoundError: ['ada', () => ({ requestId: missing, decision: 'AGREE' })],
    NotAllowedError: ['uma', ({ request }) => ({ requestId: request, decision: 'AGREE' })],
    IllegalTransitionError: ['ada', ({ declined }) => ({ requestId: declined, decision: 'AGREE' })],
  },
};

let talk: Talk;
let known: Known;

async function removeOnce(id: string, by = 'uma'): Promise<void> {
  await talk.mutate(by, 'moderateContent', { kind: 'POST', subjectId: id, decision: 'REMOVE', reason: 'x' });
}

async function itemOf(id: string): Promise<string> {
  const [row] = await talk.test.dataSource.query('select id from moderation_item where subject_id = $1', [id]);
  return row.id;
}

async function requestFor(idea: string, target: string): Promise<string> {
  const input = { postId: idea, target, idempotencyKey: talk.key() };
  const answer = await talk.mutate('uma', 'askToRaise', input, 'request { id }');
  return (answer['request'] as { id: string }).id;
}

beforeAll(async () => {
  talk = await Talk.start();
  const idea = await talk.post('ada');
  for (const who of ['mo', 'lee', 'rosa']) {
    await talk.mutate(who, 'reactToPost', { postId: idea, kind: 'AGREE', given: true });
    await talk.report('lee', await talk.post(who === 'lee' ? 'bea' : who));
  }
  for (let index = 0; index < 7; index += 1) await talk.report('lee', await talk.post('bea'));
  const [held, removed, removedAgain, waiting] = [
    await talk.post('ada'),
    await talk.post('ada'),
    await talk.post('ada'),
    await talk.post('mo'),
  ];
  await talk.mutate('uma', 'moderateContent', { kind: 'POST', subjectId: held, decision: 'HOLD', reason: 'x' });
  await removeOnce(removed);
  await removeOnce(removedAgain);
  await talk.mutate('ada', 'appealRemoval', { kind: 'POST', subjectId: removedAgain, words: 'Why?' });
  await talk.decide('una', await itemOf(removedAgain), 'RESTORE');
  await removeOnce(removedAgain, 'una');
  await talk.report('rosa', waiting);
  const notices = [];
  for (let index = 0; index < 4; index += 1) notices.push(await talk.post('uma', { kind: 'NOTICE' }));
  for (const id of notices.slice(0, 3)) await talk.mutate('uma', 'pinPost', { postId: id, until });
  const [reply, removedReply] = [await talk.reply('mo', idea), await talk.reply('mo', idea)];
  await talk.mutate('uma', 'moderateContent', {
    kind: 'REPLY',
    subjectId: removedReply,
    decision: 'REMOVE',
    reason: 'x',
  });
  const declined = await requestFor(idea, 'ISSUE');
  await talk.mutate('ada', 'decideRaiseRequest', { requestId: declined, decision: 'DECLINE' });
  known = {
    idea,
    question: await talk.post('ada', { kind: 'QUESTION' }),
    notice: notices[0] ?? missing,
    fourth: notices[3] ?? missing,
    held,
    removed,
    removedAgain,
    left: (await talk.fixture.post(talk.chess.id, toId(talk.members['mo'] ?? missing))).id,
    reply,
    removedReply,
    waitingItem: await itemOf(waiting),
    removedItem: await itemOf(removed),
    request: await requestFor(idea, 'PROPOSAL'),
    declined,
  };
});
afterAll(() => talk.test.stop());

const cases = Object.entries(ways).flatMap(([mutation, members]) =>
  Object.entries(members).map(([member, [who, input]]) => ({ mutation, member, who, input })),
);

describe('every expected failure', () => {
  it.each(cases)('$mutation can end as $member', async ({ mutation, member, who, input }) => {
    expect(await talk.mutate(who, mutation, input(known))).toMatchObject({ __typename: member });
  });

  it('of every mutation about posts stands in this list, but for conflicts', () => {
    const schema = buildServiceSchema(membership);
    for (const name of postMutationNames) {
      const result = schema.getType(`${name.charAt(0).toUpperCase()}${name.slice(1)}Result`);
      const failures = isUnionType(result) ? result.getTypes().map((type) => type.name) : [];
      const missed = failures.filter(
        (type) => type.endsWith('Error') && type !== 'ConflictError' && ways[name]?.[type] === undefined,
      );
      expect({ name, missed }).toEqual({ name, missed: [] });
    }
  });
});
