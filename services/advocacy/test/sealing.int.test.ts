import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createKit, createLogger, systemClock, systemIds } from '@guildhall/subgraph';
import { personCaller, startTestService, testStart, waitFor, type TestService } from '@guildhall/testing';
import { advocacy, intake, keys, referralFields, startAdvocacy, type Fixture } from './fixture.js';

let test: TestService;
let fixture: Fixture;

beforeAll(async () => {
  ({ test, fixture } = await startAdvocacy());
});
afterAll(() => test.stop());

const file =
  'query ($id: ID!) { case(id: $id) { narrative contactName messages { edges { node { body } } } referrals { fields { name value } } } }';
const ledger =
  'query ($id: ID!) { case(id: $id) { ledgerIsIntact disclosures(first: 100) { edges { node { readerRole reader fields purpose at referral { id } proof } } } } }';
const disclosures = async (id: string, who = 'ada') =>
  (await fixture.ask(who, ledger, { id }))['case'].disclosures.edges.map(({ node }: { node: object }) => node);

describe('the database', () => {
  it('holds no word, no name and no member outside the actor tables', async () => {
    const caseId = await fixture.assigned('ada', 'carl', { idempotencyKey: 'the-key-of-ada' });
    await fixture.expectSuccess('carl', 'postCaseMessage', {
      caseId,
      body: 'A message about the thermostat',
      idempotencyKey: 'k1',
    });
    const referralId = await fixture.sent(caseId);
    await fixture.expectSuccess('dana', 'acknowledgeReferral', { referralId });
    await fixture.expectSuccess('dana', 'askReferralInformation', { referralId, question: 'Which window is it?' });
    await fixture.expectSuccess('ada', 'answerReferralQuestion', { referralId, answer: 'The northern window' });
    await fixture.expectSuccess('dirk', 'respondToReferral', {
      referralId,
      decision: 'AGREE',
      text: 'Plumber on Friday',
      idempotencyKey: 'k2',
    });
    await fixture.ask('carl', file, { id: caseId });
    const secrets = [
      'radiator',
      'saffron',
      'walnut',
      'thermostat',
      'window',
      'plumber',
      'the-key-of-ada',
      fixture.members['ada'] ?? '',
      'ada',
      ...referralFields.flatMap(({ name, value }) => (name === 'room' || name === 'wish' ? [value] : [name, value])),
    ].map((secret) => secret.toLowerCase());
    const tables = await fixture.sql<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'graphile_worker') and tablename not like 'actor\\_%' and tablename <> 'migration'`,
    );
    let rows = 0;
    for (const { name } of tables) {
      for (const { text } of await fixture.sql<{ text: string }>(`select t::text as text from ${name} t`)) {
        rows += 1;
        const plain = [
          text,
          ...(text.match(/\\x[0-9a-f]+/g) ?? []).map((hex) => Buffer.from(hex.slice(2), 'hex').toString('latin1')),
        ].map((one) => one.toLowerCase());
        const found = secrets.filter((secret) =>
          secret === 'ada' ? /[(,"]ada[,)"]/.test(plain[0] ?? '') : plain.some((one) => one.includes(secret)),
        );
        expect({ name, found }).toEqual({ name, found: [] });
      }
    }
    expect(rows).toBeGreaterThan(30);
  });

  it('shows the lengths of texts only in blocks of 256 bytes', async () => {
    const lengths = async (narrative: string): Promise<number> => {
      const id = await fixture.opened('bea', { narrative });
      const [row] = await fixture.sql<{ size: number }>(
        `select length(content) as size from sealed_text where case_id = $1 and place = 'narrative'`,
        [id],
      );
      return row?.size ?? 0;
    };
    expect(await lengths('x'.repeat(20))).toBe(await lengths('x'.repeat(255)));
    expect(await lengths('x'.repeat(256))).toBe((await lengths('x'.repeat(20))) + 256);
  });

  it('gives two cases of the same words different ciphertexts and different keys', async () => {
    const ids = [await fixture.opened(), await fixture.opened()];
    const rows = await fixture.sql<{ content: string; key: string }>(
      `select encode(content, 'hex') as content, encode(data_key, 'hex') as key from sealed_text join case_file on id = case_id where case_id = any($1::uuid[]) and place = 'narrative'`,
      [ids],
    );
    expect(new Set(rows.flatMap(({ content, key }) => [content, key])).size).toBe(4);
  });

  it('does not let words be moved to another case or another place', async () => {
    const [one, other] = [await fixture.opened(), await fixture.opened()];
    await fixture.sql(
      `update sealed_text set content = (select content from sealed_text where case_id = $1 and place = 'narrative') where case_id = $2 and place = 'contact-name'`,
      [one, other],
    );
    const answer = await test.run('ada', file, { id: other });
    expect(answer.errors?.[0]?.extensions).toEqual({ code: 'INTERNAL_SERVER_ERROR' });
    expect(JSON.stringify(answer)).not.toContain('radiator');
  });
});

describe('the keys', () => {
  it('must be there: without them the service does not start', () => {
    const ids = systemIds(systemClock);
    const kit = createKit(
      test.dataSource,
      {
        clock: systemClock,
        ids,
        logger: createLogger('advocacy', 'silent'),
        campusZone: 'Europe/London',
        environment: {},
      },
      () => undefined,
    );
    expect(() => advocacy.wire(kit)).toThrow(
      'Advocacy needs GUILDHALL_ADVOCACY_MASTER_KEY and GUILDHALL_ADVOCACY_PSEUDONYM_KEY: 32 random bytes in base64.',
    );
  });

  it('must be the right ones: under another master key nothing is shown', async () => {
    const caseId = await fixture.opened();
    const [row] = await fixture.sql('select key_id from case_file where id = $1', [caseId]);
    const other = await startTestService(advocacy, {
      environment: { ...keys, GUILDHALL_ADVOCACY_MASTER_KEY: randomBytes(32).toString('base64') },
    });
    try {
      for (const table of ['actor_member', 'case_file', 'sealed_text'] as const) {
        const condition = {
          actor_member: 'where $1::uuid is not null',
          case_file: 'where id = $1',
          sealed_text: 'where case_id = $1',
        }[table];
        const rows = await fixture.sql(`select to_jsonb(t) as row from ${table} t ${condition}`, [caseId]);
        await other.dataSource.query(
          `insert into ${table} select r.* from jsonb_array_elements($1::jsonb) e, jsonb_populate_record(null::${table}, e) r`,
          [JSON.stringify(rows.map((one) => one['row']))],
        );
      }
      for (const isForged of [false, true]) {
        if (isForged)
          await other.dataSource.query(
            `update case_file set key_id = (select key_id from case_file where id = $1) where id = $1`,
            [caseId],
          );
        const answer = await other.run('ada', 'query ($id: ID!) { case(id: $id) { narrative } }', { id: caseId });
        expect(answer.data?.['case']).toEqual({ narrative: null });
        expect(answer.errors?.[0]?.extensions).toEqual({ code: 'INTERNAL_SERVER_ERROR' });
      }
      expect(row?.['key_id']).toMatch(/^[\w-]{16}$/);
    } finally {
      await other.stop();
    }
  });

  it('erase a case when its own is destroyed, for everybody and for good', async () => {
    const caseId = await fixture.assigned();
    await fixture.expectSuccess('carl', 'postCaseMessage', { caseId, body: 'Soon gone' });
    await fixture.ask('carl', file, { id: caseId });
    await fixture.sql('update case_file set data_key = null where id = $1', [caseId]);
    for (const who of ['ada', 'carl']) {
      expect((await fixture.ask(who, file, { id: caseId }))['case']).toEqual({
        narrative: null,
        contactName: null,
        messages: { edges: [{ node: { body: null } }] },
        referrals: [],
      });
    }
    const before = (await disclosures(caseId)).length;
    await fixture.ask('carl', file, { id: caseId });
    expect(await disclosures(caseId)).toHaveLength(before);
  });
});

describe('the read ledger', () => {
  it('tells the student who read what, as what and when, once per request, and not their own reading', async () => {
    const caseId = await fixture.assigned();
    await fixture.ask('ada', file, { id: caseId });
    expect(await disclosures(caseId)).toEqual([]);
    const referralId = await fixture.sent(caseId);
    const before = (await disclosures(caseId)).length;
    await fixture.ask('carl', 'query ($id: ID!) { case(id: $id) { narrative otherParties } }', { id: caseId });
    await fixture.ask('dana', 'query ($id: ID!) { referral(id: $id) { fields { name value } } }', { id: referralId });
    const rows = (await disclosures(caseId)).slice(before);
    expect(rows).toEqual([
      {
        readerRole: 'CASE_WORKER',
        reader: expect.any(String),
        fields: ['NARRATIVE', 'OTHER_PARTIES'],
        purpose: 'CASE_WORK',
        at: testStart,
        referral: null,
        proof: expect.any(String),
      },
      {
        readerRole: 'DEPARTMENT_STAFF',
        reader: expect.any(String),
        fields: ['REFERRAL'],
        purpose: 'ANSWER_REFERRAL',
        at: testStart,
        referral: { id: referralId },
        proof: expect.any(String),
      },
    ]);
    expect(JSON.stringify(rows)).not.toContain('carl');
  });

  it('records nothing when no sealed word is asked for', async () => {
    const caseId = await fixture.assigned();
    await fixture.ask(
      'carl',
      'query ($id: ID!) { case(id: $id) { status matter messages { edges { node { sentAt } } } } }',
      { id: caseId },
    );
    expect(await disclosures(caseId)).toEqual([]);
  });

  it('tells of a reading that began, also when the client leaves before the answer', async () => {
    const caseId = await fixture.assigned();
    const aborted = new AbortController();
    const underWay = await test.dataSource.transaction(async (holder) => {
      // Whoever reads has to wait here, with the words opened and nothing written yet.
      await holder.query('lock table disclosure in share row exclusive mode');
      const answer = test.service.execute({
        query: file,
        variables: { id: caseId },
        caller: personCaller('carl'),
        requestId: 'aborted',
        signal: aborted.signal,
      });
      const waiting = `select 1 from pg_locks where not granted and relation = 'disclosure'::regclass`;
      await waitFor('the ledger to be reached', async () => (await holder.query(waiting)).length > 0);
      aborted.abort();
      return { answer };
    });
    await underWay.answer.catch(() => undefined);
    await waitFor('the reading to be recorded', async () => (await disclosures(caseId)).length > 0);
    expect(await disclosures(caseId)).not.toEqual([]);
  });

  it('comes first: when it cannot be written, nothing is shown', async () => {
    const caseId = await fixture.assigned();
    await fixture.sql('alter table disclosure rename to disclosure_gone');
    try {
      const answer = await test.run('carl', 'query ($id: ID!) { case(id: $id) { narrative } }', { id: caseId });
      expect(answer.data?.['case']).toEqual({ narrative: null });
      expect(JSON.stringify(answer)).not.toContain(intake.narrative);
    } finally {
      await fixture.sql('alter table disclosure_gone rename to disclosure');
    }
  });

  it('keeps one chain per student, whole under concurrent readers', async () => {
    const cases = await Promise.all([fixture.assigned('rosa'), fixture.assigned('rosa')]);
    await Promise.all(cases.flatMap((id) => Array.from({ length: 4 }, () => fixture.ask('carl', file, { id }))));
    const isIntact = async () => (await fixture.ask('rosa', ledger, { id: cases[0] }))['case'].ledgerIsIntact;
    expect(await isIntact()).toBe(true);
  });
});
