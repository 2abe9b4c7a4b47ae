import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createLogger } from '@guildhall/subgraph';
import { startWebHost } from '@guildhall/web-host';
import { findWorkspace } from './data-folder.js';
import { doorUrlsFor } from './file-doors.js';
import { webAppNames, type Settings, type WebAppName } from './settings.js';
import { appOrigins, embeddedIssuer } from './start-identity.js';
import type { StopStack } from './stop-stack.js';
import { loadOrCreateWebKeys } from './web-keys.js';

/** An app that is up and where people find it. */
export type WebAppAddress = { readonly name: WebAppName; readonly url: string };

/** An app to serve: its built files, and the addresses people may open it at. */
type WebAppToServe = { readonly name: WebAppName; readonly root: string; readonly publicUrls: readonly string[] };

/**
 * Every web app that is built (`apps/<app>/dist/web`). In production only those whose public address is known, because a session
 * cookie belongs on https alone.
 */
export function webAppsToServe(settings: Settings): readonly WebAppToServe[] {
  return webAppNames
    .map((name) => ({
      name,
      root: join(findWorkspace(import.meta.dirname), 'apps', name, 'dist', 'web'),
      publicUrls: publicUrlsOf(name, settings),
    }))
    .filter(({ root, publicUrls }) => existsSync(join(root, 'index.html')) && publicUrls.length > 0);
}

/** Starts one host for each of {@link webAppsToServe}. */
export async function startWebApps(
  settings: Settings,
  graph: string,
  stack: StopStack,
): Promise<readonly WebAppAddress[]> {
  const addresses: WebAppAddress[] = [];
  for (const { name, root, publicUrls } of webAppsToServe(settings)) {
    const host = await startWebHost({
      app: name,
      clientId: name,
      port: settings.ports[name],
      publicUrls,
      root,
      issuer: settings.issuer.kind === 'embedded' ? embeddedIssuer(settings) : settings.issuer.issuer,
      gatewayUrl: settings.webApps.graphUrl ?? graph,
      callableUrls: doorUrlsFor(name, settings),
      stopsMail: name === 'portal',
      usesCamera: name === 'portal',
      servesCalendars: name === 'portal',
      servesCredentials: name === 'portal',
      cookieKeys: loadOrCreateWebKeys(settings.dataFolder),
      campusZone: settings.campusZone,
      ...(name === 'desk' && { portalUrl: publicUrlsOf('portal', settings)[0] }),
      logger: createLogger(name, settings.logLevel),
      environment: settings.environment,
    });
    stack.push(() => host.stop());
    addresses.push({ name, url: host.url });
  }
  return addresses;
}

function publicUrlsOf(name: WebAppName, settings: Settings): readonly string[] {
  const { graphUrl, urls } = settings.webApps;
  const url = urls[name];
  if (url !== undefined) return [url];
  return settings.environment === 'production' || graphUrl !== undefined ? [] : appOrigins(settings)[name];
}
