import type { EntityManager } from 'typeorm';
import { createMatterTextRepository, type MatterTextRepository } from '../similar/matter-text.repository.js';
import { createAnswerRepository, type AnswerRepository } from './answer.repository.js';
import { createProposalRepository, type ProposalRepository } from './proposal.repository.js';
import { createProposalTextRepository, type ProposalTextRepository } from './proposal-text.repository.js';
import { createScreeningRepository, type ScreeningRepository } from './screening.repository.js';
import { createSupportRepository, type SupportRepository } from './support.repository.js';

/** The repositories that proposals are kept in, and the index of public matters. */
export type ProposalRepositories = {
  readonly answers: AnswerRepository;
  readonly matters: MatterTextRepository;
  readonly proposals: ProposalRepository;
  readonly proposalTexts: ProposalTextRepository;
  readonly screenings: ScreeningRepository;
  readonly support: SupportRepository;
};

/** All of them over one connection or transaction. */
export function createProposalRepositories(manager: EntityManager): ProposalRepositories {
  return {
    answers: createAnswerRepository(manager),
    matters: createMatterTextRepository(manager),
    proposals: createProposalRepository(manager),
    proposalTexts: createProposalTextRepository(manager),
    screenings: createScreeningRepository(manager),
    support: createSupportRepository(manager),
  };
}
