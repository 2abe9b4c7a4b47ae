import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Posts to the whole union beside those to a group, what others reply and how they react, and an author's consent to
 * somebody else's raising their idea.
 */
export class OpenCampusSpace1780000000022 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table post alter column group_id drop not null;
      alter table post add column edited_at timestamptz;
      alter table post add column pin_slot integer;
      alter table post add column pinned_until timestamptz;
      alter table post add column answer_id uuid;
      alter table post add constraint post_pin_slot_known check (pin_slot between 1 and 3);
      alter table post add constraint post_pinned_until_a_date check ((pin_slot is null) = (pinned_until is null));
      alter table post add constraint post_pinned_is_shown_notice check (pin_slot is null or (kind = 'NOTICE' and status = 'PUBLISHED'));
      alter table post add constraint post_answered_is_question check (answer_id is null or kind = 'QUESTION');
      create unique index post_one_per_pin on post (coalesce(group_id, '00000000-0000-0000-0000-000000000000'), pin_slot)
        where pin_slot is not null;
      create index post_campus on post (posted_at, id) where group_id is null;

      create table post_reply (
        id uuid constraint post_reply_pk primary key,
        post_id uuid not null constraint post_reply_post_fk references post,
        author_id uuid not null constraint post_reply_author_fk references member,
        language text not null,
        body text not null,
        status text not null constraint post_reply_status_known check (status in ('PUBLISHED', 'HELD', 'WITHDRAWN', 'REMOVED')),
        removal_reason text,
        posted_at timestamptz not null,
        edited_at timestamptz,
        version integer not null,
        constraint post_reply_of_its_post unique (post_id, id),
        constraint post_reply_removal_has_reason check ((status = 'REMOVED') = (removal_reason is not null)),
        constraint post_reply_withdrawn_is_empty check (status <> 'WITHDRAWN' or body = '')
      );
      create index post_reply_thread on post_reply (post_id, posted_at, id);
      create index post_reply_author on post_reply (author_id);
      alter table post add constraint post_answer_fk foreign key (id, answer_id) references post_reply (post_id, id);
      create index post_answer on post (id, answer_id) where answer_id is not null;

      create table post_reaction (
        post_id uuid not null constraint post_reaction_post_fk references post,
        member_id uuid not null constraint post_reaction_member_fk references member,
        kind text not null constraint post_reaction_kind_known check (kind in ('THANKS', 'AGREE', 'HELPFUL', 'ME_TOO')),
        reacted_at timestamptz not null,
        constraint post_reaction_pk primary key (post_id, member_id, kind)
      );
      create index post_reaction_member on post_reaction (member_id);

      create table post_mute (
        post_id uuid not null constraint post_mute_post_fk references post,
        member_id uuid not null constraint post_mute_member_fk references member,
        muted_at timestamptz not null,
        constraint post_mute_pk primary key (post_id, member_id)
      );
      create index post_mute_member on post_mute (member_id);

      create table raise_request (
        id uuid constraint raise_request_pk primary key,
        post_id uuid not null constraint raise_request_post_fk references post,
        asked_by uuid not null constraint raise_request_asker_fk references member,
        target text not null constraint raise_request_target_known check (target in ('ISSUE', 'PROPOSAL')),
        note text,
        status text not null constraint raise_request_status_known check (status in
          ('WAITING', 'AGREED', 'DECLINED', 'TAKEN_BACK')),
        author_named boolean not null,
        asked_at timestamptz not null,
        decided_at timestamptz,
        version integer not null,
        constraint raise_request_asked_once unique (post_id, asked_by, target),
        constraint raise_request_decided check ((status = 'WAITING') = (decided_at is null)),
        constraint raise_request_named_by_consent check (not author_named or status in ('AGREED', 'TAKEN_BACK'))
      );
      create index raise_request_asker on raise_request (asked_by);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table raise_request; drop table post_mute; drop table post_reaction;
      alter table post drop constraint post_answer_fk;
      drop table post_reply;
      delete from post where group_id is null;
      drop index post_answer; drop index post_campus; drop index post_one_per_pin;
      alter table post drop column answer_id; alter table post drop column pinned_until; alter table post drop column pin_slot;
      alter table post drop column edited_at;
      alter table post alter column group_id set not null;
    `);
  }
}
