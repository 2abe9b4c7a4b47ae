import { toId, type Actor } from '@guildhall/kernel';
import { mergeResolvers, type Task } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import type { Deps, Repositories } from '../deps.js';
import { growthResolvers } from '../record/growth.resolvers.js';
import { createRebuildRepository, type RebuildRepository } from '../record/rebuild.repository.js';
import { createOwnStepLoader } from '../record/record.loaders.js';
import { createRecordReader, type RecordReader } from '../record/record-reader.repository.js';
import { recordRebuildResolvers } from '../record/record-rebuild.resolvers.js';
import { createRecordRepository, type RecordRepository } from '../record/record.repository.js';
import { recordResolvers } from '../record/record.resolvers.js';
import { hideEvidence, showEvidence } from '../record/use-cases/choose-evidence.js';
import { continueRebuild, rebuildRecord } from '../record/use-cases/rebuild-record.js';
import { createSkillLoader, createSkillMappingLoader } from '../skill/skill.loaders.js';
import { createSkillRepository, type SkillRepository } from '../skill/skill.repository.js';
import { skillResolvers } from '../skill/skill.resolvers.js';
import {
  confirmSkillVersion,
  declineSkillVersion,
  withdrawSkillVersion,
} from '../skill/use-cases/decide-skill-version.js';
import { proposeSkill, proposeSkillChange } from '../skill/use-cases/propose-skill.js';

/** The repositories of the record. */
export type RecordRepositories = {
  readonly records: RecordRepository;
  readonly recordReader: RecordReader;
  readonly rebuilds: RebuildRepository;
  readonly skills: SkillRepository;
};

/** These repositories over one connection or transaction. */
export function createRecordRepositories(manager: EntityManager): RecordRepositories {
  return {
    records: createRecordRepository(manager),
    recordReader: createRecordReader(manager),
    rebuilds: createRebuildRepository(manager),
    skills: createSkillRepository(manager),
  };
}

/** The loaders of the record, for one request. */
export function createRecordLoaders(actor: Actor, { skills, paths }: Pick<Repositories, 'skills' | 'paths'>) {
  return {
    skills: createSkillLoader(skills),
    skillMapping: createSkillMappingLoader(skills),
    ownSteps: createOwnStepLoader(actor, paths),
  };
}

/** Their resolvers. */
export const recordSliceResolvers = mergeResolvers([
  recordResolvers,
  growthResolvers,
  recordRebuildResolvers,
  skillResolvers,
]);

/** The mutations of the record and of skills. */
export const recordUseCases = {
  confirmSkillVersion,
  declineSkillVersion,
  hideEvidence,
  proposeSkill,
  proposeSkillChange,
  rebuildRecord,
  showEvidence,
  withdrawSkillVersion,
};

const rebuildPayload = z.object({ rebuildId: z.string() });

/** The background work of the record. */
export function createRecordTasks(deps: Deps): Readonly<Record<string, Task>> {
  return {
    'rebuild-record': (payload) => continueRebuild(deps, { rebuildId: toId(rebuildPayload.parse(payload).rebuildId) }),
  };
}
