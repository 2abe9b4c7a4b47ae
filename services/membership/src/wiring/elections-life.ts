import type { EntityManager } from 'typeorm';
import { ContestEntity } from '../contest/contest.entity.js';
import { createContestRepository, type ContestRepository } from '../contest/contest.repository.js';
import { ElectionEntity } from '../election/election.entity.js';
import { createElectionRepository, type ElectionRepository } from '../election/election.repository.js';

/** The tables of elections and contests that are read as entities. */
export const electionLifeEntities = [ElectionEntity, ContestEntity];

/** The repositories of the life of elections. */
export type ElectionLifeRepositories = {
  readonly elections: ElectionRepository;
  readonly contests: ContestRepository;
};

/** These repositories over one connection or transaction. */
export function createElectionLifeRepositories(manager: EntityManager): ElectionLifeRepositories {
  return { elections: createElectionRepository(manager), contests: createContestRepository(manager) };
}
