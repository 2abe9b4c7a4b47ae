import type { EventHandlers } from '@guildhall/events';
import { combineHandlers } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';
import { createBlockHandlers } from './block/block.handlers.js';
import type { Repositories } from './deps.js';
import { createHandoverHandlers } from './handover/handover.handlers.js';
import { createRecordHandlers, type HandlerKit } from './record/record.handlers.js';

/** What this service does when it hears from the others. */
export function createHandlers(repositories: (manager: EntityManager) => Repositories, kit: HandlerKit): EventHandlers {
  return combineHandlers(
    createRecordHandlers(repositories, kit),
    combineHandlers(createHandoverHandlers(repositories, kit), createBlockHandlers(repositories, kit)),
  );
}
