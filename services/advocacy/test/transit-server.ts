import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { z } from 'zod';

/**
 * A test server that speaks the part of HashiCorp Vault's transit API which the adapter uses, written after its
 * documentation: it is no Vault. Keys are real, versioned, and never leave it.
 */
export interface TransitServer {
  readonly url: string;
  readonly token: string;
  readonly calls: readonly string[];
  /** Adds a version of the key, as `POST keys/NAME/rotate` does. */
  rotate(): void;
  /** Refuses everything with this status until it is set back to nothing. */
  fail(status: number | undefined): void;
  stop(): Promise<void>;
}

const encryptBody = z.object({ plaintext: z.base64(), associated_data: z.base64().optional() });
const decryptBody = z.object({ ciphertext: z.string(), associated_data: z.base64().optional() });

/** Starts one with a key of one version. */
export async function startTransitServer(keyName: string): Promise<TransitServer> {
  const token = randomBytes(12).toString('hex');
  const versions = [randomBytes(32)];
  const calls: string[] = [];
  const state: { status: number | undefined } = { status: undefined };
  const server = createServer((request, response) => {
    void answer(request).then(({ status, body }) => {
      response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
    });
  });
  const answer = async (request: IncomingMessage): Promise<{ status: number; body: unknown }> => {
    const path = request.url ?? '';
    calls.push(`${request.method} ${path}`);
    const text = await read(request);
    if (state.status !== undefined) return { status: state.status, body: { errors: ['out of order'] } };
    if (request.headers['x-vault-token'] !== token) return { status: 403, body: { errors: ['permission denied'] } };
    if (request.method === 'GET' && path === `/v1/transit/keys/${keyName}`)
      return { status: 200, body: { data: { name: keyName, type: 'aes256-gcm96', latest_version: versions.length } } };
    if (request.method === 'POST' && path === `/v1/transit/encrypt/${keyName}`) return encrypt(text);
    if (request.method === 'POST' && path === `/v1/transit/decrypt/${keyName}`) return decrypt(text);
    return { status: 404, body: { errors: [] } };
  };
  const encrypt = (text: string): { status: number; body: unknown } => {
    const { plaintext, associated_data: bound = '' } = encryptBody.parse(JSON.parse(text));
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', versions.at(-1) ?? Buffer.alloc(32), nonce);
    cipher.setAAD(Buffer.from(bound, 'base64'));
    const sealed = Buffer.concat([nonce, cipher.update(plaintext, 'base64'), cipher.final(), cipher.getAuthTag()]);
    const ciphertext = `vault:v${versions.length}:${sealed.toString('base64')}`;
    return { status: 200, body: { data: { ciphertext, key_version: versions.length } } };
  };
  const decrypt = (text: string): { status: number; body: unknown } => {
    const { ciphertext, associated_data: bound = '' } = decryptBody.parse(JSON.parse(text));
    const [, version = '', base64 = ''] = ciphertext.split(':');
    const bytes = Buffer.from(base64, 'base64');
    const key = versions[Number(version.slice(1)) - 1] ?? Buffer.alloc(32);
    try {
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12), { authTagLength: 16 });
      decipher.setAAD(Buffer.from(bound, 'base64')).setAuthTag(bytes.subarray(-16));
      const plain = Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]);
      return { status: 200, body: { data: { plaintext: plain.toString('base64') } } };
    } catch {
      return { status: 400, body: { errors: ['cipher: message authentication failed'] } };
    }
  };
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    token,
    calls,
    rotate: () => void versions.push(randomBytes(32)),
    fail: (status) => void (state.status = status),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function read(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}
