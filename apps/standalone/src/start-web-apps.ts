import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { createLogger } from '@guildhall/subgraph';
import { startWebHost } from '@guildhall/web-host';
import { findWorkspace } from './data-folder.js';
import { webAppNames, type Settings, type WebAppName } from './settings.js';
import { appOrigins, embeddedIssuer } from './start-identity.js';
import type { StopStack } from './stop-stack.js';
import { loadOrCreateWebKeys } from './web-keys.js';

/** An app that is up and where people find it. */
export type WebAppAddress = { readonly name: WebAppName; readonly url: string };

/**
 * Starts one host for each web app that is built (`apps/<app>/dist/web`). In production only those whose public address is
 * known are started, because a session cookie belongs on https alone.
 */
export async function startWebApps(
  settings: Settings,
  graph: string,
  stack: StopStack,
): Promise<readonly WebAppAddress[]> {
  const addresses: WebAppAddress[] = [];
  for (const name of webAppNames) {
    const root = join(findWorkspace(import.meta.dirname), 'apps', name, 'dist', 'web');
    const publicUrls = publicUrlsOf(name, settings);
    if (!existsSync(join(root, 'index.html')) || publicUrls.length === 0) continue;
    const host = await startWebHost({
      app: name,
      clientId: name,
      port: settings.ports[name],
      publicUrls,
      root,
      issuer: settings.issuer.kind === 'embedded' ? embeddedIssuer(settings) : settings.issuer.issuer,
      gatewayUrl: settings.webApps.graphUrl ?? graph,
      cookieKeys: loadOrCreateWebKeys(settings.dataFolder),
      campusZone: settings.campusZone,
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
