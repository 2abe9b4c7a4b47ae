import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';

/** A request as it arrived. */
export type ReceivedRequest = {
  readonly method: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: { readonly query: string; readonly variables?: unknown };
};

/** A real HTTP server on a port of its own; it keeps every request and answers as it is told. */
export async function startTestServer(answer: (response: ServerResponse, request: ReceivedRequest) => void) {
  const requests: ReceivedRequest[] = [];
  const server = createServer((incoming, response) => {
    void text(incoming).then((body) => {
      const request = { method: incoming.method, headers: incoming.headers, body: readBody(body) };
      requests.push(request);
      answer(response, request);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return {
    url: `http://127.0.0.1:${address.port}/graphql`,
    requests,
    async stop(): Promise<void> {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Answers with JSON. */
export function sendJson(response: ServerResponse, value: unknown, { status = 200, headers = {} } = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(value));
}

/** Every request of the client is an operation; anything else throws, and the request is never answered. */
function readBody(text: string): ReceivedRequest['body'] {
  const body: unknown = JSON.parse(text);
  if (typeof body !== 'object' || body === null || !('query' in body) || typeof body.query !== 'string')
    throw new Error(`no operation: ${text}`);
  return { query: body.query, variables: 'variables' in body ? body.variables : undefined };
}
