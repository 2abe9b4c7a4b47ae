import { createSearchFunctions, dropSearchFunctions } from '@guildhall/subgraph';
import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What search may find. Of a person a row per audience holds what that audience may read and nothing else, so that no
 * word that somebody keeps to fewer people is in an index others are answered from; whoever may not be found, or shows
 * no name, has no row. Triggers keep the rows; the words in them, and those of groups and posts, are generated columns.
 */
export class CreateSearch1780000000018 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create extension if not exists pg_trgm');
    await createSearchFunctions(runner);
    await runner.query(personTable);
    await runner.query(`
      alter table student_group
        add column name_key text collate "C" not null generated always as (lower(name)) stored,
        add column search_words tsvector not null generated always as (search_vector(name, 'A') || search_vector(purpose, 'B')) stored;
      create index student_group_name_key on student_group (name_key);
      create index student_group_search on student_group using gin (search_words);
      alter table post add column search_words tsvector not null generated always as (search_vector(body, 'A')) stored;
      create index post_campus_search on post using gin (search_words) where group_id is null and status = 'PUBLISHED';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table post drop column search_words;
      alter table student_group drop column search_words, drop column name_key;
      drop trigger search_person_discoverability on discoverability;
      drop function search_person_discoverability();
      drop trigger search_person_inserted on member;
      drop trigger search_person_updated on member;
      drop function search_person_inserted();
      drop function search_person_updated();
      drop function search_person_refresh(uuid[]);
      drop function search_similar_people(text, text, uuid[], text, uuid, int);
      drop table search_person;
    `);
    await dropSearchFunctions(runner);
    await runner.query('drop extension pg_trgm');
  }
}

const personTable = `
  create table search_person (
    member_id uuid not null constraint search_person_member_fk references member on delete cascade,
    audience text not null constraint search_person_audience_known check (audience in ('MY_GROUPS', 'MEMBERS', 'PUBLIC')),
    name text not null,
    interests text,
    skills text,
    bio text,
    name_key text collate "C" not null generated always as (lower(name)) stored,
    name_words tsvector not null generated always as (search_vector(name, 'A')) stored,
    words tsvector not null generated always as (search_vector(name, 'A') || search_vector(coalesce(interests, ''), 'B')
      || search_vector(coalesce(skills, ''), 'C') || search_vector(coalesce(bio, ''), 'D')) stored,
    constraint search_person_pk primary key (member_id, audience)
  );
  create index search_person_members_name on search_person (name_key, member_id) where audience = 'MEMBERS';
  create index search_person_members_words on search_person using gin (words) where audience = 'MEMBERS';
  create index search_person_members_name_words on search_person using gin (name_words) where audience = 'MEMBERS';
  create index search_person_members_similar on search_person using gin (name_key gin_trgm_ops) where audience = 'MEMBERS';
  create index search_person_public_name on search_person (name_key, member_id) where audience = 'PUBLIC';
  create index search_person_public_words on search_person using gin (words) where audience = 'PUBLIC';
  create index search_person_public_similar on search_person using gin (name_key gin_trgm_ops) where audience = 'PUBLIC';
  create function search_person_refresh(ids uuid[]) returns void language sql as $$
    delete from search_person where member_id = any(ids);
    insert into search_person (member_id, audience, name, interests, skills, bio)
    select m.id, a.audience, m.display_name,
      case when m.audiences->>'interests' = any(a.wider) then array_to_string(m.interests, ', ') end,
      case when m.audiences->>'skills' = any(a.wider) then array_to_string(m.skills, ', ') end,
      case when m.audiences->>'bio' = any(a.wider) then m.bio end
    from member m
    left join discoverability d on d.member_id = m.id
    cross join (values
      ('PUBLIC', array['PUBLIC'], array['EVERYBODY']),
      ('MEMBERS', array['PUBLIC', 'MEMBERS'], array['EVERYBODY']),
      ('MY_GROUPS', array['PUBLIC', 'MEMBERS', 'MY_GROUPS'], array['EVERYBODY', 'MY_GROUPS'])) a (audience, wider, finders)
    where m.id = any(ids) and m.status = 'ACTIVE' and m.audiences->>'displayName' = any(a.wider)
      and coalesce(d.found_by, 'EVERYBODY') = any(a.finders)
  $$;
  create function search_person_inserted() returns trigger language plpgsql as $$
  begin
    perform search_person_refresh(array(select id from changed));
    return null;
  end $$;
  create trigger search_person_inserted after insert on member referencing new table as changed
    for each statement execute function search_person_inserted();
  create function search_person_updated() returns trigger language plpgsql as $$
  begin
    perform search_person_refresh(array(
      select id from changed join former using (id)
      where (changed.status, changed.display_name, changed.interests, changed.skills, changed.bio, changed.audiences)
        is distinct from (former.status, former.display_name, former.interests, former.skills, former.bio, former.audiences)));
    return null;
  end $$;
  create trigger search_person_updated after update on member referencing old table as former new table as changed
    for each statement execute function search_person_updated();
  create function search_person_discoverability() returns trigger language plpgsql as $$
  begin
    perform search_person_refresh(array[case when tg_op = 'DELETE' then old.member_id else new.member_id end]);
    return null;
  end $$;
  create trigger search_person_discoverability after insert or update or delete on discoverability
    for each row execute function search_person_discoverability();
  create function search_similar_people(asked text, asked_audience text, skipped uuid[], after_key text, after_id uuid, wanted int)
    returns table (member_id uuid, key text) language plpgsql as $$
  begin
    perform set_config('pg_trgm.word_similarity_threshold', '0.45', true);
    return query execute format(
      'select s.member_id, s.key from (
         select p.member_id, to_char(1 - word_similarity($1, p.name_key), ''FM0.000000'') collate "C" as key
         from search_person p
         where p.audience = %L and $1 <%% p.name_key and p.member_id <> all($2)
       ) s where $3 is null or (s.key, s.member_id) > ($3 collate "C", $4) order by s.key, s.member_id limit $5', asked_audience)
      using asked, skipped, after_key, after_id, wanted;
  end $$;
  select search_person_refresh(array(select id from member));
`;
