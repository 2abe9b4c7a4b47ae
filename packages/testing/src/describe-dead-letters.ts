import { randomUUID } from 'node:crypto';
import { attemptsMax, type ServiceName } from '@guildhall/events';
import type { BaseContext, ServiceDefinition } from '@guildhall/subgraph';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DeadLetterDriver } from './dead-letter-driver.js';
import { startTestService, testStart, type TestService, type TestServiceOptions } from './start-test-service.js';
import { TestClock } from './test-clock.js';

/** States what every service promises of events it cannot apply. `appoint` gives a subject a staff role for the year. */
export function describeDeadLetters<Context extends BaseContext>(
  definition: ServiceDefinition<Context>,
  appoint: (test: TestService, subject: string, role: 'ADMIN' | 'ANALYST') => Promise<unknown>,
  environment: TestServiceOptions['environment'] = {},
): void {
  const clock = new TestClock(testStart);
  let test: TestService;
  let driver: DeadLetterDriver;

  beforeAll(async () => {
    test = await startTestService(definition, { clock, environment });
    driver = new DeadLetterDriver(test, definition.name, clock);
    await appoint(test, 'sys', 'ADMIN');
    await appoint(test, 'nina', 'ANALYST');
  });
  afterAll(() => test.stop());

  describe(`the dead letters of ${definition.name}`, () => {
    describeReading(() => driver, definition.name);
    describeTreating(() => driver);
  });
}

function describeReading(driver: () => DeadLetterDriver, service: ServiceName): void {
  it('show an administrator what happened to an event, and not a word of it', async () => {
    const [id] = await driver().bury();
    const { data } = await driver().ask('sys');
    expect(data).toMatchObject({
      operations: {
        deadLetterDays: 90,
        page: {
          edges: [
            {
              node: {
                id,
                event: 'MemberCrowned',
                aggregate: 'Member',
                source: 'membership',
                consumer: service,
                attempts: attemptsMax,
                failure: 'Error',
                waiting: 0,
                viewerActions: ['RETRY', 'DISCARD'],
              },
            },
          ],
        },
      },
    });
    expect(JSON.stringify(data)).not.toContain('business');
  });

  it.each(['nina', 'ada', undefined])('are hidden from %s, who can treat none either', async (subject) => {
    const [id = ''] = await driver().bury();
    expect((await driver().ask(subject)).data).toEqual({ operations: null });
    for (const verb of ['retry', 'discard'] as const)
      expect(await driver().treat(subject, verb, id)).toEqual(await driver().treat(subject, verb, randomUUID()));
    expect((await driver().treat('sys', 'discard', id)).__typename).toMatch(/Success$/);
  });
}

function describeTreating(driver: () => DeadLetterDriver): void {
  it('come in pages that stay in order while some are given up', async () => {
    await driver().bury(3);
    const all = (await driver().list('(first: 100)')).edges.map(({ node }) => node.id);
    const first = await driver().list('(first: 2)');
    expect(first.pageInfo.hasNextPage).toBe(true);
    await driver().treat('sys', 'discard', all[0] ?? '');
    const rest = await driver().list(`(first: 100, after: "${first.pageInfo.endCursor}")`);
    expect([...first.edges, ...rest.edges].map(({ node }) => node.id)).toEqual(all);
  });

  it('are tried again with all their tries, and come back when nothing was mended', async () => {
    const [id = ''] = await driver().bury();
    expect(await driver().treat('sys', 'retry', id)).toMatchObject({ deadLetter: { id } });
    expect((await driver().list('(first: 100)')).edges.map(({ node }) => node.id)).not.toContain(id);
    expect((await driver().treat('sys', 'retry', id)).__typename).toBe('NotFoundError');
  });

  it('are treated once, however many press the button', async () => {
    const [id = ''] = await driver().bury();
    const answers = await Promise.all(Array.from({ length: 5 }, () => driver().treat('sys', 'discard', id)));
    const names = answers.map(({ __typename }) => __typename);
    expect(names.filter((name) => name.endsWith('Success'))).toHaveLength(1);
    for (const name of names) expect(name).toMatch(/Success$|^NotFoundError$|^ConflictError$/);
  });
}
