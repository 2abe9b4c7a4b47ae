import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever is erased gives way to nobody in what they supported; their vote, which the totals need, follows. */
export class ForgetSupporters1780000000023 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table issue_vote drop constraint issue_vote_of_supporter;
      alter table issue_vote add constraint issue_vote_of_supporter
        foreign key (issue_id, member_id) references issue_support on update cascade;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table issue_vote drop constraint issue_vote_of_supporter;
      alter table issue_vote add constraint issue_vote_of_supporter
        foreign key (issue_id, member_id) references issue_support;
    `);
  }
}
