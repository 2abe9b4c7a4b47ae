import type { EntityManager } from 'typeorm';
import type { InnerReading } from './disclosure.js';

/** Appends to the record of who read notes and reasons inside the advice service, over one connection or transaction; no API reads it. */
export function createInnerReadingRepository(manager: EntityManager) {
  return {
    async append(readings: readonly InnerReading[]): Promise<void> {
      if (readings.length === 0) return;
      await manager.query(
        `insert into inner_reading (case_id, reader, places, at)
         select "caseId", reader, places, at from jsonb_to_recordset($1::jsonb) as row("caseId" uuid, reader text, places text[], at timestamptz)`,
        [JSON.stringify(readings)],
      );
    },
  };
}
