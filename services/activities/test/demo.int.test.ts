import { afterEach, describe, expect, it } from '@jest/globals';
import { demoEdges, planDemoUnion } from '@guildhall/demo';
import { startTestService, testStart, type TestService } from '@guildhall/testing';
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
    expect(await count('activity')).toBe(union.activities.length);
    expect(await count('registration')).toBe(union.registrations.length);
    expect(await count('actor_member')).toBe(union.members.length);
    expect(await count('actor_mandate')).toBe(union.mandates.length);
    expect(sentences.length).toBeGreaterThan(0);

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
});
