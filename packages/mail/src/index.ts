export type { Handover, Mail, Mailer } from './mail.js';
export { readMailSettings, type MailLinks, type MailSettings } from './mail-settings.js';
export { createSmtpMailer, type SmtpOptions } from './smtp-mailer.js';
