import { join } from 'node:path';
import { findRunningServer, provisionDatabases, startEmbeddedServer } from '@guildhall/database';
import { serviceNames, type ServiceName } from '@guildhall/events';
import type { Installation } from './installation.js';
import type { Settings } from './settings.js';

/** Where each service's database is. */
export type DatabaseUrls = Readonly<Record<ServiceName, string>>;

/** Databases that are open for business. `failure` settles only when the embedded server is lost for good. */
export type OpenDatabases = { readonly urls: DatabaseUrls; readonly failure: Promise<Error>; close(): Promise<void> };

type Progress = (sentence: string) => void;

/** Starts the embedded server of the data folder and makes the four databases, or passes on the addresses given. */
export async function openDatabases(
  settings: Settings,
  installation: Installation,
  options: { readonly onProgress: Progress; readonly signal?: AbortSignal },
): Promise<OpenDatabases> {
  if (settings.databases.kind === 'external') return external(settings.databases.urls);
  const server = await startEmbeddedServer({
    dataDir: join(settings.dataFolder, 'postgres'),
    port: settings.ports.database,
    durable: true,
    ...options,
  });
  try {
    const urls = await provisionDatabases(server.superuserUrl, passwordsOf(installation));
    return { urls, failure: server.failure, close: () => server.stop() };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** As {@link openDatabases}, but joins the server that a running platform has started; `close` then leaves it running. */
export async function joinDatabases(
  settings: Settings,
  installation: Installation,
  onProgress: Progress,
): Promise<OpenDatabases> {
  if (settings.databases.kind === 'external') return external(settings.databases.urls);
  const running = await findRunningServer(join(settings.dataFolder, 'postgres'));
  if (running === undefined) return openDatabases(settings, installation, { onProgress });
  return external(await provisionDatabases(running.superuserUrl, passwordsOf(installation)));
}

function external(urls: DatabaseUrls): OpenDatabases {
  return { urls, failure: new Promise(() => undefined), close: () => Promise.resolve() };
}

function passwordsOf(installation: Installation): { readonly name: ServiceName; readonly password: string }[] {
  return serviceNames.map((name) => ({ name, password: installation.databasePasswords[name] }));
}
