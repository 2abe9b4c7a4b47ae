import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Id } from '@guildhall/kernel';
import { startTestService, type TestService } from '@guildhall/testing';
import type { Resource } from '../src/resource/resource.js';
import { ask, mutate } from './ask.js';
import { Fixture, ids, learning, missingId, type TestMember } from './fixture.js';

let test: TestService;
let fixture: Fixture;
let ada: TestMember;
const physics = ids.random<'Constituency'>();
const history = ids.random<'Constituency'>();

const join = (member: TestMember, course: Id<'Constituency'>) =>
  test.dataSource.query('insert into actor_constituency (member_id, constituency_id) values ($1, $2)', [
    member.id,
    course,
  ]);
const publish = (title: string, changes: Partial<Resource> = {}) => fixture.resource(ada, { title, ...changes });

beforeAll(async () => {
  test = await startTestService(learning);
  fixture = new Fixture(test);
  ada = await fixture.member('ada');
  await join(ada, physics);
  const rosa = await fixture.member('rosa');
  await fixture.mandate(rosa, 'COURSE_REP');
  await publish('Waves by example', { kind: 'NOTES', subject: 'Physics', tags: ['exams'], courseIds: [physics] });
  await publish('Waves in a tank', { kind: 'VIDEO', subject: 'physics', tags: ['experiments'], courseIds: [physics] });
  await publish('Sources on waves of migration', { subject: 'History', tags: ['essays'], courseIds: [history] });
  await publish('波的例题', {
    kind: 'NOTES',
    subject: '物理',
    language: 'zh-Hans',
    tags: ['考试'],
    courseIds: [physics],
  });
  await publish('Taxes of the crown', { subject: 'History', tags: ['exams'] });
  await publish('Waves nobody reviewed', { status: 'DRAFT', subject: 'Secret', tags: ['secret'] });
  await publish('Waves held back', { status: 'HELD', subject: 'Secret', tags: ['secret'] });
});
afterAll(() => test.stop());

type Counts = { value?: string; kind?: string; course?: { id: string }; count: number }[];
type Facets = Readonly<Record<'kinds' | 'languages' | 'subjects' | 'courses' | 'tags', Counts>>;
type Answer = { resources: { edges: { node: { title: string } }[]; facets: Facets } };

const query = `query ($search: String, $kind: ResourceKind, $subject: String, $course: ID, $tag: String, $status: ResourceStatus) {
  resources(search: $search, kind: $kind, subject: $subject, course: $course, tag: $tag, status: $status) {
    edges { node { title } }
    facets { kinds { kind count } languages { value count } subjects { value count } courses { course { id } count } tags { value count } }
  } }`;

type Tally = Readonly<Record<string, number>>;
const tally = (entries: readonly (readonly [string | undefined, number])[]): Tally =>
  Object.fromEntries(entries.map(([value, count]) => [value ?? '', count]));

async function list(variables: object, subject?: string) {
  const { resources } = await ask<Answer>(test, subject, query, { ...variables });
  const { kinds, languages, subjects, courses, tags } = resources.facets;
  return {
    titles: resources.edges.map(({ node }) => node.title).sort(),
    kinds: tally(kinds.map(({ kind, count }) => [kind, count])),
    languages: tally(languages.map(({ value, count }) => [value, count])),
    subjects: tally(subjects.map(({ value, count }) => [value?.toLowerCase(), count])),
    courses: tally(courses.map(({ course, count }) => [course?.id, count])),
    tags: tally(tags.map(({ value, count }) => [value, count])),
  };
}

describe('facets', () => {
  it('count what the search found and the viewer may see, each without its own narrowing', async () => {
    expect(await list({ search: 'waves' })).toMatchObject({
      kinds: { NOTES: 1, VIDEO: 1, GUIDE: 1 },
      languages: { en: 3 },
      subjects: { physics: 2, history: 1 },
      courses: { [physics]: 2, [history]: 1 },
      tags: { exams: 1, experiments: 1, essays: 1 },
    });
    const narrowed = await list({ search: 'waves', kind: 'NOTES', course: physics });
    expect(narrowed).toEqual({
      titles: ['Waves by example'],
      kinds: { NOTES: 1, VIDEO: 1 },
      languages: { en: 1 },
      subjects: { physics: 1 },
      courses: { [physics]: 1 },
      tags: { exams: 1 },
    });
  });

  it('tell nothing of drafts and of what is held to those who may not see them', async () => {
    for (const subject of [undefined, 'rosa', 'ada'])
      expect(Object.keys((await list({}, subject)).subjects)).not.toContain('secret');
    expect((await list({ status: 'DRAFT' }, 'rosa')).tags).toEqual({});
    expect((await list({ status: 'DRAFT' }, 'ada')).tags).toEqual({ secret: 1 });
    expect((await list({ status: 'HELD' }, 'rosa')).tags).toEqual({ secret: 1 });
    expect((await list({ status: 'HELD' })).tags).toEqual({});
  });

  it('agree with the list that each of them leads to', async () => {
    const { subjects, tags, courses } = await list({});
    for (const [subject, count] of Object.entries(subjects))
      expect((await list({ subject })).titles).toHaveLength(count);
    for (const [tag, count] of Object.entries(tags))
      expect((await list({ tag: tag.toUpperCase() })).titles).toHaveLength(count);
    for (const [course, count] of Object.entries(courses)) expect((await list({ course })).titles).toHaveLength(count);
    expect((await list({ course: missingId })).titles).toEqual([]);
    expect((await list({ course: 'nonsense' })).titles).toEqual([]);
  });

  it('cost one statement', async () => {
    const plain = await test.countStatements(() =>
      test.run(undefined, '{ resources(search: "waves") { edges { node { id } } } }'),
    );
    const counted = await test.countStatements(() => test.run(undefined, query, { search: 'waves', kind: 'NOTES' }));
    expect(counted.length).toBe(plain.length + 1);
  });
});

describe('tags and courses', () => {
  it('are found by their words', async () => {
    expect((await list({ search: 'experiment' })).titles).toEqual(['Waves in a tank']);
    expect((await list({ search: '考试' })).titles).toEqual(['波的例题']);
  });

  it('are named by those who study there or speak for it, and stay when they move on', async () => {
    const content = {
      title: 'How to study',
      summary: 'A few things that help.',
      body: 'Sleep.',
      kind: 'GUIDE',
      language: 'en',
      subject: 'Study',
      licence: 'CC_BY_4_0',
      tags: ['Sleep', 'sleep '],
    };
    const send = (name: string, input: object) =>
      mutate<{ resource: { id: string; tags: string[]; courses: { id: string }[] } }>(test, 'ada', {
        name,
        input,
        success: 'resource { id tags courses { id } }',
      });
    expect(await send('draftResource', { content: { ...content, courseIds: [history] } })).toMatchObject({
      fields: [{ path: 'courseIds.0', rule: 'UNKNOWN' }],
    });
    const { resource } = await send('draftResource', { content: { ...content, courseIds: [physics] } });
    expect(resource).toMatchObject({ tags: ['sleep'], courses: [{ id: physics }] });
    await test.dataSource.query('delete from actor_constituency where member_id = $1', [ada.id]);
    expect(
      await send('editResource', { resourceId: resource?.id, content: { ...content, courseIds: [physics] } }),
    ).toMatchObject({ resource: { courses: [{ id: physics }] } });
    await join(ada, physics);
    expect(await ask(test, 'ada', '{ viewer { libraryCourses { id } reviewsResources } }')).toEqual({
      viewer: { libraryCourses: [{ id: physics }], reviewsResources: false },
    });
    expect(await ask(test, undefined, '{ viewer { libraryCourses { id } reviewsResources } }')).toEqual({
      viewer: { libraryCourses: [], reviewsResources: false },
    });
  });
});

describe('related resources', () => {
  const related = `query ($id: ID!, $first: Int) { resource(id: $id) { related(first: $first) { title status } } }`;
  const titles = async (id: string, subject?: string) =>
    (await ask<{ resource: { related: { title: string }[] } }>(test, subject, related, { id })).resource.related.map(
      ({ title }) => title,
    );

  it('are the nearest in words, tags and courses, published ones alone, never the resource itself', async () => {
    const { id } = await publish('Standing waves', {
      kind: 'GUIDE',
      subject: 'Physics',
      tags: ['exams'],
      courseIds: [physics],
    });
    const found = await titles(id);
    expect(found[0]).toBe('Waves by example');
    expect(found).toContain('Waves in a tank');
    expect(found).not.toContain('Standing waves');
    for (const subject of [undefined, 'ada', 'rosa'])
      expect(await titles(id, subject)).not.toContain('Waves held back');
  });

  it('of a resource without neighbours are none, and of a hidden one nothing at all', async () => {
    const { id } = await publish('Beekeeping', { summary: 'Honey.', subject: 'Apiary', tags: [] });
    expect(await titles(id)).toEqual([]);
    const { id: hidden } = await publish('Waves unseen', { status: 'DRAFT' });
    expect(await ask(test, undefined, related, { id: hidden })).toEqual({ resource: null });
  });

  it('are refused in numbers that nobody needs', async () => {
    const { errors } = await test.run(undefined, related, { id: missingId, first: 11 });
    expect(errors).toBeUndefined();
    const { id } = await publish('Any');
    const refused = await test.run(undefined, related, { id, first: 11 });
    expect(refused.errors?.[0]?.extensions?.['code']).toBe('BAD_USER_INPUT');
  });

  it('of two and of ten resources cost the same number of statements', async () => {
    for (let count = 0; count < 8; count += 1) await publish(`Waves number ${count}`, { subject: 'Many' });
    const everything =
      '{ resources(first: FIRST) { edges { node { related { title } ratings { average } viewerRating { stars } inWork { number } reports { reason } decisions { reason } viewerActions } } } }';
    for (const subject of ['ada', 'rosa']) {
      const statements = async (first: number): Promise<number> =>
        (await test.countStatements(() => test.run(subject, everything.replace('FIRST', String(first))))).length;
      await statements(2);
      expect(await statements(10)).toBe(await statements(2));
    }
  });
});
