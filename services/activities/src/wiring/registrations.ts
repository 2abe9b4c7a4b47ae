import { toId } from '@guildhall/kernel';
import { requireDone, type Task } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import type { Deps } from '../deps.js';
import { PoolEntity } from '../pool/pool.entity.js';
import { createPoolCountLoader, createPoolLoader } from '../pool/pool.loaders.js';
import { createPoolRepository, type PoolRepository } from '../pool/pool.repository.js';
import { poolResolvers } from '../pool/pool.resolvers.js';
import { addPool } from '../pool/use-cases/add-pool.js';
import { editPool } from '../pool/use-cases/edit-pool.js';
import { mergePool, mergePoolTask } from '../pool/use-cases/merge-pool.js';
import { removePool } from '../pool/use-cases/remove-pool.js';
import { createSeatRepository, type SeatRepository } from '../registration/seat.repository.js';
import { acceptOffer } from '../registration/use-cases/accept-offer.js';
import { declineOffer } from '../registration/use-cases/decline-offer.js';
import { excuseRegistration } from '../registration/use-cases/excuse-registration.js';
import { expireOffer } from '../registration/use-cases/expire-offer.js';
import { expireOfferTask } from '../registration/use-cases/fill-seats.js';

/** The tables of pools that are read as entities. */
export const poolEntities = [PoolEntity];

/** The repositories of seats and of the pools that keep them. */
export type SeatRepositories = { readonly seats: SeatRepository; readonly pools: PoolRepository };

/** These repositories over one connection or transaction. */
export function createSeatRepositories(manager: EntityManager): SeatRepositories {
  return { seats: createSeatRepository(manager), pools: createPoolRepository(manager) };
}

/** The loaders of pools, for one request. */
export function createPoolLoaders({ pools }: Pick<SeatRepositories, 'pools'>) {
  return { pools: createPoolLoader(pools), poolCounts: createPoolCountLoader(pools) };
}

/** Their resolvers. */
export const seatResolvers = poolResolvers;

/** The mutations of offers, excuses and pools. */
export const seatUseCases = { acceptOffer, addPool, declineOffer, editPool, excuseRegistration, removePool };

const registrationPayload = z.object({ registrationId: z.string() });
const poolPayload = z.object({ poolId: z.string() });

/** The timed decisions about seats, made as the platform. */
export function createSeatTasks(deps: Pick<Deps, 'transaction' | 'clock'>): Readonly<Record<string, Task>> {
  return {
    [expireOfferTask]: async (payload, due) => {
      const { registrationId } = registrationPayload.parse(payload);
      requireDone(await expireOffer(deps, { registrationId: toId(registrationId), due }));
    },
    [mergePoolTask]: async (payload) => {
      requireDone(await mergePool(deps, { poolId: toId(poolPayload.parse(payload).poolId) }));
    },
  };
}
