import { createExportTables, dropExportTables } from '@guildhall/subgraph';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where this service keeps its part of a copy of what is kept about somebody, until it is deleted. */
export class CreatePersonalData1780000000006 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return createExportTables(runner);
  }

  down(runner: QueryRunner): Promise<void> {
    return dropExportTables(runner);
  }
}
