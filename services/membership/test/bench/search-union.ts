import type { DataSource } from 'typeorm';

const firstNames = [
  'Ada',
  'Adam',
  'Anna',
  'Ben',
  'Bea',
  'Carlos',
  'Chen',
  'Dana',
  'Elif',
  'Emeka',
  'Farah',
  'Grace',
  'Hana',
  'Ivan',
  'Jun',
  'Kofi',
  'Lena',
  'Mei',
  'Noor',
  'Olga',
  'Priya',
  'Quinn',
  'Rosa',
  'Sam',
  'Tara',
  'Uma',
  'Viktor',
  'Wei',
  'Yusuf',
  'Zoe',
];
const syllables = [
  'ba',
  'cor',
  'dan',
  'el',
  'fo',
  'gra',
  'hin',
  'jor',
  'kim',
  'lun',
  'mar',
  'nov',
  'ok',
  'per',
  'qua',
  'ros',
  'sin',
  'tor',
  'und',
  'vek',
  'wal',
  'yam',
  'zel',
];
const interests = [
  'chess',
  'running',
  'film',
  'theatre',
  'hill walking',
  'baking',
  'photography',
  'debating',
  'robotics',
  'football',
  'jazz',
  'climbing',
  'poetry',
  'gardening',
  'rowing',
  '摄影',
  '围棋',
  '登山',
  'swing dance',
  'board games',
  'sailing',
  'astronomy',
  'knitting',
  'languages',
  'volunteering',
];
const chunk = 20_000;

/** Fills an empty database with invented members, half of them in groups, one in fifty not to be found and one in ten without a name. */
export async function makeUnion(dataSource: DataSource, members: number): Promise<void> {
  const groups = Math.max(20, Math.round(members / 60));
  await makeMembers(dataSource, members, groups);
  await makeTies(dataSource, groups);
}

async function makeMembers(dataSource: DataSource, members: number, groups: number): Promise<void> {
  await dataSource.query('set statement_timeout = 0');
  await dataSource.query('select setseed(0.42)');
  await dataSource.query(
    `insert into student_group (id, name, kind, purpose, status, founded_at, version)
     select gen_random_uuid(), initcap(($2::text[])[1 + n % 25]) || ' Society ' || n, 'SOCIETY',
       'We meet to do ' || ($2::text[])[1 + n % 25] || ' every week.', 'AFFILIATED', now(), 1 from generate_series(1, $1) n`,
    [groups, interests],
  );
  for (let from = 0; from < members; from += chunk)
    await dataSource.query(
      `insert into member (id, subject, student_number, status, display_name, bio, faculty, programme, level, year,
         interests, skills, languages, audiences, joined_at, version)
       select gen_random_uuid(), 'bench-' || n, 'B' || n, 'ACTIVE',
         ($3::text[])[1 + floor(power(random(), 2) * 30)::int] || ' ' || initcap(($4::text[])[1 + floor(random() * 23)::int]
           || ($4::text[])[1 + floor(random() * 23)::int] || ($4::text[])[1 + floor(random() * 23)::int]),
         case when random() < 0.3 then 'I like ' || ($5::text[])[1 + floor(random() * 25)::int] || ' and quiet evenings.' end,
         'Arts', 'History', 'UNDERGRADUATE', 1,
         array[($5::text[])[1 + floor(power(random(), 2) * 25)::int], ($5::text[])[1 + floor(random() * 25)::int]],
         array[($5::text[])[1 + floor(random() * 25)::int]], '{en}',
         jsonb_build_object('displayName', case when random() < 0.1 then 'ONLY_ME' else 'MEMBERS' end, 'pronouns', 'MEMBERS',
           'bio', case when random() < 0.2 then 'MY_GROUPS' else 'MEMBERS' end, 'faculty', 'MEMBERS', 'programme', 'MY_GROUPS',
           'level', 'ONLY_ME', 'year', 'ONLY_ME', 'interests', 'MEMBERS', 'skills', 'MY_GROUPS', 'languages', 'MEMBERS'), now(), 1
       from generate_series($1::int, $2::int) n`,
      [from + 1, Math.min(from + chunk, members), firstNames, syllables, interests],
    );
}

async function makeTies(dataSource: DataSource, groups: number): Promise<void> {
  await dataSource.query(
    `insert into group_membership (id, group_id, member_id, status, since, version)
     select gen_random_uuid(), g.id, m.id, 'ACTIVE', now(), 1
     from (select id, row_number() over (order by id) as n from member) m
     join (select id, row_number() over (order by id) as n from student_group) g on m.n % 2 = 0 and g.n = 1 + (m.n / 2) % $1`,
    [groups],
  );
  await dataSource.query(`
    insert into discoverability (member_id, found_by, has_suggestions)
      select id, 'NOBODY', false from member where hashtext(id::text) % 50 = 0;
    insert into post (id, group_id, author_id, kind, language, body, status, posted_at, version)
      select gen_random_uuid(), g.group_id, g.member_id, 'IDEA', 'en', 'We could go ' || g.id || ' and run together.', 'PUBLISHED', now(), 1
      from group_membership g where hashtext(g.id::text) % 10 = 0;
    insert into member_block (blocker_id, blocked_id, since)
      select a.id, b.id, now() from (select id from member order by id limit 1) a, (select id from member order by id offset 5 limit 10) b;
    analyze;`);
}
