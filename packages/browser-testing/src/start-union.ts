import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findFreePorts } from './find-free-ports.js';
import { launchBrowser } from './launch-browser.js';
import type { Look } from './look.js';
import { phone } from './look.js';
import type { Visit } from './open-visit.js';
import { openVisit } from './open-visit.js';

/** How many ports one installation counts up to, the database included. */
const portsInUse = 21;

type RunningPlatform = {
  readonly addresses: {
    readonly graph: string;
    readonly apps: readonly { readonly name: string; readonly url: string }[];
  };
  stop(): Promise<void>;
};

/** Starts the platform with the settings of an environment; `apps/standalone` does. */
export type StartPlatform = (environment: Readonly<Record<string, string>>) => Promise<RunningPlatform>;

/** The whole platform with the small demo union, every app on its origin, and a browser. */
export type UnionInBrowser = {
  /**
   * Opens an app, by its name, as a demo person, by their subject; as nobody in particular without one. On a phone unless told; with
   * several looks its pages are used in the first and inspected in all.
   */
  visit(app: string, who: string | undefined, ...looks: readonly Look[]): Promise<Visit>;
  stop(): Promise<void>;
};

/** Starts what is built in a folder and on ports of its own, and the browser. `settings` go to the platform's environment. */
export async function startUnion(
  start: StartPlatform,
  settings: Readonly<Record<string, string>> = {},
): Promise<UnionInBrowser> {
  const folder = await mkdtemp(join(tmpdir(), 'guildhall-browser-'));
  // A database that root had to keep elsewhere would outlive the folder.
  await chmod(folder, 0o755);
  const ownPlace = { GUILDHALL_DATA_DIR: folder, GUILDHALL_PORT: String(await findFreePorts(portsInUse)) };
  const { addresses, stop } = await start({ ...ownPlace, GUILDHALL_LOG_LEVEL: 'silent', ...settings });
  // A platform left running would keep the test runner from ending.
  const browser = await launchBrowser().catch(async (fault: unknown) => {
    await stop();
    throw fault;
  });
  return {
    visit(app, who, ...looks) {
      const url = addresses.apps.find(({ name }) => name === app)?.url;
      if (url === undefined) throw new Error(`The app ${app} is not built: run npm run build.`);
      return openVisit({
        browser,
        app,
        url,
        graphUrl: addresses.graph,
        who,
        looks: looks.length > 0 ? looks : [phone],
      });
    },
    async stop() {
      await browser.close();
      await stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
