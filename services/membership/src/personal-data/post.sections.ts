import type { PersonalSection } from '@guildhall/subgraph';

const emptyPlace = {
  en: 'An empty place by a former member, as long as the group is kept, so that the words of others keep their thread.',
  'zh-CN': '保留一个“前成员”的空白位置，直至该社团被删除，使他人的文字仍有上下文。',
};

/** What members write to the people of their groups and to the campus, and what they report. */
export const postSections: readonly PersonalSection[] = [
  {
    name: 'posts',
    title: { en: 'Posts', 'zh-CN': '帖子' },
    tables: ['post'],
    select: `select id, group_id as "groupId", kind, language, body, status, removal_reason as "removalReason",
        posted_at as "postedAt" from post where author_id = $1 order by posted_at, id`,
    erase: [
      `update post set status = 'WITHDRAWN', body = '', removal_reason = null, pin_slot = null, pinned_until = null,
         version = version + 1 where author_id = $1`,
    ],
    fate: 'PSEUDONYMISED',
    kept: emptyPlace,
  },
  {
    name: 'replies',
    title: { en: 'Replies', 'zh-CN': '回复' },
    tables: ['post_reply'],
    select: `select id, post_id as "postId", language, body, status, removal_reason as "removalReason", posted_at as "postedAt"
        from post_reply where author_id = $1 order by posted_at, id`,
    erase: [
      `update post_reply set status = 'WITHDRAWN', body = '', removal_reason = null, version = version + 1 where author_id = $1`,
    ],
    fate: 'PSEUDONYMISED',
    kept: emptyPlace,
  },
  {
    name: 'reactions',
    title: { en: 'Reactions and muted posts', 'zh-CN': '回应与静音的帖子' },
    tables: ['post_reaction', 'post_mute'],
    select: `select post_id as "postId", kind, reacted_at as "reactedAt" from post_reaction where member_id = $1
        union all select post_id, 'MUTED', muted_at from post_mute where member_id = $1 order by "reactedAt", "postId", kind`,
    erase: ['delete from post_reaction where member_id = $1', 'delete from post_mute where member_id = $1'],
    fate: 'ERASED',
  },
  {
    name: 'raiseRequests',
    title: { en: 'Ideas you asked to raise', 'zh-CN': '您请求代为提出的想法' },
    tables: ['raise_request'],
    select: `select id, post_id as "postId", target, note, status, asked_at as "askedAt" from raise_request where asked_by = $1
        order by asked_at, id`,
    erase: [
      `delete from raise_request where asked_by = $1 and status <> 'AGREED'`,
      `update raise_request set note = null, author_named = false, version = version + 1 where asked_by = $1`,
      `update raise_request q set author_named = false, status = case when q.status = 'WAITING' then 'DECLINED' else q.status end,
         decided_at = coalesce(q.decided_at, now()), version = q.version + 1 from post p where p.id = q.post_id and p.author_id = $1`,
    ],
    fate: 'PSEUDONYMISED',
    kept: {
      en: 'That a former member was allowed to raise an idea, as long as the post is kept, because its author allowed it.',
      'zh-CN': '保留“某前成员获准代为提出想法”的记录，直至该帖子被删除，因为作者曾经同意。',
    },
  },
  {
    name: 'reports',
    title: { en: 'What you reported, and what was reported of yours', 'zh-CN': '您的举报，以及针对您内容的举报' },
    tables: ['report', 'moderation_item', 'moderation_decision'],
    select: `select r.id, i.subject_kind as "subjectKind", r.reason, r.note, null as appeal, r.reported_at as "reportedAt", r.outcome
        from report r join moderation_item i on i.id = r.item_id where r.reporter_id = $1
        union all select i.id, i.subject_kind, null, null, i.appeal, i.since, i.state from moderation_item i where i.author_id = $1
        order by "reportedAt", id`,
    erase: [
      `update report set note = null where reporter_id = $1`,
      `update report r set words = '', closed_at = coalesce(r.closed_at, now()), outcome = coalesce(r.outcome, 'GONE')
         from moderation_item i where i.id = r.item_id and i.author_id = $1`,
      `update moderation_item set appeal = case when appeal is null then null else '' end,
         state = case when state in ('REPORTED', 'HELD', 'APPEALED') then 'GONE' else state end, version = version + 1
         where author_id = $1`,
    ],
    fate: 'PSEUDONYMISED',
    kept: {
      en: 'That something by a former member was reported and how it was decided, without the words, for ever, so that decisions can be compared.',
      'zh-CN': '永久保留“某前成员的内容被举报及处理结果”的记录，不含原文，以便对照各项决定。',
    },
  },
];
