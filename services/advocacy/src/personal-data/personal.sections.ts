import type { PersonalSection } from '@guildhall/subgraph';

/** What somebody did in an office stands under their sign-in; the office did it, and stays, without who held it. */
const signIn = '(select subject from actor_member where member_id = $1)';
const forgetSignIn = (table: string, column: string): string =>
  `update ${table} set ${column} = 'erased' where ${column} = ${signIn}`;

/** Words that nobody but their author stood behind go; what others support or answered stays, by a former member. */
const ownIssues = `select id from issue i where i.author_id = $1 and i.status = 'PRIVATE'
  and not exists (select 1 from issue_support s where s.issue_id = i.id and s.member_id <> $1)`;
const ownProposals = `select id from proposal p where p.author_id = $1 and p.published_at is null
  and not exists (select 1 from proposal_seconder s where s.proposal_id = p.id and s.accepted_at is not null)`;

/**
 * Everything this service keeps about a member in public matters, and what becomes of their cases. A copy holds none of
 * it: the copy of the trust zone is taken by the member alone, and a preview counts nothing here.
 */
export const personalSections: readonly PersonalSection[] = [
  {
    name: 'issues',
    title: { en: 'Issues and replies you wrote', 'zh-CN': '您提出的问题和回复' },
    tables: ['issue', 'issue_reply', 'issue_text', 'issue_answer', 'issue_answer_draft'],
    erase: [
      `delete from post_appeal a using issue i where a.issue_id = i.id and a.reply_id is null and i.author_id = $1`,
      `delete from post_appeal a using issue_reply r where a.reply_id = r.id and r.author_id = $1`,
      `delete from issue_text where issue_id in (${ownIssues})`,
      `delete from matter_text where subject_kind = 'ISSUE' and subject_id in (${ownIssues})`,
      `update issue set title = '', body = '', version = version + 1 where id in (${ownIssues})`,
      'update issue set author_id = null, version = version + 1 where author_id = $1',
      `update issue_reply set body = '', author_id = null, version = version + 1 where author_id = $1`,
      forgetSignIn('issue_answer', 'published_by'),
      forgetSignIn('issue_answer_draft', 'drafted_by'),
      forgetSignIn('post_decision', 'decided_by'),
    ],
    fate: 'PSEUDONYMISED',
    kept: {
      en: 'An issue that others support or a department was shown stays by a former member, because it is theirs too. Everything else you wrote there goes.',
      'zh-CN': '他人支持或已转交部门的问题以“前成员”名义保留，因为它也属于他们。您在那里写的其他内容都会删除。',
    },
    isCounted: false,
  },
  {
    name: 'support',
    title: { en: 'What you supported, rated and endorsed', 'zh-CN': '您的支持、评价和附议' },
    tables: [
      ...['issue_support', 'issue_vote', 'post_report', 'post_decision', 'post_appeal'],
      ...['proposal_roll', 'endorsement', 'proposal_rating', 'proposal_verdict'],
    ],
    erase: [
      'update issue_support set member_id = (select gen_random_uuid()) where member_id = $1',
      'update post_report set reporter_id = (select gen_random_uuid()) where reporter_id = $1',
    ],
    fate: 'PSEUDONYMISED',
    kept: {
      en: 'Totals stay as they were, for ever: one more person, whom nothing leads to.',
      'zh-CN': '总数永久保持不变：只是多了一个无从追溯的人。',
    },
    isCounted: false,
  },
  {
    name: 'proposals',
    title: { en: 'Proposals you wrote or seconded', 'zh-CN': '您提出或联名的提案' },
    tables: [
      'proposal',
      'proposal_text',
      'proposal_seconder',
      'proposal_appeal',
      'proposal_screening',
      'proposal_council',
      'proposal_answer_draft',
    ],
    erase: [
      `delete from proposal_appeal where proposal_id in (select id from proposal where author_id = $1)`,
      `update proposal_text set title = '', background = '', problem = '', suggestion = '' where proposal_id in (${ownProposals})`,
      `delete from proposal_seconder where proposal_id in (${ownProposals})`,
      forgetSignIn('proposal_screening', 'decided_by'),
      forgetSignIn('proposal_council', 'recorded_by'),
      forgetSignIn('proposal', 'refused_by'),
      forgetSignIn('proposal_answer_draft', 'drafted_by'),
    ],
    fate: 'PSEUDONYMISED',
    kept: {
      en: 'A proposal that was published or that others seconded stays by a former member, for ever: it is theirs too, and what became of it is public. A draft of your own goes.',
      'zh-CN': '已公布或有他人联名的提案以“前成员”名义永久保留：它也属于他们，其结果是公开的。仅属于您的草稿会删除。',
    },
    isCounted: false,
  },
  {
    name: 'news',
    title: { en: 'News of public matters', 'zh-CN': '公共事务动态' },
    tables: ['member_update', 'update_mute', 'idea', 'idea_consent', 'proposal_origin', 'issue_origin'],
    erase: [],
    fate: 'ERASED',
    isCounted: false,
  },
  {
    name: 'cases',
    title: { en: 'Advice cases', 'zh-CN': '咨询个案' },
    tables: ['case_file', 'notice', 'inbox_settings'],
    erase: [],
    fate: 'KEPT',
    kept: {
      en: 'Cases that are over and that no appeal or legal duty holds are erased with you. An open or held case goes on until it is over and then its own time runs; collect your copy of it first, nobody can give it to you afterwards.',
      'zh-CN':
        '已结束且未因申诉或法律义务而保留的个案会一并删除。仍在办理或被保留的个案会继续到结束，之后按其自身期限处理；请先取得您的副本，之后无人能再提供。',
    },
    isCounted: false,
  },
];
