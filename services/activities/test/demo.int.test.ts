import { afterEach, describe, expect, it } from '@jest/globals';
import {
  demoEdges,
  demoFairStarts,
  planDemoFairStarts,
  planDemoFeedback,
  planDemoSeats,
  planDemoUnion,
} from '@guildhall/demo';
import { commitmentOf, drawPlaces } from '@guildhall/lot';
import { startTestService, TestClock, testStart, type TestService } from '@guildhall/testing';
import { loadDemoActivities } from '../seeds/load-demo.js';
import { activities } from './fixture.js';

let test: TestService | undefined;
afterEach(() => test?.stop());

describe('the demo union', () => {
  it.each(['small', 'full'] as const)('loads whole at %s size, with its edge rows as they should be', async (size) => {
    const service = (test = await startTestService(activities));
    const anchor = new Date(testStart);
    const union = planDemoUnion({ anchor, size });
    const sentences: string[] = [];
    await service.dataSource.transaction((manager) =>
      loadDemoActivities(manager, {
        anchor,
        size,
        environment: {},
        onProgress: (sentence) => sentences.push(sentence),
      }),
    );
    const count = async (table: string): Promise<number> => {
      const [row]: { count: number }[] = await service.dataSource.query(`select count(*)::int as count from ${table}`);
      return row?.count ?? 0;
    };
    const fairStarts = planDemoFairStarts(union, anchor);
    const entered = fairStarts.flatMap(({ entries }) => entries.flatMap(({ people }) => people));
    // What a series drafts comes with its jobs, whenever the machine's clock lets them run.
    const planned = 'activity a where not exists (select 1 from activity_occurrence o where o.activity_id = a.id)';
    expect(await count(planned)).toBe(union.activities.length + fairStarts.length - 1);
    expect(await count('activity_series')).toBe(1);
    const offered = planDemoSeats(union, anchor)?.offers ?? [];
    expect(offered).toHaveLength(2);
    expect(await count('registration')).toBe(union.registrations.length + entered.length + offered.length);
    expect(await count('feedback_window')).toBe(planDemoFeedback(union, anchor).length);
    expect(await count('actor_member')).toBe(union.members.length);
    expect(await count('actor_mandate')).toBe(union.mandates.length);
    expect(sentences.length).toBeGreaterThan(0);
    // Somebody was scanned at two doors that knew nothing of each other.
    expect(await count('door_scan where not is_counted')).toBe(1);

    const seen = async (id: string) =>
      (
        await service.run(
          'ada',
          'query ($id: ID!) { activity(id: $id) { status isOverfull seatsLeft waitingCount viewerRegistration { status waitingPlace } } }',
          { id },
        )
      ).data?.['activity'];
    expect(await seen(demoEdges.overfullActivity)).toMatchObject({ isOverfull: true, seatsLeft: 0 });
    expect(await seen(demoEdges.waitingListActivity)).toEqual({
      status: 'PUBLISHED',
      isOverfull: false,
      seatsLeft: 0,
      waitingCount: 6,
      viewerRegistration: { status: 'WAITLISTED', waitingPlace: 3 },
    });
    expect(await seen(demoEdges.cancelledActivity)).toMatchObject({
      status: 'CANCELLED',
      waitingCount: 0,
      viewerRegistration: null,
    });
    expect(await seen(demoEdges.appealWonActivity)).toMatchObject({ viewerRegistration: { status: 'ATTENDED' } });
    const figures = await service.run(
      'nina',
      '{ insights { threshold participation { weekOf kind registrations { value suppressed } attendance { value } } } }',
    );
    expect(figures.errors).toBeUndefined();
    const { insights } = figures.data as {
      insights: { participation: { registrations: { value: number | null; suppressed: boolean } }[] };
    };
    const cells = insights.participation;
    for (const { registrations } of cells)
      expect(registrations.suppressed ? 10 : (registrations.value ?? 0)).toBeGreaterThanOrEqual(10);
  });

  it('has a draw that can be recounted, with a party of four that waits, and one that still collects', async () => {
    // Far ahead of any machine's own clock, so that the draw does not come while the test looks.
    const ahead = '2126-10-07T09:00:00.000Z';
    const service = (test = await startTestService(activities, { clock: new TestClock(ahead) }));
    await service.dataSource.transaction((manager) =>
      loadDemoActivities(manager, {
        anchor: new Date(ahead),
        size: 'small',
        environment: {},
        onProgress: () => undefined,
      }),
    );
    const query = `query ($id: ID!) { activity(id: $id) { phase seatsTaken fairStart { phase seed commitment places entryCount
      viewerEntry { people { member { id } } drawn { rank isPlaced } }
      entries(first: 100) { edges { node { entryId: id size tickets number isPlaced } } } } } }`;
    const seen = async (id: string) => (await service.run('rosa', query, { id })).data?.['activity'] as DrawnActivity;
    const drawn = await seen(demoFairStarts.drawn);
    const { seed, places, commitment, viewerEntry, entries } = drawn.fairStart;
    const published = entries.edges.map(({ node }) => node);
    const drum = published.map(({ entryId: id, size, tickets }) => ({ id, size, tickets }));
    expect(commitmentOf(seed ?? '')).toBe(commitment);
    expect(drawPlaces({ entries: drum, places: places ?? 0, seed: seed ?? '' })).toEqual(
      published.map(({ entryId: id, number, isPlaced }) => ({ id, number, isPlaced })),
    );
    expect(viewerEntry).toMatchObject({ drawn: { isPlaced: false } });
    expect(viewerEntry?.people).toHaveLength(4);
    expect(drawn.seatsTaken).toBeLessThanOrEqual(30);

    const collecting = await seen(demoFairStarts.collecting);
    expect(collecting).toMatchObject({ phase: 'COLLECTING', fairStart: { phase: 'COLLECTING', seed: null } });
    expect(collecting.fairStart.viewerEntry?.people).toHaveLength(4);
  });
});

type DrawnActivity = {
  readonly phase: string;
  readonly seatsTaken: number;
  readonly fairStart: {
    readonly seed: string | null;
    readonly places: number | null;
    readonly commitment: string;
    readonly viewerEntry: {
      readonly people: readonly { readonly member: { readonly id: string } }[];
      readonly drawn: { readonly isPlaced: boolean } | null;
    } | null;
    readonly entries: {
      readonly edges: readonly {
        readonly node: {
          readonly entryId: string;
          readonly size: number;
          readonly tickets: number;
          readonly number: string;
          readonly isPlaced: boolean;
        };
      }[];
    };
  };
};
