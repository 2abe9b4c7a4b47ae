import { randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { demoPeople } from '@guildhall/demo';
import { waitFor } from '@guildhall/testing';
import { freePortRange } from './free-ports.js';
import { launch, type LaunchedPlatform } from './launched-platform.js';
import { startTraceReceiver, type ReceivedSpan, type TraceReceiver } from './trace-receiver.js';

/** What a person might write, in each place where a request can hold it. */
const mark = 'Zebedee Marmalade';
const marks = [mark, 'Marmalade', encodeURIComponent(mark), 'zq-secret-token', '07700900123'];

const home = 'query HomeScreen { viewer { member { displayName cases { edges { node { id narrative } } } } } }';

const openCase = `mutation OpenCase($input: OpenCaseInput!) {
  openCase(input: $input) { __typename ... on UserError { message } }
}`;
const caseInput = {
  contactName: mark,
  matter: 'HOUSING',
  narrative: `${mark}, 07700900123, wishes to tell a long story about rooms.`,
  otherParties: [mark],
};

let receiver: TraceReceiver;
let platform: LaunchedPlatform;
let folder: string;
let token: string;

type Asked = { readonly query: string; readonly variables?: object; readonly headers?: Record<string, string> };

async function ask({ query, variables, headers = {} }: Asked): Promise<{ requestId: string; text: string }> {
  const requestId = randomUUID();
  const response = await fetch(platform.url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${token}`,
      'x-request-id': requestId,
      ...headers,
    },
    body: JSON.stringify({ query, variables }),
  });
  return { requestId, text: await response.text() };
}

/** Lines that are written to their end. */
function logLines(): readonly Readonly<Record<string, unknown>>[] {
  return platform
    .output()
    .split('\n')
    .slice(0, -1)
    .filter((line) => line.startsWith('{"level"'))
    .map((line) => JSON.parse(line));
}

function traceOf(requestId: string): readonly ReceivedSpan[] {
  const root = receiver.spans.find(
    ({ name, attributes }) => name.startsWith('graphql ') && attributes['guildhall.request_id'] === requestId,
  );
  return root === undefined ? [] : receiver.spans.filter(({ traceId }) => traceId === root.traceId);
}

/** Names from a span up to the beginning of its trace. */
function pathTo(span: ReceivedSpan, trace: readonly ReceivedSpan[]): readonly string[] {
  const parent = trace.find(({ spanId }) => spanId === span.parentSpanId);
  return [span.name, ...(parent === undefined ? [] : pathTo(parent, trace))];
}

describe.each([
  { layout: 'in one process', args: [], processes: ['guildhall'] },
  { layout: 'in many processes', args: ['--split'], processes: ['advocacy', 'gateway', 'membership'] },
])('the platform $layout', ({ args, processes }) => {
  beforeAll(async () => {
    receiver = await startTraceReceiver();
    folder = mkdtempSync(join(tmpdir(), 'guildhall-seeing-'));
    chmodSync(folder, 0o755);
    const environment = {
      GUILDHALL_DEMO: 'small',
      GUILDHALL_LOG_LEVEL: 'debug',
      GUILDHALL_SLOW_OPERATION_MS: '1',
      OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url,
      OTEL_BSP_SCHEDULE_DELAY: '50',
    };
    platform = launch({ folder, port: await freePortRange(), args, environment });
    await platform.printed('Guildhall is up.');
    token = await platform.token('ada');
  }, 180_000);
  afterAll(async () => {
    process.kill(platform.pid, 'SIGTERM');
    expect(await platform.ended).toBe(0);
    await receiver.stop();
    rmSync(folder, { recursive: true, force: true });
  }, 60_000);

  it('writes one trace from the request through the plan and the services to the statements of their databases', async () => {
    const { requestId, text } = await ask({ query: home });
    expect(text).toContain('narrative');
    const isStatement = ({ name }: ReceivedSpan) => name.startsWith('SELECT');
    const statementsBelow = (service: string) =>
      traceOf(requestId).filter(
        (span) => isStatement(span) && pathTo(span, traceOf(requestId)).includes(`${service} operation`),
      );
    await waitFor(
      'the trace is there',
      async () => statementsBelow('membership').length > 0 && statementsBelow('advocacy').length > 0,
    );
    const trace = traceOf(requestId);
    for (const service of ['membership', 'advocacy']) {
      const [statement] = statementsBelow(service);
      if (statement === undefined) throw new Error('a statement was found');
      const path = [statement.name, `${service} operation`, `call ${service}`, 'graphql HomeScreen'];
      expect(pathTo(statement, trace)).toEqual(path);
      expect(statement.attributes).toMatchObject({
        'db.system.name': 'postgresql',
        'db.operation.name': 'SELECT',
        'db.collection.name': expect.stringMatching(/^[a-z_]+$/),
      });
    }
    expect(trace.map(({ name }) => name)).toContain('plan');
    expect([...new Set(trace.map((span) => span.process))].sort()).toEqual(processes);
  });

  it('has one request id on the lines of the gateway and of every service that was asked', async () => {
    const { requestId, text } = await ask({ query: home });
    expect(text).not.toContain('errors');
    const servicesOf = () =>
      new Set(
        logLines()
          .filter((line) => line['requestId'] === requestId)
          .map((line) => String(line['service'])),
      );
    await waitFor('all have written', async () => servicesOf().size >= 3);
    expect([...servicesOf()].toSorted()).toEqual(['advocacy', 'gateway', 'membership']);
  });

  it('shows nothing personal in logs, traces or metrics, wherever a request holds it', async () => {
    // What was printed before holds the names of the demo people for whoever starts the platform.
    const printedBefore = platform.output().length;
    const parent = '00-11111111111111111111111111111111-2222222222222222-01';
    const headers = {
      'user-agent': encodeURIComponent(mark),
      cookie: 'name=Marmalade',
      traceparent: parent,
      baggage: 'name=Marmalade',
      tracestate: 'zq=Marmalade',
    };
    const asked = [
      await ask({ query: openCase, variables: { input: caseInput }, headers }),
      await ask({ query: openCase, variables: { input: { ...caseInput, narrative: mark } }, headers }),
      await ask({ query: openCase, variables: { input: { ...caseInput, matter: mark } }, headers }),
      await ask({ query: `query Search { groups(search: "${mark}") { edges { node { id } } } }`, headers }),
      await ask({ query: `{ member(id: "${mark}") { id } }`, headers }),
      await ask({ query: `{ Marmalade: viewer { subject } }`, headers }),
      await ask({ query: `{ nonsense(text: "${mark}") `, headers }),
      await ask({ query: home, headers: { ...headers, authorization: 'Bearer zq-secret-token' } }),
      await ask({ query: home, headers: { ...headers, 'x-request-id': mark } }),
    ];
    expect(asked[0]?.text).toContain('OpenCaseSuccess');
    const page = new URL(
      `/graphql?query=${encodeURIComponent(`{ groups(search: "${mark}") { edges { node { id } } } }`)}`,
      platform.url,
    );
    expect((await fetch(page, { headers: { 'content-type': 'application/json' } })).status).toBe(200);
    const metricsUrl = new URL('/metrics', platform.url);
    const { requestId } = await ask({ query: home });
    await waitFor('all is written', async () => traceOf(requestId).some(({ name }) => name.startsWith('SELECT')));
    await waitFor('all is logged', async () => logLines().some((line) => line['requestId'] === requestId));
    const metrics = await (await fetch(metricsUrl)).text();
    expect(metrics).toContain('operation="OpenCase"');
    const people = demoPeople.map(({ displayName }) => displayName);
    const places = { logs: platform.output().slice(printedBefore), traces: receiver.text(), metrics };
    for (const [place, text] of Object.entries(places))
      for (const personal of [...marks, ...people, token, '11111111111111111111111111111111'])
        expect({ place, personal, isThere: text.includes(personal) }).toEqual({ place, personal, isThere: false });
    const lines = logLines().filter(({ msg }) => msg === 'a slow operation');
    expect(lines.length).toBeGreaterThan(0);
  });
});
