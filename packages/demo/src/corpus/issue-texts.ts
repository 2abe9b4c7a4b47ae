import { rows } from './lines.js';

/** What a student writes to their course, and what the department says to it in the end. */
export type IssueText = {
  readonly slug: string;
  readonly type: 'PRAISE' | 'IDEA' | 'QUESTION' | 'ISSUE';
  readonly language: 'en' | 'zh-CN';
  readonly title: string;
  readonly body: string;
  readonly answer: string;
};

/** Texts for several departments and all four types, in both languages. */
export const issueTexts: readonly IssueText[] = rows(`
  library | ISSUE | en | The library is full from ten in the morning | On lab days we come at half past ten and there is no seat with a socket left on any floor. | Forty seats with sockets on the second floor are kept free for two-hour bookings since Monday.
  library | IDEA | en | A quiet room that can be booked for two hours | The group rooms are booked in whole afternoons and often stand empty after an hour. | Group rooms are booked in blocks of two hours from next month.
  library | PRAISE | en | Thank you for the late opening before exams | Being able to stay until midnight in the last week made a real difference. | Thank you. We will do the same in June.
  library | ISSUE | zh-CN | 期末图书馆座位不够用 | 复习周从早上九点开始就找不到带插座的座位，很多同学只能坐在走廊。 | 复习周起二楼新增四十个带插座的座位，可提前两小时预约。
  registry | ISSUE | en | Two compulsory modules clash every Thursday | The lab and the lecture of two compulsory modules are both on Thursday at two, and neither is recorded. | The lecture moves to Wednesday at eleven from week 6.
  registry | QUESTION | en | When will the option choices for next year open? | Last year they opened in March; placement students need to know earlier. | Option choices open on 1 March, and on 15 February for placement students.
  registry | ISSUE | zh-CN | 成绩单申请要等三周 | 申请实习需要成绩单，但系统显示处理时间为三周，很多同学错过截止日期。 | 电子成绩单现在两个工作日内发出。
  examinations | ISSUE | en | Three exams on two days | Our course has three written exams within 26 hours in the January timetable. | One of the three exams moves to the following Monday.
  examinations | IDEA | en | Show the seat before exam day | Finding one's name on paper lists outside the hall costs ten nervous minutes. | Seats will be shown in the student portal two days before each exam.
  examinations | QUESTION | en | May we take a paper dictionary into the exam? | The module guide says yes, the exam rules say no. | Yes, an unmarked paper dictionary is allowed; the exam rules are corrected.
  disability | ISSUE | en | The lift to the teaching lab has been broken for five weeks | Students who cannot take the stairs work in a side room and see the demonstrations on a phone. | The lift was repaired on Friday, and the group moved to the ground-floor lab until then.
  disability | IDEA | en | Slides a day before the lecture | Some of us need to read them before, with a screen reader or in a second language. | Slides are published the evening before, from this week on.
  money | QUESTION | en | Who pays for the field trip if it is compulsory? | The trip costs 180 pounds and the handbook says that compulsory costs are covered. | Compulsory trips are covered. Whoever paid gets it back by the end of the month.
  wellbeing | IDEA | en | Drop-in hours in our own building | Many would go if it were not a bus ride away between two labs. | A counsellor is in room 1.14 every Tuesday from twelve to two.
  security | ISSUE | en | The path behind the lab building is dark | Evening labs end at eight and half of the lamps on the path to the bus do not work. | All lamps were replaced; the path is lit until midnight.
  careers | IDEA | en | More placements outside consultancy | The fair had forty employers and nearly all were the same kind. | Twelve laboratories and three public bodies come to the spring fair.
  housing | ISSUE | en | No hot water in Lakeside on weekday mornings | Since the reading week there is no hot water between seven and nine, when everybody has to leave for labs. | The boiler was replaced. Please tell us if it happens again.
  housing | IDEA | en | A drying room instead of racks in the corridors | In winter everything is damp and the fire doors are blocked with racks. | The old bicycle store becomes a drying room in February.
  housing | QUESTION | en | Can we stay in halls for the summer lab project? | The project runs to the end of July, contracts end on 30 June. | Yes. Apply by 1 May; the weekly rent stays the same.
  housing | ISSUE | zh-CN | 宿舍洗衣机经常坏 | 三号楼四台洗衣机坏了两台，周末要排两个小时的队。 | 两台洗衣机已更换，另增加一台烘干机。
`).map(([slug = '', type = '', language = '', title = '', body = '', answer = '']) => ({
  slug,
  type: type as IssueText['type'],
  language: language as IssueText['language'],
  title,
  body,
  answer,
}));

/** What fellow students and representatives reply. */
export const issueReplies = {
  STUDENT: [
    'Same for our lab group.',
    'It was like this last year, too.',
    'I asked at the desk and was told that nobody had said anything yet.',
    'I would support this.',
    '我们组也是一样的情况。',
  ],
  REP: [
    'Thank you for writing this down. I will raise it on Thursday.',
    'I asked the other courses: it is not only ours.',
    'Who else is affected? Support it here, then it counts.',
  ],
} as const;
