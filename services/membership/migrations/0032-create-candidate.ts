import type { MigrationInterface, QueryRunner } from 'typeorm';

const reasonsBefore = `
  'CONNECTION_REQUESTED', 'CONNECTION_ACCEPTED', 'CIRCLE_PROPOSED', 'CIRCLE_FORMED', 'CIRCLE_ENDED', 'COMPANY_FOUND',
  'MESSAGE', 'MESSAGE_REPORT_DECIDED', 'POST_REPLIED', 'POST_HELD', 'POST_RESTORED', 'POST_REMOVED',
  'POST_APPEAL_DECIDED', 'REPORT_DECIDED', 'REPORT_WAITING', 'NOTICE_POSTED', 'IDEA_RAISE_ASKED',
  'IDEA_RAISE_DECIDED', 'HELP_OFFERED', 'HELP_MATCHED', 'HELP_ARRANGED', 'HELP_DONE_CLAIMED', 'HELP_COMPLETED',
  'HELP_UNMATCHED', 'HELP_EXPIRED', 'HELP_CANCELLED', 'HELP_DISPUTED', 'HELP_DECIDED', 'GROUP_INVITED',
  'GROUP_REQUESTED', 'GROUP_REQUEST_DECIDED', 'GROUP_REMOVED', 'GROUP_STATUS', 'REAFFILIATION_DUE',
  'OFFICERS_MISSING', 'MANDATE_STARTED', 'MANDATE_ENDING', 'MANDATE_ENDED', 'MEMBERSHIP_STATUS', 'APPEAL_DECIDED',
  'EXPORT_READY', 'ERASURE_SCHEDULED', 'NEEDS_READ', 'ISSUE_RAISED', 'ISSUE_STATUS', 'PROPOSAL_STATUS',
  'PROPOSAL_DELIVERED', 'PLACE_CHANGED', 'ACTIVITY_CHANGED', 'ATTENDANCE_CONFIRMED', 'LEARNING_PROGRESS',
  'SEAT_OFFERED', 'OFFER_EXPIRED', 'DRAWN', 'STRIKE_GIVEN', 'STRIKE_DECIDED', 'TASK_ASSIGNED', 'TASK_DUE',
  'SHIFT_CHANGED', 'HOURS_DECIDED', 'FEEDBACK_ASKED', 'THANKED', 'JUDGED'`;

const reasonsAdded = `
  'ELECTION_OPENS', 'VOTING_OPEN', 'ELECTION_DECLARED', 'NOMINATED', 'CANDIDACY_DECIDED', 'COMPLAINT_RULED'`;

const subjectsBefore = `
  'MEMBER', 'CIRCLE', 'CONVERSATION', 'POST', 'HELP_REQUEST', 'GROUP', 'MANDATE', 'MEMBERSHIP', 'EXPORT',
  'REPORT', 'NEEDS', 'ISSUE', 'PROPOSAL', 'ACTIVITY', 'LEARNING_PATH'`;

/**
 * Who is nominated and stands, by whom, appeals against refusals, and complaints (machine K); and the reasons to tell
 * members of elections. What must never break is enforced here: one candidacy per member and contest, one nomination per
 * nominator, no appeal decided by who made the decision, and nobody who runs elections in one.
 */
export class CreateCandidate1780000000032 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(candidates);
    await runner.query(complaints);
    await runner.query(apart);
    await runner.query(`
      alter table notification drop constraint notification_reason_known;
      alter table notification add constraint notification_reason_known check (reason in (${reasonsBefore}, ${reasonsAdded}));
      alter table notification drop constraint notification_subject_known;
      alter table notification add constraint notification_subject_known check (subject_kind in (${subjectsBefore}, 'ELECTION'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from notification where reason in (${reasonsAdded}) or subject_kind = 'ELECTION';
      alter table notification drop constraint notification_reason_known;
      alter table notification add constraint notification_reason_known check (reason in (${reasonsBefore}));
      alter table notification drop constraint notification_subject_known;
      alter table notification add constraint notification_subject_known check (subject_kind in (${subjectsBefore}));
      drop trigger appointment_apart_from_candidates on appointment;
      drop function appointment_apart_from_candidates();
      drop table election_complaint;
      drop table candidacy_appeal;
      drop table nomination;
      drop table candidate;
      drop function candidate_runs_no_election();
      drop function nomination_runs_no_election();
      drop function is_returning_officer(uuid, timestamptz);
    `);
  }
}

const candidates = `
  create table candidate (
    id uuid constraint candidate_pk primary key,
    contest_id uuid not null constraint candidate_contest_fk references contest on delete cascade,
    member_id uuid constraint candidate_member_fk references member,
    name text not null,
    is_reopen boolean not null,
    status text constraint candidate_status_known check (status in ('NOMINATED', 'DECLINED', 'CONSENTED', 'ELIGIBLE',
      'INELIGIBLE', 'STANDING', 'WITHDRAWN', 'DISQUALIFIED', 'ELECTED', 'NOT_ELECTED')),
    status_reason text,
    statements jsonb not null,
    ballot_place integer,
    decided_by text,
    decided_at timestamptz,
    appeal_until timestamptz,
    nominated_at timestamptz not null,
    changed_at timestamptz not null,
    version integer not null,
    constraint candidate_reopen_is_nobody check ((status is null) = is_reopen and (member_id is null or not is_reopen)),
    constraint candidate_place_positive check (ballot_place > 0),
    constraint candidate_on_paper check (is_reopen or case when status in ('STANDING', 'DISQUALIFIED', 'ELECTED', 'NOT_ELECTED')
      then ballot_place is not null when status = 'WITHDRAWN' then true else ballot_place is null end),
    constraint candidate_out_has_reason check (status is null or status not in ('INELIGIBLE', 'DISQUALIFIED')
      or num_nulls(status_reason, decided_by, decided_at, appeal_until) = 0),
    constraint candidate_place_unique unique (contest_id, ballot_place) deferrable initially deferred
  );
  create unique index candidate_one_per_member on candidate (contest_id, member_id) where status <> 'WITHDRAWN';
  create unique index candidate_one_reopen on candidate (contest_id) where is_reopen;
  create index candidate_member on candidate (member_id, nominated_at, id);
  create table nomination (
    id uuid constraint nomination_pk primary key,
    candidate_id uuid not null constraint nomination_candidate_fk references candidate on delete cascade,
    nominator_id uuid constraint nomination_nominator_fk references member,
    made_at timestamptz not null,
    constraint nomination_once unique (candidate_id, nominator_id)
  );
  create index nomination_nominator on nomination (nominator_id);
  create table candidacy_appeal (
    id uuid constraint candidacy_appeal_pk primary key,
    candidate_id uuid not null constraint candidacy_appeal_candidate_fk references candidate on delete cascade,
    against_by text not null,
    against_at timestamptz not null,
    words text not null,
    made_at timestamptz not null,
    is_granted boolean,
    reason text,
    decided_by text,
    decided_at timestamptz,
    version integer not null,
    constraint candidacy_appeal_once unique (candidate_id, against_at),
    constraint candidacy_appeal_decided_whole check (num_nulls(is_granted, reason, decided_by, decided_at) in (0, 4)),
    constraint candidacy_appeal_decided_by_another check (decided_by is distinct from against_by)
  );
  create unique index candidacy_appeal_one_open on candidacy_appeal (candidate_id) where is_granted is null;
  create index candidacy_appeal_queue on candidacy_appeal (made_at, id) where is_granted is null;`;

const complaints = `
  create table election_complaint (
    id uuid constraint election_complaint_pk primary key,
    election_id uuid not null constraint election_complaint_election_fk references election,
    candidate_id uuid constraint election_complaint_candidate_fk references candidate,
    member_id uuid constraint election_complaint_member_fk references member,
    words text not null,
    made_at timestamptz not null,
    status text not null constraint election_complaint_status_known check (status in ('OPEN', 'UPHELD', 'DISMISSED')),
    ruling text,
    ruled_by text,
    ruled_at timestamptz,
    version integer not null,
    constraint election_complaint_ruled_whole check (num_nulls(ruling, ruled_by, ruled_at) = case status when 'OPEN' then 3 else 0 end)
  );
  create index election_complaint_election on election_complaint (election_id, made_at, id);
  create index election_complaint_open on election_complaint (election_id) where status = 'OPEN';
  create index election_complaint_candidate on election_complaint (candidate_id) where candidate_id is not null;
  create index election_complaint_member on election_complaint (member_id, election_id);`;

const apart = `
  create function is_returning_officer(who uuid, at timestamptz) returns boolean language sql stable as $$
    select exists (select 1 from actor_appointment a join member m on m.subject = a.subject
      where m.id = who and a.role = 'RETURNING_OFFICER' and a.starts_at <= at and a.ends_at > at)
  $$;
  create function candidate_runs_no_election() returns trigger language plpgsql as $$
  begin
    if is_returning_officer(new.member_id, new.changed_at) then
      raise exception 'who runs elections stands in none' using errcode = 'check_violation', constraint = 'candidate_runs_no_election';
    end if;
    return new;
  end $$;
  create trigger candidate_runs_no_election before insert or update of status on candidate for each row
    when (new.status in ('NOMINATED', 'CONSENTED', 'ELIGIBLE', 'STANDING') and new.member_id is not null)
    execute function candidate_runs_no_election();
  create function nomination_runs_no_election() returns trigger language plpgsql as $$
  begin
    if is_returning_officer(new.nominator_id, new.made_at) then
      raise exception 'who runs elections nominates nobody' using errcode = 'check_violation', constraint = 'nomination_runs_no_election';
    end if;
    return new;
  end $$;
  create trigger nomination_runs_no_election before insert on nomination for each row execute function nomination_runs_no_election();
  create function appointment_apart_from_candidates() returns trigger language plpgsql as $$
  begin
    if exists (select 1 from candidate c join member m on m.id = c.member_id join contest k on k.id = c.contest_id
        join election e on e.id = k.election_id where m.subject = new.subject and c.status in ('CONSENTED', 'ELIGIBLE', 'STANDING')
        and e.status not in ('DECLARED', 'VOIDED')) then
      raise exception 'who stands in an election runs none' using errcode = 'check_violation', constraint = 'appointment_apart_from_candidates';
    end if;
    return new;
  end $$;
  create trigger appointment_apart_from_candidates before insert on appointment for each row
    when (new.role = 'RETURNING_OFFICER') execute function appointment_apart_from_candidates();`;
