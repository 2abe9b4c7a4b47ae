import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import { createServer as createSocketServer } from 'node:net';
import { once } from 'node:events';

/** A bucket of an object store on this machine that speaks S3 and believes one key alone. */
export async function startBucket(secret: { readonly accessKeyId: string; readonly secretAccessKey: string }) {
  const objects = new Map<string, Buffer>();
  const server = createServer((request, response) => {
    const answer = (body: Buffer) => {
      const path = new URL(request.url ?? '/', 'http://bucket').pathname;
      if (!isSigned(request, secret)) return response.writeHead(403).end();
      if (request.method === 'PUT') {
        objects.set(path, body);
        return response.writeHead(200).end();
      }
      if (request.method === 'DELETE') {
        objects.delete(path);
        return response.writeHead(204).end();
      }
      const found = objects.get(path);
      return found
        ? response.writeHead(200, { 'content-length': found.length }).end(found)
        : response.writeHead(404).end();
    };
    void readBody(request).then(answer, () => response.destroy());
  });
  const port = await listening(server);
  return { objects, endpoint: `http://127.0.0.1:${port}`, stop: () => stop(server) };
}

/** A malware scanner that speaks as clamd does, and finds the word EVIL; `silent` never answers with a verdict. */
export async function startClamd(kind: 'usual' | 'silent' = 'usual') {
  const seen: Buffer[] = [];
  const server = createSocketServer((socket) => {
    let bytes = Buffer.alloc(0);
    socket.on('error', () => undefined);
    socket.on('data', (more: Buffer) => {
      bytes = Buffer.concat([bytes, more]);
      const file = readInstream(bytes);
      if (file === undefined) return;
      seen.push(file);
      if (kind === 'silent') return void socket.end('stream: size limit exceeded. ERROR\0');
      socket.end(file.includes('EVIL') ? 'stream: Evil.Test FOUND\0' : 'stream: OK\0');
    });
  });
  const port = await listening(server);
  return { seen, address: `127.0.0.1:${port}`, stop: () => stop(server) };
}

function readInstream(bytes: Buffer): Buffer | undefined {
  const head = 'zINSTREAM\0';
  if (bytes.length < head.length || bytes.subarray(0, head.length).toString() !== head) return undefined;
  const parts: Buffer[] = [];
  for (let at = head.length; at + 4 <= bytes.length;) {
    const length = bytes.readUInt32BE(at);
    if (length === 0) return Buffer.concat(parts);
    parts.push(bytes.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return undefined;
}

async function listening(server: { listen(options: object): unknown; address(): unknown }): Promise<number> {
  server.listen({ host: '127.0.0.1', port: 0 });
  await once(server as never, 'listening');
  return (server.address() as { port: number }).port;
}

async function stop(server: { close(done: () => void): unknown; closeAllConnections?(): void }): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(resolve));
  server.closeAllConnections?.();
  await closed;
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

/** Signature version 4 of Amazon, checked over the headers that the client signed. */
function isSigned(request: IncomingMessage, secret: { accessKeyId: string; secretAccessKey: string }): boolean {
  const match =
    /Credential=([^/]+)\/(\d{8}\/[^/]+\/s3\/aws4_request), SignedHeaders=([^,]+), Signature=([0-9a-f]+)/.exec(
      request.headers.authorization ?? '',
    );
  const [, keyId, scope = '', headers = '', signature = ''] = match ?? [];
  if (keyId !== secret.accessKeyId) return false;
  const url = new URL(request.url ?? '/', 'http://bucket');
  const query = [...url.searchParams]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`);
  const canonical = [
    request.method,
    url.pathname,
    query.join('&'),
    ...headers.split(';').map((name) => `${name}:${String(request.headers[name]).trim()}`),
    '',
    headers,
    request.headers['x-amz-content-sha256'],
  ].join('\n');
  const text = [
    'AWS4-HMAC-SHA256',
    request.headers['x-amz-date'],
    scope,
    createHash('sha256').update(canonical).digest('hex'),
  ].join('\n');
  const key = scope
    .split('/')
    .reduce<Buffer | string>(
      (over, part) => createHmac('sha256', over).update(part).digest(),
      `AWS4${secret.secretAccessKey}`,
    );
  const expected = createHmac('sha256', key).update(text).digest();
  const given = Buffer.from(signature, 'hex');
  return given.length === expected.length && timingSafeEqual(given, expected);
}
