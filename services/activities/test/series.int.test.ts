import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestService, TestClock, waitFor, type TestService } from '@guildhall/testing';
import type { Activity } from '../src/activity/activity.js';
import type { GroupId } from '../src/references/group.js';
import type { MemberId } from '../src/references/member.js';
import { activities, Fixture } from './fixture.js';

// Far ahead of any machine's clock, so that no job of the coming weeks runs before a test lets it.
const start = '2098-10-06T09:00:00.000Z';
const clock = new TestClock(start);
const missing = '018f0000-0000-7000-8000-000000000000';
let test: TestService;
let fixture: Fixture;
let group: GroupId;
let ada: MemberId;

beforeAll(async () => {
  test = await startTestService(activities, { clock });
  fixture = new Fixture(test);
  ada = await fixture.member('ada');
  const [omar, ben] = [await fixture.member('omar'), await fixture.member('ben')];
  await fixture.member('rosa');
  group = await fixture.group(ada, omar, ben);
  await fixture.mandate(omar, 'PRESIDENT', group);
  await test.dataSource.query(`update actor_mandate set ends_at = '2200-01-01'`);
});
afterAll(() => test.stop());

type Fields = Readonly<Record<string, unknown>>;
type SeriesDate = {
  on: string;
  startsAt: string;
  isSkipped: boolean;
  activity: { id: string; title: string; status: string } | null;
};
type Series = { id: string; viewerActions: string[]; endedAt: string | null; dates: SeriesDate[] };
type Answer = { readonly __typename: string; readonly series?: Series };

const fields = 'id viewerActions endedAt dates { on startsAt isSkipped activity { id title status } }';
async function act(subject: string | undefined, name: string, input: Fields): Promise<Answer> {
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  const query = `mutation ($input: ${type}Input!) { ${name}(input: $input) {
    __typename ... on ${type}Success { series { ${fields} } } ... on UserError { message } } }`;
  const { data, errors } = await test.run(subject, query, { input });
  expect(errors).toBeUndefined();
  return data?.[name] as Answer;
}
const type = async (...args: Parameters<typeof act>): Promise<string> => (await act(...args)).__typename;

const evening = (changes: Partial<Activity> = {}): Promise<Activity> =>
  fixture.activity(group, 'DRAFT', {
    team: [{ memberId: ada, role: 'LEAD' }],
    organiserId: ada,
    startsAt: new Date('2098-10-13T17:00:00.000Z'),
    endsAt: new Date('2098-10-13T19:00:00.000Z'),
    registrationOpensAt: new Date(start),
    registrationClosesAt: new Date('2098-10-13T16:00:00.000Z'),
    ...changes,
  });
async function begun(rule = 'FREQ=WEEKLY;COUNT=12'): Promise<{ series: Series; first: Activity }> {
  const first = await evening();
  const { series } = await act('ada', 'startSeries', { activityId: first.id, rule });
  if (series === undefined) throw new Error('the series does not run');
  return { series, first };
}
const read = async (subject: string, activityId: string): Promise<Series | null> => {
  const { data } = await test.run(subject, `query ($id: ID!) { activity(id: $id) { series { ${fields} } } }`, {
    id: activityId,
  });
  return (data?.['activity'] as { series: Series | null } | null)?.series ?? null;
};
const drafted = (series: Series | null | undefined) => series?.dates.filter(({ activity }) => activity !== null) ?? [];
const planned = (id: string): Promise<readonly { run_at: Date }[]> =>
  test.dataSource.query('select run_at from graphile_worker.jobs where key = $1', [`draft-series-ahead:${id}`]);

/** Lets so many workers draft ahead at the same instant, and waits until they have. */
async function draftAhead(seriesId: string, due: string, workers = 1): Promise<void> {
  for (let worker = 0; worker < workers; worker += 1)
    await test.dataSource.query(
      `select graphile_worker.add_job('draft-series-ahead', json_build_object('seriesId', $1::text, '_due', $2::text), run_at := now(), job_key := $3)`,
      [seriesId, due, `race-${seriesId}-${worker}`],
    );
  await waitFor('the jobs are done', async () => {
    const open: unknown[] = await test.dataSource.query(`select 1 from graphile_worker.jobs where key like $1`, [
      `race-${seriesId}-%`,
    ]);
    return open.length === 0;
  });
}

describe('a series', () => {
  it('drafts eight weeks ahead at the same hour on campus, and plans to go on in a week', async () => {
    const { series, first } = await begun();
    expect(series.dates).toHaveLength(12);
    expect(series.dates.slice(0, 3).map(({ on, startsAt }) => [on, startsAt])).toEqual([
      ['2098-10-13', '2098-10-13T17:00:00.000Z'],
      ['2098-10-20', '2098-10-20T17:00:00.000Z'],
      ['2098-10-27', '2098-10-27T18:00:00.000Z'],
    ]);
    expect(drafted(series)).toHaveLength(7);
    expect(drafted(series)[0]?.activity?.id).toBe(first.id);
    expect(await planned(series.id)).toEqual([{ run_at: new Date('2098-10-13T09:00:00.000Z') }]);
    const second = series.dates[1]?.activity?.id ?? '';
    const { data } = await test.run(
      'ada',
      'query ($id: ID!) { activity(id: $id) { endsAt status organising { team { role member { id } } } } }',
      { id: second },
    );
    expect(data).toEqual({
      activity: {
        endsAt: '2098-10-20T19:00:00.000Z',
        status: 'DRAFT',
        organising: { team: [{ role: 'LEAD', member: { id: ada } }] },
      },
    });
    expect((await read('ada', second))?.id).toBe(series.id);
    expect(await read('rosa', second)).toBeNull();
  });

  it('has one activity for a date, whichever of two workers drafts it, and ends with its last date', async () => {
    const { series, first } = await begun();
    await draftAhead(series.id, '2098-10-20T09:00:00.000Z', 2);
    expect(drafted(await read('ada', first.id))).toHaveLength(9);
    expect(await planned(series.id)).toEqual([{ run_at: new Date('2098-10-27T09:00:00.000Z') }]);
    await draftAhead(series.id, '2098-11-10T09:00:00.000Z', 2);
    const [{ count }] = await test.dataSource.query(
      'select count(*)::int as count from activity_occurrence where series_id = $1',
      [series.id],
    );
    expect(count).toBe(12);
    const twice = test.dataSource.query(
      `insert into activity_occurrence (series_id, on_day, activity_id) values ($1, '2098-10-20', $2)`,
      [series.id, (await evening()).id],
    );
    await expect(twice).rejects.toThrow('activity_occurrence_pk');
  });

  it('leaves a date out, and calls off no more than a draft', async () => {
    const { series } = await begun();
    const skip = (on: string, reason = 'Reading week.', subject = 'ada') =>
      act(subject, 'skipSeriesDate', { seriesId: series.id, on, reason });
    expect((await skip('2098-10-20', ' ')).__typename).toBe('ValidationError');
    expect((await skip('2098-10-21')).__typename).toBe('ValidationError');
    expect((await skip('2098-10-20', 'No.', 'rosa')).__typename).toBe('NotFoundError');
    expect((await skip('2098-10-20')).series?.dates[1]).toMatchObject({
      isSkipped: true,
      activity: { status: 'CANCELLED' },
    });
    expect((await skip('2098-12-22')).series?.dates[10]).toMatchObject({ isSkipped: true, activity: null });
    await draftAhead(series.id, '2098-12-15T09:00:00.000Z');
    const later = await read('ada', series.dates[0]?.activity?.id ?? '');
    expect(later?.dates[10]?.activity).toBeNull();
    const third = series.dates[2]?.activity?.id;
    expect(await type('omar', 'skipSeriesDate', { seriesId: missing, on: '2098-10-20', reason: 'No.' })).toBe(
      'NotFoundError',
    );
    await test.dataSource.query(`update activity set status = 'PUBLISHED', published_at = now() where id = $1`, [
      third,
    ]);
    expect((await skip('2098-10-27')).__typename).toBe('IllegalTransitionError');
  });

  it('changes an activity and those after it, and leaves what is public and what came before', async () => {
    const { series } = await begun();
    const [, second, third, fourth] = series.dates.map(({ activity }) => activity?.id);
    await test.dataSource.query(`update activity set status = 'PUBLISHED', published_at = now() where id = $1`, [
      third,
    ]);
    const edit = (subject: string, changes: Fields, activityId: string | undefined = second) =>
      act(subject, 'editSeries', { activityId, changes });
    expect((await edit('ada', { startTime: '7pm' })).__typename).toBe('ValidationError');
    expect((await edit('rosa', { title: 'Mine now' })).__typename).toBe('NotFoundError');
    expect((await edit('ada', { title: 'Alone' }, (await evening()).id)).__typename).toBe('NotFoundError');
    const changed = await edit('omar', { title: 'Late rehearsal', startTime: '19:30', minutes: 60 });
    expect(changed.series?.dates.slice(0, 4).map(({ activity }) => activity?.title)).toEqual([
      'Evening of DRAFT',
      'Late rehearsal',
      'Evening of DRAFT',
      'Late rehearsal',
    ]);
    const { data } = await test.run(
      'ada',
      'query ($id: ID!) { activity(id: $id) { startsAt endsAt registrationClosesAt } }',
      { id: fourth },
    );
    expect(data?.['activity']).toEqual({
      startsAt: '2098-11-03T19:30:00.000Z',
      endsAt: '2098-11-03T20:30:00.000Z',
      registrationClosesAt: '2098-11-03T19:30:00.000Z',
    });
    await draftAhead(series.id, '2098-11-10T09:00:00.000Z');
    expect((await read('ada', second ?? ''))?.dates.at(-1)?.activity?.title).toBe('Late rehearsal');
  });

  it('ends by hand: coming drafts are called off and nothing more is drafted', async () => {
    const { series, first } = await begun();
    const end = (subject: string, reason = 'The term is over.', seriesId = series.id) =>
      act(subject, 'endSeries', { seriesId, reason });
    expect((await end('ada', '')).__typename).toBe('ValidationError');
    expect((await end('rosa')).__typename).toBe('NotFoundError');
    expect((await end('omar', 'Over.', missing)).__typename).toBe('NotFoundError');
    expect((await end('omar')).series).toMatchObject({ endedAt: start, dates: [], viewerActions: [] });
    expect(await planned(series.id)).toEqual([]);
    await draftAhead(series.id, '2098-11-10T09:00:00.000Z');
    const rows = await test.dataSource.query(
      'select a.status, count(*)::int as count from activity a join activity_occurrence o on o.activity_id = a.id where o.series_id = $1 group by 1',
      [series.id],
    );
    expect(rows).toEqual([{ status: 'CANCELLED', count: 7 }]);
    expect((await end('ada')).__typename).toBe('IllegalTransitionError');
    expect(await type('ada', 'editSeries', { activityId: first.id, changes: {} })).toBe('IllegalTransitionError');
    expect(await type('ada', 'skipSeriesDate', { seriesId: series.id, on: '2098-10-20', reason: 'No.' })).toBe(
      'IllegalTransitionError',
    );
  });

  it('is for its keeper and officers: others of the team are refused', async () => {
    const { series, first } = await begun();
    const [{ member_id: ben }] = await test.dataSource.query(
      `select member_id from actor_member where subject = 'ben'`,
    );
    await test.dataSource.query(
      `insert into team_place (id, activity_id, member_id, role, status, asked_at, joined_at, version) values (gen_random_uuid(), $1, $2, 'CREW', 'ON_TEAM', now(), now(), 1)`,
      [first.id, ben],
    );
    expect((await read('ben', first.id))?.viewerActions).toEqual([]);
    expect(await type('ben', 'endSeries', { seriesId: series.id, reason: 'No.' })).toBe('NotAllowedError');
    expect(await type('ben', 'skipSeriesDate', { seriesId: series.id, on: '2098-10-20', reason: 'No.' })).toBe(
      'NotAllowedError',
    );
    expect(await type('ben', 'editSeries', { activityId: first.id, changes: {} })).toBe('NotAllowedError');
    expect((await read('ada', first.id))?.viewerActions).toEqual(['SKIP_DATE', 'EDIT', 'END']);
  });

  it('starts once under one key, of one activity once, and not without a right or a rule', async () => {
    const first = await evening();
    const input = { activityId: first.id, rule: 'FREQ=WEEKLY;COUNT=2', idempotencyKey: 'once' };
    expect(await type('ada', 'startSeries', { ...input, rule: 'weekly', idempotencyKey: null })).toBe(
      'ValidationError',
    );
    expect(await type('rosa', 'startSeries', { ...input, idempotencyKey: null })).toBe('NotFoundError');
    expect(await type('ada', 'startSeries', { ...input, activityId: missing, idempotencyKey: null })).toBe(
      'NotFoundError',
    );
    const made = await act('ada', 'startSeries', input);
    expect(made.__typename).toBe('StartSeriesSuccess');
    expect(await act('ada', 'startSeries', input)).toEqual(made);
    expect(await type('ada', 'startSeries', { ...input, idempotencyKey: null })).toBe('ConflictError');
    const open = await evening({ status: 'PUBLISHED', publishedAt: new Date(start) });
    expect(await type('rosa', 'startSeries', { ...input, activityId: open.id })).toBe('NotAllowedError');
  });

  it('starts from a template of the group, for whoever may draft', async () => {
    const source = await evening();
    const saved = await test.run(
      'omar',
      'mutation ($input: SaveTemplateInput!) { saveTemplate(input: $input) { ... on SaveTemplateSuccess { template { id } } } }',
      { input: { activityId: source.id, name: 'Rehearsal' } },
    );
    const templateId = (saved.data?.['saveTemplate'] as { template: { id: string } } | undefined)?.template.id;
    const input = { templateId, groupId: group, startsAt: '2098-10-31T19:00:00.000Z', rule: 'FREQ=MONTHLY;COUNT=2' };
    const from = (subject: string, changes: Fields = {}) =>
      act(subject, 'startSeriesFromTemplate', { ...input, ...changes });
    const made = await from('ada', { idempotencyKey: 'monthly' });
    expect(made.series?.dates.map(({ on }) => on)).toEqual(['2098-10-31', '2098-12-31']);
    expect(drafted(made.series)).toHaveLength(1);
    expect(await from('ada', { idempotencyKey: 'monthly' })).toEqual(made);
    expect((await from('ada', { idempotencyKey: 'monthly', rule: 'FREQ=WEEKLY' })).__typename).toBe('ConflictError');
    expect((await from('ada', { rule: 'FREQ=WEEKLY;COUNT=1' })).__typename).toBe('ValidationError');
    expect((await from('ada', { templateId: missing })).__typename).toBe('NotFoundError');
    expect((await from('rosa')).__typename).toBe('NotFoundError');
    expect((await from('ada', { groupId: missing })).__typename).toBe('NotAllowedError');
    const other = await fixture.group(ada);
    expect((await from('ada', { groupId: other })).__typename).toBe('NotFoundError');
    await test.dataSource.query(
      `insert into activity_series select gen_random_uuid(), group_id, keeper_id, rule, first_on, start_time, zone, content, skipped, started_at, lasts_until, null, 1, 1
       from activity_series cross join generate_series(1, 20) where id = $1`,
      [made.series?.id],
    );
    expect((await from('ada')).__typename).toBe('LimitReachedError');
    expect(await type('ada', 'startSeries', { activityId: source.id, rule: 'FREQ=WEEKLY;COUNT=2' })).toBe(
      'LimitReachedError',
    );
  });

  it('is read with a list of activities in as many statements as for one', async () => {
    await test.dataSource.query('update activity_series set ended_at = coalesce(ended_at, started_at)');
    for (const title of ['Alone: sword', 'Alone: staff']) {
      const { first } = await begun('FREQ=WEEKLY;COUNT=6');
      await act('ada', 'editSeries', { activityId: first.id, changes: { title } });
    }
    const list = (first: number) =>
      test.run(
        'ada',
        `query { activities(from: "${start}", search: "alone", first: ${first}) { edges { node { series { ${fields} } } } } }`,
      );
    await list(1);
    const one = await test.countStatements(() => list(1));
    const many = await test.countStatements(() => list(20));
    expect(many.length).toBe(one.length);
  });
});
