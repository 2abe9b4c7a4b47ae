import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startMailServer, type MailServer } from '@guildhall/testing';
import { createSmtpMailer } from './smtp-mailer.js';
import { readMailSettings } from './mail-settings.js';

let server: MailServer;

beforeAll(async () => {
  server = await startMailServer();
});
afterAll(() => server.stop());

const send = (to: string, unsubscribeUrl?: string) =>
  createSmtpMailer({ url: server.url, from: 'Northbridge <post@union.example>' }).send({
    to,
    subject: 'News for you · 新消息',
    text: 'There is news for you.',
    messageId: 'one',
    unsubscribeUrl,
  });

describe('handing mail to a server', () => {
  it('says whom it is from, that it is automatic, and how to stop it with one click', async () => {
    expect(await send('ada@example.org', 'https://union.example/stop?t=1')).toEqual({ kind: 'SENT' });
    const [mail] = server.mailsTo('ada@example.org');
    expect(mail?.subject).toBe('News for you · 新消息');
    for (const line of [
      'From: Northbridge <post@union.example>',
      'Message-ID: <one@union.example>',
      'Auto-Submitted: auto-generated',
      'List-Unsubscribe: <https://union.example/stop?t=1>',
      'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
    ])
      expect(mail?.raw).toContain(line);
  });

  it('offers no way to stop what has none', async () => {
    await send('code@example.org');
    expect(server.mailsTo('code@example.org')[0]?.raw).not.toContain('List-Unsubscribe');
  });

  it('tells apart what may be tried again, what never will, and what may have arrived', async () => {
    server.answer('busy@example.org', 'BUSY', 1);
    server.answer('gone@example.org', 'REFUSE', 1);
    server.answer('broken@example.org', 'BREAK_OFF', 1);
    expect(await send('busy@example.org')).toEqual({ kind: 'LATER' });
    expect(await send('gone@example.org')).toEqual({ kind: 'BOUNCED' });
    expect(await send('broken@example.org')).toEqual({ kind: 'SENT' });
    expect(server.mailsTo('broken@example.org')).toHaveLength(1);
  });

  it('tries again later where no server is', async () => {
    const nowhere = createSmtpMailer({ url: 'smtp://127.0.0.1:1', from: 'post@union.example' });
    const mail = { to: 'ada@example.org', subject: 'x', text: 'x', messageId: 'x' };
    expect(await nowhere.send(mail)).toEqual({ kind: 'LATER' });
  });
});

describe('the settings of mail', () => {
  it('refuse half a server and what is no address, without quoting it', () => {
    expect(readMailSettings({}).smtp).toBeUndefined();
    expect(() => readMailSettings({ GUILDHALL_SMTP_URL: 'smtp://x' })).toThrow('go together');
    const wrong = { GUILDHALL_SMTP_URL: 'http://u:secret@x', GUILDHALL_MAIL_FROM: 'a@b.example' };
    expect(() => readMailSettings(wrong)).toThrow(/^(?!.*secret).*must begin with smtp:/);
  });
});
