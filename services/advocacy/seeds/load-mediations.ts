import { randomBytes } from 'node:crypto';
import { demoMediations, type DemoMediation, type DemoMediationParty, type DemoUnion } from '@guildhall/demo';
import { addWorkingDays, createIdSource, type Id, type WorkingCalendar } from '@guildhall/kernel';
import { addJobs, type PlannedJob } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import { createDeadlineRepository } from '../src/deadline/deadline.repository.js';
import { endsTalks, type Mediation, type MediationParty } from '../src/mediation/mediation.js';
import { followUpEndTask, invitationEndTask } from '../src/mediation/mediation-scope.js';
import { createMediationRepository } from '../src/mediation/mediation.repository.js';
import { createMediationSideRepository } from '../src/mediation/mediation-side.repository.js';
import { addMediation } from '../src/mediation/use-cases/add-mediation.js';
import { mediationPlaces } from '../src/mediation-room/mediation-room.js';
import { createMediationRoomRepository } from '../src/mediation-room/mediation-room.repository.js';
import { createMediationTextRepository } from '../src/mediation-room/mediation-text.repository.js';
import { createMediationTermRepository } from '../src/mediation-term/mediation-term.repository.js';
import type { Vault } from '../src/sealing/sealing.js';

/** What demo mediations are sealed and dated with. */
export type MediationSeal = { readonly vault: Vault; readonly calendar: WorkingCalendar; readonly anchor: Date };

type Loaded = { readonly mediation: Mediation; readonly parties: readonly Pick<MediationParty, 'id'>[] };

const demoZone = 'Europe/London';
const dayMs = 86_400_000;

/** Loads demo mediations in every interesting state, written by the same code as any other. */
export async function loadMediations(
  manager: EntityManager,
  union: Pick<DemoUnion, 'members' | 'cases'>,
  { vault, calendar, anchor }: MediationSeal,
): Promise<void> {
  const ids = createIdSource(
    () => anchor.getTime(),
    (count) => randomBytes(count),
  );
  const seed = {
    vault,
    ids,
    calendar,
    anchor,
    mediations: createMediationRepository(manager),
    mediationSides: createMediationSideRepository(manager),
    mediationTexts: createMediationTextRepository(manager, { vault, ids }),
    mediationRooms: createMediationRoomRepository(manager),
    mediationTerms: createMediationTermRepository(manager),
  };
  const jobs: PlannedJob[] = [];
  for (const planned of demoMediations(union, anchor)) {
    const mediation = await loadMediation(seed, manager, planned);
    jobs.push(...jobsOf(mediation));
  }
  await addJobs(manager, jobs);
}

type Seed = Omit<MediationSeal, 'anchor'> & {
  readonly anchor: Date;
  readonly ids: ReturnType<typeof createIdSource>;
  readonly mediations: ReturnType<typeof createMediationRepository>;
  readonly mediationSides: ReturnType<typeof createMediationSideRepository>;
  readonly mediationTexts: ReturnType<typeof createMediationTextRepository>;
  readonly mediationRooms: ReturnType<typeof createMediationRoomRepository>;
  readonly mediationTerms: ReturnType<typeof createMediationTermRepository>;
};

async function loadMediation(seed: Seed, manager: EntityManager, planned: DemoMediation): Promise<Mediation> {
  const [own, ...others] = planned.parties;
  if (own?.memberId === undefined) throw new RangeError('a student asks for mediation');
  const asked = {
    ownName: own.name,
    isCollective: own.kind === 'COLLECTIVE',
    request: planned.request,
    parties: others.map(({ kind, name, departmentId }) => ({ kind, name, departmentId })),
  };
  const added = await addMediation(
    seed,
    { asked, student: seed.vault.pseudonym(own.memberId), caseId: planned.caseId, status: 'REQUESTED' },
    { ...seed, now: planned.requestedAt },
  );
  const [file] = await seed.mediationSides.listFiles([added]);
  const parties = file?.parties ?? [];
  await join(seed, planned, { mediation: added, parties });
  const dated = await seed.mediations.save(dateMediation(planned, added, seed));
  await talk(seed, planned, { mediation: dated, parties });
  await pauseCase(manager, dated);
  await declareTie(seed, manager, planned);
  return dated;
}

/** Binds the sides that a member joined, and lets those sign who did. */
async function join(seed: Seed, planned: DemoMediation, { mediation, parties }: Loaded): Promise<void> {
  for (const [index, side] of planned.parties.entries()) {
    const party = parties[index];
    if (party === undefined) throw new RangeError('every planned side was added');
    await takeSide(seed, { mediation, party, isFirst: index === 0 }, side);
  }
}

type Side = { readonly mediation: Mediation; readonly party: Pick<MediationParty, 'id'>; readonly isFirst: boolean };

async function takeSide(
  { mediationSides, vault }: Seed,
  { mediation: { id: mediationId, requestedAt }, party, isFirst }: Side,
  { memberId, kind, hasSigned }: DemoMediationParty,
): Promise<void> {
  const now = new Date(requestedAt.getTime() + dayMs);
  const person = memberId === undefined ? undefined : vault.pseudonym(memberId);
  if (!isFirst && person !== undefined) {
    const speaker = { mediationId, person, partyId: party.id, isSpeaker: true, isStudent: true, joinedAt: now };
    await mediationSides.addPerson(speaker);
  }
  const signer = kind === 'DEPARTMENT' ? vault.alias('dirk') : person;
  if (hasSigned && signer !== undefined) await mediationSides.sign(party, { ruleVersion: 1, signer, now });
}

/** The instants a mediation in this state has behind it. */
function dateMediation(
  { status, requestedAt, mediator, terms }: DemoMediation,
  mediation: Mediation,
  { calendar, anchor }: Seed,
): Mediation {
  const on = (days: number) => new Date(Math.min(requestedAt.getTime() + days * dayMs, anchor.getTime()));
  if (status === 'REQUESTED' || status === 'SUITABLE') return { ...mediation, status };
  if (status === 'UNSUITABLE') return { ...mediation, status, unsuitableReason: 'FINDING_NEEDED', endedAt: on(2) };
  const invited = { ...mediation, status, ruleVersion: 1, invitedUntil: addWorkingDays(on(1), 10, calendar) };
  if (status === 'INVITED') return invited;
  if (status === 'NOT_AGREED') return { ...invited, endedAt: on(6) };
  const agreed = { ...invited, agreedAt: on(3) };
  if (status === 'AGREED') return agreed;
  const held = { ...agreed, mediator };
  if (status === 'SESSIONS' || status === 'ASSIGNED') return held;
  const ended = { ...held, endedAt: on(14) };
  if (terms.length === 0) return ended;
  const followUpAt = new Date(on(14).getTime() + 28 * dayMs);
  const followUpUntil = addWorkingDays(followUpAt, 10, calendar);
  return { ...ended, extent: 'FULL', followUpAt, followUpUntil };
}

/** What is written in the rooms while they are open, and what is kept when they are not. */
async function talk(seed: Seed, planned: DemoMediation, loaded: Loaded): Promise<void> {
  const { mediation } = loaded;
  if (mediation.status === 'SESSIONS' || mediation.status === 'ASSIGNED') return fillRooms(seed, planned, loaded);
  if (!endsTalks(mediation.status) && mediation.extent === undefined) return undefined;
  await recordTerms(seed, planned, loaded);
  const hasAgreed = mediation.extent !== undefined;
  const gone = ['REQUEST', 'JOINT', 'CAUCUS', 'MEDIATOR'] as const;
  const endedAt = mediation.endedAt ?? seed.anchor;
  await seed.mediationTexts.destroyLayers(mediation.id, hasAgreed ? gone : ['FILE', ...gone], endedAt);
  await seed.mediationSides.forgetSides(mediation.id, { keepsSignatures: hasAgreed });
  if (mediation.status !== 'KEPT' && mediation.status !== 'BROKEN') return undefined;
  for (const { id } of loaded.parties) await seed.mediationSides.answerFollowUp(id, mediation.status);
  return undefined;
}

async function fillRooms(seed: Seed, planned: DemoMediation, { mediation, parties }: Loaded): Promise<void> {
  const { id: mediationId } = mediation;
  await seed.mediationTexts.ensureLayer(mediationId, 'JOINT');
  for (const { id } of parties) await seed.mediationTexts.ensureLayer(mediationId, 'CAUCUS', id);
  await seed.mediationTexts.ensureLayer(mediationId, 'MEDIATOR');
  for (const [index, { room, caucusOf, from, body }] of planned.messages.entries()) {
    const id = seed.ids.random<'MediationMessage'>();
    const partyId = caucusOf === undefined ? undefined : parties[caucusOf]?.id;
    const place = mediationPlaces.message(id);
    const roomId = await seed.mediationTexts.write({ mediationId, place, layer: room, partyId }, body);
    const sentAt = new Date(seed.anchor.getTime() - (planned.messages.length - index) * 3 * 3_600_000);
    const author = from === 'MEDIATOR' ? undefined : parties[from]?.id;
    await seed.mediationRooms.addMessage({ id, roomId, mediationId, partyId: author, sentAt });
  }
  if (planned.messages.length === 0) return;
  await planMeeting(seed, mediationId, { days: 3, place: 'Union House, room 204', partyId: undefined });
  await planMeeting(seed, mediationId, { days: 2, place: 'Union House, room 102', partyId: parties[0]?.id });
}

async function planMeeting(
  seed: Seed,
  mediationId: Mediation['id'],
  {
    days,
    place,
    partyId,
  }: { readonly days: number; readonly place: string; readonly partyId: Id<'MediationParty'> | undefined },
): Promise<void> {
  const id = seed.ids.random<'MediationSession'>();
  const startsAt = new Date(seed.anchor.getTime() + days * dayMs);
  startsAt.setUTCHours(14, 0, 0, 0);
  await seed.mediationRooms.addSession({ id, mediationId, partyId, startsAt });
  const layer = partyId === undefined ? 'JOINT' : 'CAUCUS';
  await seed.mediationTexts.write({ mediationId, place: mediationPlaces.session(id), layer, partyId }, place);
}

async function recordTerms(seed: Seed, { terms }: DemoMediation, { mediation, parties }: Loaded): Promise<void> {
  for (const [index, { text, owedBy, days }] of terms.entries()) {
    const partyId = parties[owedBy]?.id;
    if (partyId === undefined) throw new RangeError('a side owes every term');
    const id = seed.ids.random<'MediationTerm'>();
    const due = new Date((mediation.endedAt ?? seed.anchor).getTime() + days * dayMs);
    const dueOn = due.toISOString().slice(0, 10);
    await seed.mediationTerms.add({ id, mediationId: mediation.id, position: index + 1, partyId, dueOn });
    const place = mediationPlaces.term(id);
    await seed.mediationTexts.write({ mediationId: mediation.id, place, layer: 'FILE' }, text);
  }
}

/** The case of a mediation that everybody signed is in mediation, and its formal clocks stand still. */
async function pauseCase(manager: EntityManager, { id, caseId, agreedAt }: Mediation): Promise<void> {
  if (caseId === undefined || agreedAt === undefined) return;
  const start = { from: agreedAt, basis: 'WRITTEN_AGREEMENT', reference: id } as const;
  await createDeadlineRepository(manager, demoZone).pause(caseId, start);
  await manager.query(`update case_file set status = 'IN_MEDIATION' where id = $1`, [caseId]);
}

/** The second mediator is not free of one mediation, so that its assignment has something to explain. */
async function declareTie(
  { vault }: Seed,
  manager: EntityManager,
  { tieOfSecondMediator }: DemoMediation,
): Promise<void> {
  if (tieOfSecondMediator === undefined) return;
  await manager.query('insert into mediator_tie (subject, name_index) values ($1, $2)', [
    'mediator-jo',
    vault.nameIndex(tieOfSecondMediator),
  ]);
}

/** The timed steps that still lie before a mediation. */
function jobsOf({ id, status, invitedUntil, followUpUntil }: Mediation): readonly PlannedJob[] {
  const payload = { mediationId: id };
  if (status === 'INVITED' && invitedUntil !== undefined)
    return [{ task: invitationEndTask, payload, runAt: invitedUntil, key: `${invitationEndTask}:${id}` }];
  if (status === 'FOLLOW_UP' && followUpUntil !== undefined)
    return [{ task: followUpEndTask, payload, runAt: followUpUntil, key: `${followUpEndTask}:${id}` }];
  return [];
}
