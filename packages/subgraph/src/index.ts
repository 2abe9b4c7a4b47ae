export * from './actor/actor-tables.js';
export { loadActor, type DepartmentDirectory } from './actor/load-actor.js';
export { addJobs, createJobQueue, type JobQueue, type PlannedJob } from './jobs/job-queue.js';
export { requireDone, type Task } from './jobs/start-worker.js';
export type { DeadLetterModel } from './operations/dead-letters.js';
export * from './server/academic-year.js';
export type { SubgraphExecutor, SubgraphRequest, SubgraphResponse } from './server/create-executor.js';
export { requestError } from './server/format-error.js';
export * from './server/listen.js';
export * from './server/logger.js';
export { mergeResolvers, type ResolverMap } from './server/merge-resolvers.js';
export * from './server/page-request.js';
export type {
  BaseContext,
  InsightsModel,
  InsightsThreshold,
  OperationsModel,
  ViewerModel,
} from './server/shared-resolvers.js';
export * from './server/system.js';
export * from './server/to-result.js';
export * from './server/type-defs.js';
export { countMemberData, type ErasureItemModel } from './personal-data/count-member-data.js';
export { eraseMemberData } from './personal-data/erase-member-data.js';
export { eraseSignIn } from './personal-data/erase-sign-in.js';
export * from './personal-data/export-part-reader.js';
export * from './personal-data/export-tables.js';
export { fieldWords } from './personal-data/field-words.js';
export * from './personal-data/personal-data.js';
export * from './personal-data/personal-data-resolvers.js';
export * from './personal-data/personal-section.js';
export { bindUseCases } from './service/bind-use-cases.js';
export { combineHandlers } from './service/combine-handlers.js';
export * from './service/define-service.js';
export * from './service/event-transports.js';
export { loadDemo } from './service/load-demo.js';
export { outliveLostDatabase } from './service/outlive-lost-database.js';
export { runServiceProcess } from './service/run-service-process.js';
export * from './service/start-service.js';
export * from './storage/bulk-rows.js';
export { apartFromRequest } from './storage/cancel-statements.js';
export * from './storage/create-data-source.js';
export {
  canonicalJson,
  inputDigest,
  type Claim,
  type IdempotentRequest,
  type KeyedRequest,
  type Outcome,
} from './storage/idempotency.js';
export * from './storage/rows.js';
export * from './storage/search-functions.js';
export type { IdempotentTransaction, KeyStore, Transaction, Unit } from './storage/transaction.js';
