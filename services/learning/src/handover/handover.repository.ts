import { memberOf, toPage, type Actor, type Id, type Page, type PageRequest } from '@guildhall/kernel';
import { insertRow, updateRow } from '@guildhall/subgraph';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { HandoverCapsuleEntity } from './handover-capsule.entity.js';
import type { HandoverCapsule, HandoverCapsuleId } from './handover-capsule.js';
import { visibleCapsules } from './handover.policy.js';

/** Reads and writes handovers; every read takes the actor. */
export type HandoverRepository = ReturnType<typeof createHandoverRepository>;

/** A repository over one connection or transaction. */
export function createHandoverRepository(manager: EntityManager) {
  const visible = (actor: Actor): SelectQueryBuilder<HandoverCapsule> => {
    const scope = visibleCapsules(actor);
    const query = manager.createQueryBuilder(HandoverCapsuleEntity, 'capsule');
    if (scope === 'all') return query.where('true');
    return query.where(
      '(capsule.successor_id = :self or cast(:self as uuid) = any(capsule.outgoing_ids) or capsule.group_id = any(:ownGroups))',
      { self: scope.memberId ?? null, ownGroups: scope.groupIds },
    );
  };

  return {
    /** One handover, or nothing when missing or hidden. */
    findVisible: (actor: Actor, id: HandoverCapsuleId): Promise<HandoverCapsule | null> =>
      visible(actor).andWhere('capsule.id = :id', { id }).getOne(),

    /** As `findVisible`, and nobody else changes it or what it holds until the transaction ends. */
    findVisibleLocked: (actor: Actor, id: HandoverCapsuleId): Promise<HandoverCapsule | null> =>
      visible(actor).andWhere('capsule.id = :id', { id }).setLock('for_no_key_update').getOne(),

    /** The handovers that the mandates are taken over or handed over by, locked. */
    listOfMandates: (actor: Actor, mandateIds: readonly Id<'Mandate'>[]): Promise<readonly HandoverCapsule[]> =>
      visible(actor)
        .andWhere('(capsule.mandate_id = any(:mandateIds) or capsule.predecessor_id = any(:mandateIds))', {
          mandateIds,
        })
        .orderBy('capsule.id')
        .setLock('for_no_key_update')
        .getMany(),

    /** The handovers of an office that nobody held before, as far as was known, and that nobody wrote in; locked. */
    listWithoutPredecessor: (
      actor: Actor,
      { kind, groupId, constituencyId }: Pick<HandoverCapsule, 'kind' | 'groupId' | 'constituencyId'>,
    ): Promise<readonly HandoverCapsule[]> =>
      visible(actor)
        .andWhere(
          `capsule.status = 'OPEN' and capsule.predecessor_id is null and capsule.kind = :kind
           and capsule.group_id is not distinct from :groupId and capsule.constituency_id is not distinct from :constituencyId
           and not exists (select 1 from handover_item i where i.capsule_id = capsule.id)`,
          { kind, groupId: groupId ?? null, constituencyId: constituencyId ?? null },
        )
        .orderBy('capsule.id')
        .setLock('for_no_key_update')
        .getMany(),

    /** Which mandates are handed over already. */
    async listHandedOver(actor: Actor, mandateIds: readonly Id<'Mandate'>[]): Promise<ReadonlySet<Id<'Mandate'>>> {
      const found = await visible(actor)
        .andWhere('capsule.predecessor_id = any(:mandateIds)', { mandateIds })
        .getMany();
      return new Set(found.flatMap(({ predecessorId }) => predecessorId ?? []));
    },

    /** The handovers in which the viewer is a party, the latest first. */
    async pageOwn(actor: Actor, { first, after }: PageRequest): Promise<Page<HandoverCapsule>> {
      const query = visible(actor).andWhere(
        '(capsule.successor_id = :party or cast(:party as uuid) = any(capsule.outgoing_ids))',
        { party: memberOf(actor) ?? null },
      );
      if (after !== undefined)
        query.andWhere('(capsule.openedAt, capsule.id) < (:openedAt, :after)', { openedAt: after[0], after: after[1] });
      const rows = await query
        .orderBy('capsule.openedAt', 'DESC')
        .addOrderBy('capsule.id', 'DESC')
        .limit(first + 1)
        .getMany();
      return toPage(rows, first, ({ openedAt, id }) => [openedAt.toISOString(), id]);
    },

    /** The handovers that are not accepted and of which the viewer is no party, the soonest due first. */
    async pageWatched(actor: Actor, { first, after }: PageRequest): Promise<Page<HandoverCapsule>> {
      const query = visible(actor).andWhere(
        `capsule.status in ('OPEN', 'OUTGOING_FILLED', 'SHADOWING')
         and (cast(:party as uuid) is null or (capsule.successor_id <> :party and not (cast(:party as uuid) = any(capsule.outgoing_ids))))`,
        { party: memberOf(actor) ?? null },
      );
      if (after !== undefined)
        query.andWhere('(capsule.dueAt, capsule.id) > (:dueAt, :after)', { dueAt: after[0], after: after[1] });
      const rows = await query
        .orderBy('capsule.dueAt')
        .addOrderBy('capsule.id')
        .limit(first + 1)
        .getMany();
      return toPage(rows, first, ({ dueAt, id }) => [dueAt.toISOString(), id]);
    },

    add: (capsule: HandoverCapsule): Promise<HandoverCapsule> => insertRow(manager, HandoverCapsuleEntity, capsule),
    save: (capsule: HandoverCapsule): Promise<HandoverCapsule> => updateRow(manager, HandoverCapsuleEntity, capsule),
  };
}
