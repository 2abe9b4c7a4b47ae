import { rows } from './lines.js';

/** A short text that stands by itself in one language; the same key in two languages is the same guide. */
export type Guide = {
  readonly key: string;
  readonly language: 'en' | 'zh-Hans';
  readonly title: string;
  readonly summary: string;
  readonly body: string;
};

function guides(language: Guide['language'], text: string): readonly Guide[] {
  return rows(text).map(([key = '', title = '', summary = '', body = '']) => ({
    key,
    language,
    title,
    summary,
    body: body.replaceAll(' // ', '\n\n'),
  }));
}

/** The guides that learning paths build on, in both languages of the demo union. */
export const commonGuides: readonly Guide[] = [
  ...guides(
    'en',
    `
    notes | Taking notes that you will read again | One page per lecture, in your own words. | Write the question of the lecture at the top before it begins. // During the lecture write little: claims on the left, examples on the right, and a mark where you got lost. // Within a day, close the slides and write three sentences from memory. What you cannot write is what to ask in the seminar.
    revision | Revising with gaps | Why spreading beats cramming, and a plan for four weeks. | Test yourself before you feel ready: recalling strengthens memory more than reading again. // Week one: list the topics and answer one old question on each, badly. Weeks two and three: repeat those you missed after two days, then after five. Week four: whole papers against the clock. // Sleep the night before. It is part of the plan, not the prize.
    sources | Citing sources without fear | When to cite, how to quote, and what counts as your own. | Cite whenever a reader could ask "how do you know?". // Paraphrase with the book closed, then check against it; changing every third word is still copying. // Your own earlier essay is a source too: cite it, or ask your tutor before using it again.
    exam-day | The day of the exam | What to bring, what to do first, and what to do when something goes wrong. | Bring your card, two pens and water. Read the whole paper once before you write. // Give each question its share of the time and move on when it is used up; half-answers earn most of their marks early. // If something goes wrong in the room, tell the invigilator at once and write down the time. You will need it later.
    tenancy | Before you sign a tenancy | Ten minutes that save a deposit. | Never pay before you have seen the rooms and the contract. // Ask who holds the deposit and under which protection scheme, who pays for repairs, and whether you answer for your housemates' rent. // Take dated photographs of every room on the day you move in and send them to the landlord the same day.
    budget | A budget for one term | Money in, money out, and a cushion. | Add up what comes in until the end of term and divide by the weeks that are left. // Take off rent and travel first. What remains is your week. Keep a tenth aside for what you cannot foresee. // If it does not fit, tell somebody early: hardship funds and payment plans exist and have deadlines.
    chairing | Chairing a meeting | A good meeting ends on time with a list of who does what. | Send the agenda two days before and say for each item whether you want news, views or a decision. // Keep a list of speakers and call first those who have not spoken yet. // Close each item by saying aloud what was decided and who does it by when, and write that down.
    minutes | Minutes on one page | Decisions, actions, dates. | Note who was there, what was decided, and who does what by when. Nobody needs to know who said what. // Send them within two days, while people can still correct them.
    risk | A risk assessment that helps | Five questions before every activity. | What could hurt somebody? Who, and how badly? What is already done about it? What else will we do? Who checks it on the day? // Walk through the place before the event. Most real hazards are cables, stairs and being too tired to drive home.
    inclusive | Events that nobody has to ask to join | Access from the invitation to the way home. | Say in the invitation what the room is like: steps, seats, sound, light, breaks, food, and whom to write to. // Label all food. Keep one quiet place. Use the microphone even if you think your voice carries. // Ask afterwards what made it hard, and change one thing each time.
    money-group | Money in a group | Two signatures, receipts, and a budget that members have seen. | No payment without a receipt and no payment approved by the person who receives it. // Show members the budget at the start and the end of the year. // Never mix the group's money with your own, not even for a day.
    listening | Listening to somebody who is struggling | You need not have the answer. | Find a quiet place, put the telephone away and say what you noticed. // Listen more than you talk, do not promise secrecy, and ask directly if you fear that they may harm themselves. // Tell them who can help, offer to go along, and look after yourself afterwards.
    appeals | How an academic appeal works | Process, not judgement: what can be reviewed, and by when. | An appeal looks at how a decision was made: whether the rules were followed and all facts were known. It does not mark your work again. // Deadlines are short, often ten working days from the result. Write down the dates first. // The advice service is independent of the university and goes through the form with you.
    mentoring | Your first meeting as a mentor | Be useful, then be brief. | Agree on how often you meet, for how long, and what stays between you. // Ask what a good week would look like for them before you tell how you did it. // End with one small thing each of you will do.
  `,
  ),
  ...guides(
    'zh-Hans',
    `
    notes | 记会回头看的笔记 | 每节课一页，用自己的话。 | 上课前先把这节课要回答的问题写在页首。 // 课上少写：左边记观点，右边记例子，没听懂的地方做个记号。 // 当天合上课件，凭记忆写三句话。写不出来的，就是下次答疑要问的。
    revision | 间隔复习法 | 为什么分散复习胜过临时抱佛脚，附四周计划。 | 在觉得准备好之前就开始自测：回忆比重读更能巩固记忆。 // 第一周列出全部主题，各做一道旧题；第二、三周把答错的隔两天、再隔五天重做；第四周限时做整套。 // 考前一晚睡足，这是计划的一部分。
    sources | 放心引用 | 什么时候要引、怎么引、什么算自己的。 | 凡是读者可能问“你怎么知道”的地方，都要注明出处。 // 改写时先合上书，写完再对照；隔三个字换一个词仍然是抄袭。 // 自己以前的作业也是来源：要注明，或者先问老师。
    exam-day | 考试当天 | 带什么、先做什么、出了状况怎么办。 | 带好学生卡、两支笔和水，动笔前先通读全卷。 // 按分值分配时间，到点就换下一题，前半部分的分最好拿。 // 现场出了问题，立刻告诉监考并记下时间，之后申诉要用。
    tenancy | 签租房合同之前 | 花十分钟，保住押金。 | 没看房、没看合同之前绝不付款。 // 问清押金由谁保管、维修由谁负责、室友欠租是否由你承担。 // 入住当天给每个房间拍照，并在当天发给房东留底。
    budget | 一学期的预算 | 收入、支出和缓冲。 | 把到期末为止的收入加起来，除以剩下的周数。 // 先扣房租和交通，剩下的就是每周能花的，再留一成应急。 // 如果不够，尽早告诉学校：困难补助和分期都有截止日期。
    chairing | 主持一次会议 | 好的会议准时结束，并且每件事都有人负责。 | 提前两天发议程，写明每一项是通报、讨论还是决定。 // 记发言顺序，先请还没说过话的人。 // 每一项结束时说清决定了什么、谁在什么时候前完成，并写下来。
    minutes | 一页纸的会议记录 | 决定、任务、日期。 | 写下谁在场、决定了什么、谁在何时之前做什么，不必记谁说了什么。 // 两天内发出，趁大家还记得。
    risk | 有用的风险评估 | 活动前的五个问题。 | 什么可能伤到人？伤到谁、多严重？已经做了什么？还要做什么？当天谁检查？ // 提前走一遍场地，真正的隐患多半是电线、台阶和疲劳驾驶。
    inclusive | 人人都能来的活动 | 从通知到回家的路，都要考虑无障碍。 | 通知里写清场地情况：台阶、座位、声音、灯光、休息、餐食和联系人。 // 食物都贴标签，留一个安静的角落，发言用麦克风。 // 结束后问问哪里不方便，每次改进一处。
    money-group | 社团的钱怎么管 | 两人签字、保留票据、预算公开。 | 没有票据不付款，收款人不能自己批。 // 学年初和学年末向社员公布收支。 // 公款一天也不能和私款混在一起。
    listening | 倾听正在难过的同学 | 你不需要有答案。 | 找个安静的地方，收起手机，说出你注意到的变化。 // 多听少说，不要承诺保密；如果担心对方伤害自己，直接问。 // 告诉他谁能帮忙，愿意的话陪他去，之后也照顾好自己。
    appeals | 学业申诉怎么走 | 审查的是程序，不是学术判断。 | 申诉看的是决定怎么作出的：是否按规定、事实是否齐全，不会重新打分。 // 期限很短，常常是出成绩后十个工作日，先把日期写下来。 // 学生会的咨询处独立于学校，会陪你一起填表。
    mentoring | 第一次做学长学姐辅导 | 先有用，再简短。 | 约定多久见一次、每次多长、哪些话不外传。 // 先问对方理想的一周是什么样，再讲自己的经验。 // 结束时各定一件小事去做。
  `,
  ),
];
