/*
 * Mail about notices: that there is a message and where to read it, never of what kind, about whom or from which service.
 * Life of one: due, being sent, then settled. The inbox holds everything that mail tells of, so mail may be lost and is never sent twice.
 */
import type { Id, MailLanguage } from '@guildhall/kernel';
import type { Recipient } from './notice.js';

/** A mail about notices. `messageId` is the same for the same notice. */
export type NoticeMail = {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly messageId: string;
};

/** Where each kind of recipient reads. */
export type NoticeLinks = Readonly<Record<Recipient['kind'], string>>;

const wording: Readonly<Record<MailLanguage, (link: string) => Pick<NoticeMail, 'subject' | 'text'>>> = {
  en: (link) => ({
    subject: 'You have a message',
    text: `You have a message. Please sign in to read it:\n${link}\n\nThis mail was sent automatically. Please do not answer it.\n`,
  }),
  'zh-CN': (link) => ({
    subject: '您有一条新消息',
    text: `您有一条新消息，请登录后查看：\n${link}\n\n本邮件由系统自动发送，请勿回复。\n`,
  }),
};

/** The mail about a notice; it reads the same whatever the notice is about. */
export function mailAbout({
  noticeDigest,
  kind,
  address,
  language,
  links,
}: {
  readonly noticeDigest: string;
  readonly kind: Recipient['kind'];
  readonly address: string;
  readonly language: MailLanguage;
  readonly links: NoticeLinks;
}): NoticeMail {
  return { ...wording[language](links[kind]), to: address, messageId: noticeDigest };
}

/** A claimed mail: the notice it is about, and whose inbox that stands in. */
export type ClaimedMail = { readonly noticeId: Id<'Notice'>; readonly attempts: number };
