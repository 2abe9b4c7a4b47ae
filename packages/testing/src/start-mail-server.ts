import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** What the server does with mail for an address instead of taking it. */
export type Misbehaviour = 'BUSY' | 'REFUSE' | 'BREAK_OFF';

/** A mail as it arrived. */
export type Arrived = { readonly to: string; readonly raw: string; readonly subject: string };

/** A real SMTP server on this machine. */
export interface MailServer {
  readonly url: string;
  mailsTo(address: string): readonly Arrived[];
  /** Makes the server misbehave so often for an address. */
  answer(address: string, how: Misbehaviour, times: number): void;
  stop(): Promise<void>;
}

/** Starts one on a free port. */
export async function startMailServer(): Promise<MailServer> {
  const arrived: Arrived[] = [];
  const plans = new Map<string, { readonly how: Misbehaviour; left: number }>();
  const take = (address: string, ...hows: readonly Misbehaviour[]): Misbehaviour | undefined => {
    const plan = plans.get(address);
    if (plan === undefined || plan.left === 0 || !hows.includes(plan.how)) return undefined;
    plan.left -= 1;
    return plan.how;
  };
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    onRcptTo({ address }, _session, done) {
      const how = take(address, 'BUSY', 'REFUSE');
      done(how === undefined ? null : Object.assign(new Error('no'), { responseCode: how === 'BUSY' ? 451 : 550 }));
    },
    onData(stream, session, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const raw = Buffer.concat(parts).toString('utf8');
        const to = session.envelope.rcptTo.map(({ address }) => address);
        arrived.push(...to.map((address) => ({ to: address, raw, subject: subjectOf(raw) })));
        const breaksOff = to.some((address) => take(address, 'BREAK_OFF') !== undefined);
        if (breaksOff) for (const connection of server.connections) connection.close();
        else done();
      });
    },
  });
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    mailsTo: (address) => arrived.filter(({ to }) => to === address),
    answer: (address, how, times) => void plans.set(address, { how, left: times }),
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function subjectOf(raw: string): string {
  const line = /^Subject: ((?:.|\r\n[ \t])*)/m.exec(raw)?.[1] ?? '';
  return line
    .replaceAll(/\r\n[ \t]/g, '')
    .replaceAll(/=\?UTF-8\?B\?([^?]*)\?=/gi, (_all, text: string) => Buffer.from(text, 'base64').toString('utf8'))
    .replaceAll(/=\?UTF-8\?Q\?([^?]*)\?=/gi, (_all, text: string) =>
      decodeURIComponent(text.replaceAll('_', ' ').replaceAll('=', '%')),
    );
}
