import type { MigrationInterface, QueryRunner } from 'typeorm';

const statuses = `'NEW', 'CONFLICT_CHECK', 'CONFLICT', 'SIGNPOSTED', 'TRIAGED', 'OPEN', 'WAITING_STUDENT', 'WAITING_DEPARTMENT'`;

/**
 * Who works on a case and who never may: mediation as a status, a second worker, cases that wait for a new worker, and
 * walls. Walls are rows that the database makes itself when a name, a tie or an assignment calls for one, and that no
 * assignment crosses, whichever of the two is written first.
 */
export class FileWalls1780000000008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table case_file
        add column second_worker text,
        add column vacated_at timestamptz,
        drop constraint case_file_status_known,
        drop constraint case_file_worked_on_is_assigned,
        add constraint case_file_status_known check (status in (${statuses}, 'IN_MEDIATION', 'DORMANT', 'OUTCOME', 'CLOSED', 'REOPENED')),
        add constraint case_file_worked_on_is_assigned check (
          assignee is not null or vacated_at is not null
          or status not in ('OPEN', 'WAITING_STUDENT', 'WAITING_DEPARTMENT', 'IN_MEDIATION', 'DORMANT', 'OUTCOME')),
        add constraint case_file_two_workers_are_two check (second_worker <> assignee);
      create index case_file_second_worker on case_file (second_worker) where second_worker is not null;
      alter table case_assignment
        add column part text not null default 'WORKER' constraint case_assignment_part_known check (part in ('WORKER', 'SECOND')),
        add column ended_at timestamptz,
        add column end_reason text constraint case_assignment_end_reason_known
          check (end_reason in ('REASSIGNED', 'RECUSED', 'WALLED', 'RELIEVED')),
        add constraint case_assignment_ended check ((ended_at is null) = (end_reason is null));
      update case_assignment old set ended_at = next.assigned_at, end_reason = 'REASSIGNED'
        from case_assignment next where next.case_id = old.case_id and (next.assigned_at, next.id) > (old.assigned_at, old.id);
      create unique index case_assignment_one_live on case_assignment (case_id, part) where ended_at is null;
      create index case_assignment_subject on case_assignment (subject);
      create table worker_tie (
        id uuid constraint worker_tie_pk primary key,
        subject text not null,
        name_index text not null,
        kind text not null constraint worker_tie_kind_known check (kind in ('SELF', 'FRIEND', 'HOUSEMATE', 'COURSE', 'FAMILY', 'OTHER')),
        declared_at timestamptz not null,
        constraint worker_tie_unique unique (subject, name_index)
      );
      create index worker_tie_name on worker_tie (name_index);
      create table case_wall (
        id uuid constraint case_wall_pk primary key default gen_random_uuid(),
        case_id uuid not null constraint case_wall_case_fk references case_file,
        subject text not null,
        reason text not null constraint case_wall_reason_known check (reason in ('OTHER_SIDE', 'PARTY', 'TIE', 'MANAGER')),
        tie text constraint case_wall_tie_known check (tie in ('FRIEND', 'HOUSEMATE', 'COURSE', 'FAMILY', 'OTHER')),
        raised_by text not null,
        raised_at timestamptz not null,
        lifted_by text,
        lifted_at timestamptz,
        constraint case_wall_tie_named check ((reason = 'TIE') = (tie is not null)),
        constraint case_wall_lifted check ((lifted_at is null) = (lifted_by is null)),
        constraint case_wall_that_stays check (lifted_at is null or reason in ('TIE', 'MANAGER'))
      );
      create unique index case_wall_one_standing on case_wall (case_id, subject, reason) where lifted_at is null;
      create index case_wall_case on case_wall (case_id);
      create index case_wall_subject on case_wall (subject, case_id) where lifted_at is null;
    `);
    await runner.query(functions);
    await runner.query(triggers);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger worker_tie_walls on worker_tie;
      drop trigger case_party_walls on case_party;
      drop trigger case_assignment_walls on case_assignment;
      drop trigger case_wall_stands_clear on case_wall;
      drop trigger case_assignment_kept_from on case_assignment;
      drop trigger case_file_second_change_kept_from on case_file;
      drop trigger case_file_change_kept_from on case_file;
      drop trigger case_file_kept_from on case_file;
      drop function raise_walls_of_tie();
      drop function raise_walls_of_party();
      drop function raise_walls_of_assignment();
      drop function wall_stands_clear();
      drop function keep_behind_wall();
      drop function is_behind_wall(uuid, text);
      drop function case_other_sides(uuid);
      drop table case_wall;
      drop table worker_tie;
      drop index case_assignment_subject;
      drop index case_assignment_one_live;
      alter table case_assignment drop column part, drop column ended_at, drop column end_reason;
      update case_file set status = 'OPEN' where status = 'IN_MEDIATION';
      alter table case_file
        drop constraint case_file_two_workers_are_two,
        drop constraint case_file_worked_on_is_assigned,
        drop constraint case_file_status_known,
        drop column second_worker,
        drop column vacated_at,
        add constraint case_file_status_known check (status in (${statuses}, 'DORMANT', 'OUTCOME', 'CLOSED', 'REOPENED')),
        add constraint case_file_worked_on_is_assigned check (
          assignee is not null or status not in ('OPEN', 'WAITING_STUDENT', 'WAITING_DEPARTMENT', 'DORMANT', 'OUTCOME')) not valid;
    `);
  }
}

/** Everything that raises or respects a wall takes one lock first, so that whoever comes second sees what the first wrote. */
const lock = `perform pg_advisory_xact_lock(hashtext('case_wall'));`;

const raise = `insert into case_wall (case_id, subject, reason, tie, raised_by, raised_at)`;
const once = `on conflict (case_id, subject, reason) where lifted_at is null do nothing`;

const functions = `
  create function case_other_sides(of_case uuid) returns setof uuid language sql stable as $$
    select distinct other.case_id from case_party own
    join case_party other on other.name_index = own.name_index and other.side <> own.side and other.case_id <> own.case_id
    where own.case_id = of_case
  $$;
  create function is_behind_wall(of_case uuid, of_subject text) returns boolean language sql as $$
    select exists (select 1 from case_wall where case_id = of_case and subject = of_subject and lifted_at is null)
  $$;
  create function keep_behind_wall() returns trigger language plpgsql as $$
  declare
    guarded jsonb := to_jsonb(new);
  begin
    ${lock}
    if is_behind_wall((guarded ->> tg_argv[0])::uuid, guarded ->> tg_argv[1]) then
      raise exception 'this person is kept from this case' using errcode = 'check_violation', constraint = 'case_wall_kept';
    end if;
    return new;
  end $$;
  create function wall_stands_clear() returns trigger language plpgsql as $$
  begin
    ${lock}
    if exists (select 1 from case_file where id = new.case_id and (assignee = new.subject or second_worker = new.subject)) then
      raise exception 'this person works on the case' using errcode = 'check_violation', constraint = 'case_wall_stands_clear';
    end if;
    return new;
  end $$;
  create function raise_walls_of_assignment() returns trigger language plpgsql as $$
  begin
    ${lock}
    ${raise}
      select other, new.subject, 'OTHER_SIDE', null, 'system:conflict-check', new.assigned_at from case_other_sides(new.case_id) other ${once};
    return null;
  end $$;
  create function raise_walls_of_party() returns trigger language plpgsql as $$
  begin
    ${lock}
    ${raise}
      select new.case_id, tie.subject, case tie.kind when 'SELF' then 'PARTY' else 'TIE' end, nullif(tie.kind, 'SELF'),
        'system:conflict-check', file.opened_at
      from worker_tie tie join case_file file on file.id = new.case_id where tie.name_index = new.name_index ${once};
    ${raise}
      select new.case_id, worker.subject, 'OTHER_SIDE', null, 'system:conflict-check', file.opened_at
      from case_party other join case_assignment worker on worker.case_id = other.case_id join case_file file on file.id = new.case_id
      where other.name_index = new.name_index and other.side <> new.side and other.case_id <> new.case_id ${once};
    ${raise}
      select other.case_id, worker.subject, 'OTHER_SIDE', null, 'system:conflict-check', worker.assigned_at
      from case_party other join case_assignment worker on worker.case_id = new.case_id
      where other.name_index = new.name_index and other.side <> new.side and other.case_id <> new.case_id ${once};
    return null;
  end $$;
  create function raise_walls_of_tie() returns trigger language plpgsql as $$
  begin
    ${lock}
    ${raise}
      select distinct party.case_id, new.subject, case new.kind when 'SELF' then 'PARTY' else 'TIE' end, nullif(new.kind, 'SELF'),
        new.subject, new.declared_at
      from case_party party where party.name_index = new.name_index ${once};
    return null;
  end $$;`;

const triggers = `
  create trigger case_file_kept_from before insert on case_file for each row
    when (new.assignee is not null) execute function keep_behind_wall('id', 'assignee');
  create trigger case_file_change_kept_from before update on case_file for each row
    when (new.assignee is not null and new.assignee is distinct from old.assignee)
    execute function keep_behind_wall('id', 'assignee');
  create trigger case_file_second_change_kept_from before update on case_file for each row
    when (new.second_worker is not null and new.second_worker is distinct from old.second_worker)
    execute function keep_behind_wall('id', 'second_worker');
  create trigger case_assignment_kept_from before insert on case_assignment for each row
    execute function keep_behind_wall('case_id', 'subject');
  create trigger case_wall_stands_clear before insert on case_wall for each row execute function wall_stands_clear();
  create trigger case_assignment_walls after insert on case_assignment for each row execute function raise_walls_of_assignment();
  create trigger case_party_walls after insert on case_party for each row execute function raise_walls_of_party();
  create trigger worker_tie_walls after insert on worker_tie for each row execute function raise_walls_of_tie();`;
