import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { missing, nodes, Talk } from './talk.js';

let talk: Talk;
let count = 0;

beforeAll(async () => {
  talk = await Talk.start();
});
afterAll(() => talk.test.stop());
// A new day: nobody has used up their reports.
beforeEach(() => talk.clock.advance(25 * 3_600_000));

/** Words that nothing else says. */
const unique = (): string => `Said for the ${(count += 1)}th time.`;
const inGroup = async (who = 'ada') => {
  const body = unique();
  return { body, id: await talk.post(who, { groupId: talk.chess.id, body }) };
};
const onCampus = async (who = 'ada', kind = 'IDEA') => {
  const body = unique();
  return { body, id: await talk.post(who, { kind, body }) };
};

describe('reports', () => {
  it('are of what one can read, never of one’s own, and hidden is as missing', async () => {
    const { id } = await inGroup();
    expect(await talk.report('rosa', id)).toMatchObject({ __typename: 'ReportContentSuccess', kind: 'POST' });
    expect(await talk.report('ada', id)).toMatchObject({ __typename: 'NotAllowedError' });
    for (const stranger of ['mo', undefined])
      expect(await talk.report(stranger, id)).toEqual(await talk.report(stranger, missing));
    // What nobody made reportable yet is answered like what does not exist.
    expect(await talk.report('rosa', missing, { kind: 'REPLY' })).toEqual(await talk.report('rosa', missing));
  });

  it('need words where the listed reasons do not fit', async () => {
    const { id } = await inGroup();
    const bare = await talk.report('rosa', id, { reason: 'OTHER' });
    expect(bare).toMatchObject({ __typename: 'ValidationError', fields: [{ path: 'note' }] });
    expect(await talk.report('rosa', id, { reason: 'OTHER', note: 'Odd.' })).toMatchObject({ kind: 'POST' });
  });

  it('are one live report of each member, and the same key says the same', async () => {
    const { id, body } = await onCampus();
    const input = { idempotencyKey: talk.key() };
    const first = await talk.report('mo', id, input);
    expect(await talk.report('mo', id, input)).toEqual(first);
    expect(await talk.report('mo', id)).toEqual(first);
    expect(await talk.report('mo', id, { ...input, reason: 'HATE' })).toMatchObject({ __typename: 'ConflictError' });
    expect((await talk.waiting('uma', body))['reports']).toHaveLength(1);
  });

  it('are limited in a day', async () => {
    const posts = [];
    for (let index = 0; index < 11; index += 1) posts.push(await onCampus('bea'));
    const answers = [];
    for (const { id } of posts) answers.push((await talk.report('lee', id))['__typename']);
    expect(answers).toEqual([...Array.from({ length: 10 }, () => 'ReportContentSuccess'), 'LimitReachedError']);
    talk.clock.advance(24 * 3_600_000 + 1);
    expect(await talk.report('lee', posts[10]?.id ?? missing)).toMatchObject({ __typename: 'ReportContentSuccess' });
  });

  it('of somebody whose reports were groundless too often hold nothing back any more', async () => {
    for (let index = 0; index < 5; index += 1) {
      const { id, body } = await onCampus('rosa');
      await talk.report('lee', id);
      await talk.decide('uma', (await talk.waiting('uma', body))['id'], 'KEEP');
    }
    const { id, body } = await onCampus('rosa');
    for (const who of ['bea', 'mo', 'lee']) await talk.report(who, id);
    expect(await talk.waiting('uma', body)).toMatchObject({ state: 'REPORTED' });
    await talk.report('omar', id);
    expect(await talk.waiting('uma', body)).toMatchObject({ state: 'HELD' });
  });
});

describe('three members’ reports', () => {
  it('hold a post back from everybody but its author and the moderators', async () => {
    const { id, body } = await inGroup();
    await talk.report('rosa', id);
    await talk.report('bea', id);
    expect(await talk.seen('rosa', id)).toMatchObject({ status: 'PUBLISHED' });
    await talk.report('otis', id);
    expect(await talk.seen('rosa', id)).toBeNull();
    expect(await talk.seen('ada', id)).toMatchObject({ status: 'HELD', viewerActions: ['WITHDRAW'] });
    // otis reported it himself, so it is for omar to decide.
    expect(await talk.waiting('omar', body)).toMatchObject({
      state: 'HELD',
      author: { displayName: 'ada' },
      group: { name: 'Chess' },
      decisions: [{ decision: 'HOLD', reason: null, by: null }],
      viewerActions: ['KEEP', 'REMOVE'],
    });
    expect((await talk.queue('otis')).filter(({ words }) => words === body)).toEqual([]);
    expect((await talk.told('ada', id)).at(-1)).toBe('POST_HELD');
    expect(await talk.told('omar')).toContain('REPORT_WAITING');
  });

  it('hold it exactly once, however many come at once', async () => {
    const { id, body } = await onCampus();
    const all = ['omar', 'otis', 'rosa', 'mo', 'bea', 'una'];
    const answers = await Promise.all(all.map((who) => talk.report(who, id)));
    // Who comes after it was held is told that there is nothing, as everybody else is.
    for (const { __typename } of answers) expect(['ReportContentSuccess', 'NotFoundError']).toContain(__typename);
    const item = await talk.waiting('uma', body);
    expect(item).toMatchObject({ state: 'HELD', decisions: [{ decision: 'HOLD' }] });
    expect(item['reports']).toHaveLength(3);
    expect((await talk.told('ada', id)).filter((reason) => reason === 'POST_HELD')).toHaveLength(1);
  });

  it('do not hold again what was shown again, unless three others say so too', async () => {
    const { id, body } = await onCampus('bea', 'THANKS');
    const first = ['rosa', 'mo', 'ada'];
    for (const who of first) await talk.report(who, id);
    await talk.decide('uma', (await talk.waiting('uma', body))['id'], 'KEEP');
    expect((await talk.told('bea', id)).slice(-2)).toEqual(['POST_HELD', 'POST_RESTORED']);
    for (const who of first) expect(await talk.told(who, id)).toContain('REPORT_DECIDED');
    for (const who of first) await talk.report(who, id);
    expect(await talk.waiting('uma', body)).toMatchObject({ state: 'REPORTED' });
    for (const who of ['omar', 'otis']) await talk.report(who, id);
    expect(await talk.seen('mo', id)).not.toBeNull();
    await talk.report('una', id);
    expect(await talk.seen('mo', id)).toBeNull();
  });
});

describe('a moderator', () => {
  it('decides in their own space alone; hidden is as missing', async () => {
    const group = await inGroup();
    const campus = await onCampus();
    await talk.report('rosa', group.id);
    await talk.report('rosa', campus.id);
    const ofGroup = (await talk.waiting('omar', group.body))['id'];
    const ofCampus = (await talk.waiting('uma', campus.body))['id'];
    expect(await talk.decide('uma', ofGroup, 'KEEP')).toEqual(await talk.decide('uma', missing, 'KEEP'));
    expect(await talk.decide('omar', ofCampus, 'KEEP')).toEqual(await talk.decide('omar', missing, 'KEEP'));
    for (const who of ['ada', 'rosa', 'mo', 'sys', undefined]) expect(await talk.queue(who)).toEqual([]);
    const look = 'query ($id: ID!) { reportedItem(id: $id) { words } viewer { moderatesReports } }';
    const looked = (who: string, id: unknown) => talk.ask(who, look, { id });
    expect(await looked('omar', ofGroup)).toEqual({
      reportedItem: { words: group.body },
      viewer: { moderatesReports: true },
    });
    expect(await looked('ada', ofGroup)).toEqual({ reportedItem: null, viewer: { moderatesReports: false } });
    expect(await looked('ada', missing)).toEqual(await looked('ada', ofGroup));
  });

  it('decides neither about what they wrote nor about what they reported', async () => {
    const own = await inGroup('omar');
    await talk.report('otis', own.id);
    expect((await talk.queue('omar')).map(({ words }) => words)).not.toContain(own.body);
    expect((await talk.queue('otis')).map(({ words }) => words)).not.toContain(own.body);
    // Nobody of the group is left, so the union's officers decide.
    const item = await talk.waiting('uma', own.body);
    expect(await talk.decide('uma', item['id'], 'REMOVE')).toMatchObject({ item: { state: 'REMOVED' } });
    expect(await talk.seen('rosa', own.id)).toBeNull();
  });

  it('removes for a reason, which the author reads, and those who reported are told no more than that it was decided', async () => {
    const { id, body } = await inGroup();
    await talk.report('rosa', id);
    const { id: itemId } = await talk.waiting('omar', body);
    expect(await talk.decide('omar', itemId, 'REMOVE', ' ')).toMatchObject({ fields: [{ path: 'reason' }] });
    expect(await talk.decide('omar', itemId, 'RESTORE')).toMatchObject({ __typename: 'IllegalTransitionError' });
    expect(await talk.decide('omar', itemId, 'REMOVE', 'Not about chess.')).toMatchObject({
      item: { state: 'REMOVED' },
    });
    expect(await talk.seen('ada', id)).toMatchObject({
      status: 'REMOVED',
      removalReason: 'Not about chess.',
      viewerActions: ['APPEAL'],
    });
    expect((await talk.told('rosa', id)).at(-1)).toBe('REPORT_DECIDED');
    expect((await talk.told('ada', id)).at(-1)).toBe('POST_REMOVED');
    expect((await talk.queue('omar', true)).map(({ words }) => words)).toContain(body);
    expect(await talk.decide('omar', itemId, 'REMOVE')).toMatchObject({ __typename: 'IllegalTransitionError' });
  });

  it('holds or removes at once what they read where they moderate', async () => {
    const { id } = await onCampus();
    const act = (who: string, decision: string, subjectId = id) =>
      talk.mutate(who, 'moderateContent', { kind: 'POST', subjectId, decision, reason: 'Unkind.' }, 'state');
    expect(await act('omar', 'HOLD')).toMatchObject({ __typename: 'NotAllowedError' });
    expect(await act('uma', 'HOLD', missing)).toMatchObject({ __typename: 'NotFoundError' });
    expect(await act('uma', 'HOLD')).toMatchObject({ state: 'HELD' });
    expect(await talk.seen('mo', id)).toBeNull();
    expect(await act('una', 'HOLD')).toMatchObject({ __typename: 'IllegalTransitionError' });
    expect(await act('una', 'REMOVE')).toMatchObject({ state: 'REMOVED' });
    const other = await onCampus();
    await talk.report('uma', other.id);
    expect(await act('uma', 'REMOVE', other.id)).toMatchObject({ __typename: 'NotAllowedError' });
    expect(await act('una', 'REMOVE', other.id)).toMatchObject({ state: 'REMOVED' });
    expect(await act('una', 'REMOVE', other.id)).toMatchObject({ __typename: 'NotFoundError' });
  });

  it('sees what was reported, whatever its author made of it since', async () => {
    const { id, body } = await onCampus();
    await talk.report('mo', id, { reason: 'HATE', note: 'The second word.' });
    await talk.mutate('ada', 'editPost', { postId: id, body: `${body} Mended.`, language: 'en' });
    expect(await talk.waiting('uma', `${body} Mended.`)).toMatchObject({
      reports: [{ reason: 'HATE', note: 'The second word.', words: body }],
    });
  });

  it('and an author who takes the post back at the same time do not both have their way', async () => {
    for (let round = 0; round < 5; round += 1) {
      const { id, body } = await inGroup();
      await talk.report('rosa', id);
      const { id: itemId } = await talk.waiting('omar', body);
      const [decided, withdrawn] = await Promise.all([
        talk.decide('omar', itemId, 'REMOVE'),
        talk.mutate('ada', 'withdrawPost', { postId: id }),
      ]);
      const won = [decided, withdrawn].filter(({ __typename }) => String(__typename).endsWith('Success'));
      expect(won).toHaveLength(1);
      const [row] = await talk.test.dataSource.query(
        'select p.status, i.state from post p join moderation_item i on i.subject_id = p.id where p.id = $1',
        [id],
      );
      expect([
        { status: 'REMOVED', state: 'REMOVED' },
        { status: 'WITHDRAWN', state: 'GONE' },
      ]).toContainEqual(row);
    }
  });

  it('finds no word of what was taken back', async () => {
    const { id, body } = await inGroup();
    await talk.report('rosa', id);
    await talk.mutate('ada', 'withdrawPost', { postId: id });
    expect((await talk.queue('omar')).map(({ words }) => words)).not.toContain(body);
    const rows = await talk.test.dataSource.query('select 1 from report where words = $1', [body]);
    expect(rows).toEqual([]);
    expect((await talk.told('rosa', id)).at(-1)).toBe('REPORT_DECIDED');
  });
});

describe('an appeal', () => {
  const removed = async () => {
    const { id, body } = await inGroup();
    await talk.mutate('omar', 'removePost', { postId: id, reason: 'Unkind.' });
    return { id, body };
  };
  const appeal = (who: string, subjectId: string, words = 'It was meant kindly.') =>
    talk.mutate(who, 'appealRemoval', { kind: 'POST', subjectId, words }, 'state');

  it('is its author’s, in words, once', async () => {
    const { id } = await removed();
    expect(await appeal('rosa', id)).toEqual(await appeal('rosa', missing));
    expect(await appeal('ada', id, ' ')).toMatchObject({ fields: [{ path: 'words' }] });
    expect(await appeal('ada', id)).toMatchObject({ state: 'APPEALED' });
    expect(await talk.seen('ada', id)).toMatchObject({ viewerActions: [] });
    expect(await appeal('ada', id)).toMatchObject({ __typename: 'IllegalTransitionError' });
  });

  it('is decided by somebody else than who removed it', async () => {
    const { id, body } = await removed();
    await appeal('ada', id);
    expect((await talk.queue('omar')).map(({ words }) => words)).not.toContain(body);
    for (const who of ['otis', 'uma'])
      expect(await talk.waiting(who, body)).toMatchObject({
        appeal: 'It was meant kindly.',
        viewerActions: ['RESTORE', 'UPHOLD'],
      });
    const { id: itemId } = await talk.waiting('otis', body);
    expect(await talk.decide('omar', itemId, 'UPHOLD')).toMatchObject({ __typename: 'NotFoundError' });
    expect(await talk.decide('otis', itemId, 'RESTORE', 'It was.')).toMatchObject({ item: { state: 'RESTORED' } });
    expect(await talk.seen('rosa', id)).toMatchObject({ status: 'PUBLISHED', removalReason: null });
    expect((await talk.told('ada', id)).at(-1)).toBe('POST_APPEAL_DECIDED');
    // What is removed again stays removed: an appeal is made once.
    await talk.mutate('otis', 'removePost', { postId: id, reason: 'Now it is.' });
    expect(await appeal('ada', id)).toMatchObject({ __typename: 'LimitReachedError' });
    expect(await talk.seen('ada', id)).toMatchObject({ status: 'REMOVED', viewerActions: [] });
  });

  it('has one end, however many decide at once', async () => {
    const { id, body } = await removed();
    await appeal('ada', id);
    const { id: itemId } = await talk.waiting('otis', body);
    const answers = await Promise.all([
      talk.decide('otis', itemId, 'RESTORE'),
      talk.decide('uma', itemId, 'UPHOLD'),
      talk.decide('una', itemId, 'UPHOLD'),
    ]);
    expect(answers.filter(({ __typename }) => __typename === 'DecideReportedItemSuccess')).toHaveLength(1);
  });

  it('cannot be judged by who removed it, nor anything by its author, even past the code', async () => {
    const { id } = await removed();
    await appeal('ada', id);
    const judge = (state: string, by: string | undefined) =>
      talk.test.dataSource.query(
        'update moderation_item set state = $2, appeal_decided_by = $3 where subject_id = $1',
        [id, state, by],
      );
    await expect(judge('RESTORED', talk.members['omar'])).rejects.toThrow('moderation_item_appeal_by_another');
    await expect(judge('RESTORED', talk.members['ada'])).rejects.toThrow('moderation_item_not_by_author');
    await expect(judge('REMOVED_FINALLY', undefined)).rejects.toThrow('moderation_item_appeal_by_another');
  });
});

describe('an idea', () => {
  it('cannot be raised while it is held, and can again when it is shown again', async () => {
    const { id, body } = await onCampus();
    for (const who of ['rosa', 'mo', 'omar']) await talk.report(who, id);
    await talk.decide('uma', (await talk.waiting('uma', body))['id'], 'KEEP');
    const rows: readonly { name: string }[] = await talk.test.dataSource.query(
      'select name from outbox_event where aggregate_id = $1 order by sequence',
      [id],
    );
    expect(rows.map(({ name }) => name)).toEqual(['IdeaPosted', 'IdeaEnded', 'IdeaPosted']);
  });
});

describe('a reply', () => {
  it('is reported, held, removed and appealed for like a post, by the moderators of the post’s space', async () => {
    const { id } = await inGroup();
    const words = unique();
    const replyId = await talk.reply('rosa', id, words);
    for (const who of ['ada', 'bea', 'otis']) await talk.report(who, replyId, { kind: 'REPLY' });
    const inThread = async (who: string) => nodes(await talk.seen(who, id), 'replies').map(({ body }) => body);
    expect(await inThread('ada')).toEqual([]);
    expect(await inThread('rosa')).toEqual([words]);
    expect(await inThread('omar')).toEqual([words]);
    const { id: itemId } = await talk.waiting('omar', words);
    await talk.decide('omar', itemId, 'REMOVE', 'Unkind.');
    const [own] = nodes(await talk.seen('rosa', id), 'replies');
    expect(own).toMatchObject({ status: 'REMOVED', removalReason: 'Unkind.', viewerActions: ['APPEAL'] });
    const appeal = { kind: 'REPLY', subjectId: replyId, words: 'Kindly meant.' };
    expect(await talk.mutate('rosa', 'appealRemoval', appeal, 'state')).toMatchObject({ state: 'APPEALED' });
    expect((await talk.seen('ada', id))?.['replyCount']).toBe(0);
  });
});
