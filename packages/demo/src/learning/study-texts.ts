/** What demo study groups and mentors say. */

/** A way to work together, in the words of whoever founded the group. */
export type StudyKind = {
  readonly name: string;
  readonly about: string;
  readonly style: 'QUIET' | 'DISCUSSION' | 'PROBLEM_SOLVING' | 'EXAM_PRACTICE';
  readonly language: 'en' | 'zh-Hans';
};

/** What study groups are about. */
export const studyKinds: readonly StudyKind[] = [
  {
    name: 'Quiet hour',
    about: 'Phones away, everybody works on their own. Ten minutes of talk at the end.',
    style: 'QUIET',
    language: 'en',
  },
  {
    name: 'Reading circle',
    about: 'One text a week. Whoever hosts brings three questions, the rest brings opinions.',
    style: 'DISCUSSION',
    language: 'en',
  },
  {
    name: 'Problem sheets',
    about: 'We try the sheet alone first, then compare where we got stuck.',
    style: 'PROBLEM_SOLVING',
    language: 'en',
  },
  {
    name: 'Past papers',
    about: 'A past paper under the clock, then we mark each other’s with the guide.',
    style: 'EXAM_PRACTICE',
    language: 'en',
  },
  {
    name: '安静自习',
    about: '手机静音，各自学习，最后十分钟交流收获。',
    style: 'QUIET',
    language: 'zh-Hans',
  },
  {
    name: '课程讨论',
    about: '每周一章，主持人提前准备三个问题，大家轮流发言。',
    style: 'DISCUSSION',
    language: 'zh-Hans',
  },
  {
    name: '期末真题演练',
    about: '限时做往年真题，再按评分标准互相批改、讲解。',
    style: 'EXAM_PRACTICE',
    language: 'zh-Hans',
  },
];

/** Where study groups meet. */
export const studyPlaces: Readonly<Record<'ROOM' | 'ONLINE', readonly string[]>> = {
  ROOM: [
    'Main library, room 1.07',
    'Union building, table by the window',
    'Science block, seminar room 3',
    '图书馆三楼研讨间',
  ],
  ONLINE: ['The link is pinned in our chat', 'Video call; whoever hosts sends the link', '腾讯会议，主持人会前发链接'],
};

/** What mentors help with, in English and Chinese. */
export const mentorTopics: readonly string[] = [
  'Essay writing',
  'Problem solving',
  'Presentations',
  'Finding a placement',
  'Settling in',
  'Exam nerves',
  'Programming',
  'Reading papers',
  '论文写作',
  '考试复习',
  '实习申请',
  '适应校园生活',
];

/** What mentors say about themselves. */
export const mentorWords: readonly string[] = [
  'I remember how confusing first year was. Ask me anything, there are no silly questions.',
  'Final year. I like drawing things on napkins until they make sense.',
  'Happy to look at a plan together, an hour every other week works best for me.',
  '大三学生，走过不少弯路，愿意把经验分享给学弟学妹。',
  '每周可以抽一个小时，一起看看作业思路，不代写。',
];

/** What mentees ask with. */
export const mentorLines: readonly string[] = [
  'I get lost between reading and writing; could we look at how you plan an essay?',
  'Could you show me how you prepare for exams without panicking?',
  'I would like to find a placement and do not know where to begin.',
  '希望请教一下怎样安排复习计划，谢谢学长学姐！',
];
