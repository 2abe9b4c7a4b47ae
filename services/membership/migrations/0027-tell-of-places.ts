import type { MigrationInterface, QueryRunner } from 'typeorm';

const before = `
  'CONNECTION_REQUESTED', 'CONNECTION_ACCEPTED', 'CIRCLE_PROPOSED', 'CIRCLE_FORMED', 'CIRCLE_ENDED', 'COMPANY_FOUND',
  'MESSAGE', 'MESSAGE_REPORT_DECIDED', 'POST_REPLIED', 'POST_HELD', 'POST_RESTORED', 'POST_REMOVED',
  'POST_APPEAL_DECIDED', 'REPORT_DECIDED', 'REPORT_WAITING', 'NOTICE_POSTED', 'IDEA_RAISE_ASKED',
  'IDEA_RAISE_DECIDED', 'HELP_OFFERED', 'HELP_MATCHED', 'HELP_ARRANGED', 'HELP_DONE_CLAIMED', 'HELP_COMPLETED',
  'HELP_UNMATCHED', 'HELP_EXPIRED', 'HELP_CANCELLED', 'HELP_DISPUTED', 'HELP_DECIDED', 'GROUP_INVITED',
  'GROUP_REQUESTED', 'GROUP_REQUEST_DECIDED', 'GROUP_REMOVED', 'GROUP_STATUS', 'REAFFILIATION_DUE',
  'OFFICERS_MISSING', 'MANDATE_STARTED', 'MANDATE_ENDING', 'MANDATE_ENDED', 'MEMBERSHIP_STATUS', 'APPEAL_DECIDED',
  'EXPORT_READY', 'ERASURE_SCHEDULED', 'NEEDS_READ', 'ISSUE_RAISED', 'ISSUE_STATUS', 'PROPOSAL_STATUS',
  'PROPOSAL_DELIVERED', 'PLACE_CHANGED', 'ACTIVITY_CHANGED', 'ATTENDANCE_CONFIRMED', 'LEARNING_PROGRESS'`;

const added = `
  'SEAT_OFFERED', 'OFFER_EXPIRED', 'DRAWN', 'STRIKE_GIVEN', 'STRIKE_DECIDED', 'TASK_ASSIGNED', 'TASK_DUE',
  'SHIFT_CHANGED', 'HOURS_DECIDED', 'FEEDBACK_ASKED', 'THANKED', 'JUDGED'`;

/** The reasons to tell members of seats, draws, strikes, tasks, shifts, hours, feedback, thanks and judged activities. */
export class TellOfPlaces1780000000027 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table notification drop constraint notification_reason_known;
      alter table notification add constraint notification_reason_known check (reason in (${before}, ${added}));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from notification where reason in (${added});
      alter table notification drop constraint notification_reason_known;
      alter table notification add constraint notification_reason_known check (reason in (${before}));
    `);
  }
}
