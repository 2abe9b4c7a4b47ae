import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestService } from '@guildhall/testing';
import { machine, startAdvocacy, type Fixture } from './fixture.js';

let test: TestService;
let fixture: Fixture;

beforeAll(async () => {
  ({ test, fixture } = await startAdvocacy());
  const add = (matter: string, student: string) =>
    fixture.sql(
      `insert into case_file (id, student, matter, urgency, stage, status, opened_at, key_id, version) values ($1, $2, $3, 'NORMAL', 'ADVICE', 'NEW', '2026-10-01', 'k', 1)`,
      [randomUUID(), student, matter],
    );
  for (let student = 0; student < 4; student += 1)
    for (let number = 0; number < 3; number += 1) await add('MONEY', `s${student}`);
  for (let student = 0; student < 5; student += 1) await add('HOUSING', `s${student}`);
  for (let student = 0; student < 10; student += 1) await add('ACADEMIC', `s${student}`);
});
afterAll(() => test.stop());

const query = '{ insights(academicYear: 2026) { threshold cases { matter stage cases { value suppressed } } } }';
const shown = async (who: Parameters<Fixture['ask']>[0]) => {
  const { insights } = await fixture.ask(who, query);
  return insights?.cases
    .filter(({ cases }: { cases: { suppressed: boolean } }) => !cases.suppressed)
    .map(({ matter, cases }: { matter: string; cases: { value: number } }) => [matter, cases.value]);
};

describe('the figures about cases', () => {
  it('are shown from five students on to the advice manager and union officers, and from ten on to analysts', async () => {
    for (const who of ['amira', 'uma'])
      expect(await shown(who)).toEqual([
        ['HOUSING', 5],
        ['ACADEMIC', 10],
      ]);
    for (const who of ['nina', machine('analytics', 'insights:read')])
      expect(await shown(who)).toEqual([['ACADEMIC', 10]]);
  });

  it('are shown to nobody else', async () => {
    for (const who of [
      'ada',
      'omar',
      'carl',
      'dana',
      'dirk',
      'milo',
      'otto',
      'sys',
      undefined,
      machine('department-housing', 'referrals:read'),
    ])
      expect(await shown(who)).toBeUndefined();
  });

  it('list every cell, so that a missing one does not tell a zero', async () => {
    const { insights } = await fixture.ask('amira', query);
    expect(insights.cases).toHaveLength(30);
    expect(insights.cases.filter(({ cases }: { cases: { value: number | null } }) => cases.value === 0)).toEqual([]);
  });
});
