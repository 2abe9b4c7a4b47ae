import type { PageLanguage } from './page-language.js';

/** Every word of the sign-in pages in one language. */
export type PageTexts = {
  readonly title: string;
  readonly lead: (appName: string) => string;
  readonly demo: string;
  readonly demoNote: string;
  readonly people: string;
  readonly cancel: string;
  readonly signOutTitle: string;
  readonly signOutLead: string;
  readonly signOut: string;
  readonly staySignedIn: string;
  readonly signedOutTitle: string;
  readonly signedOutLead: string;
  readonly problemTitle: string;
  readonly problemLead: string;
  readonly expired: string;
  readonly unknownPerson: string;
};

const english: PageTexts = {
  title: 'Who would you like to be?',
  lead: (appName) => `Choose a person to continue to ${appName}.`,
  demo: 'Demonstration',
  demoNote: 'These people are invented and no password is asked. A real union signs in with its university.',
  people: 'Demonstration people',
  cancel: 'Go back without signing in',
  signOutTitle: 'Sign out?',
  signOutLead: 'You will be signed out of every Guildhall app in this browser.',
  signOut: 'Sign out',
  staySignedIn: 'Stay signed in',
  signedOutTitle: 'You are signed out',
  signedOutLead: 'You may close this page now.',
  problemTitle: 'This did not work',
  problemLead: 'Go back to the app you came from and try again.',
  expired: 'This sign-in page has expired or was opened in another browser.',
  unknownPerson: 'There is no such demonstration person.',
};

const chinese: PageTexts = {
  title: '您想以谁的身份登录?',
  lead: (appName) => `请选择一位人物,继续前往 ${appName}。`,
  demo: '演示环境',
  demoNote: '这些人物均为虚构,登录无需密码。正式部署时,学生会使用所在大学的统一身份认证。',
  people: '演示人物',
  cancel: '不登录,返回',
  signOutTitle: '确定退出登录?',
  signOutLead: '您将在此浏览器中退出所有 Guildhall 应用。',
  signOut: '退出登录',
  staySignedIn: '保持登录',
  signedOutTitle: '您已退出登录',
  signedOutLead: '现在可以关闭此页面。',
  problemTitle: '操作未成功',
  problemLead: '请返回原来的应用后重试。',
  expired: '此登录页面已过期,或是在另一个浏览器中打开的。',
  unknownPerson: '没有这位演示人物。',
};

/** The words of the pages by language. */
export const pageTexts: Readonly<Record<PageLanguage, PageTexts>> = { en: english, 'zh-CN': chinese };

/** What each demo person does, in Chinese; the demo data itself describes them in English. */
export const chineseDescriptions: Readonly<Record<string, string>> = {
  ada: '学生:参加了三个社团,在一个候补名单上,有一个进行中的个案',
  omar: '社团干部:影视戏剧社社长',
  uma: '学生会干部:当选负责学生福利与社区事务',
  rosa: '课程代表:物理专业二年级',
  carl: '个案工作人员:负责 Ada 的个案',
  amira: '咨询服务主管:分配个案并查看逾期情况,只能阅读分配给自己的个案',
  milo: '调解员:与各方均无关联',
  dana: '部门职员:为学生住宿部答复转介',
  dirk: '部门负责人:发布学生住宿部的答复',
  otto: '选举主任:主持选举',
  nina: '数据分析师:只能查看不少于十人的汇总数据,看不到任何单条记录',
  sys: '系统管理员:任命工作人员,不能阅读个案',
};
