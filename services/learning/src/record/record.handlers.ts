import { createOutbox, type DomainEvent, type EventHandlers, type EventType } from '@guildhall/events';
import type { Clock, IdSource } from '@guildhall/kernel';
import { createJobQueue } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import type { FactUnit, Repositories } from '../deps.js';
import { factOf, type RecordEvent } from './heard-facts.handlers.js';
import { hearFact } from './use-cases/hear-fact.js';

/** What a handler of this service works with inside the inbox's transaction. */
export type HandlerKit = { readonly clock: Clock; readonly ids: IdSource };

/** The unit of one handler's transaction. */
export function factUnit(
  repositories: (manager: EntityManager) => Repositories,
  manager: EntityManager,
  { clock, ids }: HandlerKit,
): FactUnit {
  return { ...repositories(manager), outbox: createOutbox(manager, clock, ids), jobs: createJobQueue(manager) };
}

/** What other services tell becomes part of the record, and everything that follows from it is brought in line at once. */
export function createRecordHandlers(
  repositories: (manager: EntityManager) => Repositories,
  kit: HandlerKit,
): EventHandlers {
  const hear = async (manager: EntityManager, event: RecordEvent): Promise<void> => {
    await hearFact(factUnit(repositories, manager, kit), factOf(event), kit.clock.now());
  };
  return {
    AttendanceConfirmed: hear,
    AttendanceVoided: hear,
    ActivityLed: hear,
    ActivityLedVoided: hear,
    HoursVerified: hear,
    HoursVoided: hear,
    MandateStarted: hear,
    MandateEnded: hear,
    ProposalDelivered: hear,
  } satisfies {
    readonly [Type in RecordEvent['name']]: (m: EntityManager, e: DomainEvent<Type & EventType>) => Promise<void>;
  };
}
