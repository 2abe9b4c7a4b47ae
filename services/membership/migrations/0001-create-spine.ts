import { createSpineTables, dropSpineTables } from '@guildhall/events';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The event spine, alike in every service. */
export class CreateSpine1780000000001 implements MigrationInterface {
  up(runner: QueryRunner): Promise<void> {
    return createSpineTables(runner);
  }

  down(runner: QueryRunner): Promise<void> {
    return dropSpineTables(runner);
  }
}
