import { createSpineTables, dropSpineTables } from '@guildhall/events';
import { createActorTables, dropActorTables } from '@guildhall/subgraph';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The event spine and the projection of who may do what, alike in every service. */
export class CreateSpine1780000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await createSpineTables(runner);
    await createActorTables(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropActorTables(runner);
    await dropSpineTables(runner);
  }
}
