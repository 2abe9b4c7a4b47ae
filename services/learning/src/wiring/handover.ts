import { toId } from '@guildhall/kernel';
import { mergeResolvers, requireDone, type Task } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import type { Deps } from '../deps.js';
import { HandoverCapsuleEntity } from '../handover/handover-capsule.entity.js';
import {
  createHandoverContentRepository,
  type HandoverContentRepository,
} from '../handover/handover-content.repository.js';
import { HandoverItemEntity, HandoverQuestionEntity } from '../handover/handover-item.entity.js';
import { handoverItemResolvers } from '../handover/handover-item.resolvers.js';
import { createHandoverRepository, type HandoverRepository } from '../handover/handover.repository.js';
import { handoverResolvers as capsuleResolvers } from '../handover/handover.resolvers.js';
import { createMandateTermRepository, type MandateTermRepository } from '../handover/mandate-term.repository.js';
import { answerHandoverQuestion, askHandoverQuestion } from '../handover/use-cases/ask-question.js';
import { acceptHandover, handOver, startHandoverShadowing } from '../handover/use-cases/move-capsule.js';
import {
  alertHandover,
  forgetHandover,
  remindHandover,
  sealHandover,
  type TimedHandover,
} from '../handover/use-cases/timed-handover.js';
import {
  addHandoverItem,
  editHandoverItem,
  removeHandoverItem,
  setHandoverSection,
  tickHandoverItem,
} from '../handover/use-cases/write-item.js';

/** The tables of handovers that are read as entities. */
export const handoverEntities = [HandoverCapsuleEntity, HandoverItemEntity, HandoverQuestionEntity];

/** The repositories of handovers. */
export type HandoverRepositories = {
  readonly handovers: HandoverRepository;
  readonly handoverContents: HandoverContentRepository;
  readonly mandateTerms: MandateTermRepository;
};

/** These repositories over one connection or transaction. */
export function createHandoverRepositories(manager: EntityManager): HandoverRepositories {
  return {
    handovers: createHandoverRepository(manager),
    handoverContents: createHandoverContentRepository(manager),
    mandateTerms: createMandateTermRepository(manager),
  };
}

/** The mutations of handovers. */
export const handoverUseCases = {
  acceptHandover,
  addHandoverItem,
  answerHandoverQuestion,
  askHandoverQuestion,
  editHandoverItem,
  handOver,
  removeHandoverItem,
  setHandoverSection,
  startHandoverShadowing,
  tickHandoverItem,
};

/** The resolvers of handovers. */
export const handoverResolvers = mergeResolvers([capsuleResolvers, handoverItemResolvers]);

const payloadOf = z.object({ capsuleId: z.string() });

/** The timed decisions about handovers. */
export function createHandoverTasks(deps: Deps): Readonly<Record<string, Task>> {
  const task =
    <R extends Parameters<typeof requireDone>[0]>(decide: (deps: Deps, which: TimedHandover) => Promise<R>): Task =>
    async (payload) => {
      requireDone(await decide(deps, { capsuleId: toId(payloadOf.parse(payload).capsuleId) }));
    };
  return {
    'remind-handover': task(remindHandover),
    'alert-handover': task(alertHandover),
    'seal-handover': task(sealHandover),
    'forget-handover': task(forgetHandover),
  };
}
