import { afterEach, describe, expect, it } from '@jest/globals';
import { adasCrewEnrolment, planDemoUnion } from '@guildhall/demo';
import { startTestService, testStart, waitFor, type TestService } from '@guildhall/testing';
import { loadDemoUnion } from '../seeds/load-demo.js';
import { ask } from './ask.js';
import { learning, registrationEvents } from './fixture.js';

let test: TestService | undefined;
afterEach(() => test?.stop());

type AdaAnswer = {
  viewer: {
    member: {
      id: string;
      enrolments: {
        edges: { node: { id: string; status: string; path: { slug: string }; steps: { status: string }[] } }[];
      };
    };
  };
};

async function crewOfAda(
  service: TestService,
): Promise<{ memberId: string; status: string | undefined; steps: readonly string[] }> {
  const { data, errors } = await service.run(
    'ada',
    '{ viewer { member { id enrolments { edges { node { id status path { slug } steps { status } } } } } } }',
  );
  expect(errors).toBeUndefined();
  const { member } = (data as AdaAnswer).viewer;
  const node = member.enrolments.edges.map((edge) => edge.node).find(({ id }) => id === adasCrewEnrolment);
  return { memberId: member.id, status: node?.status, steps: node?.steps.map(({ status }) => status) ?? [] };
}

describe('the demo union', () => {
  it.each(['small', 'full'] as const)(
    'loads whole at %s size, in both languages, with a job for everything that runs out',
    async (size) => {
      const service = (test = await startTestService(learning));
      const anchor = new Date(testStart);
      const union = planDemoUnion({ anchor, size });
      const sentences: string[] = [];
      await service.dataSource.transaction((manager) =>
        loadDemoUnion(manager, { anchor, size, environment: {}, onProgress: (sentence) => sentences.push(sentence) }),
      );
      const count = async (table: string): Promise<number> => {
        const [row]: { count: number }[] = await service.dataSource.query(
          `select count(*)::int as count from ${table}`,
        );
        return row?.count ?? 0;
      };
      expect(await count('resource')).toBe(union.resources.length);
      expect(await count('resource_version')).toBeGreaterThan(union.resources.length);
      expect(await count(`resource where status = 'HELD'`)).toBe(1);
      expect(await count('resource_rating')).toBeGreaterThan(50);
      expect(await count('path_version')).toBe(union.learningPaths.flatMap(({ versions }) => versions).length);
      expect(await count('enrolment')).toBe(union.enrolments.length);
      expect(await count('actor_member')).toBe(union.members.length);
      expect(await count('actor_mandate')).toBe(union.mandates.length);
      expect(await count(`graphile_worker.jobs where task_identifier = 'expire-enrolment'`)).toBe(
        await count(`enrolment where status not in ('DROPPED', 'EXPIRED')`),
      );
      const share = (await count(`enrolment where status = 'COMPLETED'`)) / union.enrolments.length;
      expect(share).toBeGreaterThan(0.35);
      expect(share).toBeLessThan(0.6);
      const withPeers = (status: string) =>
        count(`step_progress g join path_step s on s.id = g.step_id join enrolment e on e.id = g.enrolment_id
          where s.kind = 'PEER_REVIEW' and g.status = '${status}' and e.status not in ('DROPPED', 'EXPIRED')`);
      expect(await count(`peer_submission where status = 'OPEN'`)).toBe(await withPeers('SUBMITTED'));
      expect(await count(`peer_submission where status = 'ACCEPTED'`)).toBe(await withPeers('PASSED'));
      expect(await count(`graphile_worker.jobs where task_identifier = 'lapse-peer-review'`)).toBe(
        await count(`peer_review where status = 'ASKED'`),
      );
      expect(await count('path_prerequisite')).toBe(1);
      expect(sentences.length).toBeGreaterThan(0);
      for (const search of ['exam', '复习']) {
        const { resources } = await ask<{ resources: { edges: unknown[] } }>(
          service,
          undefined,
          'query ($search: String) { resources(search: $search) { edges { node { title } } } }',
          { search },
        );
        expect(resources.edges.length).toBeGreaterThan(0);
      }
    },
    240_000,
  );

  it('lets the first step of ada’s crew path pass when she attends a training', async () => {
    const service = (test = await startTestService(learning));
    await service.dataSource.transaction((manager) =>
      loadDemoUnion(manager, {
        anchor: new Date(testStart),
        size: 'small',
        environment: {},
        onProgress: () => undefined,
      }),
    );
    const before = await crewOfAda(service);
    expect(before).toMatchObject({ status: 'ENROLLED', steps: ['AVAILABLE', 'LOCKED', 'LOCKED', 'LOCKED'] });
    await service.service.receive(registrationEvents(before.memberId as never, [{ attendedAt: testStart }]));
    await waitFor('the step to pass', async () => (await crewOfAda(service)).steps[0] === 'PASSED');
    expect(await crewOfAda(service)).toMatchObject({
      status: 'IN_PROGRESS',
      steps: ['PASSED', 'AVAILABLE', 'LOCKED', 'LOCKED'],
    });
  }, 240_000);
});
