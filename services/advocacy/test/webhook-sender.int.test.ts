import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Webhook } from 'standardwebhooks';
import { createWebhookSender, readAllowedHosts } from '../src/webhook/webhook-sender.http.js';
import type { Outgoing } from '../src/webhook/webhook.js';

type Received = { readonly headers: IncomingMessage['headers']; readonly body: string; readonly path: string };

let server: Server;
let port = 0;
let received: Received[] = [];
let status = 204;
let location: string | undefined;
let isSilent = false;

beforeEach(async () => {
  [received, status, location, isSilent] = [[], 204, undefined, false];
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      received.push({ headers: request.headers, body, path: request.url ?? '' });
      if (isSilent) return;
      response.writeHead(status, location === undefined ? {} : { location });
      response.end('x'.repeat(100_000));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  port = (server.address() as AddressInfo).port;
});
afterEach(async () => {
  server.closeAllConnections();
  server.close();
  await once(server, 'close');
});

const secrets = [`whsec_${Buffer.alloc(32, 1).toString('base64')}`, `whsec_${Buffer.alloc(32, 2).toString('base64')}`];
const outgoing = (url: string, changes: Partial<Outgoing> = {}): Outgoing => ({
  url,
  id: 'msg_1',
  at: new Date(),
  body: '{"type":"webhook.test"}',
  secrets: secrets.slice(0, 1),
  ...changes,
});
const here = () => `http://127.0.0.1:${port}/hook`;
const allowed = () => createWebhookSender({ allowedHosts: readAllowedHosts(` 127.0.0.1:${port} , `) });
const nobody = createWebhookSender({ allowedHosts: new Set() });

describe('a message on its way', () => {
  it('is signed so that the receiver’s library verifies it, body and headers, and refuses it changed', async () => {
    expect(await allowed().send(outgoing(here()))).toMatchObject({ outcome: 'DELIVERED', statusCode: 204 });
    const [{ headers, body, path } = { headers: {}, body: '', path: '' }] = received;
    const webhook = new Webhook(secrets[0] ?? '');
    const signed = headers as Record<string, string>;
    expect(webhook.verify(body, signed)).toEqual({ type: 'webhook.test' });
    expect([path, headers['webhook-id'], headers['content-type']]).toEqual(['/hook', 'msg_1', 'application/json']);
    expect(() => webhook.verify(`${body} `, signed)).toThrow('No matching signature');
    expect(() => webhook.verify(body, { ...signed, 'webhook-id': 'msg_2' })).toThrow('No matching signature');
  });

  it('carries a signature of every secret that is valid, so that either key verifies it during a rotation', async () => {
    await allowed().send(outgoing(here(), { secrets }));
    const [{ headers, body } = { headers: {}, body: '' }] = received;
    for (const secret of secrets)
      expect(new Webhook(secret).verify(body, headers as Record<string, string>)).toEqual({ type: 'webhook.test' });
  });

  it('is refused as a replay once its time is over, by the receiver’s library', async () => {
    await allowed().send(outgoing(here(), { at: new Date(Date.now() - 6 * 60_000) }));
    const [{ headers, body } = { headers: {}, body: '' }] = received;
    expect(() => new Webhook(secrets[0] ?? '').verify(body, headers as Record<string, string>)).toThrow('too old');
  });

  it.each([400, 404, 410, 500, 503])('that is answered by %s was not taken', async (code) => {
    status = code;
    expect(await allowed().send(outgoing(here()))).toMatchObject({ outcome: 'REFUSED', statusCode: code });
  });

  it.each([301, 302, 307, 308])('follows no redirection: %s', async (code) => {
    [status, location] = [code, `http://127.0.0.1:${port}/elsewhere`];
    expect(await allowed().send(outgoing(here()))).toMatchObject({ outcome: 'REFUSED', statusCode: code });
    expect(received.map(({ path }) => path)).toEqual(['/hook']);
  });

  it('waits no longer than it should for an answer', async () => {
    isSilent = true;
    const hasty = createWebhookSender({ allowedHosts: readAllowedHosts('127.0.0.1'), timeoutMs: 50 });
    expect(await hasty.send(outgoing(here()))).toMatchObject({ outcome: 'TIMED_OUT', statusCode: undefined });
  });

  it('that reaches nobody is no fault', async () => {
    const free = createServer().listen(0, '127.0.0.1');
    await once(free, 'listening');
    const unused = (free.address() as AddressInfo).port;
    free.close();
    await once(free, 'close');
    const sender = createWebhookSender({ allowedHosts: new Set(['127.0.0.1']) });
    expect(await sender.send(outgoing(`http://127.0.0.1:${unused}/`))).toMatchObject({ outcome: 'UNREACHABLE' });
  });
});

describe('an address that is no public one', () => {
  it.each([
    '127.0.0.1',
    '[::1]',
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    '2130706433',
    '0x7f.1',
    '10.0.0.1',
    '169.254.169.254',
    '192.168.0.1',
    '0.0.0.0',
  ])('gets nothing when it stands in the address itself: %s', async (host) => {
    expect(await nobody.send(outgoing(`http://${host}:${port}/hook`))).toMatchObject({ outcome: 'FORBIDDEN_ADDRESS' });
    expect(received).toEqual([]);
    expect(nobody.problemWith(`https://${host}/hook`)).toBe('This address is not a public one.');
  });

  it('gets nothing when a name leads there, however many public addresses the name has besides', async () => {
    for (const addresses of [['127.0.0.1'], ['8.8.8.8', '127.0.0.1'], ['::ffff:127.0.0.1'], ['fe80::1'], []]) {
      const sender = createWebhookSender({
        allowedHosts: new Set(),
        resolve: () =>
          Promise.resolve(addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }))),
      });
      const sent = await sender.send(outgoing(`http://hooks.example.org:${port}/hook`));
      expect(sent).toMatchObject({ outcome: 'FORBIDDEN_ADDRESS' });
    }
    expect(received).toEqual([]);
  });

  it('gets nothing of a name that changes its mind: names are asked once, and the answer that was checked is the one connected to', async () => {
    const answers = [['8.8.8.8'], ['127.0.0.1']];
    let asked = 0;
    const sender = createWebhookSender({
      allowedHosts: new Set(),
      timeoutMs: 200,
      resolve: () => {
        const addresses = answers[Math.min(asked, 1)] ?? [];
        asked += 1;
        return Promise.resolve(addresses.map((address) => ({ address, family: 4 })));
      },
    });
    const first = await sender.send(outgoing(`http://rebinding.example.org:${port}/hook`));
    expect([first.outcome, asked]).toEqual([expect.not.stringMatching('DELIVERED'), 1]);
    expect(await sender.send(outgoing(`http://rebinding.example.org:${port}/hook`))).toMatchObject({
      outcome: 'FORBIDDEN_ADDRESS',
    });
    expect(received).toEqual([]);
  });

  it('is the operating system’s own name of this machine, too', async () => {
    expect(await nobody.send(outgoing(`http://localhost:${port}/hook`))).toMatchObject({
      outcome: 'FORBIDDEN_ADDRESS',
    });
    expect(received).toEqual([]);
  });
});

describe('an address to register', () => {
  it.each([
    ['https://hooks.example.org/guildhall', undefined],
    ['https://8.8.8.8/', undefined],
    ['http://hooks.example.org/', 'Give an address that begins with https://.'],
    ['ftp://hooks.example.org/', 'Give an address that begins with https://.'],
    ['data:text/plain,hello', 'Give an address that begins with https://.'],
    ['hooks.example.org', 'Give an address that begins with https://.'],
    ['https://me:secret@hooks.example.org/', 'Leave names and passwords out of the address.'],
    ['https://intranet/', 'This address is not a public one.'],
    ['https://printer.local/', 'This address is not a public one.'],
    ['https://[fe80::1]/', 'This address is not a public one.'],
  ])('%s: %s', (url, problem) => {
    expect(nobody.problemWith(url)).toBe(problem);
  });

  it('may be private and plain exactly when the operator lists it', () => {
    const sender = createWebhookSender({ allowedHosts: readAllowedHosts('Hooks.Intranet, 10.1.2.3:8080') });
    expect(sender.problemWith('http://hooks.intranet/')).toBeUndefined();
    expect(sender.problemWith('http://10.1.2.3:8080/')).toBeUndefined();
    expect(sender.problemWith('http://10.1.2.3:8081/')).not.toBeUndefined();
  });
});
