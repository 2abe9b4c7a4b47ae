import { join } from 'node:path';
import { advocacy } from '@guildhall/advocacy';
import { createClientDirectory, departmentScopes } from '@guildhall/advocacy/client-directory';
import { demoMachineClients, demoPeople } from '@guildhall/demo';
import {
  createBrowserClients,
  loadOrCreateKeys,
  loadOrCreateMachineClients,
  openSessionStore,
  rememberIssuer,
  startIdentity,
} from '@guildhall/identity';
import { createServiceDataSource, systemClock } from '@guildhall/subgraph';
import type { Settings } from './settings.js';
import type { StopStack } from './stop-stack.js';

const host = '127.0.0.1';

/** The issuer name of the embedded provider. */
export function embeddedIssuer({ ports }: Settings): string {
  return `http://${host}:${ports.identity}`;
}

/** The origins of the web apps of this installation, as the provider and the gateway must know them. */
export function appOrigins({ ports }: Settings) {
  const origin = (port: number): readonly string[] => [`http://${host}:${port}`, `http://localhost:${port}`];
  return {
    portal: origin(ports.portal),
    desk: origin(ports.desk),
    partners: origin(ports.partners),
    insights: origin(ports.insights),
    explorer: origin(ports.gateway),
  };
}

/**
 * Starts the embedded provider with the demo people and machine clients, and those that departments register; returns its
 * address. It reads the register of programs through the code of the service that owns it, as the command line does.
 */
export async function startIdentityFor(
  settings: Settings,
  stack: StopStack,
  { advocacyDatabaseUrl }: { readonly advocacyDatabaseUrl: string },
): Promise<string> {
  const folder = join(settings.dataFolder, 'identity');
  const issuer = embeddedIssuer(settings);
  const keys = await loadOrCreateKeys(folder);
  const machines = await loadOrCreateMachineClients(folder, demoMachineClients);
  await rememberIssuer(folder, issuer);
  const sessionStore = openSessionStore(join(folder, 'sessions.jsonl'), () => new Date());
  stack.push(async () => sessionStore.close());
  const register = await createServiceDataSource(advocacy, {
    databaseUrl: advocacyDatabaseUrl,
    poolSize: 2,
  }).initialize();
  stack.push(() => register.destroy());
  const directory = createClientDirectory(register, systemClock);
  const identity = await startIdentity({
    port: settings.ports.identity,
    issuer,
    signingKeys: keys.signingKeys,
    cookieKeys: keys.cookieKeys,
    clients: [...createBrowserClients(appOrigins(settings)), ...machines],
    people: demoPeople,
    sessionStore,
    directory: { scopes: departmentScopes, find: (clientId) => directory.find(clientId) },
  });
  stack.push(() => identity.stop());
  return identity.url;
}
