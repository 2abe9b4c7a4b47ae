import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AppUnderTest } from './running-app.js';
import { startAppUnderTest } from './running-app.js';

type Variables = {
  readonly token?: string;
  readonly groupId?: string;
  readonly activityId?: string;
  readonly pagesAt: string;
};
type Sent = { readonly query: string; readonly variables: Variables };

const body = 'BEGIN:VCALENDAR\r\nX-WR-CALNAME:春节\r\nEND:VCALENDAR\r\n';
let app: AppUnderTest;
let graph: Server;
const sent: Sent[] = [];

beforeAll(async () => {
  app = await startAppUnderTest();
  // A gateway as far as this host can tell: it knows one secret, every group and activity, and the campus.
  graph = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const received = JSON.parse(Buffer.concat(parts).toString('utf8')) as Sent;
      sent.push(received);
      const isKnown = [undefined, 'right'].includes(received.variables.token);
      response.end(JSON.stringify({ data: { calendarFile: isKnown ? { body, etag: '"one"' } : null } }));
    });
  });
  graph.listen(0, '127.0.0.1');
  await once(graph, 'listening');
  const { port } = graph.address() as AddressInfo;
  await app.restartHost({ gatewayUrl: `http://127.0.0.1:${port}/graphql`, servesCalendars: true });
});
afterAll(async () => {
  await app.stop();
  graph.close();
});

const ask = (path: string, init: RequestInit = {}) => fetch(`${app.origin}/calendar-files/${path}`, init);

describe('a calendar program', () => {
  it.each([
    ['campus.ics', {}],
    ['groups/018f-a.ics', { groupId: '018f-a' }],
    ['activities/018f-b.ics', { activityId: '018f-b' }],
    ['own/right.ics', { token: 'right' }],
  ])('is given %s, with links to this origin', async (path, variables) => {
    const answer = await ask(path);
    expect([answer.status, await answer.text()]).toEqual([200, body]);
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(answer.headers.get('etag')).toBe('"one"');
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect(sent.at(-1)?.variables).toEqual({ ...variables, pagesAt: app.origin });
  });

  it('may keep what is public for minutes, and what is somebody’s own not without asking', async () => {
    expect((await ask('campus.ics')).headers.get('cache-control')).toBe('public, max-age=300');
    expect((await ask('own/right.ics')).headers.get('cache-control')).toBe('private, no-cache');
  });

  it('is told that it has the file already, by any of the tags it names', async () => {
    for (const tag of ['"one"', 'W/"one"', '"other", "one"', '*']) {
      const answer = await ask('own/right.ics', { headers: { 'if-none-match': tag } });
      expect([answer.status, await answer.text(), answer.headers.get('etag')]).toEqual([304, '', '"one"']);
    }
    expect((await ask('own/right.ics', { headers: { 'if-none-match': '"other"' } })).status).toBe(200);
  });

  it('is told the length alone when it asks for no body', async () => {
    const answer = await ask('campus.ics', { method: 'HEAD' });
    expect([answer.status, await answer.text()]).toEqual([200, '']);
    expect(answer.headers.get('content-length')).toBe(String(Buffer.byteLength(body)));
  });

  it('is told the same of a wrong secret as of a path that names nothing, and the graph is not asked for the latter', async () => {
    const wrong = await ask('own/wrong.ics');
    const before = sent.length;
    for (const path of [
      'own/',
      'own/a/b.ics',
      'other/x.ics',
      'own/right',
      `own/${'a'.repeat(65)}.ics`,
      'own/a%2Fb.ics',
    ]) {
      const answer = await ask(path);
      expect([path, answer.status]).toEqual([path, wrong.status]);
    }
    expect([wrong.status, sent.length]).toEqual([404, before]);
  });

  it('may only read', async () => {
    const answer = await ask('campus.ics', { method: 'POST' });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
  });

  it('is asked for with an operation that the gateway trusts', () => {
    const list = readFileSync(join(import.meta.dirname, '../../../gateway/trusted-operations.json'), 'utf8');
    const trusted = (JSON.parse(list) as { operations: { body: string }[] }).operations.map((one) =>
      one.body.replaceAll(/\s+/g, ' '),
    );
    expect(trusted).toContain(sent[0]?.query);
  });

  it('is asked to come again while the graph is away, and finds nothing at apps without calendars', async () => {
    await app.restartHost({ gatewayUrl: 'http://127.0.0.1:1/graphql', servesCalendars: true });
    const away = await ask('campus.ics');
    expect([away.status, away.headers.get('retry-after')]).toEqual([503, '300']);
    await app.restartHost({ servesCalendars: false });
    expect((await ask('campus.ics')).headers.get('content-type')).not.toContain('calendar');
  });
});
