import type { ResourceKind } from '../learning/resources.js';
import { rows } from './lines.js';

/** A text that exists for every subject; `{subject}` is put in. */
export type SubjectText = {
  readonly kind: ResourceKind;
  readonly language: 'en' | 'zh-Hans';
  readonly title: string;
  readonly summary: string;
  readonly body: string;
};

const kinds: readonly ResourceKind[] = ['GUIDE', 'NOTES', 'PAST_PAPER', 'TEMPLATE', 'VIDEO', 'LINK'];

function subjectTexts(language: SubjectText['language'], text: string): readonly SubjectText[] {
  return rows(text).flatMap(([name, title = '', summary = '', body = '']) => {
    const kind = kinds.find((known) => known === name);
    return kind ? [{ kind, language, title, summary, body: body.replaceAll(' // ', '\n\n') }] : [];
  });
}

/** What students share about every subject. */
export const sharedTexts: readonly SubjectText[] = [
  ...subjectTexts(
    'en',
    `
    GUIDE | Starting {subject}: the first six weeks | What we wish somebody had told us. | Go to every seminar of the first six weeks, even unprepared: the way people talk in {subject} is half of what you learn. // Find one person to compare notes with. Ask the librarian for {subject} once; they know which book is really read. // Nobody follows everything in week three. It gets clearer in week five.
    NOTES | {subject}: key ideas on two pages | A map of the first-year modules and how they hang together. | Each box is one idea, each arrow a question that leads to the next. Start with the box you can explain to a friend. // Where two modules of {subject} use different words for the same thing, both words are given. // Corrections are welcome: tell us the page and what it should say.
    NOTES | {subject}: reading list with comments | Which chapters to read first and which to skim. | Marked with a star: read before the seminar. Marked with a wave: skim, then return for the essay. // For each title there is one sentence on what it argues and one on what its critics in {subject} say.
    PAST_PAPER | {subject}: practice questions with outlines | Twelve questions in the style of recent papers, with outline answers by students. | Choose one, write for twenty minutes, then compare. // The outlines show one good way, not the only one. Where markers in {subject} commented on a typical mistake, it is noted below the outline. // These are not official papers and no live question is among them.
    TEMPLATE | {subject}: report template | Headings, a checklist, and what goes under each heading. | Question, what is known, what you did, what you found, what it means, what you would do next. // Each heading has two guiding questions from {subject}. Delete them when you are done. // The checklist at the end takes five minutes and catches most lost marks.
    TEMPLATE | {subject}: dissertation plan | From a question to a calendar in one evening. | Write your question in one sentence, then what would count as an answer. // Count back from the deadline: two weeks of editing, one for printing trouble, and see what is left for the work. // Take the plan to your supervisor and ask which part is too large.
    VIDEO | {subject}: a worked example, slowly | Eighteen minutes with captions, by third-year students. | We solve one typical task from {subject} and say aloud what we think at each step, wrong turns included. // Pause at each question mark and try first. The transcript is below the film.
    LINK | {subject}: where to practise online | Free sites we have used ourselves, with what each is good for. | All are free and need no account. For each we say which topics of {subject} it covers, in which language, and whether it works with a screen reader.
  `,
  ),
  ...subjectTexts(
    'zh-Hans',
    `
    GUIDE | {subject}入门：前六周怎么过 | 学长学姐希望当初有人告诉自己的事。 | 前六周的讨论课尽量都去，没准备好也去：{subject}的表达方式要靠听才能学会。 // 找一个同学对笔记，问一次学科馆员，他们知道哪本书真正有用。 // 第三周听不懂很正常，第五周会好起来。
    NOTES | {subject}双语术语表 | 常用术语中英对照，附一句话解释和例句。 | 按模块排列，每个术语给出英文、中文和一个课堂上真实会用到的句子。 // {subject}里中英文含义不完全对应的词另外标出，写作业时请留意。
    NOTES | {subject}知识框架图 | 一年级各门课之间的联系，两页看完。 | 每个方框是一个概念，每个箭头是一个问题。从你能讲给朋友听的那一格开始。 // 发现错误请留言，注明页码和建议。
    TEMPLATE | {subject}小组作业分工表 | 谁做什么、什么时候交、卡住了找谁。 | 先一起写清楚目标和评分标准，再分任务；每项任务只有一个负责人。 // 每周十分钟碰头：做完了什么、接下来做什么、需要谁帮忙。 // 提交前两天停止加新内容，只改错。
  `,
  ),
];
