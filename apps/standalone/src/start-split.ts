import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { serviceNames, streams, type ServiceName } from '@guildhall/events';
import { findWorkspace } from './data-folder.js';
import { authOptions, corsOrigins, supergraphFile } from './gateway-options.js';
import type { Addresses, PlatformParts, StartOptions } from './platform.js';
import { serviceEnvironment } from './service-configs.js';
import { superviseChild } from './supervise-child.js';

type Parts = PlatformParts & { readonly keys: KeyFiles };
type KeyFiles = { readonly folder: string; readonly trusted: string };

/** Runs each service and the gateway as a process of its own, over HTTP on this machine, all supervised by this one. */
export async function startSplit(
  parts: PlatformParts,
  { onProgress }: StartOptions,
): Promise<{
  readonly addresses: Omit<Addresses, 'identity' | 'apps' | 'mailPage'>;
  readonly failure: Promise<Error>;
}> {
  const { settings, stack } = parts;
  const workspace = findWorkspace(import.meta.dirname);
  const withKeys: Parts = { ...parts, keys: writeKeyFiles(parts) };
  onProgress('Starting four services and the gateway, each as a process of its own.');
  const failures: Promise<Error>[] = [];
  const start = async (
    name: string,
    file: string,
    environment: Readonly<Record<string, string>>,
    healthUrl: string,
  ): Promise<void> => {
    const child = superviseChild({ name, file: join(workspace, file), environment, healthUrl });
    stack.push(() => child.stop());
    failures.push(child.failure);
    await child.ready;
  };
  await Promise.all(
    serviceNames.map((name) =>
      start(
        name,
        `services/${name}/dist/src/main.js`,
        serviceProcessEnvironment(name, withKeys),
        `${serviceUrl(parts, name)}/readyz`,
      ),
    ),
  );
  const graph = `http://127.0.0.1:${settings.ports.gateway}`;
  await start('gateway', 'gateway/dist/main.js', gatewayProcessEnvironment(withKeys), `${graph}/readyz`);
  return {
    addresses: {
      graph: `${graph}/graphql`,
      services: serviceNames.map((name) => ({ name, url: serviceUrl(parts, name) })),
    },
    failure: Promise.race(failures),
  };
}

function serviceUrl({ settings }: PlatformParts, name: ServiceName): string {
  return `http://127.0.0.1:${settings.ports[name]}`;
}

/** Each process reads its own key from a file that only this user can read; keys never stand in a command line. */
function writeKeyFiles({ settings, installation }: PlatformParts): KeyFiles {
  const folder = join(settings.dataFolder, 'keys');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const write = (name: string, text: string): string => {
    const file = join(folder, name);
    writeFileSync(file, text, { mode: 0o600 });
    return file;
  };
  for (const name of serviceNames) write(`${name}.pem`, installation.serviceKeys[name].privateKey);
  write('gateway.pem', installation.gatewayKey.privateKey);
  const publicKeys = Object.fromEntries(serviceNames.map((name) => [name, installation.serviceKeys[name].publicKey]));
  return {
    folder,
    trusted: write('trusted.json', JSON.stringify({ ...publicKeys, gateway: installation.gatewayKey.publicKey })),
  };
}

function serviceProcessEnvironment(name: ServiceName, parts: Parts): Readonly<Record<string, string>> {
  const { settings, installation, databases, keys } = parts;
  const subscribers = new Set(
    Object.values(streams)
      .filter(({ source }) => source === name)
      .flatMap((stream) => stream.subscribers),
  );
  const eventUrls: [string, string][] = [...subscribers].map((subscriber) => [
    `GUILDHALL_EVENTS_${subscriber.toUpperCase()}_URL`,
    serviceUrl(parts, subscriber),
  ]);
  return {
    ...commonEnvironment(parts),
    ...serviceEnvironment(name, settings, installation),
    ...Object.fromEntries(eventUrls),
    GUILDHALL_PORT: String(settings.ports[name]),
    GUILDHALL_DATABASE_URL: databases.urls[name],
    GUILDHALL_CAMPUS_ZONE: settings.campusZone,
    GUILDHALL_SERVICE_KEY_FILE: join(keys.folder, `${name}.pem`),
    GUILDHALL_TRUSTED_KEYS_FILE: keys.trusted,
  };
}

function gatewayProcessEnvironment(parts: Parts): Readonly<Record<string, string>> {
  const { settings, keys } = parts;
  const { issuer, audience, jwksUrl } = authOptions(settings);
  const subgraphs: [string, string][] = serviceNames.map((name) => [
    `GUILDHALL_SUBGRAPH_${name.toUpperCase()}_URL`,
    `${serviceUrl(parts, name)}/graphql`,
  ]);
  return {
    ...commonEnvironment(parts),
    ...Object.fromEntries(subgraphs),
    ...settings.edgeVariables,
    GUILDHALL_GATEWAY_PORT: String(settings.ports.gateway),
    GUILDHALL_GATEWAY_PRIVATE_KEY_FILE: join(keys.folder, 'gateway.pem'),
    GUILDHALL_SUPERGRAPH_FILE: supergraphFile(),
    GUILDHALL_ISSUER: issuer,
    GUILDHALL_AUDIENCE: audience,
    GUILDHALL_JWKS_URL: jwksUrl,
    GUILDHALL_CORS_ORIGINS: corsOrigins(settings).join(','),
  };
}

function commonEnvironment({ settings }: PlatformParts): Readonly<Record<string, string>> {
  return {
    ...settings.tracingVariables,
    GUILDHALL_ENV: settings.environment,
    GUILDHALL_LOG_LEVEL: settings.logLevel,
    GUILDHALL_HOST: '127.0.0.1',
    GUILDHALL_PARENT: 'ipc',
  };
}
