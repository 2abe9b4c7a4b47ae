import { connect } from 'node:net';

/** What came back over a bare connection. */
export type RawAnswer = { readonly status: number; readonly head: string; readonly body: string };

/** Milliseconds after which an answer counts as never coming. */
const hangMs = 8_000;

/**
 * Writes bytes to a port as they are and reads until the server closes or has sent a whole answer. Rejects when nothing comes: a
 * server that hangs has failed.
 */
export function sendRaw(port: number, bytes: Uint8Array): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    const chunks: Buffer[] = [];
    const timer = setTimeout(() => finish(), hangMs);
    const finish = (): void => {
      clearTimeout(timer);
      socket.destroy();
      const answer = readAnswer(Buffer.concat(chunks));
      if (answer) resolve(answer);
      else reject(new Error(`no answer; received ${Buffer.concat(chunks).length} bytes`));
    };
    socket.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      if (isWhole(Buffer.concat(chunks))) finish();
    });
    socket.on('close', finish);
    // A refusal may close the connection while we still write; what was received until then is the answer.
    socket.on('error', () => undefined);
    socket.write(bytes);
  });
}

function isWhole(received: Buffer): boolean {
  const answer = readAnswer(received);
  const length = /^content-length: (\d+)\r?$/im.exec(answer?.head ?? '')?.[1];
  return answer !== undefined && length !== undefined && Buffer.byteLength(answer.body) >= Number(length);
}

function readAnswer(received: Buffer): RawAnswer | undefined {
  const text = received.toString('utf8');
  const end = text.indexOf('\r\n\r\n');
  if (end < 0) return undefined;
  const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1]);
  return { status, head: text.slice(0, end), body: text.slice(end + 4) };
}

/** The parts of one request; a missing part takes the value of a good request. */
export type RawRequest = {
  readonly method?: string;
  readonly path?: string;
  readonly version?: string;
  /** Replaces or adds headers; null leaves one out. */
  readonly headers?: Readonly<Record<string, string | null>>;
  readonly body?: string | Uint8Array;
};

/** The bytes of a request. */
export function rawRequest({
  method = 'POST',
  path = '/graphql',
  version = 'HTTP/1.1',
  headers = {},
  body = '',
}: RawRequest): Uint8Array {
  const bytes = Buffer.from(body);
  const all: Record<string, string | null> = {
    host: '127.0.0.1',
    ...(method === 'GET'
      ? { 'apollo-require-preflight': '1' }
      : { 'content-type': 'application/json', 'content-length': String(bytes.length) }),
    connection: 'close',
    ...headers,
  };
  const lines = Object.entries(all).flatMap(([name, value]) => (value === null ? [] : [`${name}: ${value}\r\n`]));
  return Buffer.concat([Buffer.from(`${method} ${path} ${version}\r\n${lines.join('')}\r\n`), bytes]);
}
