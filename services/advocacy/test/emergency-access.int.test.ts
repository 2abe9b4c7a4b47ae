import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestClock, testStart, waitFor, type TestService } from '@guildhall/testing';
import { toId } from '@guildhall/kernel';
import { createEmergencyReader } from '../src/emergency-reader.js';
import { readKeys } from '../src/keys.js';
import type { Pseudonym } from '../src/sealing/sealing.js';
import { createVault } from '../src/sealing/vault.crypto.js';
import { keys, startAdvocacy, type Fixture } from './fixture.js';
import { viewers } from './viewers.js';

let test: TestService;
let fixture: Fixture;
const clock = new TestClock(testStart);

beforeAll(async () => {
  ({ test, fixture } = await startAdvocacy({ clock }));
  await fixture.appointment('bruno', 'ADVICE_MANAGER');
  await fixture.expectSuccess('sys', 'appointEmergencyGuardian', {
    subject: 'gaia',
    startsAt: '2026-09-01T00:00:00.000Z',
    endsAt: '2027-09-01T00:00:00.000Z',
  });
});
afterAll(() => test.stop());

const words = 'The student wrote that they cannot go on, and Carl cannot be reached.';
const ask = (caseId: string, changes: object = {}, who = 'amira') =>
  fixture.mutate(
    who,
    'askEmergencyAccess',
    { caseId, reason: 'RISK_TO_LIFE', words, idempotencyKey: randomUUID(), ...changes },
    'access { id status }',
  );
const asked = async (caseId: string, changes: object = {}): Promise<string> => {
  const answer = await ask(caseId, changes);
  if (answer['access'] === undefined) throw new Error(JSON.stringify(answer));
  return answer['access'].id;
};
const decide = (who: string, accessId: string, decision = 'GRANT') =>
  fixture.mutate(who, 'decideEmergencyAccess', { accessId, decision }, 'access { status expiresAt decidedBy }');
const granted = async (caseId: string, changes: object = {}): Promise<string> => {
  const accessId = await asked(caseId, changes);
  expect((await decide('gaia', accessId))['access']).toMatchObject({ status: 'GRANTED', decidedBy: 'gaia' });
  return accessId;
};
const file = `query ($id: ID!) { emergencyAccess(id: $id) { id words viewerActions
  file { narrative contactName otherParties outcomeSummary messages { edges { node { body } } } } } }`;
const read = async (who: string, id: string) => (await fixture.ask(who, file, { id }))['emergencyAccess'];
const own = `query ($id: ID!) { case(id: $id) {
  emergencyAccesses { id reason words askedBy decidedBy disclosures { purpose fields readerRole } }
  disclosures(first: 100) { edges { node { purpose readerRole fields } } } ledgerIsIntact } }`;
const seenBy = async (who: string, id: string) => (await fixture.ask(who, own, { id }))['case'];
const reasons = async (who: string): Promise<readonly string[]> => {
  const { viewer } = await fixture.ask(who, '{ viewer { caseInboxes { notices { edges { node { reason } } } } } }');
  return (viewer.caseInboxes as { notices: { edges: { node: { reason: string } }[] } }[]).flatMap(({ notices }) =>
    notices.edges.map(({ node }) => node.reason),
  );
};

describe('emergency access', () => {
  it('opens a case to the person who asked once another granted it, on record, with the student told at once', async () => {
    const caseId = await fixture.assigned();
    await fixture.expectSuccess('carl', 'postCaseMessage', { caseId, body: 'Please call me.' });
    const accessId = await asked(caseId);
    expect(await reasons('gaia')).toContain('SECOND_PERSON_WANTED');
    expect(await reasons('bruno')).toContain('SECOND_PERSON_WANTED');
    expect((await read('amira', accessId))['file']).toBeNull();
    expect(await read('gaia', accessId)).toMatchObject({ words, file: null, viewerActions: ['GRANT', 'REFUSE'] });
    expect((await decide('gaia', accessId))['access']).toEqual({
      status: 'GRANTED',
      decidedBy: 'gaia',
      expiresAt: '2026-10-05T17:00:00.000Z',
    });
    expect(await read('amira', accessId)).toMatchObject({
      file: {
        narrative: expect.stringContaining('radiator'),
        contactName: 'Ada Saffron Okafor',
        otherParties: ['Quentin Walnut'],
        outcomeSummary: null,
        messages: { edges: [{ node: { body: 'Please call me.' } }] },
      },
      viewerActions: ['READ', 'END'],
    });
    expect(await reasons('ada')).toContain('BREAK_GLASS');
    expect(await reasons('carl')).toContain('BREAK_GLASS');
    const seen = await seenBy('ada', caseId);
    expect(seen.emergencyAccesses).toEqual([
      {
        id: accessId,
        reason: 'RISK_TO_LIFE',
        words,
        askedBy: 'amira',
        decidedBy: 'gaia',
        disclosures: expect.arrayContaining([
          { purpose: 'SECOND_PERSON', readerRole: 'GUARDIAN', fields: ['EMERGENCY_WORDS'] },
          {
            purpose: 'EMERGENCY',
            readerRole: 'ADVICE_MANAGER',
            fields: ['CONTACT_NAME', 'NARRATIVE', 'OTHER_PARTIES'],
          },
          { purpose: 'EMERGENCY', readerRole: 'ADVICE_MANAGER', fields: ['MESSAGES'] },
        ]),
      },
    ]);
    expect(seen.disclosures.edges.map(({ node }: { node: { purpose: string } }) => node.purpose)).toEqual([
      'SECOND_PERSON',
      'EMERGENCY',
      'EMERGENCY',
    ]);
    expect(seen.ledgerIsIntact).toBe(true);
  });

  it('is read only: it opens neither the case itself nor anything one could do to it', async () => {
    const caseId = await fixture.assigned();
    await granted(caseId);
    expect(
      (await fixture.ask('amira', 'query ($id: ID!) { case(id: $id) { id } }', { id: caseId }))['case'],
    ).toBeNull();
    expect((await fixture.mutate('amira', 'postCaseMessage', { caseId, body: 'Hello' }))['__typename']).toBe(
      'NotFoundError',
    );
  });

  it('opens nothing to the second person, to anybody else, or after its end', async () => {
    const caseId = await fixture.assigned();
    const accessId = await granted(caseId);
    for (const who of ['gaia', 'bruno']) expect((await read(who, accessId))['file']).toBeNull();
    for (const who of ['ada', 'bea', 'carl', 'cora', 'omar', 'uma', 'milo', 'dana', 'sys', 'nina', 'otto'])
      expect({ who, seen: await read(who, accessId) }).toEqual({ who, seen: null });
    clock.advance(8 * 3_600_000);
    expect(await read('amira', accessId)).toMatchObject({ file: null, viewerActions: [] });
    clock.set(testStart);
    await fixture.expectSuccess('gaia', 'endEmergencyAccess', { accessId });
    expect(await read('amira', accessId)).toMatchObject({ file: null, viewerActions: [] });
  });

  it('is refused with the same answer for a case that is missing, one’s own, or behind a wall', async () => {
    const missing = await ask(randomUUID());
    await fixture.sql('insert into actor_member values ($1, $2, true)', [
      (fixture.members['bruno'] = randomUUID()),
      'bruno',
    ]);
    const ownCase = await fixture.opened('bruno');
    expect(await ask(ownCase, {}, 'bruno')).toEqual(missing);
    const walled = await fixture.opened('bea');
    await fixture.sql(
      `insert into case_wall (case_id, subject, reason, raised_by, raised_at) values ($1, 'amira', 'MANAGER', 'test', now())`,
      [walled],
    );
    expect(await ask(walled)).toEqual(missing);
    for (const who of ['uma', 'sys', 'nina', 'bea', 'dana', 'gaia'])
      expect((await ask(walled, {}, who))['__typename']).toBe('NotFoundError');
  });

  it('is not granted by somebody behind a wall, the student, or an officer, and a wall raised later closes it', async () => {
    const caseId = await fixture.assigned('bruno');
    const accessId = await asked(caseId);
    expect((await decide('bruno', accessId))['__typename']).toBe('NotFoundError');
    await fixture.sql(
      `insert into case_wall (case_id, subject, reason, raised_by, raised_at) values ($1, 'gaia', 'MANAGER', 'test', now())`,
      [caseId],
    );
    expect((await decide('gaia', accessId))['__typename']).toBe('NotFoundError');
    await fixture.sql(`update case_wall set lifted_by = 'test', lifted_at = now() where case_id = $1`, [caseId]);
    expect((await decide('gaia', accessId))['access'].status).toBe('GRANTED');
    expect((await read('amira', accessId))['file'].narrative).not.toBeNull();
    await fixture.sql(
      `insert into case_wall (case_id, subject, reason, raised_by, raised_at) values ($1, 'amira', 'MANAGER', 'test', now())`,
      [caseId],
    );
    expect(await read('amira', accessId)).toBeNull();
  });

  it('asks about walls, the student and the end again where words are opened, whoever let the reader that far', async () => {
    const caseId = await fixture.assigned();
    const accessId = toId<'EmergencyAccess'>(await granted(caseId));
    const actor = { ...viewers['advice manager'].actor };
    const open = (self: Pseudonym | undefined, now: Date) => {
      const scope = { manager: test.dataSource.manager, vault: createVault(readKeys(keys)), now };
      const reader = createEmergencyReader(() => Promise.resolve({ actor, self, isGuardian: false }), scope);
      return reader.load({ accessId, place: 'narrative' });
    };
    const now = clock.now();
    expect(await open(undefined, now)).toContain('radiator');
    expect(await open(undefined, new Date(now.getTime() + 8 * 3_600_000))).toBeUndefined();
    const [row] = await fixture.sql<{ student: Pseudonym }>('select student from case_file where id = $1', [caseId]);
    expect(await open(row?.student, now)).toBeUndefined();
    await fixture.sql(
      `insert into case_wall (case_id, subject, reason, raised_by, raised_at) values ($1, 'amira', 'MANAGER', 'test', now())`,
      [caseId],
    );
    expect(await open(undefined, now)).toBeUndefined();
  });

  it('takes two persons: not one who has both roles, not two requests at once, not in the database either', async () => {
    const caseId = await fixture.assigned();
    const accessId = await asked(caseId);
    expect((await decide('amira', accessId))['__typename']).toBe('NotAllowedError');
    expect((await ask(caseId))['__typename']).toBe('ConflictError');
    await expect(
      fixture.sql(
        `update emergency_access set status = 'GRANTED', decided_by = 'amira', decided_at = asked_at, expires_at = asked_at + interval '1 hour' where id = $1`,
        [accessId],
      ),
    ).rejects.toThrow('emergency_access_two_persons');
    await expect(
      fixture.sql(
        `update emergency_access set status = 'GRANTED', decided_by = 'gaia', decided_at = asked_at, expires_at = asked_at + interval '25 hours' where id = $1`,
        [accessId],
      ),
    ).rejects.toThrow('emergency_access_is_short');
  });

  it('is decided once when two decide at the same time, and never by the person who asked', async () => {
    for (let round = 0; round < 5; round += 1) {
      const accessId = await asked(await fixture.assigned());
      const answers = await Promise.all([
        decide('gaia', accessId),
        decide('bruno', accessId, 'REFUSE'),
        decide('amira', accessId),
        decide('amira', accessId),
      ]);
      const done = answers.filter((answer) => answer['access'] !== undefined);
      expect(done).toHaveLength(1);
      const [row] = await fixture.sql<{ decided_by: string }>('select decided_by from emergency_access where id = $1', [
        accessId,
      ]);
      expect(['gaia', 'bruno']).toContain(row?.decided_by);
    }
  });

  it('is asked for once when the same person asks twice at the same time', async () => {
    const caseId = await fixture.assigned();
    const answers = await Promise.all([ask(caseId), ask(caseId), ask(caseId)]);
    expect(answers.filter((answer) => answer['access'] !== undefined)).toHaveLength(1);
  });

  it('gives the first answer again for the same key', async () => {
    const caseId = await fixture.assigned();
    const idempotencyKey = randomUUID();
    const first = await ask(caseId, { idempotencyKey });
    expect(await ask(caseId, { idempotencyKey })).toEqual(first);
    expect((await ask(caseId, { idempotencyKey, reason: 'LEGAL_DUTY' }))['__typename']).toBe('ConflictError');
  });

  it('lapses when nobody decides for a day, and can then be asked for again', async () => {
    const caseId = await fixture.assigned();
    const accessId = await asked(caseId);
    clock.advance(24 * 3_600_000);
    expect((await decide('gaia', accessId))['__typename']).toBe('IllegalTransitionError');
    expect((await ask(caseId))['access'].status).toBe('ASKED');
    const [row] = await fixture.sql<{ status: string }>('select status from emergency_access where id = $1', [
      accessId,
    ]);
    expect(row?.status).toBe('LAPSED');
    clock.set(testStart);
  });

  it('cannot be asked for to tell the student never', async () => {
    const caseId = await fixture.assigned();
    const late = await ask(caseId, { tellLater: { ground: 'WOULD_ADD_DANGER', tellBy: '2026-11-03T09:00:00.000Z' } });
    expect(late['fields']).toEqual([{ path: 'tellLater.tellBy', rule: 'OUT_OF_RANGE' }]);
    const accessId = await asked(caseId, {
      tellLater: { ground: 'WOULD_ADD_DANGER', tellBy: '2026-11-02T08:00:00.000Z' },
    });
    for (const change of ['tell_by = null', `tell_by = asked_at + interval '29 days'`])
      await expect(fixture.sql(`update emergency_access set ${change} where id = $1`, [accessId])).rejects.toThrow(
        'emergency_access_told_later_by_a_date',
      );
  });

  it('whose telling would endanger leaves no trace for the student before its date, and everything after', async () => {
    const caseId = await fixture.assigned('rosa');
    const before = await seenBy('rosa', caseId);
    const notices = await reasons('rosa');
    // The worker runs jobs by the machine's clock, for which the date in the test's year has come; the date itself decides.
    const accessId = await granted(caseId, {
      tellLater: { ground: 'WOULD_ADD_DANGER', tellBy: '2026-10-20T09:00:00.000Z' },
    });
    expect((await read('amira', accessId))['file'].narrative).toContain('radiator');
    expect(await seenBy('rosa', caseId)).toEqual(before);
    expect(before.emergencyAccesses).toEqual([]);
    const ledgers = '{ viewer { readLedgers { emergencyAccess { id } links { edges { node { position } } } } } }';
    expect((await fixture.ask('rosa', ledgers))['viewer'].readLedgers).toHaveLength(1);
    clock.set('2026-10-20T09:00:00.000Z');
    const seen = await seenBy('rosa', caseId);
    expect(seen.emergencyAccesses[0].disclosures).toEqual([
      { purpose: 'EMERGENCY', readerRole: 'ADVICE_MANAGER', fields: ['CONTACT_NAME', 'NARRATIVE', 'OTHER_PARTIES'] },
    ]);
    expect((await fixture.ask('rosa', ledgers))['viewer'].readLedgers[1]).toEqual({
      emergencyAccess: { id: accessId },
      links: { edges: [{ node: { position: 1 } }] },
    });
    await waitFor('the student to be told', async () => (await reasons('rosa')).length > notices.length);
    clock.set(testStart);
  });

  it('shows nothing when the ledger cannot be written', async () => {
    const accessId = await granted(await fixture.assigned());
    await fixture.sql('alter table disclosure rename to disclosure_gone');
    try {
      const answer = await test.run('amira', file, { id: accessId });
      expect(JSON.stringify(answer)).not.toMatch(/radiator|Saffron|Walnut/);
    } finally {
      await fixture.sql('alter table disclosure_gone rename to disclosure');
    }
  });

  it('answers alike for one that is hidden and one that is missing', async () => {
    const accessId = await granted(await fixture.assigned());
    for (const who of ['ada', 'bea', 'carl', 'uma', 'sys', 'dana', 'nina']) {
      for (const [name, input] of [
        ['decideEmergencyAccess', (id: string) => ({ accessId: id, decision: 'GRANT' })],
        ['endEmergencyAccess', (id: string) => ({ accessId: id })],
      ] as const) {
        const answers = new Map<string, unknown>();
        for (const id of [accessId, randomUUID()]) {
          let answer: unknown;
          const statements = await test.countStatements(async () => {
            answer = await fixture.mutate(who, name, input(id));
          });
          // Timed jobs of other cases may run meanwhile; what this noun asks of the database must be the same.
          answers.set(id, { answer, asked: statements.filter((one) => one.includes('emergency')) });
        }
        const [hidden, missing] = [...answers.values()];
        expect(hidden).toEqual(missing);
      }
      const list = await fixture.ask(who, '{ emergencyAccesses { edges { node { id } } } }');
      expect(list['emergencyAccesses'].edges).toEqual([]);
    }
  });
});

describe('a guardian', () => {
  const appoint = (who: string, changes: object = {}) =>
    fixture.mutate(
      who,
      'appointEmergencyGuardian',
      { subject: 'greta', startsAt: '2026-10-01T00:00:00.000Z', endsAt: '2027-10-01T00:00:00.000Z', ...changes },
      'guardian { id subject viewerActions }',
    );

  it('is appointed and ended by an admin, with dates, once at a time, and never by themself', async () => {
    for (const who of ['amira', 'uma', 'carl', 'ada', 'gaia'])
      expect((await appoint(who))['__typename']).toBe('NotAllowedError');
    expect((await appoint('sys', { subject: 'sys' }))['__typename']).toBe('NotAllowedError');
    expect((await appoint('sys', { endsAt: '2026-09-30T00:00:00.000Z' }))['fields']).toEqual([
      { path: 'endsAt', rule: 'CONTRADICTION' },
      { path: 'endsAt', rule: 'OUT_OF_RANGE' },
    ]);
    const { guardian } = await appoint('sys');
    expect(guardian).toMatchObject({ subject: 'greta', viewerActions: ['END'] });
    expect((await appoint('sys'))['__typename']).toBe('ConflictError');
    const missing = await fixture.mutate('amira', 'endEmergencyGuardian', { guardianId: randomUUID() });
    expect(await fixture.mutate('amira', 'endEmergencyGuardian', { guardianId: guardian.id })).toEqual(missing);
    await fixture.expectSuccess('sys', 'endEmergencyGuardian', { guardianId: guardian.id });
    expect((await fixture.mutate('sys', 'endEmergencyGuardian', { guardianId: guardian.id }))['__typename']).toBe(
      'IllegalTransitionError',
    );
    expect((await fixture.ask('sys', '{ emergencyGuardians { subject } }'))['emergencyGuardians']).toEqual([
      { subject: 'gaia' },
    ]);
    for (const who of ['amira', 'ada', 'gaia'])
      expect((await fixture.ask(who, '{ emergencyGuardians { subject } }'))['emergencyGuardians']).toBeNull();
  });
});
