import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildServiceSchema } from '@guildhall/subgraph';
import type { TestService } from '@guildhall/testing';
import { isUnionType } from 'graphql';
import { advocacy, startAdvocacy, type Fixture } from './fixture.js';
import { MediationFixture, wish } from './mediation-fixture.js';
import { reachedForMediation } from './reached-elsewhere.js';

let test: TestService;
let fixture: Fixture;
let lead: MediationFixture;
const reached = new Map<string, Set<string>>();

beforeAll(async () => {
  ({ test, fixture } = await startAdvocacy());
  lead = new MediationFixture(fixture);
});
afterAll(() => test.stop());

async function reach(who: string | undefined, name: string, ...inputs: readonly object[]): Promise<void> {
  const known = reached.get(name) ?? new Set<string>();
  reached.set(name, known);
  for (const input of inputs) known.add((await lead.act(who, name, input))['__typename']);
}

const nowhere = { mediationId: randomUUID() };
const term = { text: 'Says hello', owedBy: randomUUID(), dueOn: '2099-01-01' };
const meeting = { startsAt: '2099-01-01T10:00:00.000Z', place: 'Room 4' };

/** A group of students for which bea speaks and to which rosa belongs, on the other side of ada. */
async function withGroup(): Promise<string> {
  const { mediationId, codes } = await lead.invited({ parties: [{ kind: 'COLLECTIVE', name: 'Third floor' }] });
  for (const who of ['bea', 'rosa']) await lead.done(who, 'joinMediation', { code: codes[0] ?? '' });
  return mediationId;
}

describe('every answer that the schema names', () => {
  it('is given by some request on the way to the rooms', async () => {
    const caseId = await fixture.assigned();
    const closed = await fixture.assigned();
    await fixture.expectSuccess('ada', 'withdrawCase', { caseId: closed });
    const keyed = { ...wish, idempotencyKey: randomUUID() };
    await reach('carl', 'requestMediation', wish);
    await reach('ada', 'requestMediation', { ...wish, caseId: randomUUID() }, { ...wish, caseId: closed });
    await reach('ada', 'requestMediation', { ...wish, ownName: '' }, keyed, { ...keyed, ownName: 'Another' });
    const proposal = { caseId, studentName: 'Ada Okafor', request: wish.request, parties: wish.parties };
    const proposed = { ...proposal, idempotencyKey: randomUUID() };
    await reach('ada', 'proposeMediation', proposal);
    await reach('carl', 'proposeMediation', { ...proposal, caseId: randomUUID() }, { ...proposal, caseId: closed });
    await reach('carl', 'proposeMediation', { ...proposal, request: '' }, proposed, { ...proposed, request: 'x' });
    const [first] = await fixture.sql<{ id: string }>(`select id from mediation where status = 'PROPOSED'`);
    const yes = { mediationId: first?.id ?? '', consents: true };
    await reach('ada', 'answerMediationProposal', { ...yes, ...nowhere }, yes, yes);
    const mediationId = yes.mediationId;
    await reach('amira', 'inviteMediationParties', { mediationId });
    await reach('milo', 'assignMediator', { mediationId, mediator: 'milo' });
    await reach('amira', 'assignMediator', { mediationId, mediator: 'milo' });
    await reach('amira', 'screenMediation', nowhere, { mediationId }, { mediationId });
    const invite = { mediationId, idempotencyKey: randomUUID() };
    await reach('amira', 'inviteMediationParties', nowhere, invite, { ...invite, ...nowhere });
    await reach('ada', 'withdrawFromMediation', { mediationId });
    const { codes } = await lead.invited();
    const code = codes[0] ?? '';
    await reach(undefined, 'openMediationInvitation', { code: 'wrong' }, { code });
    await reach(undefined, 'refuseMediationInvitation', { code: 'wrong' }, { code });
    expect(reached.get('requestMediation')).toContain('RequestMediationSuccess');
  });

  it('is given by some request of those who join and sign', async () => {
    const group = await lead.invited({ parties: [{ kind: 'COLLECTIVE', name: 'Third floor' }] });
    const code = group.codes[0] ?? '';
    await reach(undefined, 'joinMediation', { code });
    await reach('bea', 'joinMediation', { code: 'wrong' }, { code });
    await lead.done('rosa', 'joinMediation', { code });
    await fixture.sql(
      `insert into mediation_person select mediation_id, 'member-' || number, party_id, false, true, joined_at
       from mediation_person, generate_series(1, 10) number where is_speaker and mediation_id = $1
       and party_id = (select id from mediation_party where mediation_id = $1 and position = 2)`,
      [group.mediationId],
    );
    await reach('omar', 'joinMediation', { code });
    const requested = await lead.requested();
    const signature = { mediationId: group.mediationId, agreementVersion: 1, idempotencyKey: randomUUID() };
    await reach('rosa', 'signMediationAgreement', { ...signature, idempotencyKey: randomUUID() });
    await reach('ada', 'signMediationAgreement', { ...nowhere, agreementVersion: 1 });
    await reach('ada', 'signMediationAgreement', { mediationId: requested, agreementVersion: 1 });
    await reach('bea', 'signMediationAgreement', { ...signature, agreementVersion: 2, idempotencyKey: randomUUID() });
    await reach('bea', 'signMediationAgreement', signature, { ...signature, agreementVersion: 3 });
    await reach('rosa', 'refuseMediation', { mediationId: group.mediationId });
    await reach('ada', 'refuseMediation', nowhere, { mediationId: requested }, { mediationId: group.mediationId });
    const agreed = await withGroup();
    for (const who of ['ada', 'bea']) await lead.sign(who, agreed);
    await reach('rosa', 'withdrawFromMediation', { mediationId: agreed });
    await reach('bea', 'withdrawFromMediation', nowhere, { mediationId: agreed });
    await reach('milo', 'declareMediatorTies', { names: [] }, { names: ['Milo Brandt'] });
    await reach('ada', 'declareMediatorTies', { names: ['Ada'] });
    expect(reached.get('joinMediation')).toContain('LimitReachedError');
  });

  it('is given by some request in the rooms and at their end', async () => {
    const mediationId = await withGroup();
    for (const who of ['ada', 'bea']) await lead.sign(who, mediationId);
    const mediator = { mediationId, mediator: 'milo' };
    await reach('amira', 'assignMediator', { ...mediator, ...nowhere }, { mediationId, mediator: 'carl' }, mediator);
    const joint = await lead.room('ada', mediationId, 'JOINT');
    const word = { roomId: joint, body: 'Hello', idempotencyKey: randomUUID() };
    await reach('rosa', 'postMediationMessage', { ...word, idempotencyKey: randomUUID() });
    await reach('ada', 'postMediationMessage', { roomId: randomUUID(), body: 'Hello' }, { roomId: joint, body: '' });
    await reach('ada', 'postMediationMessage', word, { ...word, body: 'Another' });
    const agreement = { mediationId, extent: 'FULL', followUpWeeks: 4, terms: [term] };
    await reach('milo', 'recordMediationAgreement', agreement);
    await reach('ada', 'stepBackFromMediation', { mediationId });
    await reach('milo', 'stepBackFromMediation', nowhere, { mediationId });
    await reach('ada', 'postMediationMessage', { roomId: joint, body: 'Hello' });
    await lead.done('amira', 'assignMediator', mediator);
    await reach('ada', 'planMediationSession', { mediationId, ...meeting });
    await reach('milo', 'planMediationSession', { ...nowhere, ...meeting }, { mediationId, ...meeting, place: '' });
    await reach('milo', 'planMediationSession', { mediationId, ...meeting });
    const [owedBy] = await lead.parties(mediationId);
    const kept = { ...agreement, terms: [{ ...term, owedBy }] };
    await reach('ada', 'recordMediationAgreement', kept);
    await reach('milo', 'recordMediationAgreement', { ...kept, ...nowhere }, agreement, kept);
    await reach('milo', 'stepBackFromMediation', { mediationId });
    await reach('milo', 'planMediationSession', { mediationId, ...meeting });
    await reach('milo', 'endMediationWithoutAgreement', nowhere, { mediationId });
    const said = { mediationId, answer: 'KEPT' };
    await reach('milo', 'answerMediationFollowUp', said);
    await reach('ada', 'answerMediationFollowUp', { ...said, ...nowhere }, said);
    await fixture.sql(`update mediation set status = 'FOLLOW_UP' where id = $1`, [mediationId]);
    await reach('ada', 'answerMediationFollowUp', said);
    const second = { mediationId: await lead.assigned() };
    await reach('ada', 'endMediationWithoutAgreement', second);
    await reach('milo', 'endMediationWithoutAgreement', second);
    expect(reached.get('postMediationMessage')).toContain('IllegalTransitionError');
  });

  it('was reached, but for conflicts that waiting rules out and refusals that only guard against a mistake in what is visible', () => {
    const unions = Object.values(buildServiceSchema(advocacy).getTypeMap()).filter(isUnionType);
    const missing = reachedForMediation.flatMap((name) => {
      const union = unions.find((one) => one.name === `${name[0]?.toUpperCase()}${name.slice(1)}Result`);
      const types = union?.getTypes().map((type) => type.name) ?? ['no such mutation'];
      return types.filter((type) => reached.get(name)?.has(type) !== true).map((type) => `${name}: ${type}`);
    });
    const refusals = missing.filter((one) => !one.endsWith('ConflictError'));
    // Whoever sees a proposal is its student, and whoever sees one in the queue may screen it and invite.
    expect(refusals).toEqual([
      'answerMediationProposal: NotAllowedError',
      'inviteMediationParties: NotAllowedError',
      'screenMediation: NotAllowedError',
    ]);
    // Who acts at the same time waits for the row and then sees what was done; only a key that is used twice conflicts.
    const keyed = [
      'requestMediation',
      'proposeMediation',
      'inviteMediationParties',
      'signMediationAgreement',
      'postMediationMessage',
    ];
    expect(missing.filter((one) => one.endsWith('ConflictError'))).toEqual(
      reachedForMediation.filter((name) => !keyed.includes(name)).map((name) => `${name}: ConflictError`),
    );
  });
});
