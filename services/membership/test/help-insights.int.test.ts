import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startTestService, TestClock, testStart, type TestService } from '@guildhall/testing';
import { Fixture, membership } from './fixture.js';
import { HelpFixture, newKey, part } from './help-fixture.js';

const clock = new TestClock(testStart);
let test: TestService;

beforeAll(async () => {
  test = await startTestService(membership, { clock });
  const fixture = new Fixture(test);
  const help = new HelpFixture(test, () => clock.now());
  const names = ['ada', 'b1', 'b2', 'b3', 'b4', 'b5', 'mo'];
  await Promise.all(names.map((name) => fixture.member(name)));
  await fixture.appointment('nina', 'ANALYST');
  await fixture.appointment('carla', 'ADVICE_MANAGER');
  const done = async (who: string, helpers: readonly string[], kind: string) => {
    const requestId = await help.claimed(who, helpers, { kind });
    await help.act(helpers[0], 'confirmHelpDone', { requestId, idempotencyKey: newKey() });
  };
  await done('ada', ['b1', 'b2', 'b3', 'b4'], 'LIFT_CARRY');
  await done('ada', ['mo'], 'LISTEN');
});
afterAll(() => test.stop());

describe('help that was given', () => {
  const query = '{ insights { helpCompleted { month kind completed { value suppressed } } } }';
  it('is shown by month and kind, where enough people took part, and withheld everywhere else', async () => {
    const { data, errors } = await test.run('carla', query);
    expect(errors).toBeUndefined();
    const cells = part<{ helpCompleted: { kind: string; month: string; completed: object }[] }>(
      data,
      'insights',
    ).helpCompleted;
    // August, September and October, by eight kinds.
    expect(cells).toHaveLength(24);
    const shown = cells.filter(({ completed }) => !(completed as { suppressed: boolean }).suppressed);
    expect(shown).toEqual([{ month: '2026-10-01', kind: 'LIFT_CARRY', completed: { value: 1, suppressed: false } }]);
    expect(cells.find(({ kind, month }) => kind === 'LISTEN' && month === '2026-10-01')?.completed).toEqual({
      value: null,
      suppressed: true,
    });
  });

  it('needs more people for analysts, and is not for members', async () => {
    const { data } = await test.run('nina', query);
    const cells = part<{ helpCompleted: { completed: { suppressed: boolean } }[] }>(data, 'insights').helpCompleted;
    expect(cells.every(({ completed }) => completed.suppressed)).toBe(true);
    expect((await test.run('ada', query)).data).toEqual({ insights: null });
  });
});
