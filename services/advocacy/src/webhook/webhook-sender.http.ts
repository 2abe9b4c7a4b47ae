import { lookup } from 'node:dns/promises';
import { isIP, type LookupFunction } from 'node:net';
import { Webhook } from 'standardwebhooks';
import { Agent, request } from 'undici';
import { isForbiddenAddress } from './forbidden-address.net.js';
import type { AttemptOutcome, Outgoing, Sent, WebhookSender } from './webhook.js';

/** One address that a name has. */
export type ResolvedAddress = { readonly address: string; readonly family: number };

/** How a sender works: which hosts the operator vouches for, and who resolves names. */
export type SenderOptions = {
  /** Host names or addresses, with a port where only that one is meant, that may be private and without TLS. */
  readonly allowedHosts: ReadonlySet<string>;
  /** Every address of a name; the operating system's own answer if left out. */
  readonly resolve?: (hostname: string) => Promise<readonly ResolvedAddress[]>;
  /** How long a receiver may take in all; ten seconds if left out. */
  readonly timeoutMs?: number;
};

class ForbiddenAddress extends Error {
  override readonly name = 'ForbiddenAddress';
}

/** Reads the operator's list: host names or addresses, separated by commas. */
export function readAllowedHosts(list: string | undefined): ReadonlySet<string> {
  const hosts = (list ?? '').split(',').map((host) => host.trim().toLowerCase());
  return new Set(hosts.filter((host) => host !== ''));
}

const patienceMs = 10_000;

/**
 * Sends signed messages and follows no redirection. Names are resolved once, when the connection is made; every address is
 * checked, and the connection goes to a checked one, so that no answer of a name server can lead it elsewhere afterwards.
 */
export function createWebhookSender({
  allowedHosts,
  resolve = resolveAll,
  timeoutMs = patienceMs,
}: SenderOptions): WebhookSender {
  const isVouchedFor = ({ hostname, host }: URL): boolean =>
    allowedHosts.has(plain(hostname)) || allowedHosts.has(host);
  return {
    problemWith(text) {
      const url = URL.parse(text);
      if (url === null || !['http:', 'https:'].includes(url.protocol))
        return 'Give an address that begins with https://.';
      if (url.username !== '' || url.password !== '') return 'Leave names and passwords out of the address.';
      if (isVouchedFor(url)) return undefined;
      if (url.protocol !== 'https:') return 'Give an address that begins with https://.';
      const host = plain(url.hostname);
      const isPrivate = isIP(host) === 0 ? isLocalName(host) : isForbiddenAddress(host);
      return isPrivate ? 'This address is not a public one.' : undefined;
    },
    async send(outgoing) {
      const url = new URL(outgoing.url);
      const startedAt = performance.now();
      const isTrusted = isVouchedFor(url);
      const agent = new Agent({
        connect: { timeout: timeoutMs, ...(!isTrusted && { lookup: checkedLookup(resolve) }) },
        connections: 1,
        maxHeaderSize: 16_384,
      });
      try {
        // A literal address is connected to without any look-up, so it is checked here.
        if (!isTrusted && isIP(plain(url.hostname)) !== 0 && isForbiddenAddress(plain(url.hostname)))
          throw new ForbiddenAddress('this address is not a public one');
        const statusCode = await post(url, outgoing, { agent, timeoutMs });
        const isTaken = statusCode >= 200 && statusCode < 300;
        return { outcome: isTaken ? 'DELIVERED' : 'REFUSED', statusCode, latencyMs: performance.now() - startedAt };
      } catch (error) {
        return { outcome: outcomeOf(error), statusCode: undefined, latencyMs: performance.now() - startedAt };
      } finally {
        await agent.destroy();
      }
    },
  };
}

/** The status of the answer; its body is not read. */
async function post(
  url: URL,
  { id, at, body, secrets }: Outgoing,
  { agent, timeoutMs }: { readonly agent: Agent; readonly timeoutMs: number },
): Promise<Sent['statusCode'] & number> {
  const signatures = secrets.map((secret) => new Webhook(secret).sign(id, at, body));
  const answer = await request(url, {
    method: 'POST',
    dispatcher: agent,
    signal: AbortSignal.timeout(timeoutMs),
    headers: {
      'content-type': 'application/json',
      'user-agent': 'Guildhall-Webhooks/1',
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
      'webhook-signature': signatures.join(' '),
    },
    body,
  });
  answer.body.on('error', () => undefined).destroy();
  return answer.statusCode;
}

/** A look-up for a connection that hands out checked addresses alone, and fails when one of them is forbidden. */
function checkedLookup(resolve: NonNullable<SenderOptions['resolve']>): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname).then(
      (addresses) => {
        const [first] = addresses;
        if (first === undefined || addresses.some(({ address }) => isForbiddenAddress(address)))
          return callback(new ForbiddenAddress('this name leads to an address that is not a public one'), '', 0);
        if (options.all === true) return callback(null, [...addresses]);
        return callback(null, first.address, first.family);
      },
      (error: unknown) => callback(error instanceof Error ? error : new Error('no such name'), '', 0),
    );
  };
}

function resolveAll(hostname: string): Promise<readonly ResolvedAddress[]> {
  return lookup(hostname, { all: true });
}

/** An address as it stands between the brackets of a URL. */
function plain(hostname: string): string {
  return hostname.replace(/^\[|\]$/g, '');
}

function isLocalName(host: string): boolean {
  return !host.includes('.') || /\.(localhost|local|internal|home\.arpa)\.?$/.test(host);
}

const timeouts: ReadonlySet<string> = new Set([
  'TimeoutError',
  'AbortError',
  'ConnectTimeoutError',
  'HeadersTimeoutError',
  'BodyTimeoutError',
]);

function outcomeOf(error: unknown): AttemptOutcome {
  if (error instanceof ForbiddenAddress) return 'FORBIDDEN_ADDRESS';
  const name = typeof error === 'object' && error !== null && 'name' in error ? String(error.name) : '';
  return timeouts.has(name) ? 'TIMED_OUT' : 'UNREACHABLE';
}
