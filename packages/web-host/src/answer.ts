import type { IncomingMessage, ServerResponse } from 'node:http';

/** One request together with the origin it was sent to, which is one of the host's own. */
export type Visit = {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly url: URL;
  readonly origin: string;
};

/** Answers JSON that nobody may store. */
export function sendJson({ response }: Visit, status: number, body: object): void {
  const text = JSON.stringify(body);
  response
    .writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' })
    .end(text);
}

/** Sends the browser on with GET, setting the given cookies. */
export function redirect({ response }: Visit, location: string, cookies: readonly string[]): void {
  response.writeHead(303, { location, 'set-cookie': [...cookies], 'cache-control': 'no-store' }).end();
}

/** Refuses a method, naming those that are served. */
export function refuseMethod(visit: Visit, allow: string): void {
  visit.response.setHeader('allow', allow);
  sendJson(visit, 405, { error: 'METHOD_NOT_ALLOWED' });
}
