import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { TestClock, testStart, type TestService } from '@guildhall/testing';
import { startAdvocacy, type Fixture } from './fixture.js';

const clock = new TestClock(testStart);
let test: TestService;
let fixture: Fixture;

beforeAll(async () => {
  ({ test, fixture } = await startAdvocacy({ clock }));
});
beforeEach(() => clock.set(testStart));
afterAll(() => test.stop());

const rule = {
  validFrom: testStart,
  workingWeekdays: [1, 2, 3, 4, 5],
  holidays: ['2026-12-25'],
  closures: [{ from: '2026-12-24', to: '2027-01-03' }],
  acknowledgeDays: 1,
  firstContactDays: 3,
  departmentAnswerDays: 10,
  silenceDays: 10,
  warningDays: 2,
  reminderDays: [3, 7],
  noContactDays: 20,
  appealDays: 10,
  wholeProcedureDays: 90,
  externalMonths: 12,
  mediationAnswerDays: 10,
  exportDays: 14,
};
const versions = async (who: string | undefined) =>
  (await fixture.ask(who, '{ serviceRules { version firstContactDays } }'))['serviceRules'];
const dates = async (who: string, id: string) =>
  (
    await fixture.ask(
      who,
      'query ($id: ID!) { case(id: $id) { deadlines { kind dueAt ruleVersion pauses { basis } } } }',
      { id },
    )
  )['case'].deadlines;
const publish = (who: string | undefined, changes: object = {}) =>
  fixture.mutate(who, 'publishServiceRule', { ...rule, ...changes }, 'rule { version }');

describe('the rules of the service', () => {
  it('are seen by the advice team, and published by its manager alone', async () => {
    for (const who of ['amira', 'carl']) expect(await versions(who)).toEqual([{ version: 1, firstContactDays: 5 }]);
    for (const who of ['ada', 'uma', 'dana', 'nina', 'sys', undefined]) {
      expect(await versions(who)).toBeNull();
      expect(await publish(who)).toMatchObject({ __typename: 'NotAllowedError' });
    }
    expect(await publish('carl')).toMatchObject({ __typename: 'NotAllowedError' });
    expect(await publish('amira', { reminderDays: [7, 3] })).toMatchObject({ __typename: 'ValidationError' });
  });

  it('move no date that exists; what is promised from then on follows the new version', async () => {
    const before = await fixture.opened();
    const promised = await dates('ada', before);
    clock.set('2026-10-06T09:00:00Z');
    const answers = await Promise.all([1, 2, 3].map(() => publish('amira', { validFrom: '2026-10-06T09:00:00.000Z' })));
    expect(answers.map((answer): string => answer['__typename']).toSorted()).toEqual([
      'PublishServiceRuleSuccess',
      'ValidationError',
      'ValidationError',
    ]);
    expect(await dates('ada', before)).toEqual(promised);
    const after = await fixture.opened('bea');
    expect(await dates('bea', after)).toMatchObject([
      { kind: 'ACKNOWLEDGE', dueAt: '2026-10-07T22:59:59.999Z', ruleVersion: 2 },
      { kind: 'FIRST_CONTACT', dueAt: '2026-10-09T22:59:59.999Z', ruleVersion: 2 },
    ]);
  });

  it('stop what runs, for a closure that nobody could foresee, and for nobody else’s dates', async () => {
    clock.set('2026-10-12T09:00:00Z');
    const caseId = await fixture.assigned('ada', 'carl', { otherParties: [] });
    await fixture.expectSuccess('carl', 'setCaseDeadline', {
      caseId,
      kind: 'APPEAL',
      startedAt: '2026-10-12T09:00:00.000Z',
    });
    const [, , appeal] = await dates('ada', caseId);
    await publish('amira', {
      validFrom: '2026-10-12T09:00:00.000Z',
      closures: [...rule.closures, { from: '2026-10-13', to: '2026-10-14' }],
    });
    const [receipt, contact, later] = await dates('ada', caseId);
    expect(receipt.pauses).toEqual([]);
    expect(contact).toMatchObject({
      dueAt: '2026-10-19T22:59:59.999Z',
      ruleVersion: 2,
      pauses: [{ basis: 'CLOSURE' }],
    });
    expect(later).toEqual(appeal);
  });
});
