import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { accessSubgraphs, accessSupergraph } from '../access/access-graph.js';
import { readAnswer, startTestGateway, type TestGateway } from '../test-gateway.js';
import { accessRows } from './access-rows.js';
import type { BadInput } from './bad-input.js';
import { limitRows } from './limit-rows.js';
import { protocolRows } from './protocol-rows.js';
import { tokenRows } from './token-rows.js';
import { trafficRows } from './traffic-rows.js';

const rows: readonly BadInput[] = [...tokenRows, ...accessRows, ...limitRows, ...trafficRows, ...protocolRows];

let usual: TestGateway;
const graph = { supergraphSdl: accessSupergraph, subgraphs: accessSubgraphs() };
beforeAll(async () => {
  usual = await startTestGateway(graph);
});
afterAll(() => usual.stop());

describe('bad input is answered as the table in docs/gateway.md says', () => {
  test.each(rows)('$kind: $status $code', async ({ status, code, options, request }) => {
    const gateway = options ? await startTestGateway({ ...graph, ...options }) : usual;
    try {
      const { headers, ...body } = await request(gateway);
      const response = await fetch(gateway.url, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'application/graphql-response+json',
          ...headers,
        },
        body: JSON.stringify(body),
      });
      const answer = await readAnswer(response);
      expect(answer.status).toBe(status);
      expect(answer.body.errors?.map(({ extensions }) => extensions['code'])).toContain(code);
      expect(answer.headers.get('x-request-id')).toBe(answer.body.errors?.[0]?.extensions['requestId']);
    } finally {
      if (gateway !== usual) await gateway.stop();
    }
  });

  test('every row of the table has its test, and every test its row', () => {
    const page = readFileSync(join(import.meta.dirname, '../../../docs/gateway.md'), 'utf8');
    const [, section = ''] = page.split('## Bad input\n');
    const table = [...section.matchAll(/^\| (.+?) +\| (\d{3}) +\| `([A-Z_]+)` +\|/gm)].map((cells) => cells.slice(1));
    const tested = rows.map(({ kind, status, code }) => [kind, String(status), code]);
    expect(table.map((cells) => cells.join(' ')).sort()).toEqual(tested.map((cells) => cells.join(' ')).sort());
  });
});
