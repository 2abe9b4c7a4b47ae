import type { Clock, IdSource } from '@guildhall/kernel';
import type { EntityManager } from 'typeorm';
import { CandidacyAppealEntity, CandidateEntity } from '../candidate/candidate.entity.js';
import { createCandidateRepository, type CandidateRepository } from '../candidate/candidate.repository.js';

/** The tables of candidates and complaints that are read as entities. */
export const candidateEntities = [CandidateEntity, CandidacyAppealEntity];

/** The repositories of who stands, who nominated them, and of complaints. */
export type CandidateRepositories = {
  readonly candidates: CandidateRepository;
};

/** These repositories over one connection or transaction. */
export function createCandidateRepositories(
  manager: EntityManager,
  scope: { readonly ids: IdSource; readonly clock: Clock },
): CandidateRepositories {
  return { candidates: createCandidateRepository(manager, scope) };
}
