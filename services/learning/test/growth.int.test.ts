import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestService, TestClock, testStart, type TestService } from '@guildhall/testing';
import { createRepositories } from '../src/app.js';
import { ask } from './ask.js';
import { Fixture, ids, learning, stepDraft } from './fixture.js';
import { deliver, done, eventsOf } from './record-events.js';

const clock = new TestClock(testStart);
let test: TestService;
let fixture: Fixture;

beforeAll(async () => {
  test = await startTestService(learning, { clock });
  fixture = new Fixture(test);
});
afterAll(() => test.stop());

/** A skill that treasurers show. */
async function accounts(): Promise<void> {
  const { skills } = createRepositories(test.dataSource.manager);
  const skillId = ids.ordered<'Skill'>();
  await skills.addUnlessSlugTaken(skillId, 'accounts');
  await skills.add({
    id: ids.ordered(),
    skillId,
    slug: 'accounts',
    number: 1,
    status: 'CURRENT',
    nameEn: 'Only accounts',
    nameZh: '财务',
    summaryEn: 'Keeps accounts.',
    summaryZh: '管理账目。',
    rules: [{ kind: 'MANDATE', positionKind: 'TREASURER' }],
    isRetired: false,
    proposedBy: 'uma',
    proposedAt: clock.now(),
    decidedBy: 'otto',
    decidedAt: clock.now(),
    reason: undefined,
  });
}

describe('growth', () => {
  const query = `query ($terms: Int) { viewer { member { growth(terms: $terms) { key season startsAt endsAt
    did { count minutes evidence(first: 2) { kind } } learned { count } led { count evidence { kind } }
    skills { skill { name } count evidence { kind positionKind } } } } } }`;
  type Growth = {
    viewer: {
      member: {
        growth: {
          key: string;
          did: { count: number; minutes: number };
          learned: { count: number };
          led: { count: number };
          skills: { skill: { name: string }; count: number; evidence: { kind: string }[] }[];
        }[];
      };
    };
  };

  it('names, term by term, what was done, learned and led, and the evidence behind every skill', async () => {
    await accounts();
    const { id } = await fixture.member('leo');
    await deliver(
      test,
      clock,
      [
        done.attended(id, 'SOCIAL', '2026-09-02T10:00:00.000Z'),
        done.served(id, 90, '2026-09-03'),
        done.served(id, 30, '2026-06-03'),
        done.held(id, '2026-06-01T00:00:00.000Z', '2027-06-01T00:00:00.000Z'),
      ].flatMap(eventsOf),
    );
    const { viewer } = await ask<Growth>(test, 'leo', query, { terms: 3 });
    expect(viewer.member.growth).toMatchObject([
      { key: '2026-AUTUMN', did: { count: 2, minutes: 90 }, learned: { count: 0 }, led: { count: 1 } },
      { key: '2026-SUMMER', did: { count: 1, minutes: 30 }, led: { count: 1 } },
      { key: '2026-SPRING', did: { count: 0 }, led: { count: 0 }, skills: [] },
    ]);
    for (const term of viewer.member.growth.slice(0, 2))
      expect(term.skills.find(({ skill: { name } }) => name === 'Only accounts')).toMatchObject({
        count: 1,
        evidence: [{ kind: 'MANDATE', positionKind: 'TREASURER' }],
      });
    expect((await test.run('leo', query, { terms: 13 })).errors?.[0]?.message).toMatch(/from 1 to 12/);
  });

  it('is read with as many statements for much evidence as for little', async () => {
    const { id } = await fixture.member('mia');
    const rosa = await fixture.member('rosa');
    await fixture.path(rosa, [stepDraft('ATTEND')]);
    const count = async () => (await test.countStatements(() => test.run('mia', query, { terms: 6 }))).length;
    await deliver(test, clock, eventsOf(done.attended(id)));
    const few = await count();
    await deliver(test, clock, Array.from({ length: 12 }, () => done.held(id)).flatMap(eventsOf));
    expect(await count()).toBe(few);
  });
});
