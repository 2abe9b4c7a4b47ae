import type { EntityManager } from 'typeorm';
import { StrikeEntity } from '../strike/strike.entity.js';
import { createStrikeWeightLoader } from '../strike/strike.loaders.js';
import { createStrikeRepository, type StrikeRepository } from '../strike/strike.repository.js';
import { appealStrike } from '../strike/use-cases/appeal-strike.js';
import { decideStrikeAppeal } from '../strike/use-cases/decide-strike-appeal.js';

/** The tables of strikes that are read as entities. */
export const strikeEntities = [StrikeEntity];

/** The repositories of strikes. */
export type StrikeRepositories = { readonly strikes: StrikeRepository };

/** These repositories over one connection or transaction. */
export function createStrikeRepositories(manager: EntityManager): StrikeRepositories {
  return { strikes: createStrikeRepository(manager) };
}

/** The loaders of strikes, for one request. */
export function createStrikeLoaders(now: Date, { strikes }: StrikeRepositories) {
  return { strikeWeights: createStrikeWeightLoader(strikes, now) };
}

/** The mutations of strikes. */
export const strikeUseCases = { appealStrike, decideStrikeAppeal };
