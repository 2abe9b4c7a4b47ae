import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createClient, type GraphClient } from '@guildhall/client';
import { startPlatform } from '../src/platform.js';
import { readSettings, type Settings } from '../src/settings.js';
import { runTokenCommand } from '../src/token/token-command.js';
import { freePortRange } from './free-ports.js';

/** A whole platform with the small demo union, over HTTP, in a folder of its own. */
export interface TestPlatform {
  readonly url: string;
  readonly settings: Settings;
  /** A bearer token of a demo person, of a machine client after `client:`, or of anybody on the roll after `subject:`. */
  token(who: string): Promise<string>;
  /** A client of the graph as a demo person, or as nobody. */
  as(who: string | undefined): Promise<GraphClient>;
  /** Sends an operation and returns the raw answer. */
  post(
    who: string | undefined,
    query: string,
    variables?: Readonly<Record<string, unknown>>,
  ): Promise<{ readonly data?: Readonly<Record<string, unknown>> | null; readonly errors?: readonly unknown[] }>;
  stop(): Promise<void>;
}

/** Starts a platform for one test file; `launchArguments` and `variables` are those of `npm start`. */
export async function startTestPlatform(
  launchArguments: readonly string[] = [],
  variables: Readonly<Record<string, string>> = {},
): Promise<TestPlatform> {
  const folder = await mkdtemp(join(tmpdir(), 'guildhall-platform-'));
  // A database that root had to keep elsewhere would outlive the folder.
  await chmod(folder, 0o755);
  const environment = {
    GUILDHALL_DATA_DIR: folder,
    GUILDHALL_PORT: String(await freePortRange()),
    GUILDHALL_LOG_LEVEL: 'silent',
    ...variables,
  };
  const settings = readSettings(environment, launchArguments);
  const platform = await startPlatform(settings, { onProgress: () => undefined });
  const url = platform.addresses.graph;
  const token = async (who: string): Promise<string> => {
    const [, kind, name] = /^(client|subject):(.+)$/.exec(who) ?? [];
    const args = kind !== undefined && name !== undefined ? [`--${kind}`, name] : [who];
    const outcome = await runTokenCommand({ args, environment, dataFolder: folder });
    if (outcome.exitCode !== 0) throw new Error(outcome.stderr);
    return outcome.stdout;
  };
  return {
    url,
    settings,
    token,
    as: async (who) => createClient({ url, token: who === undefined ? undefined : await token(who) }),
    async post(who, query, variables) {
      const authorization = who === undefined ? {} : { authorization: `Bearer ${await token(who)}` };
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...authorization },
        body: JSON.stringify({ query, variables }),
      });
      return (await response.json()) as Awaited<ReturnType<TestPlatform['post']>>;
    },
    async stop() {
      await platform.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
