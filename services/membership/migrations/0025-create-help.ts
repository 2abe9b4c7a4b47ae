import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Asks for help, offers to them, who helps, and what is disputed (domain 1.3 F). What must never break is enforced here:
 * nobody helps themselves, no more helpers than were asked for, one offer of a person to a request, one request made of
 * an expired one, and no match of two people who blocked each other.
 */
export class CreateHelp1780000000025 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table help_request (
        id uuid constraint help_request_pk primary key,
        requester_id uuid not null constraint help_request_requester_fk references member,
        kind text not null constraint help_request_kind_known check (kind in ('BORROW', 'LIFT_CARRY', 'EXPLAIN_TOPIC',
          'LANGUAGE_PRACTICE', 'SETTLE_IN', 'COMPANY', 'LOST_FOUND', 'LISTEN')),
        title text not null,
        words text not null,
        language text not null,
        place text,
        window_from timestamptz,
        window_to timestamptz,
        helpers_wanted integer not null constraint help_request_helpers_range check (helpers_wanted between 1 and 5),
        helpers_found integer not null,
        credits integer not null constraint help_request_credits_range check (credits between 0 and 5),
        deadline timestamptz not null,
        status text not null constraint help_request_status_known check (status in ('DRAFT', 'OPEN', 'OFFERED', 'MATCHED',
          'ARRANGED', 'DONE_CLAIMED', 'COMPLETED', 'EXPIRED', 'CANCELLED', 'HELD', 'REMOVED', 'DISPUTED')),
        held_from text,
        status_reason text,
        meeting_place text,
        meeting_at timestamptz,
        meeting_agreed_by uuid[] not null default '{}',
        done_by uuid constraint help_request_done_by_fk references member,
        done_at timestamptz,
        completed_at timestamptz,
        reposted_as_id uuid constraint help_request_reposted_as_fk references help_request,
        drafted_at timestamptz not null,
        posted_at timestamptz,
        version integer not null,
        constraint help_request_found_at_most_wanted check (helpers_found between 0 and helpers_wanted),
        constraint help_request_posted check (case status when 'DRAFT' then posted_at is null when 'CANCELLED' then true else posted_at is not null end),
        constraint help_request_held_has_origin check ((status in ('HELD', 'REMOVED')) = (held_from is not null)),
        constraint help_request_removal_has_reason check (status <> 'REMOVED' or status_reason is not null),
        constraint help_request_meeting_whole check ((meeting_place is null) = (meeting_at is null)),
        constraint help_request_completed_has_time check (status <> 'COMPLETED' or completed_at is not null),
        constraint help_request_window check (window_to is null or window_from is null or window_to > window_from),
        constraint help_request_requester_unique unique (id, requester_id),
        constraint help_request_wanted_unique unique (id, helpers_wanted)
      );
      create index help_request_requester on help_request (requester_id, drafted_at);
      create index help_request_board on help_request (posted_at, id) where status in ('OPEN', 'OFFERED', 'MATCHED');
      create index help_request_disputed on help_request (done_at, id) where status = 'DISPUTED';
      create index help_request_completed on help_request (completed_at) where status = 'COMPLETED';
      create index help_request_done_by on help_request (done_by) where done_by is not null;
      create unique index help_request_reposted_once on help_request (reposted_as_id) where reposted_as_id is not null;
      create table help_offer (
        id uuid constraint help_offer_pk primary key,
        request_id uuid not null,
        requester_id uuid not null,
        helper_id uuid not null constraint help_offer_helper_fk references member,
        words text not null,
        status text not null constraint help_offer_status_known
          check (status in ('OFFERED', 'DECLINED', 'WITHDRAWN', 'LAPSED', 'ACCEPTED')),
        declined_at timestamptz,
        offered_at timestamptz not null,
        version integer not null,
        constraint help_offer_request_fk foreign key (request_id, requester_id) references help_request (id, requester_id),
        constraint help_offer_not_own check (helper_id <> requester_id),
        constraint help_offer_once unique (request_id, helper_id),
        constraint help_offer_declined_has_time check (status <> 'DECLINED' or declined_at is not null)
      );
      create index help_offer_request on help_offer (request_id, requester_id);
      create index help_offer_helper on help_offer (helper_id, offered_at, id);
      create table help_match (
        id uuid constraint help_match_pk primary key,
        request_id uuid not null,
        helpers_wanted integer not null,
        helper_id uuid not null,
        seat integer not null,
        status text not null constraint help_match_status_known check (status in ('LIVE', 'ENDED')),
        thanks text,
        thanked_at timestamptz,
        matched_at timestamptz not null,
        ended_at timestamptz,
        version integer not null,
        constraint help_match_request_fk foreign key (request_id, helpers_wanted) references help_request (id, helpers_wanted),
        constraint help_match_offer_fk foreign key (request_id, helper_id) references help_offer (request_id, helper_id),
        constraint help_match_seat_wanted check (seat between 1 and helpers_wanted),
        constraint help_match_ends check ((status = 'ENDED') = (ended_at is not null)),
        constraint help_match_thanks_whole check ((thanks is null) = (thanked_at is null))
      );
      create unique index help_match_one_per_seat on help_match (request_id, seat) where status = 'LIVE';
      create unique index help_match_one_per_helper on help_match (request_id, helper_id) where status = 'LIVE';
      create index help_match_request on help_match (request_id, helpers_wanted);
      create index help_match_offer on help_match (request_id, helper_id);
      create index help_match_helper on help_match (helper_id, matched_at, id);
      create function help_match_not_blocked() returns trigger language plpgsql as $$
      begin
        if exists (select 1 from help_request r where r.id = new.request_id and is_blocked(r.requester_id, new.helper_id)) then
          raise exception 'a blocked pair is never matched' using errcode = 'check_violation', constraint = 'help_match_not_blocked';
        end if;
        return new;
      end $$;
      create trigger help_match_not_blocked before insert on help_match
        for each row execute function help_match_not_blocked();
      create table help_dispute (
        id uuid constraint help_dispute_pk primary key,
        request_id uuid not null constraint help_dispute_request_fk references help_request,
        raised_by uuid not null constraint help_dispute_raised_by_fk references member,
        words text not null,
        raised_at timestamptz not null,
        decision text constraint help_dispute_decision_known check (decision in ('COMPLETED', 'CANCELLED')),
        decided_by uuid constraint help_dispute_decided_by_fk references member,
        reason text,
        decided_at timestamptz,
        version integer not null,
        constraint help_dispute_one_per_request unique (request_id),
        constraint help_dispute_decided_whole check (num_nulls(decision, decided_by, reason, decided_at) in (0, 4)),
        constraint help_dispute_decided_by_another check (decided_by is distinct from raised_by)
      );
      create index help_dispute_raised_by on help_dispute (raised_by);
      create index help_dispute_decided_by on help_dispute (decided_by) where decided_by is not null;
      create table standing_help_offer (
        id uuid constraint standing_help_offer_pk primary key,
        helper_id uuid not null constraint standing_help_offer_helper_fk references member,
        kind text not null constraint standing_help_offer_kind_known check (kind in ('BORROW', 'LIFT_CARRY', 'EXPLAIN_TOPIC',
          'LANGUAGE_PRACTICE', 'SETTLE_IN', 'COMPANY', 'LOST_FOUND', 'LISTEN')),
        title text not null,
        topics text[] not null,
        languages text[] not null,
        until timestamptz not null,
        ended_at timestamptz,
        made_at timestamptz not null,
        version integer not null
      );
      create index standing_help_offer_helper on standing_help_offer (helper_id, made_at, id) where ended_at is null;
      create table help_setting (
        id uuid constraint help_setting_pk primary key constraint help_setting_member_fk references member,
        contact_line text,
        shows_thanks boolean not null,
        version integer not null
      );
      create table minor_member (
        id uuid constraint minor_member_pk primary key constraint minor_member_member_fk references member,
        until timestamptz not null,
        noted_by text not null,
        noted_at timestamptz not null,
        version integer not null
      );
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table minor_member;
      drop table help_setting;
      drop table standing_help_offer;
      drop table help_dispute;
      drop table help_match;
      drop function help_match_not_blocked();
      drop table help_offer;
      drop table help_request;
    `);
  }
}
