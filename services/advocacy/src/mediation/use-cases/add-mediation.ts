import type { Id, IdSource } from '@guildhall/kernel';
import type { Unit } from '@guildhall/subgraph';
import type { Repositories } from '../../deps.js';
import { mediationPlaces } from '../../mediation-room/mediation-room.js';
import type { Vault } from '../../sealing/sealing.js';
import type { MediationRequest } from '../mediation-request.js';
import { openMediation, type Mediation, type PersonKey } from '../mediation.js';

/** What a new mediation starts from: a checked request, whose it is, and how far it is. */
export type NewMediation = {
  readonly asked: MediationRequest;
  readonly student: PersonKey;
  readonly caseId: Id<'Case'> | undefined;
  readonly status: 'PROPOSED' | 'REQUESTED';
};

/** Writes a mediation with its sides: the student first, bound to it, the others by name alone until they join. */
export async function addMediation(
  {
    mediations,
    mediationSides,
    mediationTexts,
  }: Pick<Repositories, 'mediations' | 'mediationSides' | 'mediationTexts'>,
  { asked, student, caseId, status }: NewMediation,
  { now, ids, vault }: { readonly now: Date; readonly ids: IdSource; readonly vault: Vault },
): Promise<Mediation> {
  const mediation = await mediations.add(openMediation(ids.random(), { caseId, status, now }));
  const mediationId = mediation.id;
  await mediationTexts.ensureLayer(mediationId, 'FILE');
  await mediationTexts.ensureLayer(mediationId, 'REQUEST');
  const own = {
    kind: asked.isCollective ? ('COLLECTIVE' as const) : ('STUDENT' as const),
    name: asked.ownName,
    departmentId: undefined,
  };
  for (const [index, { kind, name, departmentId }] of [own, ...asked.parties].entries()) {
    const id = ids.random<'MediationParty'>();
    const position = index + 1;
    await mediationSides.addParty({ id, mediationId, position, kind, departmentId, nameIndex: vault.nameIndex(name) });
    await mediationTexts.write({ mediationId, place: mediationPlaces.partyName(id), layer: 'FILE' }, name);
    if (position === 1)
      await mediationSides.addPerson({
        mediationId,
        partyId: id,
        person: student,
        isSpeaker: true,
        isStudent: true,
        joinedAt: now,
      });
  }
  await mediationTexts.write({ mediationId, place: mediationPlaces.request, layer: 'REQUEST' }, asked.request);
  return mediation;
}

/** The named departments by their public names; those that do not exist stay without one and fail the check. */
export async function nameDepartments(
  { departments }: Unit<Repositories>,
  asked: MediationRequest,
): Promise<MediationRequest> {
  const ids = asked.parties.flatMap(({ departmentId }) => departmentId ?? []);
  const names = new Map((await departments.listByIds(ids)).map(({ id, name }) => [id, name]));
  return {
    ...asked,
    parties: asked.parties.map((party) =>
      party.departmentId === undefined ? party : { ...party, name: names.get(party.departmentId) ?? '' },
    ),
  };
}
