import { addActorConstituencies, dropActorConstituencies } from '@guildhall/subgraph';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The projection of who studies in which constituency and who represents it, alike in every service. */
export class AddConstituency1780000000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await addActorConstituencies(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await dropActorConstituencies(runner);
  }
}
