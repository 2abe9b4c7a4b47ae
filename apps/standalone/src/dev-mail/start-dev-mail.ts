import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { simpleParser } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import { mailPage, type CaughtMail } from './mail-page.js';

/** Where the page is, and the address that services send their mail to. */
export type DevMail = { readonly pageUrl: string; readonly smtpUrl: string; stop(): Promise<void> };

/** Which ports of this machine it listens on, and for which environment; 0 takes any free port. */
export type DevMailOptions = {
  readonly environment: 'development' | 'production';
  readonly pagePort: number;
  readonly smtpPort: number;
};

const mailsMax = 200;
const mailBytesMax = 1_000_000;

/**
 * For development alone: takes all mail that would be sent, sends none of it, and shows the last of it on a page of this
 * machine. It is kept in memory and gone with the process. Throws in production.
 */
export async function startDevMail({ environment, pagePort, smtpPort }: DevMailOptions): Promise<DevMail> {
  if (environment === 'production') throw new Error('the page of caught mail is for development alone');
  const caught: CaughtMail[] = [];
  const smtp = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    size: mailBytesMax,
    onData(stream, session, done) {
      const to = session.envelope.rcptTo.map(({ address }) => address).join(', ');
      simpleParser(stream).then(
        ({ subject = '', text = '' }) => {
          caught.unshift({ to, subject, text, at: new Date() });
          caught.length = Math.min(caught.length, mailsMax);
          done();
        },
        (error: unknown) => done(error instanceof Error ? error : new Error('unreadable')),
      );
    },
  });
  smtp.on('error', () => undefined);
  smtp.listen(smtpPort, '127.0.0.1');
  await once(smtp.server, 'listening');
  const page = createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== '/') return void response.writeHead(404).end();
    response
      .writeHead(200, {
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-store',
        'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
      })
      .end(mailPage(caught));
  });
  page.listen(pagePort, '127.0.0.1');
  await once(page, 'listening');
  return {
    pageUrl: `http://127.0.0.1:${portOf(page)}/`,
    smtpUrl: `smtp://127.0.0.1:${portOf(smtp.server)}`,
    async stop() {
      await new Promise<void>((resolve) => smtp.close(resolve));
      page.closeAllConnections();
      await new Promise((resolve) => page.close(resolve));
    },
  };
}

function portOf(server: Pick<Server, 'address'>): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server does not listen on a port');
  return address.port;
}
