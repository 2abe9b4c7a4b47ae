import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { TestService } from '@guildhall/testing';
import { toId } from '@guildhall/kernel';
import { readKeys } from '../src/keys.js';
import { createVault } from '../src/sealing/vault.crypto.js';
import { keys, startAdvocacy, type Fixture } from './fixture.js';

let test: TestService;
let fixture: Fixture;

beforeAll(async () => {
  ({ test, fixture } = await startAdvocacy());
  await fixture.expectSuccess('sys', 'appointEmergencyGuardian', {
    subject: 'gaia',
    startsAt: '2026-09-01T00:00:00.000Z',
    endsAt: '2027-09-01T00:00:00.000Z',
  });
});
afterAll(() => test.stop());

type KeyRow = { key_id: string; data_key: Buffer | null; student: string };
const keyOf = async (caseId: string): Promise<KeyRow | undefined> =>
  (await fixture.sql<KeyRow>('select key_id, data_key, student from case_file where id = $1', [caseId]))[0];

/** Every row of every table, as the text in which PostgreSQL shows it. */
async function rowsWith(part: string): Promise<readonly string[]> {
  const tables = await fixture.sql<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'graphile_worker')`,
  );
  const found: string[] = [];
  for (const { name } of tables) {
    const rows = await fixture.sql(`select 1 from ${name} t where position($1 in t::text) > 0`, [part]);
    if (rows.length > 0) found.push(name);
  }
  return found;
}

describe('a case whose data key is destroyed', () => {
  it('leaves no word, no index of names, no notice, no facts of readings, and no key for its files', async () => {
    const caseId = await fixture.assigned();
    await fixture.expectSuccess('carl', 'postCaseMessage', { caseId, body: 'The boiler man comes on Friday.' });
    await fixture.sent(caseId);
    await fixture.ask('carl', 'query ($id: ID!) { case(id: $id) { narrative } }', { id: caseId });
    const words = 'The student wrote that they cannot go on, and Carl is away.';
    const asked = await fixture.mutate(
      'amira',
      'askEmergencyAccess',
      { caseId, reason: 'RISK_TO_LIFE', words },
      'access { id }',
    );
    await fixture.expectSuccess('gaia', 'decideEmergencyAccess', { accessId: asked['access'].id, decision: 'GRANT' });
    await fixture.ask('amira', 'query ($id: ID!) { emergencyAccess(id: $id) { file { narrative } } }', {
      id: asked['access'].id,
    });
    const vault = createVault(readKeys(keys));
    const before = await keyOf(caseId);
    if (before?.data_key == null) throw new Error('a living case has a key');
    const place = { caseId: toId<'Case'>(caseId), place: 'attachment/1' };
    const kept = { keyId: before.key_id, dataKey: before.data_key };
    expect(await vault.deriveKey(kept, place)).toHaveLength(32);
    const nameIndexes = await fixture.sql<{ name_index: string }>(
      'select name_index from case_party where case_id = $1',
      [caseId],
    );
    const texts = await fixture.sql<{ content: Buffer }>('select content from sealed_text where case_id = $1', [
      caseId,
    ]);
    expect([nameIndexes.length, texts.length > 4]).toEqual([2, true]);

    await fixture.expectSuccess('ada', 'withdrawCase', { caseId });
    await fixture.expectSuccess('ada', 'askErasure', { caseId });

    const after = await keyOf(caseId);
    expect(after?.data_key).toBeNull();
    expect(after?.student).not.toBe(before.student);
    expect(await fixture.sql('select 1 from sealed_text where case_id = $1', [caseId])).toEqual([]);
    for (const { content } of texts) expect(await rowsWith(content.toString('hex'))).toEqual([]);
    for (const { name_index } of nameIndexes) expect(await rowsWith(name_index)).toEqual([]);
    expect(await rowsWith(before.data_key.toString('hex'))).toEqual([]);
    expect(await fixture.sql('select 1 from notice where case_id = $1', [caseId])).toEqual([]);
    expect(await fixture.sql('select 1 from disclosure where case_id = $1', [caseId])).toEqual([]);
    const [left] = await fixture.sql<{ words: Buffer }>('select words from emergency_access where case_id = $1', [
      caseId,
    ]);
    expect(left?.words).toHaveLength(0);
    // The chain of the student stays whole although nobody can tell any more what it committed to.
    const [ledger] = (
      await fixture.ask('ada', '{ viewer { readLedgers { links { edges { node { salt facts } } } } } }')
    )['viewer'].readLedgers;
    expect(ledger.links.edges.length).toBeGreaterThan(0);
    for (const { node } of ledger.links.edges) expect(node).toEqual({ salt: null, facts: null });
    const other = await fixture.opened();
    expect(
      (await fixture.ask('ada', 'query ($id: ID!) { case(id: $id) { ledgerIsIntact } }', { id: other }))['case'],
    ).toEqual({
      ledgerIsIntact: true,
    });
  });

  it('gives no key for a file from the memory of a process either', async () => {
    const caseId = await fixture.opened();
    await fixture.ask('ada', 'query ($id: ID!) { case(id: $id) { narrative } }', { id: caseId });
    await fixture.sql('update case_file set data_key = null where id = $1', [caseId]);
    // The key is still remembered for some seconds, under a digest of what is gone.
    expect(
      (await fixture.ask('ada', 'query ($id: ID!) { case(id: $id) { narrative } }', { id: caseId }))['case'].narrative,
    ).toBeNull();
  });
});
