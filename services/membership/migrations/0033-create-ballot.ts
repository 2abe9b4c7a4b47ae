import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Sealed ballots, the public keys they are sealed with, and what they say once both trustees have opened them. A ballot has
 * no time, no number and no member. What must never break is enforced here: ballots are cast while their election takes
 * them and have one length, keys stay from the opening of voting on, no two trustees are one person, and no election closes
 * with more or fewer ballots in a contest than people who voted in it. No message of these checks quotes a row.
 */
export class CreateBallot1780000000033 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(keys);
    await runner.query(ballots);
    await runner.query(opened);
    await runner.query(wholeElection);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger election_opens_with_keys on election;
      drop trigger election_closes_equal on election;
      drop function election_opens_with_keys();
      drop function election_closes_equal();
      drop table opened_ballot;
      drop table ballot_root;
      drop table ballot;
      drop function ballot_is_cast();
      drop function ballot_is_final();
      drop table trustee_key;
      drop function trustee_key_stays();
    `);
  }
}

const keys = `
  create table trustee_key (
    election_id uuid not null constraint trustee_key_election_fk references election,
    role text not null constraint trustee_key_role_known check (role in ('RETURNING_OFFICER', 'SECOND')),
    holder text not null,
    public_key text not null constraint trustee_key_public_written check (public_key ~ '^[A-Za-z0-9_-]{43}$'),
    sealed_private_key text,
    has_opened boolean not null default false,
    constraint trustee_key_pk primary key (election_id, role),
    constraint trustee_key_two_people unique (election_id, holder),
    constraint trustee_key_two_keys unique (election_id, public_key)
  );
  create function trustee_key_stays() returns trigger language plpgsql as $$
  begin
    if exists (select 1 from election e where e.id = new.election_id
        and coalesce(e.resumes_to, e.status) not in ('PLANNED', 'NOMINATIONS', 'SCREENING', 'CANDIDATES_PUBLISHED', 'CAMPAIGN')) then
      raise exception 'ballots are sealed with this key' using errcode = 'check_violation', constraint = 'trustee_key_stays';
    end if;
    return new;
  end $$;
  create trigger trustee_key_stays before update of election_id, role, public_key on trustee_key
    for each row execute function trustee_key_stays();`;

const ballots = `
  create table ballot (
    receipt text constraint ballot_pk primary key,
    contest_id uuid not null constraint ballot_contest_fk references contest,
    sealed bytea not null,
    constraint ballot_receipt_is_digest check (receipt = encode(sha256(sealed), 'hex'))
  );
  create index ballot_contest on ballot (contest_id, receipt);
  -- The planner's samples outlive what they were taken of: they would tell which ballots were in the box at an instant.
  alter table ballot alter column receipt set statistics 0, alter column sealed set statistics 0;
  alter table voter_roll_entry alter column member_id set statistics 0, alter column has_voted set statistics 0;
  create function ballot_is_cast() returns trigger language plpgsql as $$
  begin
    if not exists (select 1 from contest c join election e on e.id = c.election_id
        where c.id = new.contest_id and e.status = 'VOTING') then
      raise exception 'no ballot is taken now' using errcode = 'check_violation', constraint = 'ballot_is_cast_while_voting';
    end if;
    if octet_length(new.sealed) <> 98 + 16 * (
        select count(*) from candidate k where k.contest_id = new.contest_id and k.ballot_place is not null) then
      raise exception 'a ballot has another length' using errcode = 'check_violation', constraint = 'ballot_has_one_length';
    end if;
    return new;
  end $$;
  create trigger ballot_is_cast before insert on ballot for each row execute function ballot_is_cast();
  create function ballot_is_final() returns trigger language plpgsql as $$
  begin
    raise exception 'a ballot does not change' using errcode = 'check_violation', constraint = 'ballot_is_final';
  end $$;
  create trigger ballot_is_final before update or delete on ballot for each row execute function ballot_is_final();
  create table ballot_root (
    contest_id uuid constraint ballot_root_pk primary key constraint ballot_root_contest_fk references contest,
    root text not null constraint ballot_root_written check (root ~ '^[0-9a-f]{64}$'),
    ballots integer not null constraint ballot_root_ballots check (ballots >= 0)
  );`;

const opened = `
  create table opened_ballot (
    contest_id uuid not null constraint opened_ballot_contest_fk references contest,
    preferences uuid[],
    papers integer not null constraint opened_ballot_papers_positive check (papers > 0),
    constraint opened_ballot_once unique nulls not distinct (contest_id, preferences)
  );`;

const wholeElection = `
  create function election_opens_with_keys() returns trigger language plpgsql as $$
  begin
    if (select count(*) from trustee_key t where t.election_id = new.id) <> 2 then
      raise exception 'ballots are sealed with two keys' using errcode = 'check_violation', constraint = 'election_opens_with_keys';
    end if;
    return new;
  end $$;
  create trigger election_opens_with_keys before update on election for each row
    when (old.status = 'CAMPAIGN' and new.status = 'VOTING') execute function election_opens_with_keys();
  create function election_closes_equal() returns trigger language plpgsql as $$
  begin
    if exists (select 1 from contest c where c.election_id = new.id
        and (select count(*) from ballot b where b.contest_id = c.id)
         <> (select count(*) from voter_roll_entry v where v.contest_id = c.id and v.has_voted)) then
      raise exception 'there are not as many ballots as people who voted' using errcode = 'check_violation', constraint = 'election_closes_equal';
    end if;
    return new;
  end $$;
  create trigger election_closes_equal before update on election for each row
    when (old.status = 'VOTING' and new.status = 'CLOSED') execute function election_closes_equal();`;
