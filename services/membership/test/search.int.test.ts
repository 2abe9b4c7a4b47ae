import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hanPairs } from '@guildhall/kernel';
import { startTestService, TestClock, testStart, type TestService } from '@guildhall/testing';
import type { Group } from '../src/group/group.js';
import { defaultAudiences, type Member } from '../src/member/member.js';
import { Fixture, membership } from './fixture.js';

const clock = new TestClock(testStart);
let test: TestService;
let fixture: Fixture;
let people: Readonly<Record<string, Member>>;
let chess: Group;
let sailing: Group;

const everybody: readonly (readonly [string, Partial<Member>])[] = [
  ['ada', { displayName: 'Ada Okafor', interests: ['chess', 'hill walking'] }],
  ['adam', { displayName: 'Adam Bell', bio: 'I play chess on Mondays.' }],
  ['adanna', { displayName: 'Adanna Obi', skills: ['chess coaching'] }],
  ['zoe', { displayName: 'Zoe Adam-Marsh', interests: ['running'] }],
  ['wei', { displayName: '王伟', bio: '喜欢在图书馆看书' }],
  [
    'bob',
    {
      displayName: 'Bob Stone',
      audiences: { ...defaultAudiences, displayName: 'PUBLIC', interests: 'PUBLIC' },
      interests: ['origami'],
    },
  ],
  [
    'hid',
    { displayName: 'Hidden Okafor', interests: ['chess'], audiences: { ...defaultAudiences, displayName: 'ONLY_ME' } },
  ],
  [
    'shy',
    { displayName: 'Shy Person', interests: ['falconry'], audiences: { ...defaultAudiences, interests: 'ONLY_ME' } },
  ],
  ['off', { displayName: 'Off Okafor', status: 'REJECTED' }],
];

beforeAll(async () => {
  test = await startTestService(membership, { clock });
  fixture = new Fixture(test);
  const made: Member[] = [];
  for (const [subject, changes] of everybody) made.push(await fixture.member(subject, changes));
  people = Object.fromEntries(made.map((member) => [member.subject, member]));
  chess = await fixture.group('Chess Society', [idOf('ada'), idOf('adanna')]);
  sailing = await fixture.group('Sailing Club', [idOf('zoe')]);
  await fixture.group('Chess Dreamers', [idOf('ada')], 'PROPOSED');
  await fixture.group('Chess of Old', [idOf('ada')], 'DISSOLVED');
  await fixture.post(chess.id, idOf('adanna'));
  await fixture.post(sailing.id, idOf('zoe'));
});
afterAll(() => test.stop());

function idOf(subject: string): Member['id'] {
  const member = people[subject];
  if (member === undefined) throw new Error(`${subject} was made`);
  return member.id;
}

const searching =
  'query ($text: String!, $kinds: [SearchKind!], $first: Int, $after: String) { search(text: $text, kinds: $kinds, first: $first, after: $after) { edges { cursor node { kind rank matched snippet { text ranges { start end } } member { displayName } group { name } post { body } } } pageInfo { hasNextPage endCursor } } }';

type Hit = {
  kind: string;
  rank: string;
  matched: string[];
  snippet: { text: string; ranges: { start: number; end: number }[] } | null;
  member: { displayName: string } | null;
  group: { name: string } | null;
  post: { body: string } | null;
};
type Answer = { edges: { node: Hit }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
async function search(who: string | undefined, text: string, variables: object = {}): Promise<Answer> {
  const answer = await test.run(who, searching, { text, ...variables });
  return answer.data?.['search'] as Answer;
}
const nameOf = ({ member, group, post }: Hit): string | undefined => member?.displayName ?? group?.name ?? post?.body;
const found = async (who: string | undefined, text: string, ...kinds: string[]) =>
  (await search(who, text, kinds.length > 0 ? { kinds } : {})).edges.map(({ node }) => [nameOf(node), node.rank]);

describe('the functions that search is made of', () => {
  it('cut Chinese as the kernel does', async () => {
    for (const text of ['图书馆开放时间', '食堂 open 水', 'library', '𠮷野家', '', '々〇'])
      expect(await test.dataSource.query('select han_pairs($1) as pairs', [text])).toEqual([{ pairs: hanPairs(text) }]);
  });

  it('make a query of anything that somebody types', async () => {
    for (const text of ["o'brien & (co) | !", "\\' : * <->", 'a & b:*', '<script>', "';--", '%_', '１２３', '图 a书'])
      expect(await search('ada', text)).toMatchObject({ edges: expect.any(Array) });
  });
});

describe('finding people', () => {
  it('ranks the name itself, its beginning, its words, other words, and what resembles it', async () => {
    expect(await found('bob', 'adam', 'PERSON')).toEqual([
      ['Adam Bell', 'NAME_BEGINS'],
      ['Zoe Adam-Marsh', 'NAME'],
    ]);
    expect(await found('bob', 'ADAM BELL', 'PERSON')).toEqual([['Adam Bell', 'EXACT_NAME']]);
    expect(await found('bob', 'ada', 'PERSON')).toEqual([
      ['Ada Okafor', 'NAME_BEGINS'],
      ['Adam Bell', 'NAME_BEGINS'],
      ['Adanna Obi', 'NAME_BEGINS'],
      ['Zoe Adam-Marsh', 'NAME'],
    ]);
    expect(await found('bob', 'okafro', 'PERSON')).toEqual([['Ada Okafor', 'SIMILAR_NAME']]);
    expect(await found('bob', 'ada chess', 'PERSON')).toEqual([['Ada Okafor', 'WORDS']]);
  });

  it('says where what was typed stands, and points at it', async () => {
    const [ada, adam] = (await search('bob', 'chess', { kinds: ['PERSON'] })).edges.map(({ node }) => node);
    expect(ada).toMatchObject({
      matched: ['INTERESTS'],
      snippet: { text: 'chess, hill walking', ranges: [{ start: 0, end: 5 }] },
    });
    expect(adam).toMatchObject({
      matched: ['BIO'],
      snippet: { text: 'I play chess on Mondays.', ranges: [{ start: 7, end: 12 }] },
    });
  });

  it('knows word stems, and Chinese inside a longer run', async () => {
    expect(await found('bob', 'runs', 'PERSON')).toEqual([['Zoe Adam-Marsh', 'WORDS']]);
    for (const text of ['图书馆', '看书', '王'])
      expect((await found('bob', text, 'PERSON')).map(([name]) => name)).toEqual(['王伟']);
  });

  it('finds what people show to their groups only for those who share one', async () => {
    expect(await found('ada', 'coaching', 'PERSON')).toEqual([['Adanna Obi', 'WORDS']]);
    expect(await found('bob', 'coaching', 'PERSON')).toEqual([]);
  });

  it('finds for everybody else what is public', async () => {
    for (const who of [undefined, 'nobody']) {
      expect(await found(who, 'origami', 'PERSON')).toEqual([['Bob Stone', 'WORDS']]);
      expect(await found(who, 'ada', 'PERSON')).toEqual([]);
      expect(await found(who, 'okafro', 'PERSON')).toEqual([]);
    }
  });

  it('never finds who hides their name, is no member, does not want to be found, or is blocked', async () => {
    expect(await found('bob', 'okafor', 'PERSON')).toEqual([['Ada Okafor', 'NAME']]);
    expect(await found('bob', 'falconry', 'PERSON')).toEqual([]);
    await test.dataSource.query("insert into discoverability values ($1, 'NOBODY', false)", [idOf('adam')]);
    expect((await found('bob', 'adam bell', 'PERSON')).map(([name]) => name)).not.toContain('Adam Bell');
    await test.dataSource.query("update discoverability set found_by = 'MY_GROUPS' where member_id = $1", [
      idOf('adam'),
    ]);
    expect((await found('bob', 'adam bell', 'PERSON')).map(([name]) => name)).not.toContain('Adam Bell');
    await test.dataSource.query('delete from discoverability where member_id = $1', [idOf('adam')]);
    expect(await found('bob', 'adam bell', 'PERSON')).toHaveLength(1);
    const block = (one: string, other: string) =>
      test.dataSource.query('insert into member_block (blocker_id, blocked_id, since) values ($1, $2, $3)', [
        idOf(one),
        idOf(other),
        clock.now(),
      ]);
    await block('zoe', 'bob');
    for (const text of ['zoe', 'zeo adam', 'running']) {
      expect((await found('bob', text, 'PERSON')).map(([name]) => name)).not.toContain('Zoe Adam-Marsh');
      expect((await found('zoe', text, 'PERSON')).map(([name]) => name)).not.toContain('Bob Stone');
    }
    await test.dataSource.query('delete from member_block');
  });

  it('follows a change of name, audience and status at once', async () => {
    const nia = await fixture.member('nia', { displayName: 'Nia Vance' });
    await test.run('nia', 'mutation { updateProfile(input: { displayName: "Nia Quill" }) { __typename } }');
    expect(await found('bob', 'vance', 'PERSON')).toEqual([]);
    expect(await found('bob', 'quill', 'PERSON')).toHaveLength(1);
    await test.run('nia', 'mutation { updateProfile(input: { audiences: { displayName: ONLY_ME } }) { __typename } }');
    expect(await found('bob', 'quill', 'PERSON')).toEqual([]);
    await test.run('nia', 'mutation { updateProfile(input: { audiences: { displayName: MEMBERS } }) { __typename } }');
    expect(await found('bob', 'quill', 'PERSON')).toHaveLength(1);
    await test.dataSource.query("update member set status = 'ALUMNI' where id = $1", [nia.id]);
    expect(await test.dataSource.query('select 1 from search_person where member_id = $1', [nia.id])).toEqual([]);
  });
});

describe('finding groups and posts', () => {
  it('finds founded groups for everybody, proposed ones for members, dissolved ones for nobody', async () => {
    expect(await found('bob', 'chess', 'GROUP')).toEqual([
      ['Chess Dreamers', 'NAME_BEGINS'],
      ['Chess Society', 'NAME_BEGINS'],
    ]);
    expect(await found(undefined, 'chess', 'GROUP')).toEqual([['Chess Society', 'NAME_BEGINS']]);
    expect(await found(undefined, 'saling', 'GROUP')).toEqual([['Sailing Club', 'SIMILAR_NAME']]);
    expect((await found(undefined, 'every week', 'GROUP')).map(([, rank]) => rank)).toEqual(['WORDS', 'WORDS']);
  });

  it('finds posts of the viewer’s own groups alone, the newest first', async () => {
    expect(await found('ada', 'benches', 'POST')).toEqual([['A bench by the lake.', 'WORDS']]);
    for (const who of ['bob', 'nobody', undefined]) expect(await found(who, 'bench', 'POST')).toEqual([]);
    await fixture.post(chess.id, idOf('adanna'), 'REMOVED');
    expect(await found('ada', 'bench', 'POST')).toHaveLength(1);
    await test.dataSource.query('insert into member_block (blocker_id, blocked_id, since) values ($1, $2, $3)', [
      idOf('adanna'),
      idOf('ada'),
      clock.now(),
    ]);
    expect(await found('ada', 'bench', 'POST')).toEqual([]);
    await test.dataSource.query('delete from member_block');
  });
});

describe('finding posts to the whole union', () => {
  it('is for members, and never shows what somebody blocked wrote', async () => {
    await test.dataSource.query(
      `insert into post (id, group_id, author_id, kind, language, body, status, posted_at, version) values
         (gen_random_uuid(), null, $1, 'IDEA', 'en', 'More water fountains, please.', 'PUBLISHED', $2, 1),
         (gen_random_uuid(), null, $1, 'IDEA', 'en', 'Water slides instead of stairs.', 'HELD', $2, 1)`,
      [idOf('zoe'), clock.now()],
    );
    for (const who of ['ada', 'bob', 'zoe'])
      expect(await found(who, 'water', 'POST')).toEqual([['More water fountains, please.', 'WORDS']]);
    for (const who of ['nobody', undefined]) expect(await found(who, 'water', 'POST')).toEqual([]);
    await test.dataSource.query('insert into member_block (blocker_id, blocked_id, since) values ($1, $2, $3)', [
      idOf('bob'),
      idOf('zoe'),
      clock.now(),
    ]);
    expect(await found('bob', 'water', 'POST')).toEqual([]);
    await test.dataSource.query('delete from member_block');
  });
});

describe('an answer', () => {
  const texts = ['chess', 'ada', 'okafor', 'okafro', 'xylophone', 'xylofone', '图书馆', 'bench'];
  const answers = async (): Promise<string> => {
    const all: Answer[] = [];
    for (const who of ['ada', 'bob', 'nobody', undefined])
      for (const text of texts) for (const first of [1, 20]) all.push(await search(who, text, { first }));
    return JSON.stringify(all);
  };

  it('is the same whatever is written where the viewer may not read, in content, order and statements', async () => {
    const before = await answers();
    const count = async () => (await test.countStatements(() => search('bob', 'xylophone'))).length;
    const statements = await count();
    const hidden: readonly Partial<Member>[] = [
      { displayName: 'Xylophone Ada Okafor', audiences: { ...defaultAudiences, displayName: 'ONLY_ME' } },
      { displayName: 'Ada Chess', audiences: { ...defaultAudiences, displayName: 'CONNECTIONS' } },
      { displayName: 'Okafor Ada', status: 'LAPSED', statusUntil: new Date('2027-01-01') },
      { displayName: 'Someone', bio: 'xylophone chess 图书馆', audiences: { ...defaultAudiences, bio: 'ONLY_ME' } },
      { displayName: 'Anyone', skills: ['xylophone', 'bench'] },
      { displayName: 'Nobody', interests: ['chess'], audiences: { ...defaultAudiences, interests: 'CONNECTIONS' } },
    ];
    const planted = [];
    for (const [index, changes] of hidden.entries()) planted.push(await fixture.member(`planted-${index}`, changes));
    const unseen = await fixture.member('unseen', { displayName: 'Ada Xylophone' });
    await test.dataSource.query("insert into discoverability values ($1, 'NOBODY', false)", [unseen.id]);
    const elsewhere = await fixture.group('Closed Circle', [unseen.id], 'DISSOLVED');
    await test.dataSource.query("update student_group set purpose = 'xylophone chess ada okafor' where id = $1", [
      elsewhere.id,
    ]);
    await fixture.post(sailing.id, unseen.id);
    expect(await answers()).toBe(before);
    expect(await count()).toBe(statements);
  });

  it('comes page by page without a gap or a double, while others join', async () => {
    for (let index = 0; index < 12; index += 1)
      await fixture.member(`pat-${index}`, {
        displayName: `Pat Number${index}`,
        interests: index % 2 === 0 ? ['ada'] : [],
      });
    const whole = (await search('bob', 'pat', { first: 100 })).edges.map(({ node }) => nameOf(node));
    expect(whole).toHaveLength(12);
    const pages: (string | undefined)[] = [];
    let after: string | undefined;
    do {
      const page = await search('bob', 'pat', { first: 5, after });
      pages.push(...page.edges.map(({ node }) => nameOf(node)));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : undefined;
      if (pages.length === 5) await fixture.member('pat-early', { displayName: 'Pat Aardvark' });
    } while (after !== undefined);
    expect(pages).toEqual(whole);
    const mixed: (string | undefined)[] = [];
    do {
      const page = await search('ada', 'chess', { first: 1, after });
      mixed.push(...page.edges.map(({ node }) => nameOf(node)));
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : undefined;
    } while (after !== undefined);
    expect(mixed).toEqual((await search('ada', 'chess', { first: 100 })).edges.map(({ node }) => nameOf(node)));
    const alike = (await search('ada', 'numbre', { first: 100 })).edges.map(({ node }) => nameOf(node));
    const inTwo = await search('ada', 'numbre', { first: 5 });
    const rest = await search('ada', 'numbre', { first: 100, after: inTwo.pageInfo.endCursor });
    expect([...inTwo.edges, ...rest.edges].map(({ node }) => nameOf(node))).toEqual(alike);
  });

  it('asks the database once for each kind, however much is found', async () => {
    const statements = async (text: string) => test.countStatements(() => search('ada', text));
    const [few, many] = [await statements('王'), await statements('pat')];
    const ofSearch = (list: readonly string[]) => list.filter((statement) => /search_|similar/.test(statement)).length;
    expect(ofSearch(few)).toBe(ofSearch(many));
    expect(many.length - few.length).toBeLessThanOrEqual(0);
  });

  it('is empty for what is too short, and refused for what is too long or a wrong cursor', async () => {
    expect((await search('ada', 'a')).edges).toEqual([]);
    for (const variables of [{ text: 'x'.repeat(101) }, { text: 'ada', after: 'nonsense' }, { text: 'ada', first: 0 }])
      expect((await test.run('ada', searching, variables)).errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
  });
});
