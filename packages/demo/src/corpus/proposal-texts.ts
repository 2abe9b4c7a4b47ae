import { rows } from './lines.js';

/** What somebody proposes and what the department answers; `{place}` stands for one of the places below. */
export type ProposalTemplate = {
  readonly slug: string;
  readonly language: 'en' | 'zh-CN';
  readonly title: string;
  readonly background: string;
  readonly problem: string;
  readonly suggestion: string;
  readonly answer: string;
};

/** Where things are wanted. */
export const proposalPlaces: Readonly<Record<ProposalTemplate['language'], readonly string[]>> = {
  en: [
    'Lakeside',
    'the Old Mill',
    'the Science Quarter',
    'North Hall',
    'the Arts Building',
    'the Medical School',
    'Hillside',
    'the Sports Centre',
  ],
  'zh-CN': ['湖畔校区', '理科楼', '北区', '艺术楼', '医学院', '山坡宿舍', '体育中心', '主校区'],
};

/** One matter each, for nearly every department, in both languages. */
export const proposalTemplates: readonly ProposalTemplate[] = rows(`
  housing | en | A drying room in {place} | Everybody who lives in {place} dries clothes in the bedroom from October to April. | Rooms get damp, and mould came back in eleven of them last winter. | Turn the old bicycle store in {place} into a drying room with a fan. | We looked at the store with an engineer; this is what we can do and by when.
  housing | en | Let tenants of {place} stay over the summer | Contracts in {place} end on 30 June while projects and resits run to August. | Students pay for two places or sleep on sofas for six weeks. | Offer ten-week summer contracts in {place} at the same weekly rent. | We checked which rooms are free after the renovation of the summer.
  housing | en | Repair reports with a date for {place} | Repairs in {place} are reported by a web form that sends no answer. | Nobody knows whether a broken heater will take two days or two months. | Answer every report with a date, and show the open ones of {place}. | The new repair system can send dates; we start with heating.
  housing | zh-CN | 延长{place}热水供应时间 | {place}目前每天只在早晚各供应两小时热水。 | 有实验课和夜间兼职的同学经常洗不到热水澡。 | 把{place}的热水供应延长到晚上十一点半。 | 已与后勤核算能耗,答复如下。
  library | en | Keep the study space in {place} open until midnight | The study space in {place} closes at nine in the evening. | Students with a job, a child or a long way home can only study late. | Keep one floor in {place} open until midnight in term, with a guard. | We counted visitors for four weeks; this is what the numbers say.
  library | en | More sockets and lamps in {place} | There are forty seats and six sockets in the reading room of {place}. | From eleven on people sit on the floor along the wall. | Put sockets and lamps at every second table in {place}. | The electrician's plan is ready; this is our answer.
  library | zh-CN | 在{place}增设二十四小时自习室 | 期末期间{place}的自习座位上午九点前就坐满了。 | 晚上闭馆后同学们只能在走廊复习。 | 在{place}开放一间二十四小时自习室,并安排学生志愿者值守。 | 图书馆会同保卫处研究后答复如下。
  security | en | Light the path to {place} | The path to {place} has lamps on one side, and half of them do not work. | Evening classes end at nine and people walk in twos because they must. | Repair the lamps on the path to {place} and trim the hedge. | We walked the path with the union at night.
  security | en | A night bus from {place} | The last bus from {place} leaves at ten past ten. | Who works, rehearses or studies late walks forty minutes. | Run a shuttle from {place} at eleven and at midnight from Sunday to Thursday. | We asked two companies for prices.
  wellbeing | en | Drop-in counselling in {place} | Counselling is a bus ride away from {place} and must be booked two weeks ahead. | Who needs an hour of talk today does not come in two weeks. | One afternoon a week without booking in {place}. | We can say what our counsellors' hours allow.
  wellbeing | en | A quiet room in {place} | There is no room in {place} where nobody talks, eats or types. | For some of us an hour of noise decides whether we stay for the seminar. | Give one small room in {place} soft light, two chairs and one rule. | We looked for a room together with the building's manager.
  wellbeing | zh-CN | 在{place}设立心理咨询接待时段 | 心理咨询室离{place}较远,预约平均要等两周。 | 情绪低落的同学往往等不到预约时间。 | 每周安排一个下午在{place}开放免预约咨询。 | 心理中心根据现有排班答复如下。
  disability | en | Step-free access to {place} | The ramp to {place} ends at a door that opens outwards and has no button. | Students who use wheels wait outside until somebody comes. | Put an automatic door at the step-free entrance of {place}. | The door is listed in our plan for the year; here are the dates.
  disability | en | Captions in the lecture theatres of {place} | Lectures in {place} are recorded, but shown without captions. | Deaf students and many who study in a second language lose a third of it. | Switch on live captions in every theatre of {place}. | We tried it in two theatres.
  examinations | en | Exam timetables for {place} six weeks ahead | Timetables for exams in {place} come out three weeks before the first exam. | Flights, shifts and child care cannot be arranged in three weeks. | Publish the timetable for {place} at least six weeks before. | Rooms are booked by week seven; this is what follows.
  registry | en | Transcripts in two days for students of {place} | Students of {place} wait three weeks for a transcript. | Placements and scholarships are lost over a piece of paper. | Issue signed digital transcripts within two working days. | The system has been tested with one faculty.
  money | en | Pay back deposits for {place} within ten days | Deposits for rooms and lockers in {place} come back after two months. | Two hundred pounds is what many of us eat for a month. | Pay them back within ten working days after the check-out. | The accounts are closed weekly from now on; this is what it means.
  careers | en | Paid placements only at the fair in {place} | A third of the offers at the fair in {place} are unpaid. | Only those whose parents pay can take them. | Admit to the fair in {place} only who pays at least the living wage. | We wrote to every employer of last year.
  visas | en | Evening visa hours in {place} | Visa advice is open from ten to three, when lectures in {place} take place. | Two hours of lectures are missed for a form that takes ten minutes. | One evening a week with visa advice in {place}. | Our advisers were asked who could work an evening.
  money | zh-CN | {place}食堂增加素食窗口 | {place}食堂每天只有一个素菜。 | 素食和清真同学经常只能吃白饭配咸菜。 | 在{place}食堂增设一个素食窗口,并标注配料。 | 与餐饮公司协商后答复如下。
`).map(([slug = '', language = '', title = '', background = '', problem = '', suggestion = '', answer = '']) => ({
  slug,
  language: language as ProposalTemplate['language'],
  title,
  background,
  problem,
  suggestion,
  answer,
}));
