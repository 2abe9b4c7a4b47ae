import { toPage, type Page, type PageRequest } from '@guildhall/kernel';
import { brokenConstraint, ConcurrentWrite, insertRow, updateRow } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import { VenueClosureEntity, VenueEntity } from './venue.entity.js';
import type { Venue, VenueClosure, VenueId } from './venue.js';

/** Narrows the list of venues: part of the name, and the least room. */
export type VenueFilter = { readonly search: string | undefined; readonly capacityMin: number | undefined };

/** Reads and writes venues, which anybody may read of: that there is a hall is no secret. */
export type VenueRepository = ReturnType<typeof createVenueRepository>;

/** A repository over one connection or transaction. */
export function createVenueRepository(manager: EntityManager) {
  /** Two venues of one name would be booked for each other. */
  const named = async (write: Promise<Venue>): Promise<Venue> => {
    try {
      return await write;
    } catch (error) {
      throw brokenConstraint(error) === 'venue_name_unique' ? new ConcurrentWrite() : error;
    }
  };

  return {
    /** The venues among `ids`, in no particular order. */
    list: (ids: readonly VenueId[]): Promise<readonly Venue[]> =>
      manager.createQueryBuilder(VenueEntity, 'venue').where('venue.id = any(:ids)', { ids }).getMany(),

    /** One venue, or nothing. */
    find: (id: VenueId): Promise<Venue | null> =>
      manager.createQueryBuilder(VenueEntity, 'venue').where('venue.id = :id', { id }).getOne(),

    /** As `find`, and nobody else changes or books it until the transaction ends. */
    findLocked: (id: VenueId): Promise<Venue | null> =>
      manager
        .createQueryBuilder(VenueEntity, 'venue')
        .where('venue.id = :id', { id })
        .setLock('for_no_key_update')
        .getOne(),

    /** Venues by name. */
    async page({ first, after }: PageRequest, { search, capacityMin }: VenueFilter): Promise<Page<Venue>> {
      const query = manager.createQueryBuilder(VenueEntity, 'venue').where('true');
      if (search !== undefined) query.andWhere('strpos(lower(venue.name), lower(:search)) > 0', { search });
      if (capacityMin !== undefined) query.andWhere('venue.capacity >= :capacityMin', { capacityMin });
      if (after !== undefined)
        query.andWhere('(venue.name, venue.id) > (:name, :id)', { name: after[0], id: after[1] });
      const rows = await query
        .orderBy('venue.name')
        .addOrderBy('venue.id')
        .limit(first + 1)
        .getMany();
      return toPage(rows, first, ({ name, id }) => [name, id]);
    },

    /** The closures of venues that touch the time, soonest first. */
    listClosures: (
      venueIds: readonly VenueId[],
      { from, to }: { readonly from: Date; readonly to: Date },
    ): Promise<readonly VenueClosure[]> =>
      manager
        .createQueryBuilder(VenueClosureEntity, 'closure')
        .where('closure.venueId = any(:venueIds) and closure.endsAt > :from and closure.startsAt < :to', {
          venueIds,
          from,
          to,
        })
        .orderBy('closure.startsAt')
        .addOrderBy('closure.id')
        .getMany(),

    /** One closure, or nothing. */
    findClosure: (id: VenueClosure['id']): Promise<VenueClosure | null> =>
      manager.createQueryBuilder(VenueClosureEntity, 'closure').where('closure.id = :id', { id }).getOne(),

    add: (venue: Venue): Promise<Venue> => named(insertRow(manager, VenueEntity, venue)),
    save: (venue: Venue): Promise<Venue> => named(updateRow(manager, VenueEntity, venue)),
    addClosure: (closure: VenueClosure): Promise<VenueClosure> => insertRow(manager, VenueClosureEntity, closure),
    removeClosure: async (id: VenueClosure['id']): Promise<void> => {
      await manager.query('delete from venue_closure where id = $1', [id]);
    },
  };
}
