import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { beginSpan, continueTrace, hasSpan, inSpan, isTracing, startTracing, traceparent, withSpan } from './index.js';

let server: Server;
let bodies: string[];
let environment: Record<string, string>;
beforeEach(async () => {
  bodies = [];
  server = createServer((request, response) => {
    request.setEncoding('utf8').on('data', (chunk: string) => bodies.push(chunk));
    request.on('end', () => response.end('{}'));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  environment = { OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` };
});
afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const start = (changes: Record<string, string> = {}) =>
  startTracing({ environment: { ...environment, ...changes }, service: 'test', onFailure: () => undefined });

const parent = '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01';

describe('tracing', () => {
  it('is off without an address, and work goes on as it would', async () => {
    expect(await startTracing({ environment: {}, service: 'test', onFailure: () => undefined })).toBeUndefined();
    expect(await start({ OTEL_EXPORTER_OTLP_ENDPOINT: '' })).toBeUndefined();
    expect(isTracing()).toBe(false);
    expect(continueTrace(parent, () => traceparent())).toBeUndefined();
    expect(await inSpan({ name: 'work' }, async () => hasSpan())).toBe(false);
  });

  it.each(['collector:4318', 'localhost', 'ftp://collector'])(
    'refuses the address %s by its variable',
    async (address) => {
      await expect(start({ OTEL_EXPORTER_OTLP_ENDPOINT: address })).rejects.toThrow(
        'OTEL_EXPORTER_OTLP_ENDPOINT must be',
      );
      expect(isTracing()).toBe(false);
    },
  );

  it('goes on where another process left off, and hands on where it stands', async () => {
    const tracing = await start();
    const told = await continueTrace(parent, () => inSpan({ name: 'below' }, async () => traceparent()));
    expect(told).toMatch(/^00-0af7651916cd43dd8448eb211c80319c-(?!b7ad6b7169203331)[0-9a-f]{16}-01$/);
    expect(continueTrace('nonsense', () => traceparent())).toBeUndefined();
    const root = beginSpan({ name: 'root' }, true);
    expect(withSpan(root, () => traceparent())).not.toContain('0af7651916cd43dd8448eb211c80319c');
    root.end();
    await tracing?.stop();
    expect(isTracing()).toBe(false);
    expect(bodies.join('')).toContain('"parentSpanId":"b7ad6b7169203331"');
  });

  it('tells of a failure its class and never its message', async () => {
    const tracing = await start();
    const work = inSpan({ name: 'work' }, async () => Promise.reject(new TypeError('Zebedee was here')));
    await expect(work).rejects.toThrow('Zebedee');
    await tracing?.stop();
    expect(bodies.join('')).toContain('TypeError');
    expect(bodies.join('')).not.toContain('Zebedee');
  });
});
