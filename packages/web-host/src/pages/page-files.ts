import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';

/** One file of a built app, with the forms it was compressed to at build. */
export type PageFile = {
  readonly body: Buffer;
  readonly brotli?: Buffer;
  readonly gzip?: Buffer;
  readonly contentType: string;
  readonly etag: string;
  /** True for a file whose name holds the hash of its content. */
  readonly isImmutable: boolean;
};

const contentTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};

/**
 * Reads a built app whole, by the path of each file. Requests are looked up in this map and never turned into file names, so
 * nothing outside the folder can be reached. Hidden folders and kinds of files an app has no need of stay out. Throws when there is no
 * `index.html`.
 */
export async function readPageFiles(root: string): Promise<ReadonlyMap<string, PageFile>> {
  const bodies = new Map<string, Buffer>();
  for (const path of await listFiles(root)) {
    bodies.set(`/${relative(root, path).split(sep).join('/')}`, await readFile(path));
  }
  if (!bodies.has('/index.html')) throw new Error(`${root} holds no index.html; build the app first.`);
  const files = new Map<string, PageFile>();
  for (const [path, body] of bodies) {
    const contentType = contentTypes[extname(path)];
    if (contentType === undefined) continue;
    const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`;
    const isImmutable = path.startsWith('/assets/');
    files.set(path, {
      body,
      brotli: bodies.get(`${path}.br`),
      gzip: bodies.get(`${path}.gz`),
      contentType,
      etag,
      isImmutable,
    });
  }
  return files;
}

async function listFiles(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const lists = await Promise.all(
    entries
      .filter(({ name }) => !name.startsWith('.'))
      .map(async (entry) => {
        const path = join(folder, entry.name);
        if (entry.isDirectory()) return listFiles(path);
        return entry.isFile() ? [path] : [];
      }),
  );
  return lists.flat();
}
