import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Look, Visit } from '@guildhall/browser-testing';
import { findFreePorts, launchBrowser, openVisit } from '@guildhall/browser-testing';
import { startWebHost } from '@guildhall/web-host';

const uiFolder = join(import.meta.dirname, '..');
const nobody = 'http://127.0.0.1:9/graphql';

/** The built gallery behind a real host, with its content security policy, and a browser to look at it. */
export type Gallery = { open(...looks: readonly Look[]): Promise<Visit>; stop(): Promise<void> };

/** Builds the gallery, serves it and starts the browser; says how to get one when there is none. */
export async function startGallery(issuer = 'http://127.0.0.1:9', port?: number): Promise<Gallery> {
  const vite = join(uiFolder, 'node_modules/vite/bin/vite.js');
  // The test runner sets NODE_ENV to test, with which React would be built for development.
  const env = { ...process.env, NODE_ENV: 'production' };
  await promisify(execFile)(process.execPath, [vite, 'build', 'gallery', '--logLevel', 'error'], {
    cwd: uiFolder,
    env,
  });
  const silent = (): void => undefined;
  const host = await startWebHost({
    app: 'gallery',
    port: port ?? (await findFreePorts(1)),
    root: join(uiFolder, 'dist/gallery'),
    issuer,
    clientId: 'portal',
    gatewayUrl: nobody,
    cookieKeys: ['a key of this test, more than long enough'],
    logger: { info: silent, error: silent },
    environment: 'development',
  });
  const browser = await launchBrowser();
  return {
    open: (...looks) =>
      openVisit({ browser, app: 'gallery', url: host.url, graphUrl: nobody, looks, hasExamples: true }),
    async stop() {
      await browser.close();
      await host.stop();
    },
  };
}
