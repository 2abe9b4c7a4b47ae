import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { waitFor } from '@guildhall/testing';
import { freePortRange } from './free-ports.js';
import { launch, processesOf, type LaunchedPlatform } from './launched-platform.js';
import { queryService } from './service-database.js';
import { startTestPlatform, type TestPlatform } from './test-platform.js';
import { startTraceReceiver, type TraceReceiver } from './trace-receiver.js';

/** One document over all four services, as a person's growth is asked for. */
const growth = `query Growth($terms: Int!, $first: Int!) {
  viewer {
    member {
      id
      displayName
      growth(terms: $terms) {
        key
        did { count minutes evidence(first: $first) { ...Piece } }
        learned { count evidence(first: $first) { ...Piece } }
        led { count evidence(first: $first) { ...Piece } }
        skills { skill { name } evidence(first: $first) { id kind } }
      }
    }
    helpDesk { offers(outstanding: false, first: 20) { edges { node { status request { title completedAt } } } } }
  }
}
fragment Piece on Evidence {
  id kind
  activity { id title }
  group { id name }
  proposal { id title }
  path { title }
}`;

type Piece = {
  readonly id: string;
  readonly kind: string;
  readonly activity: { readonly title?: string | null } | null;
  readonly group: { readonly name?: string | null } | null;
  readonly proposal: { readonly title?: string | null } | null;
  readonly path: { readonly title?: string | null } | null;
};
type Term = Readonly<
  Record<'did' | 'learned' | 'led', { readonly count: number; readonly evidence: readonly Piece[] }>
>;
type Answer = {
  readonly data?: {
    readonly viewer?: { readonly member?: { readonly growth?: readonly Term[] | null } | null };
  } | null;
  readonly errors?: readonly unknown[];
};

function piecesOf({ data }: Answer): readonly Piece[] {
  const terms = data?.viewer?.member?.growth ?? [];
  return terms.flatMap(({ did, learned, led }) => [...did.evidence, ...learned.evidence, ...led.evidence]);
}

/** Somebody whom every service has something to say of. */
const whoDidMuch = `select m.subject from evidence e join actor_member m using (member_id)
  where m.is_active and e.is_standing and e.happened_at <= now()
  group by m.subject having count(distinct e.kind) filter (where e.kind in ('DELIVERED_PROPOSAL', 'ATTENDANCE')) = 2
  order by count(distinct e.kind) desc, count(*) desc, m.subject limit 1`;

describe('growth, asked for in one document', () => {
  let platform: TestPlatform;
  let who: string;
  beforeAll(async () => {
    platform = await startTestPlatform(['--split']);
    const [row] = await queryService(platform, 'learning', { sql: whoDidMuch });
    who = `subject:${String(row?.['subject'])}`;
  }, 120_000);
  afterAll(() => platform.stop());
  const ask = (person: string): Promise<Answer> => platform.post(person, growth, { terms: 12, first: 30 });

  it('joins what all four services know', async () => {
    const answer = await ask(who);
    expect(answer.errors).toBeUndefined();
    const pieces = piecesOf(answer);
    expect(pieces.some(({ activity }) => typeof activity?.title === 'string')).toBe(true);
    expect(pieces.some(({ proposal }) => typeof proposal?.title === 'string')).toBe(true);
    expect(answer.data).toMatchObject({ viewer: { member: { displayName: expect.any(String) }, helpDesk: {} } });
    const ofOmar = piecesOf(await ask('omar'));
    expect(ofOmar.some(({ kind, group }) => kind === 'MANDATE' && typeof group?.name === 'string')).toBe(true);
    const ofAda = piecesOf(await ask('ada'));
    expect(ofAda.some(({ path }) => typeof path?.title === 'string')).toBe(true);
  });

  it('is nothing for staff and for nobody', async () => {
    for (const person of ['carl', 'otto']) expect((await ask(person)).data).toMatchObject({ viewer: { member: null } });
  });

  it('still says what is known while one service is down, and names what is missing', async () => {
    const victim = processesOf(platform.settings.dataFolder).find(({ command }) =>
      command.includes('services/advocacy/dist'),
    );
    process.kill(victim?.pid ?? 0, 'SIGKILL');
    const answer = await ask(who);
    const pieces = piecesOf(answer);
    expect(answer.errors?.length).toBeGreaterThan(0);
    for (const error of answer.errors ?? [])
      expect(error).toMatchObject({ extensions: { code: 'SUBGRAPH_UNAVAILABLE', service: 'advocacy' } });
    const delivered = pieces.filter(({ kind }) => kind === 'DELIVERED_PROPOSAL');
    expect(delivered.length).toBeGreaterThan(0);
    for (const { proposal } of delivered) expect(proposal?.title ?? null).toBeNull();
    expect(pieces.some(({ activity }) => typeof activity?.title === 'string')).toBe(true);
    await waitFor('advocacy is back', async () => (await ask(who)).errors === undefined, 30_000);
  }, 60_000);
});

describe('the statements that growth costs', () => {
  let receiver: TraceReceiver;
  let platform: LaunchedPlatform;
  let folder: string;
  let token: string;

  beforeAll(async () => {
    receiver = await startTraceReceiver();
    folder = mkdtempSync(join(tmpdir(), 'guildhall-growth-'));
    chmodSync(folder, 0o755);
    const environment = {
      GUILDHALL_DEMO: 'small',
      GUILDHALL_LOG_LEVEL: 'silent',
      OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url,
      OTEL_BSP_SCHEDULE_DELAY: '50',
    };
    platform = launch({ folder, port: await freePortRange(), environment });
    await platform.printed('Guildhall is up.');
    token = await platform.token('omar');
  }, 180_000);
  afterAll(async () => {
    process.kill(platform.pid, 'SIGTERM');
    await platform.ended;
    await receiver.stop();
    rmSync(folder, { recursive: true, force: true });
  }, 60_000);

  /** How many statements one answer cost, and how many pieces it showed. In one process the root of a trace arrives last. */
  async function costOf(
    terms: number,
    first: number,
  ): Promise<{ readonly statements: number; readonly pieces: number }> {
    const requestId = randomUUID();
    const response = await fetch(platform.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, 'x-request-id': requestId },
      body: JSON.stringify({ query: growth, variables: { terms, first } }),
    });
    const answer = (await response.json()) as Answer;
    expect(answer.errors).toBeUndefined();
    const rootOf = () => receiver.spans.find(({ attributes }) => attributes['guildhall.request_id'] === requestId);
    await waitFor('the trace is there', async () => rootOf() !== undefined);
    const { traceId } = rootOf() ?? { traceId: '' };
    const statements = receiver.spans.filter((span) => span.traceId === traceId && span.name.startsWith('SELECT'));
    return { statements: statements.length, pieces: piecesOf(answer).length };
  }

  it('have a limit that years with much in them do not raise', async () => {
    // Rights and the like may be kept from one request to the next: the first one is not counted.
    await costOf(12, 30);
    const little = await costOf(12, 1);
    const much = await costOf(12, 30);
    expect(much.pieces).toBeGreaterThan(little.pieces);
    expect(little.statements).toBeGreaterThan(0);
    // Each side of a term may lead to three other services, each with a few statements: never one for each piece.
    expect(much.statements).toBeLessThanOrEqual(30);
  });
});
