import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { TestService } from '@guildhall/testing';
import { startAdvocacy, type Fixture } from './fixture.js';
import { MediationFixture } from './mediation-fixture.js';

let test: TestService;
let fixture: Fixture;
let lead: MediationFixture;
let mediationId: string;

beforeAll(async () => {
  ({ test, fixture } = await startAdvocacy());
  lead = new MediationFixture(fixture);
});
afterAll(() => test.stop());
beforeEach(async () => {
  await fixture.sql('truncate mediation cascade');
  mediationId = await lead.inSessions();
});

const typeOf = async (answer: Promise<{ readonly __typename: string }>): Promise<string> => (await answer).__typename;

/** One sentence in every room of the mediation. */
async function fill(): Promise<void> {
  const [, bea = ''] = await lead.parties(mediationId);
  await lead.write('ada', await lead.room('ada', mediationId, 'JOINT'), 'MARK-JOINT');
  await lead.write('ada', await lead.room('ada', mediationId, 'CAUCUS'), 'MARK-ADA');
  await lead.write('bea', await lead.room('bea', mediationId, 'CAUCUS'), 'MARK-BEA');
  await lead.write('milo', await lead.room('milo', mediationId, 'CAUCUS', bea), 'MARK-TO-BEA');
  await lead.write('milo', await lead.room('milo', mediationId, 'MEDIATOR'), 'MARK-NOTE');
  await lead.done('milo', 'planMediationSession', {
    mediationId,
    partyId: bea,
    startsAt: '2026-12-02T10:00:00.000Z',
    place: 'MARK-PLACE',
  });
}

const everything =
  'query ($id: ID!) { mediation(id: $id) { request parties { name } rooms { kind messages { edges { node { body } } } } sessions { startsAt place } terms { text } } }';
const seenBy = async (who: string): Promise<string> =>
  JSON.stringify(await fixture.ask(who, everything, { id: mediationId }));
const marks = async (who: string): Promise<readonly string[]> =>
  [...(await seenBy(who)).matchAll(/MARK-[A-Z-]+/gu)].map(([mark]) => mark).toSorted();

describe('the walls between the rooms', () => {
  it('let every side read the joint room and its own, the mediator all of them, and nobody else any', async () => {
    await fill();
    expect(await marks('ada')).toEqual(['MARK-ADA', 'MARK-JOINT']);
    expect(await marks('bea')).toEqual(['MARK-BEA', 'MARK-JOINT', 'MARK-PLACE', 'MARK-TO-BEA']);
    expect(await marks('milo')).toEqual([
      'MARK-ADA',
      'MARK-BEA',
      'MARK-JOINT',
      'MARK-NOTE',
      'MARK-PLACE',
      'MARK-TO-BEA',
    ]);
    for (const who of ['carl', 'cora', 'amira', 'omar', 'uma', 'rosa', 'dana', 'dirk', 'nina', 'otto', 'sys'])
      expect(await seenBy(who)).toBe('{"mediation":null}');
  });

  it('name who can read each room', async () => {
    const [ada, bea] = await lead.parties(mediationId);
    const shown = (await lead.rooms('ada', mediationId)).map(({ kind, readers }) => [
      kind,
      readers.map(({ id }) => id),
    ]);
    expect(shown).toEqual([
      ['JOINT', [ada, bea]],
      ['CAUCUS', [ada]],
    ]);
    expect((await lead.rooms('milo', mediationId)).map(({ kind }) => kind)).toEqual([
      'JOINT',
      'CAUCUS',
      'CAUCUS',
      'MEDIATOR',
    ]);
  });

  it('answer who writes across them as if there were no such room', async () => {
    const [ada = ''] = await lead.parties(mediationId);
    const room = await lead.room('milo', mediationId, 'CAUCUS', ada);
    const notes = await lead.room('milo', mediationId, 'MEDIATOR');
    for (const who of ['bea', 'carl', 'amira', 'uma', 'sys', undefined])
      for (const roomId of [room, notes])
        expect(await lead.write(who, roomId, 'Hello')).toEqual(
          await lead.write(who, '6f1e3f1c-4a51-4c55-9d8a-0d2b6a3f9e10', 'Hello'),
        );
    expect(await typeOf(lead.write('ada', room, ' '))).toBe('ValidationError');
  });

  it('hide that the other side meets the mediator alone', async () => {
    await fill();
    expect(await seenBy('ada')).not.toContain('2026-12-02');
    expect(await seenBy('bea')).toContain('2026-12-02');
  });

  it('stand while a mediator is out of office, and for one who was elected', async () => {
    await fill();
    await fixture.sql(`update actor_appointment set ends_at = '2026-10-01' where subject = 'milo'`);
    expect(await seenBy('milo')).toBe('{"mediation":null}');
    await fixture.sql(`update actor_appointment set ends_at = '2027-10-01' where subject = 'milo'`);
    expect(await marks('milo')).toHaveLength(6);
  });

  it('are kept by the statement that fetches, though every resolver forgot them', async () => {
    await fill();
    const rows = await fixture.sql<{ content: Buffer }>('select content from mediation_text');
    expect(rows.length).toBeGreaterThan(5);
    for (const { content } of rows) expect(content.toString('utf8')).not.toContain('MARK');
  });

  it('let each side see when the mediator read its room, and not when theirs was read', async () => {
    await fill();
    await fixture.sql('truncate mediation_reading');
    await seenBy('milo');
    const readings = 'query ($id: ID!) { mediation(id: $id) { readings { edges { node { layer readerRole } } } } }';
    for (const who of ['ada', 'bea']) {
      const { mediation } = await fixture.ask(who, readings, { id: mediationId });
      const layers = mediation.readings.edges.map(({ node }: { node: { layer: string } }) => node.layer);
      expect([...new Set<string>(layers)].toSorted()).toEqual(
        who === 'ada' ? ['CAUCUS', 'FILE', 'JOINT', 'REQUEST'] : ['CAUCUS', 'FILE', 'JOINT'],
      );
    }
    expect((await fixture.ask('milo', readings, { id: mediationId }))['mediation']).toEqual({ readings: null });
  });

  it('show no word when the reading cannot be written down', async () => {
    await fill();
    await fixture.sql(
      `alter table mediation_reading add constraint broken check (reader_role <> 'MEDIATOR') not valid`,
    );
    const answer = await test.run('milo', everything, { id: mediationId });
    expect(JSON.stringify(answer)).not.toContain('MARK');
    expect(answer.errors).not.toBeUndefined();
    await fixture.sql('alter table mediation_reading drop constraint broken');
  });
});

describe('the end of the talks', () => {
  const ends: readonly (readonly [string, () => Promise<unknown>])[] = [
    ['an agreement', () => lead.agreement(mediationId)],
    ['no agreement', () => lead.done('milo', 'endMediationWithoutAgreement', { mediationId })],
    ['a withdrawal', () => lead.done('bea', 'withdrawFromMediation', { mediationId })],
  ];

  it.each(ends)('by %s destroys every room: nothing opens afterwards, for anybody', async (_name, end) => {
    await fill();
    const rooms = await lead.rooms('milo', mediationId);
    await end();
    for (const who of ['ada', 'bea', 'milo']) {
      expect(await marks(who)).toEqual([]);
      for (const { id } of rooms) expect(await typeOf(lead.write(who, id, 'Anybody?'))).toBe('NotFoundError');
    }
    expect(
      await fixture.sql(
        `select layer from mediation_key where mediation_id = $1 and data_key is not null and layer <> 'FILE'`,
        [mediationId],
      ),
    ).toEqual([]);
    expect(await fixture.sql('select 1 from mediation_message')).toEqual([]);
    expect(await fixture.sql('select 1 from mediation_session')).toEqual([]);
  });

  it.each(ends)('by %s leaves a text that was kept aside unreadable', async (_name, end) => {
    await fill();
    const kept = await fixture.sql<object>('select * from mediation_text');
    await end();
    await fixture.sql('delete from mediation_text');
    await fixture.sql(
      'insert into mediation_text select * from jsonb_populate_recordset(null::mediation_text, $1::jsonb)',
      [
        JSON.stringify(
          kept.map((row) =>
            Object.fromEntries(
              Object.entries(row).map(([name, value]) => [
                name,
                value instanceof Buffer ? `\\x${value.toString('hex')}` : value,
              ]),
            ),
          ),
        ),
      ],
    );
    for (const who of ['ada', 'bea', 'milo']) expect(await marks(who)).toEqual([]);
  });

  it('keeps the terms and the names of an agreement, for its sides and the mediator', async () => {
    await lead.agreement(mediationId);
    for (const who of ['ada', 'bea', 'milo']) {
      const shown = await seenBy(who);
      for (const kept of ['Cleans the kitchen', 'Plays no music', 'Bea Marlow']) expect(shown).toContain(kept);
    }
    expect(await seenBy('amira')).toBe('{"mediation":null}');
  });

  it('is told to every side and the mediator alike, so that nobody learns who withdrew', async () => {
    await fixture.sql('truncate notice cascade');
    await lead.done('bea', 'withdrawFromMediation', { mediationId });
    const told = await fixture.sql<{ reason: string; source_id: string }>(
      'select distinct reason, source_id, told_at, case_id from notice',
    );
    expect(told).toHaveLength(1);
    expect(await fixture.sql('select 1 from notice')).toHaveLength(3);
    const rows = await Promise.all(
      ['mediation', 'mediation_party', 'mediation_person'].map((table) => fixture.sql(`select * from ${table}`)),
    );
    await fixture.sql('truncate mediation cascade');
    mediationId = await lead.inSessions();
    await lead.done('ada', 'withdrawFromMediation', { mediationId });
    const others = await Promise.all(
      ['mediation', 'mediation_party', 'mediation_person'].map((table) => fixture.sql(`select * from ${table}`)),
    );
    const shape = (tables: readonly (readonly object[])[]) =>
      tables.map((table) => table.map((row) => Object.values(row).map((value) => value === null)));
    expect(shape(others)).toEqual(shape(rows));
  });

  it('refuses a clause that keeps the complaint secret until the mediator has read the warning', async () => {
    const [ada] = await lead.parties(mediationId);
    const input = {
      mediationId,
      extent: 'PARTIAL',
      followUpWeeks: 8,
      terms: [{ text: 'Ada will not talk about her complaint', owedBy: ada, dueOn: '2026-12-31' }],
    };
    expect(await typeOf(lead.act('milo', 'recordMediationAgreement', input))).toBe('ValidationError');
    expect(await typeOf(lead.act('milo', 'recordMediationAgreement', { ...input, followUpWeeks: 9 }))).toBe(
      'ValidationError',
    );
    await lead.done('milo', 'recordMediationAgreement', { ...input, warningsRead: true });
  });
});

describe('the lists of a mediation', () => {
  it('cost the same number of statements however many rooms and messages', async () => {
    const statements = async () => (await test.countStatements(() => seenBy('milo'))).length;
    await fill();
    const few = await statements();
    const joint = await lead.room('ada', mediationId, 'JOINT');
    for (let number = 0; number < 5; number += 1) await lead.write('ada', joint, `Again ${number}`);
    expect(await statements()).toBe(few);
  });

  it('cost the same number of statements for one mediation as for three', async () => {
    const list =
      '{ viewer { mediations { edges { node { id status viewerActions parties { name } rooms { kind messages { edges { node { body } } } } sessions { place } terms { text } } } } } }';
    const statements = async () => (await test.countStatements(() => fixture.ask('milo', list))).length;
    await fill();
    const one = await statements();
    for (let number = 0; number < 2; number += 1) await lead.inSessions();
    expect(await statements()).toBe(one);
    const queue =
      '{ mediationQueue { edges { node { id request parties { name } viewerActions candidates { subject isFree } } } } }';
    await lead.agreed();
    await lead.requested();
    const queued = async () => (await test.countStatements(() => fixture.ask('amira', queue))).length;
    const single = await queued();
    await lead.agreed();
    await lead.requested();
    expect(await queued()).toBe(single);
  });

  it('miss and repeat nothing from page to page, while messages are written', async () => {
    const joint = await lead.room('ada', mediationId, 'JOINT');
    for (let number = 0; number < 4; number += 1) await lead.write('ada', joint, `Word ${number}`);
    const query =
      'query ($id: ID!, $after: String) { mediation(id: $id) { rooms { kind messages(first: 2, after: $after) { edges { node { body } } pageInfo { hasNextPage endCursor } } } } }';
    const seen: string[] = [];
    let after: string | null = null;
    for (let hasMore = true; hasMore;) {
      const { mediation }: Awaited<ReturnType<Fixture['ask']>> = await fixture.ask('bea', query, {
        id: mediationId,
        after,
      });
      const { messages } = mediation.rooms[0];
      seen.push(...messages.edges.map(({ node }: { node: { body: string } }) => node.body));
      if (after === null) await lead.write('ada', joint, 'Word 4');
      ({ hasNextPage: hasMore, endCursor: after } = messages.pageInfo);
    }
    expect(seen).toEqual(['Word 0', 'Word 1', 'Word 2', 'Word 3', 'Word 4']);
  });
});
