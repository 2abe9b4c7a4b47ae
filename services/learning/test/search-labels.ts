/** What one search should find: by titles of the demo library. */
export type LabelledSearch = { readonly text: string; readonly relevant: readonly string[] };

const searches = (text: string): readonly LabelledSearch[] =>
  text
    .trim()
    .split('\n')
    .map((line) => {
      const [query = '', ...relevant] = line.split(' | ').map((part) => part.trim());
      return { text: query, relevant };
    });

/**
 * Searches as members type them, in both languages, each with everything of the demo library that answers it. Labelled by
 * reading the texts, before any figure was looked at.
 */
export const labelledSearches = {
  en: searches(`
    taking notes | Taking notes that you will read again
    lecture notes own words | Taking notes that you will read again
    revision plan | Revising with gaps
    revise for exams weeks | Revising with gaps
    how to cite | Citing sources without fear
    paraphrasing and quoting | Citing sources without fear
    plagiarism or copying | Citing sources without fear
    exam day | The day of the exam
    deposit landlord | Before you sign a tenancy
    rent contract | Before you sign a tenancy
    budget | A budget for one term | Money in a group
    "hardship funds" | A budget for one term
    chairing meetings | Chairing a meeting
    meeting agenda | Chairing a meeting
    minutes | Minutes on one page
    risk assessments | A risk assessment that helps
    accessible events or quiet place | Events that nobody has to ask to join | Listening to somebody who is struggling
    receipts payment | Money in a group
    friend struggling | Listening to somebody who is struggling
    academic appeals deadline | How an academic appeal works
    mentor first meeting | Your first meeting as a mentor
    physics report template | Physics: report template
    chemistry practice questions | Chemistry: practice questions with outlines
    history dissertation planning | History: dissertation plan
    law reading list | Law: reading list with comments
    starting nursing | Starting Nursing: the first six weeks
    economics worked examples | Economics: a worked example, slowly
    practise mathematics online | Mathematics: where to practise online
    psychology key ideas | Psychology: key ideas on two pages
  `),
  'zh-Hans': searches(`
    笔记 | 记会回头看的笔记
    间隔复习 | 间隔复习法
    复习计划 | 间隔复习法
    考前 复习 | 间隔复习法
    引用 出处 | 放心引用
    抄袭 | 放心引用
    考试当天 | 考试当天
    租房合同 | 签租房合同之前
    押金 房东 | 签租房合同之前
    预算 | 一学期的预算 | 社团的钱怎么管
    困难补助 | 一学期的预算
    主持会议 | 主持一次会议
    会议记录 | 一页纸的会议记录
    风险评估 | 有用的风险评估
    无障碍 | 人人都能来的活动
    社团 票据 | 社团的钱怎么管
    倾听同学 | 倾听正在难过的同学
    学业申诉 | 学业申诉怎么走
    申诉期限 | 学业申诉怎么走
    辅导 | 第一次做学长学姐辅导
    物理学入门 | 物理学入门：前六周怎么过
    化学 术语表 | 化学双语术语表
    历史学 知识框架 | 历史学知识框架图
    法学 小组作业 | 法学小组作业分工表
  `),
} as const;
