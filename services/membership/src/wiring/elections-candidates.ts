import type { Actor, Clock, IdSource } from '@guildhall/kernel';
import { mergeResolvers } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import { CandidacyAppealEntity, CandidateEntity } from '../candidate/candidate.entity.js';
import {
  createCandidateLoader,
  createContestCandidatesLoader,
  createNominatorLoader,
} from '../candidate/candidate.loaders.js';
import { createCandidateRepository, type CandidateRepository } from '../candidate/candidate.repository.js';
import { candidateResolvers } from '../candidate/candidate.resolvers.js';
import { appealCandidacy } from '../candidate/use-cases/appeal-candidacy.js';
import { consentToStand } from '../candidate/use-cases/consent-to-stand.js';
import { decideCandidacyAppeal } from '../candidate/use-cases/decide-candidacy-appeal.js';
import { declineNomination } from '../candidate/use-cases/decline-nomination.js';
import { disqualifyCandidate } from '../candidate/use-cases/disqualify-candidate.js';
import { editStatement } from '../candidate/use-cases/edit-statement.js';
import { screenCandidate } from '../candidate/use-cases/screen-candidate.js';
import { withdrawCandidacy } from '../candidate/use-cases/withdraw-candidacy.js';
import { ElectionComplaintEntity } from '../election-complaint/election-complaint.entity.js';
import {
  createElectionComplaintRepository,
  type ElectionComplaintRepository,
} from '../election-complaint/election-complaint.repository.js';
import { electionComplaintResolvers } from '../election-complaint/election-complaint.resolvers.js';
import { complainAboutElection } from '../election-complaint/use-cases/complain-about-election.js';
import { ruleOnElectionComplaint } from '../election-complaint/use-cases/rule-on-election-complaint.js';
import { createNominationRepository, type NominationRepository } from '../nomination/nomination.repository.js';
import { nominateCandidate } from '../nomination/use-cases/nominate-candidate.js';

/** The tables of candidates and complaints that are read as entities. */
export const candidateEntities = [CandidateEntity, CandidacyAppealEntity, ElectionComplaintEntity];

/** The repositories of who stands, who nominated them, and of complaints. */
export type CandidateRepositories = {
  readonly candidates: CandidateRepository;
  readonly nominations: NominationRepository;
  readonly electionComplaints: ElectionComplaintRepository;
};

/** These repositories over one connection or transaction. */
export function createCandidateRepositories(
  manager: EntityManager,
  scope: { readonly ids: IdSource; readonly clock: Clock },
): CandidateRepositories {
  return {
    candidates: createCandidateRepository(manager, scope),
    nominations: createNominationRepository(manager, scope),
    electionComplaints: createElectionComplaintRepository(manager),
  };
}

/** The loaders of who stands and who nominated them, for one request. */
export function createCandidateLoaders(actor: Actor, repositories: CandidateRepositories) {
  return {
    candidates: createCandidateLoader(actor, repositories),
    candidatesOf: createContestCandidatesLoader(actor, repositories),
    nominatorsOf: createNominatorLoader(repositories),
  };
}

/** The mutations of candidates, those who nominate and those who complain, and what is decided about them. */
export const candidateUseCases = {
  appealCandidacy,
  complainAboutElection,
  consentToStand,
  decideCandidacyAppeal,
  declineNomination,
  disqualifyCandidate,
  editStatement,
  nominateCandidate,
  ruleOnElectionComplaint,
  screenCandidate,
  withdrawCandidacy,
};

/** Their resolvers. */
export const candidacyResolvers = mergeResolvers([candidateResolvers, electionComplaintResolvers]);
