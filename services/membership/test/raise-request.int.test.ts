import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { missing, Talk, type Asked } from './talk.js';

let talk: Talk;

beforeAll(async () => {
  talk = await Talk.start();
});
afterAll(() => talk.test.stop());

const agreeing = ['mo', 'lee', 'omar'];
const supported = async (groupId?: string) => {
  const id = await talk.post('ada', { groupId });
  for (const who of groupId === undefined ? agreeing : ['omar', 'otis', 'bea'])
    await talk.mutate(who, 'reactToPost', { postId: id, kind: 'AGREE', given: true });
  return id;
};
const ask = (who: string | undefined, postId: string, changes: Asked = {}) =>
  talk.mutate(
    who,
    'askToRaise',
    { postId, target: 'PROPOSAL', idempotencyKey: talk.key(), ...changes },
    'request { id status viewerActions }',
  );
const idOf = (answer: Asked): string => (answer['request'] as { id: string }).id;
const decide = (who: string, requestId: string, decision: string, authorNamed = false) =>
  talk.mutate(who, 'decideRaiseRequest', { requestId, decision, authorNamed }, 'request { status authorNamed }');
const eventsOf = (postId: string): Promise<readonly { name: string; data: Asked }[]> =>
  talk.test.dataSource.query('select name, data from outbox_event where aggregate_id = $1 order by sequence', [postId]);

describe('to raise somebody’s idea', () => {
  it('is asked by those who speak for others, once there is support', async () => {
    const id = await talk.post('ada');
    expect(await ask('uma', id)).toMatchObject({ fields: [{ path: 'postId', rule: 'OUT_OF_RANGE' }] });
    expect((await talk.seen('uma', id))?.['viewerActions']).not.toContain('ASK_TO_RAISE');
    for (const who of agreeing) await talk.mutate(who, 'reactToPost', { postId: id, kind: 'ME_TOO', given: true });
    expect((await talk.seen('uma', id))?.['viewerActions']).toContain('ASK_TO_RAISE');
    for (const who of ['ada', 'mo', 'omar'])
      expect(await ask(who, id)).toMatchObject({ __typename: 'NotAllowedError' });
    expect(await ask('uma', id, { note: 'x'.repeat(501) })).toMatchObject({ fields: [{ path: 'note' }] });
    expect(await ask('uma', id)).toMatchObject({ request: { status: 'WAITING', viewerActions: [] } });
    expect(await ask('uma', id)).toMatchObject({ __typename: 'LimitReachedError' });
    expect(await ask('uma', id, { target: 'ISSUE' })).toMatchObject({ __typename: 'AskToRaiseSuccess' });
    expect(await talk.told('ada', id)).toEqual(['IDEA_RAISE_ASKED', 'IDEA_RAISE_ASKED']);
    const notIdea = await talk.post('ada', { kind: 'THANKS' });
    expect(await ask('uma', notIdea)).toMatchObject({ __typename: 'IllegalTransitionError' });
  });

  it('is asked of what one can read; hidden is as missing', async () => {
    const id = await supported(talk.chess.id);
    expect(await ask('uma', id)).toEqual(await ask('uma', missing));
    expect(await ask(undefined, id)).toEqual(await ask(undefined, missing));
    expect(await ask('rosa', id)).toMatchObject({ request: { status: 'WAITING' } });
  });

  it('is asked once, however often at once, and the same key says the same', async () => {
    const id = await supported();
    const answers = await Promise.all([ask('rosa', id), ask('rosa', id), ask('rosa', id)]);
    expect(answers.filter(({ __typename }) => __typename === 'AskToRaiseSuccess')).toHaveLength(1);
    const input = { target: 'ISSUE', idempotencyKey: talk.key() };
    expect(await ask('rosa', id, input)).toEqual(await ask('rosa', id, input));
  });

  it('is for its author to answer, who is named or not as they choose', async () => {
    const id = await supported();
    const request = idOf(await ask('rosa', id));
    const waiting = await talk.ask('ada', '{ viewer { raiseRequests { id viewerActions askedBy { displayName } } } }');
    expect((waiting['viewer'] as { raiseRequests: Asked[] }).raiseRequests).toContainEqual({
      id: request,
      viewerActions: ['AGREE', 'DECLINE'],
      askedBy: { displayName: 'rosa' },
    });
    expect(await decide('rosa', request, 'AGREE')).toMatchObject({ __typename: 'NotAllowedError' });
    expect(await decide('mo', request, 'AGREE')).toEqual(await decide('mo', missing, 'AGREE'));
    expect(await talk.seen('mo', id)).toMatchObject({ raiseRequests: [] });
    expect(await decide('ada', request, 'AGREE', true)).toMatchObject({
      request: { status: 'AGREED', authorNamed: true },
    });
    expect(await talk.told('rosa', id)).toEqual(['IDEA_RAISE_DECIDED']);
    expect(await talk.seen('rosa', id)).toMatchObject({
      raiseRequests: [{ status: 'AGREED', authorNamed: true, viewerActions: ['RAISE'] }],
    });
    expect((await eventsOf(id)).at(-1)).toMatchObject({
      name: 'IdeaRaisingAgreed',
      data: { memberId: talk.members['rosa'], target: 'PROPOSAL', authorNamed: true },
    });
    expect(await decide('ada', request, 'DECLINE')).toMatchObject({ __typename: 'IllegalTransitionError' });
    expect(await decide('ada', request, 'TAKE_BACK')).toMatchObject({ request: { status: 'TAKEN_BACK' } });
    expect((await eventsOf(id)).at(-1)).toMatchObject({ name: 'IdeaRaisingEnded' });
  });

  it('is declined without an event, and answered once', async () => {
    const id = await supported();
    const request = idOf(await ask('rosa', id));
    const answers = await Promise.all([decide('ada', request, 'DECLINE'), decide('ada', request, 'AGREE')]);
    expect(answers.filter(({ __typename }) => __typename === 'DecideRaiseRequestSuccess')).toHaveLength(1);
    const names = (await eventsOf(id)).map(({ name }) => name);
    const [row] = await talk.test.dataSource.query('select status from raise_request where id = $1', [request]);
    expect(names).toEqual(row.status === 'AGREED' ? ['IdeaPosted', 'IdeaRaisingAgreed'] : ['IdeaPosted']);
  });

  it('holds again when the idea is shown again', async () => {
    const id = await supported();
    await decide('ada', idOf(await ask('rosa', id)), 'AGREE');
    await talk.mutate('uma', 'moderateContent', { kind: 'POST', subjectId: id, decision: 'HOLD', reason: 'Wait.' });
    expect(await talk.seen('ada', id)).toMatchObject({ raiseRequests: [] });
    const item = (await talk.queue('una')).find(({ words }) => words === 'A bench by the lake.');
    await talk.decide('una', item?.['id'], 'KEEP');
    expect((await eventsOf(id)).map(({ name }) => name)).toEqual([
      'IdeaPosted',
      'IdeaRaisingAgreed',
      'IdeaEnded',
      'IdeaPosted',
      'IdeaRaisingAgreed',
    ]);
  });

  it('means nothing between two who are blocked', async () => {
    const id = await supported();
    const request = idOf(await ask('rosa', id));
    await talk.block('ada', 'rosa');
    expect(await decide('ada', request, 'AGREE')).toEqual(await decide('ada', missing, 'AGREE'));
    expect(await ask('rosa', id, { target: 'ISSUE' })).toEqual(await ask('rosa', missing, { target: 'ISSUE' }));
  });
});
