import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { explorerHeaders } from './security-headers.js';

const builtFiles = fileURLToPath(new URL('../explorer/dist', import.meta.url));

/** The explorer's page, ready to be sent. */
export type ExplorerPage = { send(reply: FastifyReply): FastifyReply };

/**
 * Serves the built explorer's files below `/explorer/` and returns its page; nothing is fetched from anywhere else. Rejects when the
 * explorer was not built.
 */
export async function serveExplorer(app: FastifyInstance): Promise<ExplorerPage> {
  const page = await readFile(join(builtFiles, 'index.html'), 'utf8').catch((cause: unknown) => {
    throw new Error('The explorer is not built: run the build of the gateway.', { cause });
  });
  await app.register(fastifyStatic, {
    root: join(builtFiles, 'assets'),
    prefix: '/explorer/assets/',
    index: false,
    immutable: true,
    maxAge: '365d',
    setHeaders: (reply) => reply.header('content-security-policy', explorerHeaders['content-security-policy'] ?? ''),
  });
  return {
    send: (reply) =>
      reply
        .headers({ ...explorerHeaders, 'cache-control': 'no-cache' })
        .type('text/html; charset=utf-8')
        .send(page),
  };
}
