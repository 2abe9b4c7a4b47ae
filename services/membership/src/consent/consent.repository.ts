import { toPage, type Actor, type Id, type Page, type PageRequest } from '@guildhall/kernel';
import { updateRow } from '@guildhall/subgraph';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { ConsentEntity } from './consent.entity.js';
import type { Consent, ConsentId } from './consent.js';
import { visibleConsents } from './consent.policy.js';

/** Reads and writes consents; what they allow is read through `live_consent` alone. */
export type ConsentRepository = ReturnType<typeof createConsentRepository>;

/** A repository over one connection or transaction. */
export function createConsentRepository(manager: EntityManager) {
  const visible = (actor: Actor): SelectQueryBuilder<Consent> =>
    manager
      .createQueryBuilder(ConsentEntity, 'consent')
      .where('consent.memberId = :owner', { owner: visibleConsents(actor) ?? null });
  return {
    /** One consent of the actor's own, or nothing; nobody else changes it until the transaction ends. */
    findVisibleLocked: (actor: Actor, id: ConsentId): Promise<Consent | null> =>
      visible(actor).andWhere('consent.id = :id', { id }).setLock('pessimistic_write').getOne(),

    /** The consents of the actor's own, ended ones too, the newest first. */
    async page(actor: Actor, { first, after }: PageRequest): Promise<Page<Consent>> {
      const query = visible(actor);
      if (after !== undefined)
        query.andWhere('(consent.fromAt, consent.id) < (:at, :id)', { at: after[0], id: after[1] });
      const rows = await query
        .orderBy('consent.fromAt', 'DESC')
        .addOrderBy('consent.id', 'DESC')
        .limit(first + 1)
        .getMany();
      return toPage(rows, first, ({ fromAt, id }) => [fromAt.toISOString(), id]);
    },

    /** The actor's own consents for single activities that are alive. */
    listOwnForActivities: (
      actor: Actor,
      activityIds: readonly Id<'Activity'>[],
      now: Date,
    ): Promise<readonly Consent[]> =>
      visible(actor)
        .andWhere('consent.activityId = any(:activityIds) and consent.toAt > :now and consent.withdrawnAt is null', {
          activityIds,
          now,
        })
        .getMany(),

    /** Adds a consent unless one for the same purpose and audience is alive in its time; tells whether it was added. */
    async addUnlessAlive(consent: Consent): Promise<boolean> {
      const inserted: { readonly raw: unknown } = await manager
        .createQueryBuilder()
        .insert()
        .into(ConsentEntity)
        .values(consent)
        .orIgnore()
        .returning('id')
        .updateEntity(false)
        .execute();
      return Array.isArray(inserted.raw) && inserted.raw.length > 0;
    },

    save: (consent: Consent): Promise<Consent> => updateRow(manager, ConsentEntity, consent),
  };
}
