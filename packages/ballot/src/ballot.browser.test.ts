import { readFile, realpath } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { launchBrowser, type Page } from '@guildhall/browser-testing';
import type * as Client from './index.js';
import { makeTrusteeKey, openBallot, receiptOf } from './index.js';

type Browser = Awaited<ReturnType<typeof launchBrowser>>;

const root = join(import.meta.dirname, '..');
const imports = {
  '@hpke/core': '/core/core/esm/mod.js',
  '@hpke/common': '/core/common/esm/mod.js',
  '@hpke/dhkem-x25519': '/script/dhkem-x25519/esm/mod.js',
  '@noble/hashes/': '/hashes/',
};
const page = `<!doctype html><script type="importmap">${JSON.stringify({ imports })}</script>`;

let server: Server;
let browser: Browser;
let port = 0;
let asked: string[] = [];

beforeAll(async () => {
  const installed = (name: string): Promise<string> => realpath(join(root, 'node_modules', name));
  const folders: Readonly<Record<string, string>> = {
    ballot: join(root, 'dist'),
    core: dirname(await installed('@hpke/core')),
    script: dirname(await installed('@hpke/dhkem-x25519')),
    hashes: await installed('@noble/hashes'),
  };
  server = createServer((request, response) => {
    const [, folder = '', ...path] = new URL(request.url ?? '/', 'http://localhost').pathname.split('/');
    asked.push(request.url ?? '');
    const file = folders[folder];
    if (file === undefined) return void response.setHeader('content-type', 'text/html').end(page);
    readFile(join(file, ...path)).then(
      (content) => response.setHeader('content-type', 'text/javascript').end(content),
      () => response.writeHead(404).end(),
    );
  }).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  port = (server.address() as AddressInfo).port;
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser.close();
  await new Promise((resolve) => server.close(resolve));
});

/** Makes a key and seals a ballot in the page, without the platform's own key exchange when there is to be none. */
const sealInPage = (
  open: Page,
  given: { keys: readonly string[]; isOld: boolean; place: object; candidates: readonly string[] },
) =>
  open.evaluate(async ({ keys, isOld, place, candidates }) => {
    const value = () => Promise.reject(new DOMException('unknown', 'NotSupportedError'));
    if (isOld) Object.defineProperty(crypto.subtle, 'generateKey', { value });
    // The path is the test server's, so nothing resolves it before the page does.
    const path = '/ballot/index.js';
    const client = (await import(path)) as typeof Client;
    const sealed = await client.sealBallot(candidates.toReversed(), { ...(place as typeof placeOf), candidates, keys });
    const key = await client.makeTrusteeKey();
    return { sealed, receipt: await client.receiptOf(sealed), isPair: await client.isKeyPair(key) };
  }, given);

const placeOf = { electionId: crypto.randomUUID(), contestId: crypto.randomUUID() };

describe.each(['localhost', '127.0.0.1'])('a browser that loads the page from %s', (host) => {
  it.each([
    ['of its own', false],
    ['in plain script', true],
  ])('seals what the server opens, with a key exchange %s', async (_name, isOld) => {
    const [officer, second] = [await makeTrusteeKey(), await makeTrusteeKey()];
    const candidates = Array.from({ length: 4 }, () => crypto.randomUUID() as string);
    asked = [];
    const open = await browser.newPage();
    await open.goto(`http://${host}:${port}/`);
    const keys = [officer.publicKey, second.publicKey];
    const { sealed, receipt, isPair } = await sealInPage(open, { keys, isOld, place: placeOf, candidates });
    await open.close();
    const privateKeys = [officer.privateKey, second.privateKey];
    await expect(openBallot(sealed, { ...placeOf, candidates, privateKeys })).resolves.toEqual(candidates.toReversed());
    await expect(receiptOf(sealed)).resolves.toBe(receipt);
    expect(isPair).toBe(true);
    expect(asked.some((path) => path.startsWith('/script/'))).toBe(isOld);
  });
});
