import type { PersonalSection } from '@guildhall/subgraph';

/** What this service keeps about a member's credentials, their links, and what officers wrote as achievements. */
export const credentialSections: readonly PersonalSection[] = [
  {
    name: 'credentials',
    title: { en: 'Credentials issued to you', 'zh-CN': '颁发给您的证书' },
    tables: ['credential'],
    select: `select c.id, a.title_en as title, c.status, c.issued_at as "issuedAt", c.expires_at as "expiresAt"
        from credential c join achievement a on a.id = c.achievement_id where c.member_id = $1 order by c.issued_at, c.id`,
    erase: ['update credential set member_id = (select gen_random_uuid()), version = version + 1 where member_id = $1'],
    fate: 'PSEUDONYMISED',
    kept: {
      en: 'That a credential without a name was issued, and whether it is revoked, so that a document you handed on can still be checked.',
      'zh-CN': '保留“颁发过一份无名证书”及其是否被撤销的记录，以便您已出示的文件仍可核验。',
    },
  },
  {
    name: 'recordLinks',
    title: { en: 'Links under which you show parts of your record', 'zh-CN': '您出示记录的链接' },
    tables: ['record_link'],
    select: `select l.id, l.note, l.shown_as as "shownAs", l.created_at as "createdAt", l.expires_at as "expiresAt",
          l.withdrawn_at as "withdrawnAt",
          (select jsonb_agg(v.viewed_at order by v.viewed_at) from record_link_view v where v.link_id = l.id) as "viewedAt"
        from record_link l where l.member_id = $1 order by l.created_at, l.id`,
    erase: ['delete from record_link where member_id = $1'],
    fate: 'ERASED',
  },
  {
    name: 'achievements',
    title: { en: 'Achievements you wrote or published', 'zh-CN': '您编写或发布的成就' },
    tables: ['achievement'],
    select: `select id, title_en as title, status, published_at as "publishedAt" from achievement
        where $1 in (author_id, publisher_id) order by id`,
    erase: [
      'update achievement set author_id = (select gen_random_uuid()), version = version + 1 where author_id = $1',
      'update achievement set publisher_id = (select gen_random_uuid()), version = version + 1 where publisher_id = $1',
    ],
    fate: 'PSEUDONYMISED',
    kept: {
      en: 'The achievement by a former officer, as long as the union keeps it: credentials were given for it.',
      'zh-CN': '成就以“前任干部”名义保留，由学生会决定保留多久：已有证书据此颁发。',
    },
  },
];
