import type { Visit } from '../answer.js';
import { refuseMethod, sendJson } from '../answer.js';
import type { PageFile } from './page-files.js';

/**
 * Answers with a file of the app. Hashed files are kept for a year, the rest is asked for again each time. An address without a
 * file is a place inside the app and gets `index.html`; a missing file is missing, so that a stale page never runs HTML as script.
 */
export function servePage(visit: Visit, files: ReadonlyMap<string, PageFile>): void {
  const { request, url } = visit;
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuseMethod(visit, 'GET, HEAD');
  const file = files.get(url.pathname) ?? (isPlaceInApp(url.pathname) ? files.get('/index.html') : undefined);
  if (file === undefined) return sendJson(visit, 404, { error: 'NOT_FOUND' });
  sendFile(visit, file);
}

function sendFile({ request, response }: Visit, file: PageFile): void {
  response.setHeader('cache-control', file.isImmutable ? 'public, max-age=31536000, immutable' : 'no-cache');
  response.setHeader('etag', file.etag);
  response.setHeader('vary', 'accept-encoding');
  if (request.headers['if-none-match'] === file.etag) {
    response.writeHead(304).end();
    return;
  }
  const { body, encoding } = chooseEncoding(file, request.headers['accept-encoding'] ?? '');
  if (encoding !== undefined) response.setHeader('content-encoding', encoding);
  response.writeHead(200, { 'content-type': file.contentType, 'content-length': body.length });
  response.end(request.method === 'HEAD' ? undefined : body);
}

function isPlaceInApp(path: string): boolean {
  const last = path.slice(path.lastIndexOf('/') + 1);
  return !path.startsWith('/assets/') && !last.includes('.');
}

function chooseEncoding(file: PageFile, accepted: string): { readonly body: Buffer; readonly encoding?: string } {
  const names = new Set(
    accepted
      .split(',')
      .filter((part) => !/;\s*q=0(\.0*)?\s*$/.test(part))
      .map((part) => part.split(';')[0]?.trim()),
  );
  if (file.brotli !== undefined && names.has('br')) return { body: file.brotli, encoding: 'br' };
  if (file.gzip !== undefined && names.has('gzip')) return { body: file.gzip, encoding: 'gzip' };
  return { body: file.body };
}
