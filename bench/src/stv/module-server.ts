import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { dirname, extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Packages that a browser loads as they were built, module by module, and where they are on this machine. */
const packages = new Map([
  ['/bench/', import.meta.dirname],
  ['/stv/', dirname(fileURLToPath(import.meta.resolve('@guildhall/stv')))],
  ['/lot/', dirname(fileURLToPath(import.meta.resolve('@guildhall/lot')))],
  ['/noble/', dirname(fileURLToPath(import.meta.resolve('@noble/hashes/sha2.js')))],
]);

const imports = {
  '@guildhall/stv': '/stv/index.js',
  '@guildhall/lot': '/lot/index.js',
  '@noble/hashes/': '/noble/',
};

const page = `<!doctype html><title>Measurement</title><script type="importmap">${JSON.stringify({ imports })}</script>`;

/** Serves a page whose import map knows the counting packages, on a port of its own. */
export async function serveModules(): Promise<{ readonly url: string; stop(): void }> {
  const server = createServer((request, response) => {
    void answer(request.url ?? '/').then(({ type, body }) =>
      response.writeHead(200, { 'content-type': type }).end(body),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return { url: `http://127.0.0.1:${address.port}/`, stop: () => server.close() };
}

async function answer(url: string): Promise<{ readonly type: string; readonly body: string | Buffer }> {
  const path = normalize(url);
  const found = [...packages].find(([prefix]) => path.startsWith(prefix));
  if (found === undefined || extname(path) !== '.js') return { type: 'text/html', body: page };
  const [prefix, folder] = found;
  return { type: 'text/javascript', body: await readFile(join(folder, path.slice(prefix.length))) };
}
