import type { PersonalSection } from '@guildhall/subgraph';

/** What quizzes and reviewing keep about a member. */
export const quizSections: readonly PersonalSection[] = [
  {
    name: 'quizAttempts',
    title: { en: 'Your attempts at quizzes, with your answers', 'zh-CN': '您的测验记录与作答' },
    tables: ['quiz_attempt', 'attempt_question'],
    select: `select a.id, p.title, a.number, a.status, a.started_at as "startedAt", a.ended_at as "endedAt",
          a.right_count as "rightCount", a.question_count as "questionCount",
          (select jsonb_agg(jsonb_build_object('prompt', q.prompt, 'answer', g.answer) order by g.position)
             from attempt_question g join quiz_question q on q.id = g.question_id where g.attempt_id = a.id) as answers
        from quiz_attempt a join quiz z on z.id = a.quiz_id join learning_path p on p.id = z.path_id
        where a.member_id = $1 order by a.started_at, a.id`,
    erase: [
      `update attempt_question g set answer = g.answer - 'text' from quiz_attempt a
         where a.id = g.attempt_id and a.member_id = $1 and g.answer ? 'text'`,
      'update quiz_attempt set member_id = (select gen_random_uuid()), version = version + 1 where member_id = $1',
    ],
    fate: 'PSEUDONYMISED',
    kept: {
      en: 'That one person without a name answered so, without any words of theirs, as long as the quiz is kept, so that its figures stay right.',
      'zh-CN': '保留“某一无名者如此作答”的记录（不含其文字），直至该测验被删除，以保证统计数字正确。',
    },
  },
  {
    name: 'recall',
    title: { en: 'What you review, and how well you remembered it', 'zh-CN': '您的复习卡片与记忆情况' },
    tables: ['recall_card', 'recall_review', 'recall_setting'],
    select: `select c.id, (select q.prompt from quiz_question q where q.key = c.question_key order by q.quiz_version_id desc limit 1) as prompt,
          c.due_at as "nextReviewAt", s.retention_percent as "retentionPercent", s.paused_at as "pausedAt",
          (select jsonb_agg(jsonb_build_object('rating', r.rating, 'at', r.reviewed_at) order by r.reviewed_at, r.id)
             from recall_review r where r.card_id = c.id) as reviews
        from recall_card c left join recall_setting s on s.member_id = c.member_id where c.member_id = $1 order by c.made_at, c.id`,
    erase: [
      'delete from recall_review where member_id = $1',
      'delete from recall_card where member_id = $1',
      'delete from recall_setting where member_id = $1',
    ],
    fate: 'ERASED',
  },
  {
    name: 'quizVersions',
    title: { en: 'Quizzes you wrote or reviewed', 'zh-CN': '您编写或审核的测验' },
    tables: ['quiz_version'],
    select: `select v.id, p.title, v.number, v.status, v.published_at as "publishedAt"
        from quiz_version v join quiz z on z.id = v.quiz_id join learning_path p on p.id = z.path_id
        where v.author_id = $1 or v.reviewer_id = $1 order by v.id`,
    erase: [
      'update quiz_version set author_id = (select gen_random_uuid()), version = version + 1 where author_id = $1',
      'update quiz_version set reviewer_id = (select gen_random_uuid()), version = version + 1 where reviewer_id = $1',
    ],
    fate: 'PSEUDONYMISED',
    kept: {
      en: 'The quiz by a former member, and that somebody else reviewed it, as long as the union keeps it: others learn with it.',
      'zh-CN': '测验以“前成员”名义保留，并保留“由他人审核”的记录，由学生会决定保留多久：有人正在用它学习。',
    },
  },
];
