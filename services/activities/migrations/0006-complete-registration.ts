import type { MigrationInterface, QueryRunner } from 'typeorm';

const before = `'CONFIRMED', 'WAITLISTED', 'CANCELLED', 'LATE_CANCELLED', 'WITHDRAWN', 'CHECKED_IN', 'ATTENDED', 'NO_SHOW', 'VOID', 'REMOVED'`;
const added = `'ENTERED', 'OFFERED', 'OFFER_EXPIRED', 'CHECKED_OUT'`;
const waitingOrder = `activity_id, priority, coalesce(draw_number, '~'), queued_at, id`;

/**
 * The second half of machine D: entries to a draw, offers that hold a seat, and leaving through the door. Whoever waits
 * already joined a list that confirmed at once, and keeps that promise; whoever joins from now on says so themselves.
 */
export class CompleteRegistration1780000000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table registration
        add offered_at timestamptz,
        add offer_expires_at timestamptz,
        add auto_accept boolean not null default false,
        add priority smallint not null default 0,
        add draw_number text collate "C",
        add pool_id uuid,
        add party_id uuid,
        add despite_clash boolean not null default false,
        add excused boolean not null default false,
        add checked_out_at timestamptz,
        add is_late boolean not null default false,
        add rules_version integer not null default 1,
        drop constraint registration_status_known,
        drop constraint registration_check_in_dated;
      update registration set auto_accept = true where status = 'WAITLISTED';
      alter table registration
        add constraint registration_status_known check (status in (${before}, ${added})),
        add constraint registration_check_in_dated check (status not in ('CHECKED_IN', 'CHECKED_OUT') or checked_in_at is not null),
        add constraint registration_check_out_dated check (status <> 'CHECKED_OUT' or checked_out_at is not null),
        add constraint registration_check_out_after check (checked_out_at >= checked_in_at),
        add constraint registration_offer_dated check (status not in ('OFFERED', 'OFFER_EXPIRED') or offer_expires_at is not null),
        add constraint registration_offer_lasts check ((offered_at is null) = (offer_expires_at is null) and offer_expires_at > offered_at),
        add constraint registration_excused_absence check (not excused or status in ('LATE_CANCELLED', 'NO_SHOW'));
      drop index registration_one_live;
      create unique index registration_one_live on registration (activity_id, member_id) where status in
        ('ENTERED', 'WAITLISTED', 'OFFERED', 'CONFIRMED', 'CHECKED_IN', 'CHECKED_OUT', 'ATTENDED', 'NO_SHOW');
      drop index registration_seats;
      create index registration_seats on registration (activity_id, pool_id) where status in
        ('OFFERED', 'CONFIRMED', 'CHECKED_IN', 'CHECKED_OUT', 'ATTENDED', 'NO_SHOW');
      drop index registration_waiting;
      create index registration_waiting on registration (${waitingOrder}) where status = 'WAITLISTED';
      create index registration_entered on registration (activity_id, party_id) where status = 'ENTERED';
      create index registration_pool on registration (pool_id);
      create index registration_party on registration (party_id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index registration_party, registration_pool, registration_entered, registration_waiting, registration_seats, registration_one_live;
      update registration set status = case status when 'CHECKED_OUT' then 'CHECKED_IN' when 'OFFER_EXPIRED' then 'WITHDRAWN' else 'WAITLISTED' end
        where status in (${added});
      alter table registration
        drop constraint registration_excused_absence,
        drop constraint registration_offer_lasts,
        drop constraint registration_offer_dated,
        drop constraint registration_check_out_after,
        drop constraint registration_check_out_dated,
        drop constraint registration_check_in_dated,
        drop constraint registration_status_known,
        add constraint registration_status_known check (status in (${before})),
        add constraint registration_check_in_dated check (status <> 'CHECKED_IN' or checked_in_at is not null),
        drop rules_version, drop is_late, drop checked_out_at, drop excused, drop despite_clash, drop party_id, drop pool_id,
        drop draw_number, drop priority, drop auto_accept, drop offer_expires_at, drop offered_at;
      create unique index registration_one_live on registration (activity_id, member_id)
        where status in ('CONFIRMED', 'WAITLISTED', 'CHECKED_IN', 'ATTENDED', 'NO_SHOW');
      create index registration_seats on registration (activity_id) where status in ('CONFIRMED', 'CHECKED_IN', 'ATTENDED', 'NO_SHOW');
      create index registration_waiting on registration (activity_id, queued_at, id) where status = 'WAITLISTED';
    `);
  }
}
