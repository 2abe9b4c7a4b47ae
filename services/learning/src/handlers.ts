import type { EventHandlers } from '@guildhall/events';
import type { EntityManager } from 'typeorm';
import type { Repositories } from './deps.js';
import { createRecordHandlers, type HandlerKit } from './record/record.handlers.js';

/** What this service does when it hears from the others. Two handlers of one event must be one: spread them here only while their names differ. */
export function createHandlers(repositories: (manager: EntityManager) => Repositories, kit: HandlerKit): EventHandlers {
  return { ...createRecordHandlers(repositories, kit) };
}
