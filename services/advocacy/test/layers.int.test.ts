import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TestClock, testStart, type TestService } from '@guildhall/testing';
import { intake, startAdvocacy, type Fixture } from './fixture.js';

const clock = new TestClock(testStart);
let test: TestService;
let fixture: Fixture;
let caseId: string;

beforeAll(async () => {
  ({ test, fixture } = await startAdvocacy({ clock }));
  caseId = await fixture.assigned('ada', 'carl', { otherParties: [] });
  await fixture.expectSuccess('amira', 'nameSecondWorker', { caseId, subject: 'cora' });
});
afterAll(() => test.stop());

const notes =
  'query ($id: ID!) { case(id: $id) { notes(first: 50) { edges { node { layer author body } } pageInfo { hasNextPage endCursor } } } }';
const readNotes = async (who: string, id = caseId) =>
  (await fixture.ask(who, notes, { id }))['case']?.notes?.edges.map(({ node }: { node: object }) => node) ?? null;
const name = async (who: string) =>
  (
    await fixture.ask(who, 'query ($id: ID!) { case(id: $id) { contactName identityOpening { purpose closesAt } } }', {
      id: caseId,
    })
  )['case'];
const disclosures = async () =>
  (
    await fixture.ask(
      'ada',
      'query ($id: ID!) { case(id: $id) { disclosures(first: 100) { edges { node { readerRole fields purpose } } } } }',
      { id: caseId },
    )
  )['case'].disclosures.edges.map(({ node }: { node: object }) => node);

describe('notes of a case', () => {
  it('are read by those who work on it, private ones by their author alone', async () => {
    await fixture.expectSuccess('carl', 'writeCaseNote', { caseId, layer: 'INTERNAL', body: 'Sounds exhausted.' });
    await fixture.expectSuccess('carl', 'writeCaseNote', { caseId, layer: 'PRIVATE', body: 'Ask about the aunt.' });
    await fixture.expectSuccess('cora', 'writeCaseNote', { caseId, layer: 'PRIVATE', body: 'Not convinced.' });
    const internal = { layer: 'INTERNAL', author: 'carl', body: 'Sounds exhausted.' };
    expect(await readNotes('carl')).toEqual([
      internal,
      { layer: 'PRIVATE', author: 'carl', body: 'Ask about the aunt.' },
    ]);
    expect(await readNotes('cora')).toEqual([internal, { layer: 'PRIVATE', author: 'cora', body: 'Not convinced.' }]);
    expect(await readNotes('ada')).toBeNull();
    expect((await fixture.ask('amira', notes, { id: caseId }))['case']).toBeNull();
  });

  it('are sealed, and no other text can be opened through another layer', async () => {
    const rows = await fixture.sql(
      `select t::text as row from sealed_text t join case_note n on t.case_id = n.case_id`,
    );
    expect(JSON.stringify(rows)).not.toContain('exhausted');
    await expect(fixture.sql(`update sealed_text set author = null where layer = 'PRIVATE'`)).rejects.toThrow(
      'sealed_text_private_has_author',
    );
  });

  it('leave no trace for the student: no count, no id, no ledger row, no other answer and no other statement', async () => {
    const plain = await fixture.assigned('bea', 'cora', { contactName: 'Bea Linden', otherParties: [] });
    const everything =
      'query ($id: ID!) { case(id: $id) { status viewerActions notes { edges { node { id } } } secondWorker flaggedAt safeguardingSteps { id } identityOpening { purpose } linkedCases { id } mergeOffers { id } disclosures { edges { cursor node { at } } } ledgerIsIntact } }';
    const trace = async (who: string, id: string) => {
      let answer: unknown;
      const statements = await test.countStatements(async () => {
        answer = await fixture.ask(who, everything, { id });
      });
      // Loaders run side by side: which of two comes first says nothing.
      return { answer, statements: statements.toSorted() };
    };
    const before = await trace('bea', plain);
    await fixture.expectSuccess('cora', 'writeCaseNote', { caseId: plain, layer: 'INTERNAL', body: 'Only for us.' });
    await fixture.expectSuccess('cora', 'writeCaseNote', { caseId: plain, layer: 'PRIVATE', body: 'Only for me.' });
    await readNotes('cora', plain);
    expect(await trace('bea', plain)).toEqual(before);
    expect(await fixture.sql('select 1 from inner_reading where case_id = $1', [plain])).not.toEqual([]);
    for (const who of ['bea', 'cora']) {
      const first = await fixture.mutate(who, 'writeCaseNote', { caseId: plain, layer: 'INTERNAL', body: '' });
      expect(first['__typename']).toBe(who === 'bea' ? 'NotAllowedError' : 'ValidationError');
    }
  });

  it('are lost to whoever works on the case no more', async () => {
    const id = await fixture.assigned('bea', 'carl', { contactName: 'Bea Linden', otherParties: [] });
    await fixture.expectSuccess('carl', 'writeCaseNote', { caseId: id, layer: 'PRIVATE', body: 'Mine' });
    await fixture.expectSuccess('carl', 'writeCaseNote', { caseId: id, layer: 'INTERNAL', body: 'Ours' });
    await fixture.expectSuccess('amira', 'assignCase', { caseId: id, assignee: 'cora' });
    expect(await readNotes('carl', id)).toBeNull();
    expect(await readNotes('cora', id)).toEqual([{ layer: 'INTERNAL', author: 'carl', body: 'Ours' }]);
  });

  it('are hidden from a worker who is the student, whatever a row says', async () => {
    const id = await fixture.assigned('bea', 'carl', { contactName: 'Bea Linden', otherParties: [] });
    await fixture.expectSuccess('carl', 'writeCaseNote', { caseId: id, layer: 'INTERNAL', body: 'About bea' });
    await fixture.appointment('bea', 'CASE_WORKER');
    await fixture.sql(`update case_file set assignee = 'bea' where id = $1`, [id]);
    expect(await readNotes('bea', id)).toBeNull();
    await fixture.sql(`delete from actor_appointment where subject = 'bea'`);
  });

  it('are kept once for one key, in pages, also when the case is closed, and never by a stranger', async () => {
    const id = await fixture.assigned('bea', 'carl', { contactName: 'Bea Linden', otherParties: [] });
    const input = { caseId: id, layer: 'INTERNAL', body: 'Once', idempotencyKey: 'note-once' };
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => fixture.mutate('carl', 'writeCaseNote', input, 'note { id }')),
    );
    expect(new Set(answers.map((answer) => answer['note'].id)).size).toBe(1);
    expect(await fixture.mutate('carl', 'writeCaseNote', { ...input, body: 'Twice' })).toMatchObject({
      __typename: 'ConflictError',
    });
    await fixture.expectSuccess('bea', 'withdrawCase', { caseId: id });
    await fixture.expectSuccess('carl', 'writeCaseNote', { caseId: id, layer: 'INTERNAL', body: 'For the file' });
    const page =
      'query ($id: ID!, $after: String) { case(id: $id) { notes(first: 1, after: $after) { edges { node { body } } pageInfo { hasNextPage endCursor } } } }';
    const first = (await fixture.ask('carl', page, { id }))['case'].notes;
    const rest = (await fixture.ask('carl', page, { id, after: first.pageInfo.endCursor }))['case'].notes;
    expect([first.edges, rest.edges, rest.pageInfo.hasNextPage].flat()).toEqual([
      { node: { body: 'Once' } },
      { node: { body: 'For the file' } },
      false,
    ]);
    expect(await fixture.mutate('milo', 'writeCaseNote', { ...input, idempotencyKey: 'other' })).toMatchObject({
      __typename: 'NotFoundError',
    });
    const signposted = await fixture.opened('bea', { contactName: 'Bea Linden' });
    await fixture.sql(`update case_file set assignee = 'carl', vacated_at = now() where id = $1`, [signposted]);
    expect(
      await fixture.mutate('carl', 'writeCaseNote', { caseId: signposted, layer: 'INTERNAL', body: 'Hm' }),
    ).toMatchObject({
      __typename: 'IllegalTransitionError',
      state: 'NEW',
    });
  });
});

describe('the identity of a student', () => {
  it('is closed to the case worker until opened for a purpose, and closes again by the clock', async () => {
    expect(await name('carl')).toEqual({ contactName: null, identityOpening: null });
    const before = (await disclosures()).length;
    await fixture.expectSuccess('carl', 'openIdentity', { caseId, purpose: 'REACH_STUDENT' });
    expect(await name('carl')).toEqual({
      contactName: intake.contactName,
      identityOpening: { purpose: 'REACH_STUDENT', closesAt: '2026-10-05T09:15:00.000Z' },
    });
    expect((await disclosures()).slice(before)).toEqual([
      { readerRole: 'CASE_WORKER', fields: ['CONTACT_NAME'], purpose: 'REACH_STUDENT' },
    ]);
    clock.set('2026-10-05T09:15:00.000Z');
    expect(await name('carl')).toEqual({ contactName: null, identityOpening: null });
    expect(await fixture.mutate('carl', 'closeIdentity', { caseId })).toMatchObject({
      __typename: 'IllegalTransitionError',
      state: 'CLOSED',
    });
    clock.set(testStart);
  });

  it('is closed by hand, and by opening it for another purpose', async () => {
    await fixture.expectSuccess('carl', 'openIdentity', { caseId, purpose: 'VERIFY_STUDENT' });
    await fixture.expectSuccess('carl', 'openIdentity', { caseId, purpose: 'LEGAL_DUTY' });
    expect((await name('carl')).identityOpening.purpose).toBe('LEGAL_DUTY');
    await fixture.expectSuccess('carl', 'closeIdentity', { caseId });
    expect(await name('carl')).toEqual({ contactName: null, identityOpening: null });
  });

  it('opens for the case worker alone, and is lost with the case', async () => {
    for (const who of ['cora', 'ada'])
      expect(await fixture.mutate(who, 'openIdentity', { caseId, purpose: 'VERIFY_STUDENT' })).toMatchObject({
        __typename: 'NotAllowedError',
      });
    expect(await fixture.mutate('amira', 'openIdentity', { caseId, purpose: 'VERIFY_STUDENT' })).toMatchObject({
      __typename: 'NotFoundError',
    });
    await fixture.expectSuccess('carl', 'openIdentity', { caseId, purpose: 'VERIFY_STUDENT' });
    expect((await name('cora')).contactName).toBeNull();
    expect((await name('ada')).contactName).toBe(intake.contactName);
    await fixture.expectSuccess('amira', 'assignCase', { caseId, assignee: 'cora' });
    expect((await name('cora')).contactName).toBeNull();
    await fixture.expectSuccess('amira', 'assignCase', { caseId, assignee: 'carl' });
  });

  it('keeps the rest of the file in its own ledger row, for the work on the case', async () => {
    await fixture.expectSuccess('carl', 'openIdentity', { caseId, purpose: 'SAFEGUARDING' });
    const before = (await disclosures()).length;
    await fixture.ask('carl', 'query ($id: ID!) { case(id: $id) { narrative contactName } }', { id: caseId });
    expect((await disclosures()).slice(before)).toEqual(
      expect.arrayContaining([
        { readerRole: 'CASE_WORKER', fields: ['NARRATIVE'], purpose: 'CASE_WORK' },
        { readerRole: 'CASE_WORKER', fields: ['CONTACT_NAME'], purpose: 'SAFEGUARDING' },
      ]),
    );
    await fixture.expectSuccess('carl', 'closeIdentity', { caseId });
  });

  it('is not opened in a case that is over', async () => {
    const id = await fixture.assigned('bea', 'carl', { contactName: 'Bea Linden', otherParties: [] });
    await fixture.expectSuccess('bea', 'withdrawCase', { caseId: id });
    expect(await fixture.mutate('carl', 'openIdentity', { caseId: id, purpose: 'LEGAL_DUTY' })).toMatchObject({
      __typename: 'IllegalTransitionError',
      state: 'CLOSED',
    });
  });

  it('stays open for an hour at most, whatever the code says', async () => {
    await expect(
      fixture.sql(
        `insert into identity_opening values (gen_random_uuid(), $1, 'carl', 'LEGAL_DUTY', now(), now() + interval '2 hours', null, 1)`,
        [caseId],
      ),
    ).rejects.toThrow('identity_opening_is_short');
  });
});
