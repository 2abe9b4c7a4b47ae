import { createServer } from 'node:http';

/** What is asked for, as GraphQL over HTTP carries it. */
export type Asked = { readonly query: string; readonly variables?: Readonly<Record<string, unknown>> };

/** Bytes and requests that a server has seen since it started. */
export type Traffic = { requests: number; bytesIn: number; bytesOut: number };

/**
 * Serves GraphQL on a port of this machine with as little between the socket and `answer` as Node.js allows: no framework, no checks.
 * `GET /traffic` tells what has passed.
 */
export function serveJson(port: number, answer: (asked: Asked) => Promise<string>): void {
  const traffic: Traffic = { requests: 0, bytesIn: 0, bytesOut: 0 };
  const server = createServer((request, response) => {
    const send = (text: string): void => {
      const body = Buffer.from(text);
      if (request.method === 'POST') traffic.bytesOut += body.length;
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length }).end(body);
    };
    if (request.method === 'GET') {
      send(JSON.stringify(traffic));
      return;
    }
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks);
      traffic.requests += 1;
      traffic.bytesIn += body.length;
      const asked: unknown = JSON.parse(body.toString());
      const text = isAsked(asked) ? answer(asked) : Promise.reject(new Error('There is no query.'));
      text.then(send, (error: unknown) => send(JSON.stringify({ errors: [{ message: String(error) }] })));
    });
  });
  server.keepAliveTimeout = 60_000;
  server.listen(port, '127.0.0.1');
}

/** Variables are whatever the benchmark sends. */
function isAsked(value: unknown): value is Asked {
  return typeof value === 'object' && value !== null && 'query' in value && typeof value.query === 'string';
}
