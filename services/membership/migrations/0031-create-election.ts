import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Elections, their contests, and the roll of who may vote in a contest. The roll says that somebody has voted and nothing
 * else: it has no time and no order. What is over does not change, but
 * for the accounts of staff who are erased; a contest is for a position of its election's group or
 * of the union, and nobody who has voted can have not voted again.
 */
export class CreateElection1780000000031 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(electionTable);
    await runner.query(contestTable);
    await runner.query(rollTable);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table voter_roll_entry;
      drop function voter_roll_is_final();
      drop table contest;
      drop function contest_fits_election();
      drop table election;
      drop function election_is_final();
    `);
  }
}

const states = `'PLANNED', 'NOMINATIONS', 'SCREENING', 'CANDIDATES_PUBLISHED', 'CAMPAIGN', 'VOTING', 'CLOSED', 'PROVISIONAL'`;

const electionTable = `
  create table election (
    id uuid constraint election_pk primary key,
    title text not null,
    group_id uuid constraint election_group_fk references student_group,
    fills_id uuid constraint election_fills_fk references election,
    status text not null constraint election_status_known
      check (status in (${states}, 'DECLARED', 'SUSPENDED', 'VOIDED')),
    resumes_to text constraint election_resumes_to_known check (resumes_to in (${states})),
    status_reason text,
    campaign_rules text not null,
    rules_version integer not null,
    returning_officer text not null,
    second_trustee text not null,
    seed text not null,
    seed_commitment text not null,
    nominations_open_at timestamptz not null,
    nominations_close_at timestamptz not null,
    campaign_opens_at timestamptz not null,
    voting_opens_at timestamptz not null,
    voting_closes_at timestamptz not null,
    mandates_start_at timestamptz not null,
    complaints_until timestamptz,
    announced_at timestamptz,
    declared_at timestamptz,
    version integer not null,
    constraint election_dates check (nominations_open_at < nominations_close_at and nominations_close_at < campaign_opens_at
      and campaign_opens_at < voting_opens_at and voting_opens_at < voting_closes_at and voting_closes_at < mandates_start_at),
    constraint election_suspended_resumes check ((status = 'SUSPENDED') = (resumes_to is not null)),
    constraint election_reason check ((status in ('SUSPENDED', 'VOIDED')) = (status_reason is not null)),
    constraint election_announced check (announced_at is not null or status in ('PLANNED', 'VOIDED') or resumes_to = 'PLANNED'),
    constraint election_counted check (complaints_until is not null or status not in ('PROVISIONAL', 'DECLARED')),
    constraint election_declared check ((status = 'DECLARED') = (declared_at is not null)),
    constraint election_complaints_over check (declared_at > complaints_until),
    constraint election_two_trustees check (returning_officer <> second_trustee),
    constraint election_fills_another check (fills_id <> id)
  );
  create unique index election_title_unique on election (lower(title)) where status not in ('DECLARED', 'VOIDED');
  create unique index election_one_by_election on election (fills_id) where status <> 'VOIDED';
  create index election_fills on election (fills_id);
  create index election_group on election (group_id);
  create index election_latest on election (voting_closes_at desc, id desc);
  create index election_second_trustee on election (second_trustee);
  create function election_is_final() returns trigger language plpgsql as $$
  begin
    raise exception 'this of an election does not change' using errcode = 'check_violation', constraint = tg_name;
  end $$;
  create trigger election_over_is_final before update on election
    for each row when (old.status in ('DECLARED', 'VOIDED') and to_jsonb(old) - '{returning_officer,second_trustee}'::text[]
      is distinct from to_jsonb(new) - '{returning_officer,second_trustee}'::text[])
    execute function election_is_final();
  create trigger election_seed_is_final before update on election
    for each row when (old.seed <> new.seed or old.seed_commitment <> new.seed_commitment) execute function election_is_final();
`;

const contestTable = `
  create table contest (
    id uuid constraint contest_pk primary key,
    election_id uuid not null constraint contest_election_fk references election,
    position_id uuid not null constraint contest_position_fk references position,
    seats integer not null constraint contest_seats_positive check (seats > 0),
    mandates_end_at timestamptz not null,
    place integer not null constraint contest_place_positive check (place > 0),
    version integer not null,
    constraint contest_once_per_position unique (election_id, position_id),
    constraint contest_place_unique unique (election_id, place)
  );
  create index contest_position on contest (position_id);
  create function contest_fits_election() returns trigger language plpgsql as $$
  begin
    if not exists (select 1 from election e join position p on p.id = new.position_id
        where e.id = new.election_id and p.group_id is not distinct from e.group_id and p.seats >= new.seats
          and (p.kind <> 'COURSE_REP' or p.constituency is not null) and new.mandates_end_at > e.mandates_start_at) then
      raise exception 'a contest is for seats of a position of its election' using errcode = 'check_violation', constraint = 'contest_fits_election';
    end if;
    return new;
  end $$;
  create trigger contest_fits_election before insert or update on contest
    for each row execute function contest_fits_election();
`;

const rollTable = `
  create table voter_roll_entry (
    contest_id uuid not null constraint voter_roll_entry_contest_fk references contest,
    member_id uuid not null constraint voter_roll_entry_member_fk references member,
    has_voted boolean not null default false,
    constraint voter_roll_entry_pk primary key (contest_id, member_id)
  );
  create index voter_roll_entry_member on voter_roll_entry (member_id, contest_id) where not has_voted;
  create function voter_roll_is_final() returns trigger language plpgsql as $$
  begin
    raise exception 'who has voted has voted' using errcode = 'check_violation', constraint = 'voter_roll_is_final';
  end $$;
  create trigger voter_roll_is_final before update on voter_roll_entry
    for each row when (old.has_voted and not new.has_voted or old.contest_id <> new.contest_id or old.member_id <> new.member_id)
    execute function voter_roll_is_final();
`;
