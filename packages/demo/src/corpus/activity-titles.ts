import type { ActivityKind } from '../activities/activity.js';
import { rows } from './lines.js';

/** What an activity is called and how it is announced; `{topic}` is what its group is about and `{group}` its name. */
export type ActivityTitle = { readonly title: string; readonly summary: string };

function titles(text: string): readonly ActivityTitle[] {
  return rows(text).map(([title = '', summary = '']) => ({ title, summary }));
}

/** English announcements by kind. */
export const activityTitles: Readonly<Record<ActivityKind, readonly ActivityTitle[]>> = {
  CULTURAL_PERFORMANCE: titles(`
    {topic}: an evening on stage | Short pieces by members old and new. Relaxed performance: come and go as you need, lights stay low but on.
    End-of-term showcase: {topic} | What we have worked on since the start of term, followed by tea and honest feedback.
    Open stage: {topic} | Ten minutes each, sign up at the door. First-timers get the warmest applause.
    {topic} festival night | Food, music and a quiet room upstairs. Families welcome until nine.
    Lunchtime concert with {topic} | Forty minutes, free, bring your sandwich.
    Exhibition opening: {topic} | Meet the people behind the work. British Sign Language interpreter present.
  `),
  SPORT: titles(`
    Beginners’ session: {topic} | Kit provided. You will be shown everything twice and nobody keeps score.
    Weekly training: {topic} | Warm-up, drills, and a friendly match for those who want one.
    {topic} taster for women and non-binary students | A first go in good company. Hijab-friendly changing space.
    Friendly against the neighbouring university: {topic} | Come to play or to cheer. Minibus leaves from the sports centre.
    {topic}: inter-faculty cup | Mixed teams of all levels. Register alone and we will find you a team.
    Early bird {topic} | An hour before lectures, coffee afterwards.
    Inclusive session: {topic} | Adapted rules and equipment; tell us what you need and we will be ready.
  `),
  SOCIAL: titles(`
    Welcome social with the {group} | Name badges, biscuits and easy conversation. No alcohol at this one.
    Board games and tea with the {group} | Quiet corner included. Bring a game or just yourself.
    Potluck supper with the {group} | Bring a dish and a label saying what is in it.
    Quiz night with the {group} | Teams of up to six; we put together those who come alone.
    Picnic by the lake with the {group} | If it rains we move to the atrium.
    Walk and talk with the {group} | A slow loop round campus for people who like talking while walking. Step-free.
    Movie night with the {group} | Subtitled in English. The vote on the film closes the evening before.
  `),
  SOCIAL_PRACTICE: titles(`
    A day with the city archive: {topic} | See how the archive works and help to describe a box of photographs.
    Field visit: {topic} in the town | We walk, ask and write down what we learn for a public report.
    Interviewing our neighbours: {topic} | Training first, then conversations in pairs with people who agreed to talk.
    Study visit: {topic} at work | A workplace visit with time for questions. Travel is paid.
  `),
  VOLUNTARY_SERVICE: titles(`
    Food pantry shift with the {group} | Sorting, packing and serving. Two hours, and lunch on us.
    River clean-up with the {group} | Gloves and waders provided. Hours count towards your record.
    Reading with children, hosted by the {group} | At the primary school across the road; checks are done beforehand.
    Repair morning with the {group} | Bring something broken, or a screwdriver and patience.
    Tea with older neighbours, hosted by the {group} | Conversation, cards and cake at the community centre.
  `),
  TRAINING: titles(`
    Committee skills: money and bookings | How the budget works, what needs two signatures, and who to ask. From the {group}.
    First aid for activity leaders with the {group} | Four hours, practical, with a certificate at the end.
    How to chair a meeting people enjoy, with the {group} | Agendas, turns, and how to disagree kindly.
    Active bystander training with the {group} | What to do when something is not right. Small groups, no role-play on the spot.
    Inclusive events in practice with the {group} | From the booking form to the room: plan one event so that nobody is left out.
  `),
  MEETING: titles(`
    General meeting of the {group} | Report, budget and questions. Every member has one vote.
    Committee open hour of the {group} | Tell us what you want next term. Tea provided, minutes published.
    Planning evening of the {group} | We draw up the calendar together. Come with one idea.
    Members’ forum of the {group} | One topic, one hour, one decision.
  `),
  CAMPAIGN: titles(`
    Petition launch with the {group} | What we ask for, why now, and how you can help in ten minutes.
    Stall in the main hall with the {group} | Come for a badge, stay for a conversation.
    Letter-writing lunch with the {group} | Paper, stamps and soup provided.
    Teach-in with the {group} | Three short talks and a long discussion, open to all.
  `),
};

/** Chinese announcements by kind, for the groups that work in Chinese. */
export const activityTitlesZh: Readonly<Record<ActivityKind, readonly ActivityTitle[]>> = {
  CULTURAL_PERFORMANCE: titles(`
    {topic}专场演出 | 新老社员同台，演出后有茶话会，欢迎带朋友来。
    期末汇报：{topic} | 一学期的练习成果，节目单现场领取。
    中秋游园会·{topic} | 猜灯谜、做花灯、品月饼，备有素食和清真点心。
  `),
  SPORT: titles(`
    {topic}趣味运动会 | 三人四足、跳长绳、拔河，现场组队，重在参与。
    周末羽毛球·{topic} | 球拍可借，新手有人带。
  `),
  SOCIAL: titles(`
    新生见面会·{topic} | 选课、租房、办卡，学长学姐现场答疑。
    包饺子之夜·{topic} | 馅料三种，含素馅，自带饭盒可以打包。
    {topic}茶话会 | 一壶茶，两小时，聊聊最近的生活。
  `),
  SOCIAL_PRACTICE: titles(`
    社会实践：走进社区·{topic} | 两人一组访谈居民，完成一份简短的调研报告。
    参观市档案馆·{topic} | 了解这座城市里的华人历史，名额有限。
  `),
  VOLUNTARY_SERVICE: titles(`
    志愿服务：周末中文课堂·{topic} | 陪小朋友学中文，志愿时长计入第二课堂成绩单。
    食物银行志愿者·{topic} | 分拣打包两小时，提供午餐。
  `),
  TRAINING: titles(`
    骨干培训：如何办好一场活动·{topic} | 从申报、预算到签到签退，一次讲清楚。
    急救常识培训·{topic} | 心肺复苏与包扎，结束后发证书。
  `),
  MEETING: titles(`
    全体社员大会·{topic} | 财务公开、换届说明、自由提问，一人一票。
    提案征集会·{topic} | 一事一案，现场教你怎么写提案、找附议人。
  `),
  CAMPAIGN: titles(`
    光盘行动·{topic} | 食堂门口摆摊宣传，打卡送环保餐具。
    无障碍校园倡议·{topic} | 一起记录校园里不方便的角落，提交给权益部。
  `),
};

/** Rooms and places on and near the campus. */
export const places: readonly string[] = rows(`
  Union Building, Great Hall
  Union Building, Room 2.14
  Union Building, Committee Room
  Union Building, The Basement
  Library, Group Study 5
  Library, Seminar Room B
  Sports Centre, Hall 1
  Sports Centre, Studio 2
  Sports Centre, climbing wall
  Playing fields, pitch 3
  Chapel Hall
  Drill Hall Theatre
  Arts Building, Lecture Theatre 1
  Engineering Atrium
  Physics Building, Room 1.07
  Garden Café
  Lakeside lawn
  International Lounge
  Riverside Community Centre
  Student Kitchen, North Village
  Music School, Recital Room
  Law Building, Moot Court
  Observatory Hill
  Postgraduate Common Room
`).map(([place = '']) => place);
