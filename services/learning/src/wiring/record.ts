import type { EntityManager } from 'typeorm';
import { createRecordRepository, type RecordRepository } from '../record/record.repository.js';

/** The repositories of the record. */
export type RecordRepositories = { readonly records: RecordRepository };

/** These repositories over one connection or transaction. */
export function createRecordRepositories(manager: EntityManager): RecordRepositories {
  return { records: createRecordRepository(manager) };
}
