import type { MigrationInterface, QueryRunner } from 'typeorm';

const agreement = {
  en: [
    'Mediation is voluntary. You may stop at any time, without a reason, and nothing is held against you for it.',
    'What is said in mediation is said without prejudice: it is not used in a complaint, an appeal or a disciplinary matter.',
    'Your private room is read by you and the mediator alone. The joint room is read by the parties and the mediator. No case worker, department, manager or review body reads either.',
    'The mediator keeps no notes. When mediation ends, all messages and notes are destroyed; only the terms you agree on are kept.',
    'While mediation lasts, the formal deadlines of the case it belongs to stand still. They run on by themselves when it ends, however it ends.',
    'You stay free to make, continue or speak about your complaint. No term may ask you to keep the complaint itself secret.',
  ],
  'zh-CN': [
    '调解遵循自愿原则。你可以随时退出，无需说明理由，也不会因此受到任何不利影响。',
    '调解中的表达不影响任何一方的权利：不得用于投诉、申诉或纪律处理。',
    '你的单独会谈室只有你和调解员能看到；共同会谈室只有各方当事人和调解员能看到。个案工作者、部门、主管和复核机构都无权查看。',
    '调解员不保留记录。调解结束时，所有消息和笔记都会销毁，只保留双方达成的条款。',
    '调解期间，所涉案件的正式期限暂停计算；无论调解以何种方式结束，期限都会自动恢复计算。',
    '你始终可以提出、继续或谈论你的投诉。任何条款都不得要求你对投诉本身保密。',
  ],
};

/**
 * Mediation (machine J): who stands on which side, what was agreed to and when. A person is a keyed pseudonym or alias
 * and stands on one side at most. Who withdrew or refused is written nowhere. Whoever mediates in the matter of a case is
 * kept from it by a wall that stays: what they heard in private must never reach the work on it.
 */
export class CreateMediation1780000000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table mediation_rule (
        version integer constraint mediation_rule_pk primary key,
        valid_from timestamptz not null constraint mediation_rule_valid_from_unique unique,
        agreement jsonb not null,
        invitation_days integer not null,
        follow_up_days integer not null,
        constraint mediation_rule_days check (invitation_days > 0 and follow_up_days > 0)
      )`);
    await runner.query(`insert into mediation_rule values (1, '2000-01-01', $1, 10, 10)`, [JSON.stringify(agreement)]);
    await runner.query(`
      alter table case_wall
        drop constraint case_wall_reason_known,
        add constraint case_wall_reason_known check (reason in ('OTHER_SIDE', 'PARTY', 'TIE', 'MANAGER', 'MEDIATOR'));
      create table mediation (
        id uuid constraint mediation_pk primary key,
        case_id uuid constraint mediation_case_fk references case_file,
        status text not null constraint mediation_status_known check (status in (
          'PROPOSED', 'REQUESTED', 'UNSUITABLE', 'SUITABLE', 'INVITED', 'NOT_AGREED', 'AGREED', 'ASSIGNED', 'SESSIONS',
          'AGREEMENT', 'NO_AGREEMENT', 'WITHDRAWN', 'FOLLOW_UP', 'KEPT', 'BROKEN')),
        requested_at timestamptz not null,
        unsuitable_reason text constraint mediation_unsuitable_reason_known check (unsuitable_reason in (
          'NEEDS_INVESTIGATION', 'CRIMINAL_MATTER', 'DODGES_DISCIPLINE', 'FINDING_NEEDED')),
        rule_version integer constraint mediation_rule_fk references mediation_rule,
        invited_until timestamptz,
        agreed_at timestamptz,
        mediator text,
        ended_at timestamptz,
        extent text constraint mediation_extent_known check (extent in ('FULL', 'PARTIAL')),
        follow_up_at timestamptz,
        follow_up_until timestamptz,
        version integer not null,
        constraint mediation_unsuitable_has_reason check ((status = 'UNSUITABLE') = (unsuitable_reason is not null)),
        constraint mediation_invited_by_rule check ((rule_version is null) = (invited_until is null)),
        constraint mediation_agreed_after_invitation check (agreed_at is null or invited_until is not null),
        constraint mediation_mediator_after_agreement check (mediator is null or agreed_at is not null),
        constraint mediation_held_by_mediator check (
          mediator is not null or status not in ('ASSIGNED', 'SESSIONS', 'AGREEMENT', 'NO_AGREEMENT', 'FOLLOW_UP', 'KEPT', 'BROKEN')),
        constraint mediation_agreement_has_extent check (
          (extent is not null) = (status in ('AGREEMENT', 'FOLLOW_UP', 'KEPT', 'BROKEN')) and (extent is null) = (follow_up_at is null))
      );
      create unique index mediation_one_per_case on mediation (case_id)
        where status in ('PROPOSED', 'REQUESTED', 'SUITABLE', 'INVITED', 'AGREED', 'ASSIGNED', 'SESSIONS');
      create index mediation_case on mediation (case_id);
      create index mediation_rule_version on mediation (rule_version);
      create index mediation_mediator on mediation (mediator, requested_at, id);
      create index mediation_requested_at on mediation (requested_at, id);
      create table mediation_party (
        id uuid constraint mediation_party_pk primary key,
        mediation_id uuid not null constraint mediation_party_mediation_fk references mediation,
        position integer not null,
        kind text not null constraint mediation_party_kind_known check (kind in ('STUDENT', 'STAFF_MEMBER', 'DEPARTMENT', 'COLLECTIVE')),
        department_id uuid constraint mediation_party_department_fk references department,
        name_index text,
        code_digest text constraint mediation_party_code_unique unique,
        follow_up text constraint mediation_party_follow_up_known check (follow_up in ('KEPT', 'BROKEN')),
        constraint mediation_party_position_unique unique (mediation_id, position),
        constraint mediation_party_in_mediation unique (mediation_id, id),
        constraint mediation_party_department_named check ((kind = 'DEPARTMENT') = (department_id is not null)),
        constraint mediation_party_department_signs_in check (kind <> 'DEPARTMENT' or code_digest is null)
      );
      create unique index mediation_party_department_once on mediation_party (mediation_id, department_id);
      create index mediation_party_department on mediation_party (department_id);
      create table mediation_signature (
        party_id uuid constraint mediation_signature_pk primary key constraint mediation_signature_party_fk references mediation_party,
        rule_version integer not null constraint mediation_signature_rule_fk references mediation_rule,
        signer text not null,
        signed_at timestamptz not null
      );
      create index mediation_signature_rule on mediation_signature (rule_version);
      create table mediation_person (
        mediation_id uuid not null,
        person text not null,
        party_id uuid not null,
        is_speaker boolean not null,
        is_student boolean not null,
        joined_at timestamptz not null,
        constraint mediation_person_pk primary key (mediation_id, person),
        constraint mediation_person_party_fk foreign key (mediation_id, party_id) references mediation_party (mediation_id, id)
      );
      create unique index mediation_person_one_speaker on mediation_person (party_id) where is_speaker;
      create index mediation_person_party on mediation_person (mediation_id, party_id);
      create index mediation_person_person on mediation_person (person);
      create table mediator_tie (
        subject text not null,
        name_index text not null,
        constraint mediator_tie_pk primary key (subject, name_index)
      );
      create index mediator_tie_name on mediator_tie (name_index);
      create function mediation_mediator_is_no_worker() returns trigger language plpgsql as $$
      begin
        if new.mediator is null or new.case_id is null then return new; end if;
        perform 1 from case_file where id = new.case_id for no key update;
        if exists (select 1 from case_assignment where case_id = new.case_id and subject = new.mediator)
          or exists (select 1 from case_file where id = new.case_id and (assignee = new.mediator or second_worker = new.mediator))
          or exists (select 1 from case_wall where case_id = new.case_id and subject = new.mediator and lifted_at is null and reason <> 'MEDIATOR') then
          raise exception 'a case worker of the case cannot be its mediator'
            using errcode = 'check_violation', constraint = 'mediation_mediator_is_no_worker';
        end if;
        insert into case_wall (case_id, subject, reason, raised_by, raised_at)
          values (new.case_id, new.mediator, 'MEDIATOR', 'system:mediation', new.agreed_at)
          on conflict (case_id, subject, reason) where lifted_at is null do nothing;
        return new;
      end $$;
      create trigger mediation_mediator_is_no_worker before insert or update of mediator on mediation
        for each row execute function mediation_mediator_is_no_worker();
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table mediator_tie;
      drop table mediation_person;
      drop table mediation_signature;
      drop table mediation_party;
      drop table mediation;
      drop function mediation_mediator_is_no_worker();
      drop table mediation_rule;
      delete from case_wall where reason = 'MEDIATOR';
      alter table case_wall
        drop constraint case_wall_reason_known,
        add constraint case_wall_reason_known check (reason in ('OTHER_SIDE', 'PARTY', 'TIE', 'MANAGER'));
    `);
  }
}
