import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startDevMail, type DevMail } from './start-dev-mail.js';

let mail: DevMail;

beforeAll(async () => {
  mail = await startDevMail({ environment: 'development', pagePort: 0, smtpPort: 0 });
});
afterAll(() => mail.stop());

/** Speaks SMTP by hand: each line waits for the answer to the one before. */
async function send(lines: readonly string[]): Promise<void> {
  const socket = connect(Number(new URL(mail.smtpUrl).port), '127.0.0.1');
  await once(socket, 'data');
  for (const line of lines) {
    socket.write(`${line}\r\n`);
    await once(socket, 'data');
  }
  socket.end();
}

const page = async (path = '') => fetch(new URL(path, mail.pageUrl));

describe('the development page of mail', () => {
  it('shows what would be sent, escaped, and says what it is', async () => {
    expect(await (await page()).text()).toContain('Nothing was sent yet.');
    await send([
      'EHLO test',
      'MAIL FROM:<post@union.example>',
      'RCPT TO:<ada@example.org>',
      'DATA',
      'Subject: <b>You have a message</b>\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nPlease <i>sign in</i>.\r\n.',
      'QUIT',
    ]);
    const text = await (await page()).text();
    expect(text).toContain('<strong>Development page.</strong>');
    expect(text).toContain('ada@example.org');
    expect(text).toContain('&lt;b&gt;You have a message&lt;/b&gt;');
    expect(text).toContain('Please &lt;i&gt;sign in&lt;/i&gt;.');
  });

  it('loads and runs nothing, is stored nowhere, and has no other page', async () => {
    const { headers } = await page();
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(headers.get('cache-control')).toBe('no-store');
    expect((await page('/other')).status).toBe(404);
  });

  it('is refused in production', async () => {
    await expect(startDevMail({ environment: 'production', pagePort: 0, smtpPort: 0 })).rejects.toThrow(
      'the page of caught mail is for development alone',
    );
  });
});
