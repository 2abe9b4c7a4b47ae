import { demoPeople } from '@guildhall/demo';
import { keysInUse, rememberFingerprints } from './backup/key-fingerprints.js';
import { startIdentityFor } from './start-identity.js';
import { startDevMail } from './dev-mail/start-dev-mail.js';
import { loadOrCreateInstallation, type Installation } from './installation.js';
import { orFullDisk } from './full-disk.js';
import { openDatabases, type OpenDatabases } from './open-databases.js';
import { requireFreePorts } from './require-free-ports.js';
import { serviceConfig, services } from './service-configs.js';
import type { Settings } from './settings.js';
import { startInProcess } from './start-in-process.js';
import { startSplit } from './start-split.js';
import { startWebApps, type WebAppAddress } from './start-web-apps.js';
import { StopStack } from './stop-stack.js';

/** A running platform. `failure` settles when a part of it is lost for good. */
export type Platform = {
  readonly addresses: Addresses;
  readonly failure: Promise<Error>;
  stop(): Promise<void>;
};

/** Where to find what. */
export type Addresses = {
  readonly graph: string;
  readonly identity: string | undefined;
  readonly apps: readonly WebAppAddress[];
  /** Where caught mail is shown, in development. */
  readonly mailPage: string | undefined;
  readonly services: readonly { readonly name: string; readonly url: string }[];
};

/** How a start reports, and how it is given up. */
export type StartOptions = { readonly onProgress: (sentence: string) => void; readonly signal?: AbortSignal };

/** What a way of running needs to be told. */
export type PlatformParts = {
  readonly settings: Settings;
  readonly installation: Installation;
  readonly databases: OpenDatabases;
  readonly stack: StopStack;
};

/** Starts everything in order; when a step fails, what was started before it is ended again. */
export async function startPlatform(settings: Settings, options: StartOptions): Promise<Platform> {
  const stack = new StopStack();
  // Whatever step is under way fails as soon as the database under it is gone: a long first start ends at once, too.
  const end = (): void => void stack.stop();
  options.signal?.addEventListener('abort', end);
  try {
    const installation = await loadOrCreateInstallation(settings.dataFolder);
    await rememberFingerprints(settings.dataFolder, keysInUse(settings, installation));
    const databases = await openDatabases(settings, installation, options);
    stack.push(() => databases.close());
    options.signal?.throwIfAborted();
    await requireFreePorts(settings);
    const mailPage = await startDevMailFor(settings, stack);
    await prepareDatabases(settings, installation, databases, options);
    options.signal?.throwIfAborted();
    const identity =
      settings.issuer.kind === 'embedded'
        ? await startIdentityFor(settings, stack, { advocacyDatabaseUrl: databases.urls.advocacy })
        : undefined;
    const parts = { settings, installation, databases, stack };
    const running = settings.isSplit ? await startSplit(parts, options) : await startInProcess(parts);
    options.signal?.throwIfAborted();
    const apps = await startWebApps(settings, running.addresses.graph, stack);
    return {
      addresses: { ...running.addresses, identity, apps, mailPage },
      failure: Promise.race([databases.failure, running.failure]),
      stop: () => stack.stop(),
    };
  } catch (error) {
    const failure = await orFullDisk(error, settings.dataFolder);
    await stack.stop();
    throw failure;
  } finally {
    options.signal?.removeEventListener('abort', end);
  }
}

/** In development, and without a mail server of one's own, mail is caught and shown. */
async function startDevMailFor(settings: Settings, stack: StopStack): Promise<string | undefined> {
  const { environment, mail, ports } = settings;
  if (environment === 'production' || mail !== undefined) return undefined;
  const caught = await startDevMail({ environment, pagePort: ports.mailPage, smtpPort: ports.mailServer });
  stack.push(() => caught.stop());
  return caught.pageUrl;
}

/** Brings every database to the newest schema and, on the first start, loads the labelled demo union. */
async function prepareDatabases(
  settings: Settings,
  installation: Installation,
  databases: OpenDatabases,
  { onProgress }: StartOptions,
): Promise<void> {
  const transport = { deliver: () => Promise.reject(new Error('no events leave before the start')) };
  const configs = services.map((service) => ({
    service,
    config: serviceConfig(service.name, settings, installation, { urls: databases.urls, transport }),
  }));
  onProgress('Bringing the four databases up to date.');
  await Promise.all(configs.map(({ service, config }) => service.migrate(config)));
  if (settings.demo === 'none') return;
  const demo = { anchor: new Date(installation.startedAt), size: settings.demo, onProgress };
  await Promise.all(configs.map(({ service, config }) => service.loadDemo(config, demo)));
}

/** The people to show in the banner. */
export const shownPeople: readonly {
  readonly subject: string;
  readonly displayName: string;
  readonly description: string;
}[] = demoPeople;
