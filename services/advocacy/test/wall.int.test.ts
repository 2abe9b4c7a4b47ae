import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestService } from '@guildhall/testing';
import { intake, startAdvocacy, type Fixture } from './fixture.js';

let test: TestService;
let fixture: Fixture;
let names = 0;

beforeAll(async () => {
  ({ test, fixture } = await startAdvocacy());
  await fixture.appointment('simo', 'CASE_WORKER');
  await fixture.appointment('berit', 'ADVICE_MANAGER');
});
afterAll(() => test.stop());

const newName = (): string => `Person Number${String((names += 1))}`;
const sides = () => {
  const [one, other] = [newName(), newName()];
  return [
    { contactName: one, otherParties: [other] },
    { contactName: other, otherParties: [one] },
  ] as const;
};
const queueEntry = async (who: string, id: string) => {
  const { edges } = (
    await fixture.ask(
      who,
      '{ caseQueue(first: 100) { edges { node { id status assignee secondWorker vacatedAt conflictSides walls { id subject reason tie raisedAt viewerActions } viewerActions } } } }',
    )
  )['caseQueue'];
  return edges.map(({ node }: { node: { id: string } }) => node).find((node: { id: string }) => node.id === id);
};
const read = async (who: string, id: string) =>
  (await fixture.ask(who, 'query ($id: ID!) { case(id: $id) { id status narrative } }', { id }))['case'];
const assignee = async (id: string) =>
  (await fixture.sql('select assignee from case_file where id = $1', [id]))[0].assignee;
async function ready(student: string, changes: object): Promise<string> {
  const caseId = await fixture.opened(student, { ...changes });
  await fixture.expectSuccess('amira', 'acknowledgeCase', { caseId });
  await fixture.expectSuccess('amira', 'triageCase', { caseId, matter: 'HOUSING', urgency: 'NORMAL' });
  return caseId;
}

describe('a conflict of interest', () => {
  it('is told to the advice manager by its side and the walls it raises, never by the case', async () => {
    const [first, second] = sides();
    const firstId = await fixture.assigned('ada', 'carl', first);
    const secondId = await fixture.opened('bea', second);
    await fixture.expectSuccess('amira', 'acknowledgeCase', { caseId: secondId });
    const entry = await queueEntry('amira', secondId);
    expect(entry).toMatchObject({
      status: 'CONFLICT',
      conflictSides: ['STUDENT_IS_NAMED', 'OTHER_PARTY_IS_SERVED'],
      walls: [{ subject: 'carl', reason: 'OTHER_SIDE', tie: null, viewerActions: [] }],
    });
    expect(JSON.stringify(entry)).not.toContain(firstId);
  });

  it('is never told to a worker, who sees neither sides nor walls of their own case', async () => {
    const [first, second] = sides();
    const firstId = await fixture.assigned('ada', 'carl', first);
    await fixture.opened('bea', second);
    expect((await queueEntry('amira', firstId)).conflictSides).toEqual(['STUDENT_IS_NAMED', 'OTHER_PARTY_IS_SERVED']);
    expect(await queueEntry('carl', firstId)).toMatchObject({ conflictSides: [], walls: [] });
  });

  it('is decided by another worker behind the wall, who is kept from the first case in turn', async () => {
    const [first, second] = sides();
    const firstId = await fixture.assigned('ada', 'carl', first);
    const secondId = await ready('bea', second);
    expect(await fixture.mutate('amira', 'assignCase', { caseId: secondId, assignee: 'carl' })).toMatchObject({
      fields: [{ path: 'assignee', rule: 'CONTRADICTION' }],
    });
    await fixture.expectSuccess('amira', 'assignCase', { caseId: secondId, assignee: 'cora' });
    expect((await queueEntry('amira', firstId)).walls).toMatchObject([{ subject: 'cora', reason: 'OTHER_SIDE' }]);
    for (const name of ['assignCase', 'nameSecondWorker'] as const) {
      const path = name === 'assignCase' ? 'assignee' : 'subject';
      expect(await fixture.mutate('amira', name, { caseId: firstId, [path]: 'cora' })).toMatchObject({
        fields: [{ path, rule: 'CONTRADICTION' }],
      });
    }
  });

  it('keeps whoever ever acted for one side from the other, also after they left the case', async () => {
    const [first, second] = sides();
    const firstId = await fixture.assigned('ada', 'carl', first);
    await fixture.expectSuccess('amira', 'assignCase', { caseId: firstId, assignee: 'simo' });
    const secondId = await ready('bea', second);
    for (const one of ['carl', 'simo'])
      expect(await fixture.mutate('amira', 'assignCase', { caseId: secondId, assignee: one })).toMatchObject({
        __typename: 'ValidationError',
      });
  });
});

describe('a wall', () => {
  it('that a manager raises takes the case from its worker at once, keeps them from it, and can be lifted', async () => {
    const caseId = await fixture.assigned('ada', 'carl', { contactName: newName(), otherParties: [] });
    await fixture.expectSuccess('amira', 'raiseCaseWall', { caseId, subject: 'carl' });
    expect(await read('carl', caseId)).toBeNull();
    const entry = await queueEntry('amira', caseId);
    expect(entry).toMatchObject({
      status: 'OPEN',
      assignee: null,
      vacatedAt: expect.any(String),
      walls: [{ subject: 'carl', reason: 'MANAGER', viewerActions: ['LIFT'] }],
    });
    expect(await fixture.mutate('amira', 'assignCase', { caseId, assignee: 'carl' })).toMatchObject({
      fields: [{ rule: 'CONTRADICTION' }],
    });
    const [{ id: wallId }] = entry.walls;
    expect(await fixture.mutate('carl', 'liftCaseWall', { wallId })).toMatchObject({ __typename: 'NotFoundError' });
    await fixture.expectSuccess('amira', 'liftCaseWall', { wallId });
    expect(await fixture.mutate('amira', 'liftCaseWall', { wallId })).toMatchObject({
      __typename: 'IllegalTransitionError',
      state: 'LIFTED',
    });
    await fixture.expectSuccess('amira', 'assignCase', { caseId, assignee: 'carl' });
    expect(await queueEntry('amira', caseId)).toMatchObject({ walls: [], vacatedAt: null });
  });

  it('that stands for a fact cannot be lifted', async () => {
    const [first, second] = sides();
    await fixture.assigned('ada', 'carl', first);
    const secondId = await ready('bea', second);
    const [{ id: wallId }] = (await queueEntry('amira', secondId)).walls;
    expect(await fixture.mutate('amira', 'liftCaseWall', { wallId })).toMatchObject({
      __typename: 'IllegalTransitionError',
      state: 'STANDING',
    });
  });

  it('keeps an advice manager from the queue too, as long as another one is left', async () => {
    const caseId = await fixture.opened('ada', { contactName: newName() });
    await fixture.expectSuccess('amira', 'raiseCaseWall', { caseId, subject: 'amira' });
    expect(await queueEntry('amira', caseId)).toBeUndefined();
    expect(await fixture.mutate('amira', 'acknowledgeCase', { caseId })).toMatchObject({ __typename: 'NotFoundError' });
    expect(await fixture.mutate('berit', 'raiseCaseWall', { caseId, subject: 'berit' })).toMatchObject({
      fields: [{ path: 'subject', rule: 'CONTRADICTION' }],
    });
    await fixture.expectSuccess('berit', 'acknowledgeCase', { caseId });
  });

  it('is raised only against somebody of the advice service', async () => {
    const caseId = await fixture.opened('ada', { contactName: newName() });
    for (const subject of ['omar', 'nobody'])
      expect(await fixture.mutate('amira', 'raiseCaseWall', { caseId, subject })).toMatchObject({
        fields: [{ path: 'subject', rule: 'UNKNOWN' }],
      });
    await fixture.expectSuccess('ada', 'withdrawCase', { caseId });
    expect(await fixture.mutate('amira', 'raiseCaseWall', { caseId, subject: 'carl' })).toMatchObject({
      __typename: 'IllegalTransitionError',
      state: 'CLOSED',
    });
  });
});

describe('a tie', () => {
  it('takes the case back when its worker steps back from it, and what they read stays in the ledger', async () => {
    const caseId = await fixture.assigned('ada', 'carl', { contactName: newName(), otherParties: [] });
    expect((await read('carl', caseId)).narrative).toBe(intake.narrative);
    expect(await fixture.mutate('ada', 'recuseFromCase', { caseId, tie: 'FRIEND' })).toMatchObject({
      __typename: 'NotAllowedError',
    });
    expect(await fixture.mutate('carl', 'recuseFromCase', { caseId, tie: 'HOUSEMATE' }, 'tie')).toMatchObject({
      tie: 'HOUSEMATE',
    });
    expect(await read('carl', caseId)).toBeNull();
    expect(await queueEntry('carl', caseId)).toBeUndefined();
    expect(await queueEntry('amira', caseId)).toMatchObject({
      assignee: null,
      walls: [{ subject: 'carl', reason: 'TIE', tie: 'HOUSEMATE', viewerActions: ['LIFT'] }],
    });
    const ledger =
      'query ($id: ID!) { case(id: $id) { disclosures { edges { node { readerRole } } } ledgerIsIntact } }';
    expect((await fixture.ask('ada', ledger, { id: caseId }))['case']).toEqual({
      disclosures: { edges: [{ node: { readerRole: 'CASE_WORKER' } }] },
      ledgerIsIntact: true,
    });
    const inbox = await fixture.sql(
      `select reason from notice where recipient_kind = 'STAFF' and recipient = 'amira' and case_id = $1 and reason = 'CASE_STATUS'`,
      [caseId],
    );
    expect(inbox).toHaveLength(1);
  });

  it('declared before there is a case keeps every case with that name away', async () => {
    const name = newName();
    await fixture.expectSuccess('cora', 'declareCaseTie', { name, kind: 'FAMILY' });
    const caseId = await ready('ada', { contactName: newName(), otherParties: [name.toUpperCase()] });
    expect((await queueEntry('amira', caseId)).walls).toMatchObject([
      { subject: 'cora', reason: 'TIE', tie: 'FAMILY', viewerActions: ['LIFT'] },
    ]);
    expect(await fixture.mutate('amira', 'assignCase', { caseId, assignee: 'cora' })).toMatchObject({
      fields: [{ rule: 'CONTRADICTION' }],
    });
  });

  it('declared by a worker takes the cases with that name from them, second worker or first', async () => {
    const name = newName();
    const own = await fixture.assigned('ada', 'simo', { contactName: newName(), otherParties: [name] });
    const second = await fixture.assigned('bea', 'cora', { contactName: newName(), otherParties: [name] });
    await fixture.expectSuccess('amira', 'nameSecondWorker', { caseId: second, subject: 'simo' });
    await fixture.expectSuccess('simo', 'declareCaseTie', { name, kind: 'COURSE' });
    for (const id of [own, second]) expect(await read('simo', id)).toBeNull();
    expect([await assignee(own), await assignee(second)]).toEqual([null, 'cora']);
  });

  it('to oneself keeps a worker from cases in which they are named', async () => {
    const name = newName();
    await fixture.expectSuccess('simo', 'declareCaseTie', { name, kind: 'SELF' });
    const caseId = await ready('ada', { contactName: newName(), otherParties: [name] });
    expect((await queueEntry('amira', caseId)).walls).toMatchObject([
      { subject: 'simo', reason: 'PARTY', tie: null, viewerActions: [] },
    ]);
  });

  it('is found without being declared when a worker has a case of their own under the name', async () => {
    await fixture.member('carl');
    const name = newName();
    await fixture.opened('carl', { contactName: name, otherParties: [] });
    const caseId = await ready('ada', { contactName: newName(), otherParties: [name] });
    expect(await fixture.mutate('amira', 'assignCase', { caseId, assignee: 'carl' })).toMatchObject({
      fields: [{ path: 'assignee', rule: 'UNKNOWN' }],
    });
  });

  it('answers alike whether there is such a case or not, and keeps no name', async () => {
    const name = newName();
    await fixture.assigned('ada', 'carl', { contactName: name, otherParties: [] });
    const declare = (one: string) =>
      fixture.mutate('cora', 'declareCaseTie', { name: one, kind: 'OTHER' }, 'tie { kind declaredAt }');
    expect(await declare(name)).toEqual(await declare(newName()));
    const { caseTies } = (await fixture.ask('cora', '{ viewer { caseTies { kind } } }'))['viewer'];
    expect(caseTies.length).toBeGreaterThanOrEqual(2);
    const rows = await fixture.sql('select t::text as row from worker_tie t');
    expect(JSON.stringify(rows).toLowerCase()).not.toContain('number');
    expect(await fixture.mutate('cora', 'declareCaseTie', { name: ' ', kind: 'OTHER' })).toMatchObject({
      fields: [{ path: 'name', rule: 'REQUIRED' }],
    });
    for (const who of ['ada', 'uma', 'sys', 'dana', undefined])
      expect(await fixture.mutate(who, 'declareCaseTie', { name, kind: 'OTHER' })).toMatchObject({
        __typename: 'NotAllowedError',
      });
  });
});

describe('a second worker', () => {
  it('reads the file on record, changes nothing, and is relieved at once', async () => {
    const caseId = await fixture.assigned('ada', 'carl', { contactName: newName(), otherParties: [] });
    await fixture.expectSuccess('amira', 'nameSecondWorker', { caseId, subject: 'cora' });
    expect(await read('cora', caseId)).toMatchObject({ narrative: intake.narrative });
    expect(await fixture.mutate('cora', 'postCaseMessage', { caseId, body: 'Hello' })).toMatchObject({
      __typename: 'NotAllowedError',
    });
    const ledger =
      'query ($id: ID!) { case(id: $id) { secondWorker disclosures { edges { node { readerRole purpose } } } } }';
    expect((await fixture.ask('ada', ledger, { id: caseId }))['case']).toEqual({
      secondWorker: null,
      disclosures: { edges: [{ node: { readerRole: 'SECOND_WORKER', purpose: 'CASE_WORK' } }] },
    });
    expect(await fixture.mutate('amira', 'nameSecondWorker', { caseId, subject: 'carl' })).toMatchObject({
      fields: [{ path: 'subject', rule: 'CONTRADICTION' }],
    });
    expect(await fixture.mutate('amira', 'nameSecondWorker', { caseId, subject: 'milo' })).toMatchObject({
      fields: [{ path: 'subject', rule: 'UNKNOWN' }],
    });
    await fixture.expectSuccess('amira', 'relieveSecondWorker', { caseId });
    expect(await read('cora', caseId)).toBeNull();
    expect(await fixture.mutate('amira', 'relieveSecondWorker', { caseId })).toMatchObject({
      __typename: 'IllegalTransitionError',
    });
  });

  it('becomes the first one when the case is given to them', async () => {
    const caseId = await fixture.assigned('ada', 'carl', { contactName: newName(), otherParties: [] });
    await fixture.expectSuccess('amira', 'nameSecondWorker', { caseId, subject: 'cora' });
    await fixture.expectSuccess('amira', 'assignCase', { caseId, assignee: 'cora' });
    expect(await queueEntry('amira', caseId)).toMatchObject({ assignee: 'cora', secondWorker: null });
    expect(await read('carl', caseId)).toBeNull();
  });

  it('is named only while somebody has the case', async () => {
    const caseId = await fixture.opened('ada', { contactName: newName() });
    expect(await fixture.mutate('amira', 'nameSecondWorker', { caseId, subject: 'cora' })).toMatchObject({
      __typename: 'IllegalTransitionError',
      state: 'NEW',
    });
  });
});

describe('the queue with all that belongs to a case', () => {
  it('costs as many statements for many cases as for one', async () => {
    const page = (first: number) =>
      test.countStatements(() =>
        fixture.ask(
          'amira',
          'query ($first: Int) { caseQueue(first: $first) { edges { node { id secondWorker flaggedAt conflictSides linkedCases { id } walls { id viewerActions } safeguardingSteps { id } viewerActions } } } }',
          { first },
        ),
      );
    for (const changes of sides()) await fixture.assigned('ada', 'cora', { ...changes, otherParties: [] });
    expect((await page(20)).length).toBe((await page(1)).length);
  });
});

describe('the database', () => {
  it('refuses an assignment across a wall and a wall across an assignment, whatever the code says', async () => {
    const caseId = await fixture.assigned('ada', 'carl', { contactName: newName(), otherParties: [] });
    const wall = `insert into case_wall (case_id, subject, reason, raised_by, raised_at) values ($1, $2, 'MANAGER', 'amira', now())`;
    await expect(fixture.sql(wall, [caseId, 'carl'])).rejects.toThrow('works on the case');
    await fixture.sql(wall, [caseId, 'cora']);
    for (const column of ['assignee', 'second_worker'])
      await expect(fixture.sql(`update case_file set ${column} = 'cora' where id = $1`, [caseId])).rejects.toThrow(
        'kept from this case',
      );
    await expect(
      fixture.sql(
        `insert into case_assignment (id, case_id, subject, assigned_at, part) values (gen_random_uuid(), $1, 'cora', now(), 'SECOND')`,
        [caseId],
      ),
    ).rejects.toThrow('kept from this case');
    await expect(
      fixture.sql(`update case_wall set lifted_at = now(), lifted_by = 'x', reason = 'PARTY' where case_id = $1`, [
        caseId,
      ]),
    ).rejects.toThrow('case_wall_that_stays');
  });

  it('lets of an assignment and a wall that are written at once exactly one stand', async () => {
    for (let round = 0; round < 8; round += 1) {
      const caseId = await ready('ada', { contactName: newName(), otherParties: [] });
      await Promise.all([
        fixture.mutate('amira', 'assignCase', { caseId, assignee: 'carl' }),
        fixture.mutate('berit', 'raiseCaseWall', { caseId, subject: 'carl' }),
        fixture
          .sql(`update case_file set assignee = 'carl', vacated_at = now() where id = $1`, [caseId])
          .catch(() => []),
      ]);
      const [row] = await fixture.sql(
        `select f.assignee = 'carl' and exists (select 1 from case_wall w where w.case_id = f.id and w.subject = 'carl' and w.lifted_at is null) as crossed from case_file f where id = $1`,
        [caseId],
      );
      expect(row['crossed']).not.toBe(true);
    }
  });

  it('lets nobody take both sides of a dispute, however many assign at once', async () => {
    for (let round = 0; round < 6; round += 1) {
      const [first, second] = sides();
      const ids = await Promise.all([ready('ada', first), ready('bea', second)]);
      const answers = await Promise.all(
        ids.flatMap((caseId) =>
          ['amira', 'berit'].map((who) => fixture.mutate(who, 'assignCase', { caseId, assignee: 'simo' })),
        ),
      );
      expect(answers.some((answer) => answer['__typename'] === 'AssignCaseSuccess')).toBe(true);
      const workers = await Promise.all(ids.map(assignee));
      expect(workers.filter((one) => one === 'simo')).toHaveLength(1);
    }
  });

  it('raises the wall also when the other side opens its case while the first is given away', async () => {
    for (let round = 0; round < 6; round += 1) {
      const [first, second] = sides();
      const firstId = await ready('ada', first);
      const [, secondId] = await Promise.all([
        fixture.mutate('amira', 'assignCase', { caseId: firstId, assignee: 'simo' }),
        fixture.opened('bea', second),
      ]);
      const walls = await fixture.sql(`select 1 from case_wall where case_id = $1 and subject = 'simo'`, [secondId]);
      expect(walls).toHaveLength((await assignee(firstId)) === 'simo' ? 1 : 0);
    }
  });
});
