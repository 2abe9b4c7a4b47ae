import type { EntityManager } from 'typeorm';
import { createPromiseRepository, type PromiseRepository } from '../promise/promise.repository.js';
import { createMatterTextRepository, type MatterTextRepository } from '../similar/matter-text.repository.js';
import { createAnswerRepository, type AnswerRepository } from './answer.repository.js';
import { createProposalRepository, type ProposalRepository } from './proposal.repository.js';
import { createProposalTextRepository, type ProposalTextRepository } from './proposal-text.repository.js';
import { createScreeningRepository, type ScreeningRepository } from './screening.repository.js';
import { createSupportRepository, type SupportRepository } from './support.repository.js';

/** The repositories that proposals are kept in, with the index of public matters and the waits for answers. */
export type ProposalRepositories = {
  readonly answers: AnswerRepository;
  readonly matters: MatterTextRepository;
  readonly promises: PromiseRepository;
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
    promises: createPromiseRepository(manager),
    proposals: createProposalRepository(manager),
    proposalTexts: createProposalTextRepository(manager),
    screenings: createScreeningRepository(manager),
    support: createSupportRepository(manager),
  };
}
