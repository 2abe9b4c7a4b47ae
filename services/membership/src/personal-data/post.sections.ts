import type { PersonalSection } from '@guildhall/subgraph';

/** What members write to the people of their groups and to the campus. */
export const postSections: readonly PersonalSection[] = [
  {
    name: 'posts',
    title: { en: 'Posts', 'zh-CN': '帖子' },
    tables: ['post'],
    select: `select id, group_id as "groupId", kind, language, body, status, removal_reason as "removalReason",
        posted_at as "postedAt" from post where author_id = $1 order by posted_at, id`,
    erase: [
      `update post set status = 'WITHDRAWN', body = '', removal_reason = null, version = version + 1 where author_id = $1`,
    ],
    fate: 'PSEUDONYMISED',
    kept: {
      en: 'An empty place by a former member, as long as the group is kept, so that the replies of others keep their thread.',
      'zh-CN': '保留一个“前成员”的空白位置，直至该社团被删除，使他人的回复仍有上下文。',
    },
  },
];
