/*
 * Mail about notifications: that there is news and where to read it. It names no person, group or matter, and of what is
 * sensitive not even the topic. Life of one row: due, being sent, then settled; the inbox holds everything that mail
 * tells of, so mail may be lost and is never sent twice.
 */
import type { MailLanguage } from '@guildhall/kernel';
import type { NotificationId } from './notification.js';
import { isSensitive, topicOf, topics, type NotificationReason, type Topic } from './reason.js';

/** A mail that is due or claimed: the notification it tells of. */
export type ClaimedMail = {
  readonly notificationId: NotificationId;
  readonly reason: NotificationReason;
  readonly attempts: number;
};

/** What a mail says. */
export type MailText = { readonly subject: string; readonly text: string };

type Line = Topic | 'PERSONAL';

const lines: Readonly<Record<MailLanguage, Readonly<Record<Line, string>>>> = {
  en: {
    PEOPLE: 'People',
    GROUPS: 'Your groups',
    POSTS: 'Posts in your groups',
    HELP: 'Mutual help',
    OFFICES: 'Your offices',
    ACTIVITIES: 'Your activities',
    LEARNING: 'Your learning',
    RIGHTS: 'Proposals and issues',
    ACCOUNT: 'Your account',
    PERSONAL: 'For you personally',
  },
  'zh-CN': {
    PEOPLE: '人际往来',
    GROUPS: '您的社团',
    POSTS: '社团帖子',
    HELP: '互助',
    OFFICES: '您的职务',
    ACTIVITIES: '您的活动',
    LEARNING: '您的学习',
    RIGHTS: '提案与问题反映',
    ACCOUNT: '您的账户',
    PERSONAL: '与您个人有关',
  },
};

/** Where a mail points to. */
export type MailPlaces = { readonly inbox: string; readonly settings: string; readonly stop: string };

/** The mail about notifications: how many there are of which topic, where that tells nothing. */
export function mailAbout(
  reasons: readonly NotificationReason[],
  language: MailLanguage,
  places: MailPlaces,
): MailText {
  const counted = reasons.map((reason): Line => (isSensitive(reason) ? 'PERSONAL' : topicOf(reason)));
  const list = [...topics, 'PERSONAL' as const]
    .map((line) => [line, counted.filter((one) => one === line).length] as const)
    .filter(([, count]) => count > 0)
    .map(([line, count]) => `- ${lines[language][line]} (${count})`)
    .join('\n');
  return language === 'en' ? inEnglish(list, places) : inChinese(list, places);
}

function inEnglish(list: string, { inbox, settings, stop }: MailPlaces): MailText {
  return {
    subject: 'There is news for you',
    text: `There is news for you:\n${list}\n\nSign in to read it:\n${inbox}\n\nChoose what is mailed to you: ${settings}\nNo more of this mail: ${stop}\n\nThis mail was sent automatically. Please do not answer it.\n`,
  };
}

function inChinese(list: string, { inbox, settings, stop }: MailPlaces): MailText {
  return {
    subject: '您有新的通知',
    text: `您有新的通知：\n${list}\n\n请登录后查看：\n${inbox}\n\n选择接收哪些邮件：${settings}\n不再接收此类邮件：${stop}\n\n本邮件由系统自动发送，请勿回复。\n`,
  };
}

/** The mail with which an address is confirmed. Whoever did not ask for it has nothing to do. */
export function mailWithCode(code: string, language: MailLanguage): MailText {
  return language === 'en'
    ? {
        subject: 'Your code to confirm this address',
        text: `Your code is ${code}\n\nEnter it where you asked for it, within 30 minutes. If you did not ask for it, do nothing: no mail will come.\n`,
      }
    : {
        subject: '邮箱验证码',
        text: `您的验证码是 ${code}\n\n请在 30 分钟内于申请页面输入。如果您没有申请，请忽略本邮件，之后也不会收到其他邮件。\n`,
      };
}
