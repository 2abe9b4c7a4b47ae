import { z } from 'zod';
import type { Visit } from './answer.js';
import { refuseMethod, sendJson } from './answer.js';

/** What the path of a calendar begins with. Everything below it belongs to calendar programs. */
export const calendarPath = '/calendar-files/';

/** One of the trusted operations of the app. */
const operation =
  'query CalendarFile($token: String, $groupId: ID, $activityId: ID, $pagesAt: String!) { calendarFile( token: $token groupId: $groupId activityId: $activityId pagesAt: $pagesAt ) { body etag } }';

const answer = z.object({
  data: z.object({ calendarFile: z.object({ body: z.string(), etag: z.string() }).nullable() }),
});
const patienceMs = 10_000;

/** Which calendar a path names. */
type Source = { readonly token?: string; readonly groupId?: string; readonly activityId?: string };

const kinds: Readonly<Record<string, (name: string) => Source>> = {
  own: (token) => ({ token }),
  groups: (groupId) => ({ groupId }),
  activities: (activityId) => ({ activityId }),
};

/** What a path names: `campus.ics`, or `own/`, `groups/` or `activities/` with a name and `.ics`; nothing for any other. */
function sourceOf(path: string): Source | undefined {
  if (path === 'campus.ics') return {};
  const [, kind = '', name = ''] = /^(own|groups|activities)\/([A-Za-z0-9_-]{1,64})\.ics$/u.exec(path) ?? [];
  return kinds[kind]?.(name);
}

/**
 * Answers a calendar program with an iCalendar file, or that it has it already (RFC 9110, 13.1.2). The secret of a member's
 * own calendar is in the address, as these programs know no other way; the file is for that program alone. A secret that
 * opens nothing and one that never existed are answered alike.
 */
export async function sendCalendarFile(visit: Visit, gatewayUrl: string): Promise<void> {
  const { method } = visit.request;
  if (method !== 'GET' && method !== 'HEAD') return refuseMethod(visit, 'GET, HEAD');
  const source = sourceOf(visit.url.pathname.slice(calendarPath.length));
  if (source === undefined) return sendJson(visit, 404, { error: 'NOT_FOUND' });
  const response = await fetch(gatewayUrl, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({
      operationName: 'CalendarFile',
      query: operation,
      variables: { ...source, pagesAt: visit.origin },
    }),
    signal: AbortSignal.timeout(patienceMs),
  }).catch(() => undefined);
  const read = answer.safeParse(await response?.json().catch(() => undefined));
  if (!read.success) {
    visit.response.setHeader('retry-after', '300');
    return sendJson(visit, 503, { error: 'GRAPH_UNAVAILABLE' });
  }
  const file = read.data.data.calendarFile;
  if (file === null) return sendJson(visit, 404, { error: 'NOT_FOUND' });
  sendFile(visit, source, file);
}

function sendFile(
  { request, response }: Visit,
  { token, activityId }: Source,
  { body, etag }: { readonly body: string; readonly etag: string },
): void {
  response.setHeader('etag', etag);
  response.setHeader('cache-control', token === undefined ? 'public, max-age=300' : 'private, no-cache');
  response.setHeader('x-robots-tag', 'noindex');
  if (isKnown(request.headers['if-none-match'], etag)) {
    response.writeHead(304).end();
    return;
  }
  response.writeHead(200, {
    'content-type': 'text/calendar; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    ...(activityId !== undefined && { 'content-disposition': 'attachment; filename="activity.ics"' }),
  });
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** Whether the program has this file already; tags are compared weakly, as for any condition of a GET. */
function isKnown(condition: string | undefined, etag: string): boolean {
  if (condition === undefined) return false;
  const tags = condition.split(',').map((tag) => tag.trim().replace(/^W\//u, ''));
  return tags.includes('*') || tags.includes(etag);
}
