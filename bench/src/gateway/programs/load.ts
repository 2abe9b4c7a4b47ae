// The clients, as one process: each message is one measurement, answered with its figures.
import { Client } from 'undici';
import { requestBody, shapes, type Shape } from '../shapes.js';
import type { LoadOrder, LoadReport } from '../load-messages.js';

process.on('message', (order: LoadOrder) => void measure(order).then((report) => process.send?.(report)));

async function measure({
  url,
  shape: name,
  connections,
  warmUpMs,
  measureMs,
  firstRequest,
}: LoadOrder): Promise<LoadReport> {
  const shape = shapes.find((known) => known.name === name);
  if (!shape) throw new Error(`There is no shape "${name}".`);
  const run: Run = { shape, next: firstRequest, latencies: [], failures: 0, isMeasuring: false, isOver: false };
  const clients = Array.from({ length: connections }, (_, index) => startClient(new URL(url), index, run));
  await delay(warmUpMs);
  process.send?.({ kind: 'measuring' } satisfies LoadReport);
  run.isMeasuring = true;
  const started = performance.now();
  await delay(measureMs);
  run.isMeasuring = false;
  const elapsedMs = performance.now() - started;
  process.send?.({ kind: 'measured' } satisfies LoadReport);
  run.isOver = true;
  await Promise.all(clients);
  const sorted = Float64Array.from(run.latencies).sort();
  const quantile = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
  return {
    kind: 'report',
    requests: sorted.length,
    failures: run.failures,
    elapsedMs,
    p50Ms: quantile(0.5),
    p99Ms: quantile(0.99),
    nextRequest: run.next,
  };
}

type Run = {
  readonly shape: Shape;
  readonly latencies: number[];
  next: number;
  failures: number;
  isMeasuring: boolean;
  isOver: boolean;
};

/** One connection of one person, who asks again as soon as the answer is there. */
async function startClient(url: URL, index: number, run: Run): Promise<void> {
  const client = new Client(url.origin, { pipelining: 1 });
  const headers = { 'content-type': 'application/json', authorization: `Bearer client-${index}` };
  const fixedBody = run.shape.variables ? undefined : requestBody(run.shape, 0);
  while (!run.isOver) {
    const body = fixedBody ?? requestBody(run.shape, (run.next += 1));
    const started = performance.now();
    const isGood = await send(client, { path: url.pathname, headers, body });
    if (!run.isMeasuring) continue;
    run.latencies.push(performance.now() - started);
    if (!isGood) run.failures += 1;
  }
  await client.close();
}

type Sent = { readonly path: string; readonly headers: Record<string, string>; readonly body: string };

const errorsStart = Buffer.from('{"errors"');

/** The cheapest way through undici, for the clients share the processors with what they measure. */
function send(client: Client, { path, headers, body }: Sent): Promise<boolean> {
  return new Promise((resolve) => {
    let isGood = true;
    let isFirst = true;
    client.dispatch(
      { path, method: 'POST', headers, body },
      {
        onRequestStart: () => undefined,
        onResponseStart(_controller, status) {
          isGood = status === 200;
        },
        onResponseData(_controller, chunk) {
          if (isFirst && chunk.subarray(0, errorsStart.length).equals(errorsStart)) isGood = false;
          isFirst = false;
        },
        onResponseEnd: () => resolve(isGood),
        // A pause keeps a server that is gone from turning the clients into a loop.
        onResponseError: () => void setTimeout(resolve, 10, false),
      },
    );
  });
}

function delay(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
