import type { PersonalSection } from '@guildhall/subgraph';

/** What members write on learning paths. It goes before their enrolments, which lead to what they wrote for themselves. */
export const pathSections: readonly PersonalSection[] = [
  {
    name: 'reflections',
    title: { en: 'What you wrote for yourself on learning paths', 'zh-CN': '您在学习路径中写给自己的思考' },
    tables: ['reflection'],
    select: `select p.title, r.words, r.written_at as "writtenAt" from reflection r join enrolment e on e.id = r.enrolment_id
        join learning_path p on p.id = e.path_id where e.member_id = $1 order by r.written_at, r.step_key`,
    erase: ['delete from reflection r using enrolment e where e.id = r.enrolment_id and e.member_id = $1'],
    fate: 'ERASED',
  },
  {
    name: 'peerWork',
    title: { en: 'Work you handed in for others to review', 'zh-CN': '您提交给同学评议的作业' },
    tables: ['peer_submission'],
    select: `select w.id, p.title, w.round, w.words, w.status, w.handed_in_at as "handedInAt", w.decided_at as "decidedAt",
        (select jsonb_agg(jsonb_build_object('verdict', r.verdict, 'words', r.words, 'marks', r.marks) order by r.done_at, r.id)
           from peer_review r where r.submission_id = w.id and r.status = 'DONE' and w.status in ('ACCEPTED', 'SENT_BACK')) as reviews
        from peer_submission w join learning_path p on p.id = w.path_id where w.author_id = $1 order by w.handed_in_at, w.id`,
    erase: [
      `update peer_review set status = 'LAPSED', version = version + 1 where author_id = $1 and status = 'ASKED'`,
      `update peer_submission set words = '', status = case when status = 'OPEN' then 'WITHDRAWN' else status end,
         decided_at = coalesce(decided_at, handed_in_at), author_id = (select gen_random_uuid()), version = version + 1 where author_id = $1`,
    ],
    fate: 'PSEUDONYMISED',
    kept: {
      en: 'That one person without a name handed something in and what became of it, without the work itself, as long as the path is kept.',
      'zh-CN': '保留“某一无名者提交过作业及其结果”的记录，不含作业内容，直至该路径被删除。',
    },
  },
  {
    name: 'peerReviews',
    title: { en: 'Reviews of others’ work that you were asked for', 'zh-CN': '请您评议的同学作业' },
    tables: ['peer_review'],
    select: `select r.id, p.title, r.status, r.verdict, r.words, r.marks, r.asked_at as "askedAt", r.done_at as "doneAt"
        from peer_review r join peer_submission w on w.id = r.submission_id join learning_path p on p.id = w.path_id
        where r.reviewer_id = $1 order by r.asked_at, r.id`,
    erase: [
      `delete from peer_review where reviewer_id = $1 and status <> 'DONE'`,
      'update peer_review set reviewer_id = (select gen_random_uuid()), version = version + 1 where reviewer_id = $1',
    ],
    fate: 'PSEUDONYMISED',
    kept: {
      en: 'The reviews you wrote, without your name, because they belong to the people you wrote them for.',
      'zh-CN': '您写过的评议以无名方式保留，因为它们属于收到评议的同学。',
    },
  },
];
