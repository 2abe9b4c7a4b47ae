import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { desktop, findFreePorts } from '@guildhall/browser-testing';
import type { RunningIdentity, SessionStore } from '@guildhall/identity';
import { createBrowserClients, loadOrCreateKeys, openSessionStore, startIdentity } from '@guildhall/identity';
import type { Gallery } from './gallery-in-browser.js';
import { startGallery } from './gallery-in-browser.js';

let gallery: Gallery;
let identity: RunningIdentity;
let sessionStore: SessionStore;
const folder = mkdtempSync(join(tmpdir(), 'guildhall-ui-'));
beforeAll(async () => {
  const [port, identityPort] = [await findFreePorts(1), await findFreePorts(1)];
  sessionStore = openSessionStore(join(folder, 'sessions.jsonl'), () => new Date());
  identity = await startIdentity({
    ...(await loadOrCreateKeys(folder)),
    port: identityPort,
    issuer: `http://127.0.0.1:${identityPort}`,
    clients: createBrowserClients({ portal: [`http://127.0.0.1:${port}`] }),
    people: [{ subject: 'ada', displayName: 'Ada Okafor', description: 'student' }],
    sessionStore,
  });
  gallery = await startGallery(identity.url, port);
}, 120_000);
afterAll(async () => {
  await gallery.stop();
  await identity.stop();
  sessionStore.close();
  rmSync(folder, { recursive: true });
});

describe('the session of an app in a browser', () => {
  it('begins at the provider, comes back to the page, outlives a reload, reaches other tabs, and ends everywhere', async () => {
    const { page, complaints, close } = await gallery.open(desktop);
    await page.goto('/closed');
    await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('button', { name: /Ada Okafor/ }).click();
    await page.getByText('You are in.').waitFor();
    expect(new URL(page.url()).pathname).toBe('/closed');
    await page.reload();
    await page.getByText('You are in.').waitFor();

    const other = await page.context().newPage();
    await other.goto('/closed');
    await other.getByText('You are in.').waitFor();
    const kept = await page.evaluate(() => [
      document.cookie,
      Object.keys(sessionStorage),
      Object.keys(localStorage).toSorted(),
    ]);
    expect(kept).toEqual(['', expect.anything(), ['guildhall.language', 'guildhall.scheme']]);
    expect(JSON.stringify(await page.evaluate(() => ({ ...sessionStorage })))).not.toContain('eyJ');

    await page.getByRole('button', { name: 'You' }).click();
    await page.getByText('Signed in as Ada Okafor').waitFor();
    await page.getByRole('button', { name: 'Sign out' }).click();
    await other.getByText('Please sign in').waitFor();
    await page.waitForURL((url) => url.origin === new URL(identity.url).origin);
    await other.reload();
    await other.getByText('Please sign in').waitFor();
    expect(complaints).toEqual([]);
    await close();
  });
});
