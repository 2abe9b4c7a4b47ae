import type { Actor } from '@guildhall/kernel';
import type { EntityManager } from 'typeorm';
import { createFriendsGoingLoader } from '../going/going.loaders.js';
import { createGoingRepository, type GoingRepository } from '../going/going.repository.js';
import { changeGoingSharing } from '../going/use-cases/change-going-sharing.js';

/** The repositories of who goes where. */
export type GoingRepositories = { readonly going: GoingRepository };

/** These repositories over one connection or transaction. */
export function createGoingRepositories(manager: EntityManager): GoingRepositories {
  return { going: createGoingRepository(manager) };
}

/** The loaders of who goes where. */
export function createGoingLoaders(actor: Actor, { going }: GoingRepositories) {
  return { friendsGoing: createFriendsGoingLoader(actor, going) };
}

/** The mutations about who may know where somebody goes. */
export const goingUseCases = { changeGoingSharing };
