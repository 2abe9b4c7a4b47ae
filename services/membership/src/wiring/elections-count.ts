import type { Actor } from '@guildhall/kernel';
import type { EntityManager } from 'typeorm';
import { createCounter } from '../count/contest-counter.worker.js';
import type { Counter } from '../count/count-result.js';
import { createBallotFileLoader, createCountLoader } from '../count/count.loaders.js';
import { createCountRepository, type CountRepository } from '../count/count.repository.js';

/** What counting reads, writes and counts with. */
export type CountRepositories = { readonly counts: CountRepository; readonly counter: Counter };

const counter = createCounter();

/** These over one connection or transaction. */
export function createCountRepositories(manager: EntityManager): CountRepositories {
  return { counts: createCountRepository(manager), counter };
}

/** The loaders of how contests were counted. */
export function createCountLoaders(actor: Actor, { counts }: CountRepositories) {
  return { countsOf: createCountLoader(actor, counts), ballotFilesOf: createBallotFileLoader(actor, counts) };
}
