import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { TestService } from '@guildhall/testing';
import { machine, startAdvocacy, type Fixture } from './fixture.js';

let test: TestService;
let fixture: Fixture;

beforeAll(async () => {
  ({ test, fixture } = await startAdvocacy());
});
afterAll(() => test.stop());
beforeEach(() => fixture.sql('truncate mediation cascade'));

let next = 0;

/** A mediation between two people who stand in no other. */
async function add(status: 'KEPT' | 'BROKEN' | 'WITHDRAWN'): Promise<void> {
  const id = randomUUID();
  const hasAgreed = status !== 'WITHDRAWN';
  await fixture.sql(
    `insert into mediation (id, status, requested_at, rule_version, invited_until, agreed_at, mediator, ended_at, extent, follow_up_at, version)
     values ($1, $2, '2026-09-10', 1, '2026-09-20', '2026-09-15', 'milo', '2026-09-25', $3, $4, 1)`,
    [id, status, hasAgreed ? 'FULL' : null, hasAgreed ? '2026-10-20' : null],
  );
  for (const position of [1, 2]) {
    const party = randomUUID();
    next += 1;
    await fixture.sql(`insert into mediation_party (id, mediation_id, position, kind) values ($1, $2, $3, 'STUDENT')`, [
      party,
      id,
      position,
    ]);
    await fixture.sql(`insert into mediation_person values ($1, $2, $3, true, true, '2026-09-11')`, [
      id,
      `person-${next}`,
      party,
    ]);
  }
}

const shown = async (who: Parameters<Fixture['ask']>[0]) =>
  (await fixture.ask(who, '{ insights(academicYear: 2026) { mediation { begun { value } keptPercent { value } } } }'))[
    'insights'
  ]?.mediation;
const figures = (begun: number | null, keptPercent: number | null) => ({
  begun: { value: begun },
  keptPercent: { value: keptPercent },
});

describe('the figures about mediation', () => {
  it('are shown once they stand for enough people on both sides of the share', async () => {
    for (let count = 0; count < 3; count += 1) await add('KEPT');
    expect(await shown('amira')).toEqual(figures(3, null));
    for (let count = 0; count < 2; count += 1) await add('BROKEN');
    expect(await shown('amira')).toEqual(figures(5, null));
    await add('BROKEN');
    expect(await shown('uma')).toEqual(figures(6, 50));
    expect(await shown('nina')).toEqual(figures(6, null));
    expect(await shown(machine('analytics', 'insights:read'))).toEqual(figures(6, null));
  });

  it('count a withdrawal like any mediation that was agreed to, and in no share', async () => {
    for (let count = 0; count < 3; count += 1) await add('KEPT');
    for (let count = 0; count < 3; count += 1) await add('BROKEN');
    for (let count = 0; count < 4; count += 1) await add('WITHDRAWN');
    expect(await shown('amira')).toEqual(figures(10, 50));
  });

  it('are hidden while they stand for fewer, and from everybody else', async () => {
    for (let count = 0; count < 2; count += 1) await add('KEPT');
    expect(await shown('amira')).toEqual(figures(null, null));
    for (const who of ['ada', 'carl', 'milo', 'dirk', 'sys', undefined]) expect(await shown(who)).toBeUndefined();
  });
});
