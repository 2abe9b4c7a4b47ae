import { readdirSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startUnion, type UnionInBrowser } from '@guildhall/browser-testing';
import { readSettings, startPlatform } from '@guildhall/standalone';

let union: UnionInBrowser;
beforeAll(async () => {
  union = await startUnion((environment) =>
    startPlatform(readSettings(environment, ['--split']), { onProgress: () => undefined }),
  );
}, 240_000);
afterAll(() => union?.stop());

/** The process of one service, among those that this test started. */
function processOf(service: string): number {
  const found = readdirSync('/proc').find((pid) => {
    if (!/^\d+$/.test(pid)) return false;
    try {
      const isOurs = readFileSync(`/proc/${pid}/status`, 'utf8').includes(`PPid:\t${process.pid}\n`);
      return isOurs && readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(`services/${service}/`);
    } catch {
      // It ended while we looked.
      return false;
    }
  });
  if (found === undefined) throw new Error(`no process of ${service}`);
  return Number(found);
}

describe('the first screen', () => {
  it('keeps what it shows without a connection, says so, and is itself again once it is back', async () => {
    const { page, inspect, close } = await union.visit('portal', 'ada');
    await page.getByRole('heading', { name: 'Your plans' }).waitFor();
    await page.context().setOffline(true);
    await page.getByText('You are offline.').waitFor();
    expect(await page.getByRole('heading', { name: 'Your plans' }).count()).toBe(1);
    expect(await inspect('offline')).toEqual([]);
    await page.context().setOffline(false);
    await page.getByText('You are offline.').waitFor({ state: 'detached' });
    await close();
  });

  it('shows the rest while one service is silent, and says that a part is missing', async () => {
    const { page, inspect, close } = await union.visit('portal', 'ada');
    const learning = processOf('learning');
    process.kill(learning, 'SIGSTOP');
    try {
      await page.reload();
      await page.getByText('A part of this page could not be loaded').waitFor();
      await page.getByText('Not everything could be loaded just now.').waitFor();
      expect(await page.getByText('Nothing waits for you.').count()).toBe(0);
      expect(await page.locator('main article').count()).toBeGreaterThan(2);
      expect(await page.getByText('on the waiting list').count()).toBeGreaterThan(0);
      expect(await inspect('partial')).toEqual([]);
    } finally {
      process.kill(learning, 'SIGCONT');
    }
    await close();
  });
});
