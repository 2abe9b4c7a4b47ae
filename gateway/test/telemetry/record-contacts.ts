// Loaded before a gateway process: writes down every host that the process looks up or connects to, and every module it loads from
// the exporter of traces. It changes nothing else.
import { appendFileSync } from 'node:fs';
import dgram from 'node:dgram';
import dns from 'node:dns';
import { registerHooks, syncBuiltinESMExports } from 'node:module';
import net from 'node:net';

const file = process.env['RECORD_FILE'] ?? '';
const note = (what: string, detail: string): void => appendFileSync(file, `${what} ${detail}\n`);

/** Runs `before` with the arguments of each call of a method. */
function spyOn(target: object, name: string, before: (args: readonly unknown[]) => void): void {
  const original: unknown = Reflect.get(target, name);
  if (typeof original !== 'function') return;
  Reflect.set(target, name, function spy(this: unknown, ...args: unknown[]): unknown {
    before(args);
    return Reflect.apply(original, this, args);
  });
}

/** Sockets are given a port, a path, or options in an array of their own. */
function hostOf(argument: unknown): string {
  const options: unknown = Array.isArray(argument) ? argument[0] : argument;
  if (typeof options !== 'object' || options === null) return String(options);
  if ('path' in options && typeof options.path === 'string') return `path ${options.path}`;
  return 'host' in options && typeof options.host === 'string' ? options.host : 'localhost';
}

spyOn(net.Socket.prototype, 'connect', ([argument]) => note('connect', hostOf(argument)));
spyOn(dgram.Socket.prototype, 'send', (args) => note('connect', `datagram ${args.map(String).join(' ')}`));
spyOn(dgram.Socket.prototype, 'connect', (args) => note('connect', `datagram ${args.map(String).join(' ')}`));
for (const api of [dns, dns.promises, dns.Resolver.prototype, dns.promises.Resolver.prototype])
  for (const name of Reflect.ownKeys(api))
    if (typeof name === 'string' && /^(lookup|resolve|reverse)/.test(name))
      spyOn(api, name, ([host]) => note('lookup', String(host)));
syncBuiltinESMExports();

registerHooks({
  load(url, context, next) {
    if (/(?:exporter-trace-otlp|sdk-trace-node)/.test(url)) note('load', url);
    return next(url, context);
  },
});
