import type { PersonalSection } from '@guildhall/subgraph';

const formerAuthor = {
  en: 'The resource and its versions by a former member, as long as the library keeps it: you published it under a licence that others may rely on for ever.',
  'zh-CN': '资料及其各版本以“前成员”名义保留，由资料库决定保留多久：您发布时采用的许可证允许他人永久依赖。',
};

/** What the library keeps about a member. */
export const librarySections: readonly PersonalSection[] = [
  {
    name: 'drafts',
    title: { en: 'Resources and new versions you are writing', 'zh-CN': '您正在撰写的资料与新版本' },
    tables: ['resource', 'resource_version'],
    select: `select v.id, v.number, v.title, v.summary, v.body, v.kind, v.language, v.subject, v.tags, v.address as link, v.licence,
        v.status, v.change_note as "changeNote" from resource_version v where v.author_id = $1 and v.published_at is null order by v.id`,
    erase: [
      `delete from resource r where r.author_id = $1 and r.published_at is null
         and not exists (select 1 from path_step s where s.resource_id = r.id)`,
      `update resource_version v set title = '', summary = '', body = '', subject = '', tags = '{}', course_ids = '{}',
           address = null, file_id = null, kind = case v.kind when 'FILE' then 'NOTES' else v.kind end, change_note = null
         from resource r where r.id = v.resource_id and r.author_id = $1 and r.published_at is null`,
      `update resource set title = '', summary = '', body = '', subject = '', tags = '{}', course_ids = '{}', address = null,
           file_id = null, kind = case kind when 'FILE' then 'NOTES' else kind end, author_id = (select gen_random_uuid()), version = version + 1
         where author_id = $1 and published_at is null`,
      `delete from resource_version v using resource r
         where r.id = v.resource_id and r.author_id = $1 and v.published_at is null`,
      `update resource set work = null, version = version + 1 where author_id = $1 and work is not null`,
    ],
    fate: 'ERASED',
  },
  {
    name: 'resources',
    title: { en: 'Resources you published', 'zh-CN': '您发布的资料' },
    tables: ['resource', 'resource_version'],
    select: `select v.id, v.number, v.title, v.summary, v.body, v.kind, v.language, v.subject, v.tags, v.address as link, v.licence,
        v.status, v.change_note as "changeNote", v.published_at as "publishedAt"
        from resource_version v where v.author_id = $1 and v.published_at is not null order by v.published_at, v.id`,
    erase: [
      'update resource_version set author_id = (select gen_random_uuid()), version = version + 1 where author_id = $1',
      'update resource set author_id = (select gen_random_uuid()), version = version + 1 where author_id = $1',
    ],
    fate: 'PSEUDONYMISED',
    kept: formerAuthor,
  },
  {
    name: 'resourceFiles',
    title: { en: 'Files you sent for resources', 'zh-CN': '您为资料上传的文件' },
    tables: ['resource_file'],
    select: `select id, name, content_type as "contentType", size, status, stored_at as "storedAt" from resource_file
        where owner_id = $1 order by prepared_at, id`,
    erase: [
      `update resource_file f set status = 'REMOVED', name = '', digest = null, version = version + 1
         where f.owner_id = $1 and not exists (select 1 from resource_version v where v.file_id = f.id)`,
      'update resource_file set owner_id = (select gen_random_uuid()), version = version + 1 where owner_id = $1',
    ],
    fate: 'PSEUDONYMISED',
    kept: {
      en: 'The files of resources you published, as long as the library keeps these. Files that no resource has are removed.',
      'zh-CN': '您已发布资料中的文件随资料一并保留；没有任何资料使用的文件会被删除。',
    },
  },
  {
    name: 'reviews',
    title: { en: 'Resources and paths you reviewed', 'zh-CN': '您审核过的资料与路径' },
    tables: ['resource', 'resource_version', 'resource_decision', 'path_version'],
    select: `select 'resource' as kind, id, title from resource_version where reviewer_id = $1
        union all select 'decision', d.id, r.title from resource_decision d join resource r on r.id = d.resource_id where d.decided_by = $1
        union all select 'path', v.id, p.title from path_version v join learning_path p on p.id = v.path_id where v.reviewer_id = $1
        order by kind, id`,
    erase: [
      'update resource_version set reviewer_id = (select gen_random_uuid()), version = version + 1 where reviewer_id = $1',
      'update resource set reviewer_id = (select gen_random_uuid()), version = version + 1 where reviewer_id = $1',
      'update resource_decision set decided_by = (select gen_random_uuid()) where decided_by = $1',
      'update path_version set reviewer_id = (select gen_random_uuid()), version = version + 1 where reviewer_id = $1',
    ],
    fate: 'PSEUDONYMISED',
    kept: {
      en: 'That somebody other than the author reviewed it, as long as it is kept.',
      'zh-CN': '保留“由作者以外的某人审核”的记录，直至该内容被删除。',
    },
  },
  {
    name: 'ratings',
    title: { en: 'Resources you rated', 'zh-CN': '您评分过的资料' },
    tables: ['resource_rating'],
    select: `select g.id, r.title, g.stars, g.reason, g.words, g.rated_at as "ratedAt"
        from resource_rating g join resource r on r.id = g.resource_id where g.member_id = $1 order by g.rated_at, g.id`,
    erase: ['update resource_rating set member_id = (select gen_random_uuid()), words = null where member_id = $1'],
    fate: 'PSEUDONYMISED',
    kept: {
      en: 'The stars and the reason of one person without a name, as long as the resource is kept, so that its figures stay right. Your words go.',
      'zh-CN': '保留一名无名者的星级与理由，直至该资料被删除，以保证统计数字正确。您写的文字会被删除。',
    },
  },
  {
    name: 'resourceReports',
    title: { en: 'Resources you reported', 'zh-CN': '您举报过的资料' },
    tables: ['resource_report'],
    select: `select p.id, r.title, p.reason, p.words, p.reported_at as "reportedAt", p.closed_at as "closedAt"
        from resource_report p join resource r on r.id = p.resource_id where p.reporter_id = $1 order by p.reported_at, p.id`,
    erase: ['update resource_report set reporter_id = (select gen_random_uuid()), words = null where reporter_id = $1'],
    fate: 'PSEUDONYMISED',
    kept: {
      en: 'That somebody reported it and for which of the listed reasons, as long as the resource is kept. Your words go.',
      'zh-CN': '保留“某人以何种理由举报”的记录，直至该资料被删除。您写的文字会被删除。',
    },
  },
  {
    name: 'collections',
    title: { en: 'Your collections of resources', 'zh-CN': '您的资料合集' },
    tables: ['resource_collection', 'resource_collection_item'],
    select: `select c.id, c.title, c.description, c.visibility, c.changed_at as "changedAt",
        (select jsonb_agg(r.title order by i.position) from resource_collection_item i join resource r on r.id = i.resource_id
           where i.collection_id = c.id) as resources
        from resource_collection c where c.owner_id = $1 order by c.id`,
    erase: ['delete from resource_collection where owner_id = $1'],
    fate: 'ERASED',
  },
];
