import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import { pipeline } from 'node:stream/promises';
import type { AddressUse } from './signed-address.js';
import type { Taken } from './take-bytes.js';

/** What became of bytes that came to the door: taken or not, or no longer awaited. */
export type Received = Taken | 'NOT_AWAITED';

/** A file on its way out. Without a name the browser chooses one. */
export type SentFile = {
  readonly name: string | undefined;
  readonly contentType: string;
  readonly size: number;
  readonly bytes: AsyncIterable<Uint8Array>;
};

/** What the door asks of the service. */
export type DoorKeeper = {
  /** The id of the file an address was signed for, while it works. */
  read(url: URL, use: AddressUse): string | undefined;
  receive(id: string, bytes: AsyncIterable<Uint8Array>): Promise<Received>;
  send(id: string): Promise<SentFile | undefined>;
  /** A fault, by the name of its class alone. */
  onFault(name: string): void;
};

/** Where the door stands and which pages may call it. */
export type DoorOptions = { readonly host: string; readonly port: number; readonly origins: readonly string[] };

/** An open door; `stop` lets what is under way end. */
export type Door = { readonly port: number; stop(): Promise<void> };

/** The longest a file may take, in milliseconds. */
const transferMs = 10 * 60_000;

const statusOf: Readonly<Record<Received, number>> = { STORED: 201, UNEXPECTED: 415, INFECTED: 422, NOT_AWAITED: 404 };

/**
 * The one place where bytes of files come in and go out: `PUT` and `GET` of addresses that this service signed. It knows no callers; an
 * address is the right to use it. Any other request gets 404, whatever it asks for.
 */
export async function openDoor({ host, port, origins }: DoorOptions, keeper: DoorKeeper): Promise<Door> {
  const server = createServer({ requestTimeout: transferMs, headersTimeout: 15_000 }, (request, response) => {
    allow(origins, request, response);
    void answer(request, response, keeper).catch((fault: unknown) => {
      keeper.onFault(fault instanceof Error ? fault.name : 'unknown');
      if (response.headersSent) response.destroy();
      else refuse(response, 503);
    });
  });
  server.listen({ host, port });
  await once(server, 'listening');
  const address = server.address();
  return {
    port: typeof address === 'object' && address !== null ? address.port : port,
    async stop() {
      const closed = once(server, 'close');
      server.close();
      server.closeIdleConnections();
      const impatience = setTimeout(() => server.closeAllConnections(), 2_000);
      await closed;
      clearTimeout(impatience);
    },
  };
}

/** No page but those of the apps can read an answer, and nothing that comes out is ever shown as a page. */
function allow(origins: readonly string[], { headers: { origin } }: IncomingMessage, response: ServerResponse): void {
  response.setHeader('cache-control', 'no-store');
  response.setHeader('content-security-policy', "default-src 'none'; sandbox");
  response.setHeader('referrer-policy', 'no-referrer');
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('vary', 'origin');
  if (origin === undefined || !origins.includes(origin)) return;
  response.setHeader('access-control-allow-origin', origin);
  response.setHeader('access-control-allow-methods', 'GET, PUT');
  response.setHeader('access-control-allow-headers', 'content-type');
  response.setHeader('access-control-max-age', '600');
}

async function answer(request: IncomingMessage, response: ServerResponse, keeper: DoorKeeper): Promise<void> {
  const url = URL.parse(request.url ?? '', 'http://door');
  if (request.method === 'OPTIONS') return void response.writeHead(204).end();
  const use = ({ PUT: 'upload', GET: 'download' } as const)[request.method ?? ''];
  const id = url === null || use === undefined ? undefined : keeper.read(url, use);
  if (id === undefined) return refuse(response, 404);
  return use === 'upload' ? take(request, response, { id, keeper }) : give(response, { id, keeper });
}

type Asked = { readonly id: string; readonly keeper: DoorKeeper };

async function take(request: IncomingMessage, response: ServerResponse, { id, keeper }: Asked): Promise<void> {
  const received = await keeper.receive(id, request);
  if (received === 'STORED') return void response.writeHead(201).end();
  refuse(response, statusOf[received]);
}

async function give(response: ServerResponse, { id, keeper }: Asked): Promise<void> {
  const sent = await keeper.send(id);
  if (sent === undefined) return refuse(response, 404);
  response.writeHead(200, {
    'content-type': sent.contentType,
    'content-length': sent.size,
    'content-disposition': dispositionOf(sent),
  });
  await pipeline(sent.bytes, response);
}

/** Never shown, always saved; the name as RFC 6266 has it for every script. */
function dispositionOf({ name }: SentFile): string {
  if (name === undefined) return 'attachment';
  const escaped = encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename*=UTF-8''${escaped}`;
}

/** A refusal says its status alone; what is left of the body is not waited for. */
function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { connection: 'close' }).end();
}
