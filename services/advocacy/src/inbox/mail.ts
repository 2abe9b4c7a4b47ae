/*
 * Mail about notices: that there is a message and where to read it, never of what kind, about whom or from which service.
 * Life of one: due, being sent, then settled. The inbox holds everything that mail tells of, so mail may be lost and is never sent twice.
 */
import type { Id } from '@guildhall/kernel';
import type { Recipient } from './notice.js';
import type { MailLanguage } from './inbox-settings.js';

/** What became of handing a mail to the mail server. */
export type Handover =
  /** The server has it, or may have it: it broke off after it was given the text. */
  | { readonly kind: 'SENT' }
  /** The server will never take mail for this address. */
  | { readonly kind: 'BOUNCED' }
  /** The server was not there or was busy; it has nothing of it. */
  | { readonly kind: 'LATER' };

/** A mail, ready to be sent. `messageId` is the same for the same notice. */
export type Mail = { readonly to: string; readonly subject: string; readonly text: string; readonly messageId: string };

/** Hands mail to a mail server. */
export interface Mailer {
  send(mail: Mail): Promise<Handover>;
}

/** Where each kind of recipient reads. */
export type MailLinks = Readonly<Record<Recipient['kind'], string>>;

/** How mail to a server that was away is tried again: after one, two, four minutes and so on, at most so often. */
export const mailAttemptsMax = 8;

const minuteMs = 60_000;

/** When to try again after so many attempts. */
export function nextAttempt(attempts: number, now: Date): Date {
  return new Date(now.getTime() + minuteMs * 2 ** (attempts - 1));
}

const wording: Readonly<Record<MailLanguage, (link: string) => Pick<Mail, 'subject' | 'text'>>> = {
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
  readonly links: MailLinks;
}): Mail {
  return { ...wording[language](links[kind]), to: address, messageId: noticeDigest };
}

/** A claimed mail: the notice it is about, and whose inbox that stands in. */
export type ClaimedMail = { readonly noticeId: Id<'Notice'>; readonly attempts: number };
