export * from './catalogue.js';
export * from './streams.js';
export {
  discardDeadLetter,
  findDeadLetter,
  pageDeadLetters,
  retryDeadLetter,
  type DeadLetter,
} from './dead-letters.js';
export * from './envelope.js';
export * from './inbox.js';
export type { Loop } from './loop.js';
export * from './outbox.js';
export * from './relay.js';
export * from './retention.js';
export * from './spine-tables.js';
