import { Readable } from 'node:stream';
import { createTransport } from 'nodemailer';
import MailComposer from 'nodemailer/lib/mail-composer/index.js';
import type { Handover, Mailer } from './mail.js';

/** Which server takes mail, as `smtp://user:password@host:port` or `smtps://…`, and whom it comes from. */
export type SmtpOptions = { readonly url: string; readonly from: string };

const patienceMs = 20_000;

/**
 * Hands mail to an SMTP server. Only where the server provably has nothing of it may it be tried again: before the text
 * began to flow, or when the server said so. A connection that breaks after that counts as sent.
 */
export function createSmtpMailer({ url, from }: SmtpOptions): Mailer {
  const host = hostOf(from);
  const transport = createTransport(url, {});
  transport.set('connectionTimeout', patienceMs);
  return {
    async send(mail) {
      const { to, subject, text, messageId, unsubscribeUrl } = mail;
      const message = new MailComposer({
        from,
        to,
        subject,
        text,
        messageId: `<${messageId}@${host}>`,
        headers: headersOf(unsubscribeUrl),
      }).compile();
      const bytes = await message.build();
      const flow = { began: false };
      const raw = Readable.from(flowing(bytes, flow));
      try {
        await transport.sendMail({ envelope: { from: addressOf(from), to }, raw });
        return { kind: 'SENT' };
      } catch (error) {
        return readFailure(error, flow.began);
      } finally {
        raw.destroy();
      }
    },
  };
}

function headersOf(unsubscribeUrl: string | undefined): Readonly<Record<string, string>> {
  const automatic = { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' };
  if (unsubscribeUrl === undefined) return automatic;
  return {
    ...automatic,
    'List-Unsubscribe': `<${unsubscribeUrl}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  };
}

async function* flowing(bytes: Buffer, flow: { began: boolean }): AsyncGenerator<Buffer> {
  flow.began = true;
  yield await Promise.resolve(bytes);
}

function readFailure(error: unknown, hasBegun: boolean): Handover {
  const code = numberOf(error, 'responseCode');
  const isEnvelope = textOf(error, 'code') === 'EENVELOPE' || textOf(error, 'code') === 'EMESSAGE';
  if (code !== undefined && code >= 500 && isEnvelope) return { kind: 'BOUNCED' };
  return code !== undefined || !hasBegun ? { kind: 'LATER' } : { kind: 'SENT' };
}

function numberOf(error: unknown, field: string): number | undefined {
  const value = fieldOf(error, field);
  return typeof value === 'number' ? value : undefined;
}

function textOf(error: unknown, field: string): string | undefined {
  const value = fieldOf(error, field);
  return typeof value === 'string' ? value : undefined;
}

function fieldOf(error: unknown, field: string): unknown {
  return typeof error === 'object' && error !== null ? Reflect.get(error, field) : undefined;
}

function addressOf(from: string): string {
  return /<([^>]+)>\s*$/.exec(from)?.[1] ?? from.trim();
}

function hostOf(from: string): string {
  return addressOf(from).split('@')[1] ?? 'localhost';
}
