import { toId, type Actor } from '@guildhall/kernel';
import { mergeResolvers, requireDone, type Task } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { ContestEntity } from '../contest/contest.entity.js';
import { createContestRepository, type ContestRepository } from '../contest/contest.repository.js';
import { contestResolvers } from '../contest/contest.resolvers.js';
import { addContest } from '../contest/use-cases/add-contest.js';
import { editContest } from '../contest/use-cases/edit-contest.js';
import { removeContest } from '../contest/use-cases/remove-contest.js';
import type { Deps } from '../deps.js';
import { electionMutationResolvers } from '../election/election-mutations.resolvers.js';
import { ElectionEntity } from '../election/election.entity.js';
import { createElectionLoaders } from '../election/election.loaders.js';
import { createElectionRepository, type ElectionRepository } from '../election/election.repository.js';
import { electionResolvers } from '../election/election.resolvers.js';
import { announceElection } from '../election/use-cases/announce-election.js';
import { declareElection } from '../election/use-cases/declare-election.js';
import { editElection } from '../election/use-cases/edit-election.js';
import {
  closeNominations,
  closeVoting,
  openCampaign,
  openNominations,
  openVoting,
  type ElectionInstant,
} from '../election/use-cases/follow-election.js';
import { planByElection } from '../election/use-cases/plan-by-election.js';
import { planElection } from '../election/use-cases/plan-election.js';
import { publishCandidates } from '../election/use-cases/publish-candidates.js';
import { resumeElection } from '../election/use-cases/resume-election.js';
import { electionTasks } from '../election/use-cases/set-clocks.js';
import { suspendElection } from '../election/use-cases/suspend-election.js';
import { electionNotices, electionNoticeTask, tellOfElection } from '../election/use-cases/tell-of-election.js';
import { voidElection } from '../election/use-cases/void-election.js';
import {
  createElectionOfficeRepository,
  type ElectionOfficeRepository,
} from '../election-office/election-office.repository.js';
import { electionOfficeResolvers } from '../election-office/election-office.resolvers.js';

/** The tables of elections and contests that are read as entities. */
export const electionLifeEntities = [ElectionEntity, ContestEntity];

/** The repositories of the life of elections. */
export type ElectionLifeRepositories = {
  readonly elections: ElectionRepository;
  readonly contests: ContestRepository;
  readonly electionOffice: ElectionOfficeRepository;
};

/** These repositories over one connection or transaction. */
export function createElectionLifeRepositories(manager: EntityManager): ElectionLifeRepositories {
  return {
    elections: createElectionRepository(manager),
    contests: createContestRepository(manager),
    electionOffice: createElectionOfficeRepository(manager),
  };
}

/** The loaders of elections and contests, for one request. */
export function createElectionLifeLoaders(actor: Actor, now: Date, repositories: ElectionLifeRepositories) {
  return createElectionLoaders(actor, now, repositories);
}

/** The mutations of returning officers. */
export const electionLifeUseCases = {
  addContest,
  announceElection,
  declareElection,
  editContest,
  editElection,
  planByElection,
  planElection,
  publishCandidates,
  removeContest,
  resumeElection,
  suspendElection,
  voidElection,
};

/** The resolvers of elections and contests. */
export const electionLifeResolvers = mergeResolvers([
  electionResolvers,
  electionMutationResolvers,
  contestResolvers,
  electionOfficeResolvers,
]);

const electionPayload = z.object({ electionId: z.string() });
const noticePayload = electionPayload.extend({ reason: z.enum(electionNotices), after: z.string().optional() });

type Instant = (deps: Deps, instant: ElectionInstant) => ReturnType<typeof openVoting>;

/** What elections do by themselves at the instants of their schedule. */
export function createElectionLifeTasks(deps: Deps): Readonly<Record<string, Task>> {
  const at =
    (decide: Instant): Task =>
    async (payload, due) => {
      requireDone(await decide(deps, { electionId: toId(electionPayload.parse(payload).electionId), at: due }));
    };
  return {
    [electionTasks.tellNominations]: at(openNominations),
    [electionTasks.closeNominations]: at(closeNominations),
    [electionTasks.openCampaign]: at(openCampaign),
    [electionTasks.openVoting]: at(openVoting),
    [electionTasks.closeVoting]: at(closeVoting),
    [electionNoticeTask]: async (payload) => {
      const { electionId, reason, after } = noticePayload.parse(payload);
      requireDone(
        await tellOfElection(deps, {
          electionId: toId(electionId),
          reason,
          after: after === undefined ? undefined : toId(after),
        }),
      );
    },
  };
}
