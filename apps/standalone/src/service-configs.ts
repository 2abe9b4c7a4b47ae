import { activities } from '@guildhall/activities';
import { advocacy } from '@guildhall/advocacy';
import type { EventTransport, ServiceName } from '@guildhall/events';
import { learning } from '@guildhall/learning';
import { membership } from '@guildhall/membership';
import {
  createLogger,
  loadDemo,
  migrateService,
  startService,
  systemClock,
  systemIds,
  type BaseContext,
  type RunningService,
  type ServiceConfig,
  type ServiceDefinition,
} from '@guildhall/subgraph';
import { fileDoorVariables } from './file-doors.js';
import type { Installation } from './installation.js';
import type { DatabaseUrls } from './open-databases.js';
import type { Settings } from './settings.js';

/** What the launcher does with a service, whatever its context type. */
export type ServiceHandle = {
  readonly name: ServiceName;
  migrate(config: ServiceConfig): Promise<void>;
  loadDemo(
    config: ServiceConfig,
    demo: { readonly anchor: Date; readonly size: 'small' | 'full'; readonly onProgress: (sentence: string) => void },
  ): Promise<void>;
  start(config: ServiceConfig): Promise<RunningService>;
};

function handle<Context extends BaseContext>(definition: ServiceDefinition<Context>): ServiceHandle {
  return {
    name: definition.name,
    migrate: (config) => migrateService(definition, config),
    loadDemo: (config, demo) => loadDemo(definition, config, { ...demo, environment: config.environment }),
    start: (config) => startService(definition, config),
  };
}

/** The four services. */
export const services: readonly ServiceHandle[] = [
  handle(membership),
  handle(activities),
  handle(advocacy),
  handle(learning),
];

/** How a service runs in this installation. */
export function serviceConfig(
  name: ServiceName,
  settings: Settings,
  installation: Installation,
  parts: { readonly urls: DatabaseUrls; readonly transport: EventTransport },
): ServiceConfig {
  return {
    databaseUrl: parts.urls[name],
    poolSize: 20,
    clock: systemClock,
    ids: systemIds(systemClock),
    logger: createLogger(name, settings.logLevel),
    campusZone: settings.campusZone,
    transport: parts.transport,
    environment: serviceEnvironment(name, settings, installation),
  };
}

/** The variables only one service may see: the keys of the trust zone go to advocacy and to nobody else. Both that send mail know how. */
export function serviceEnvironment(
  name: ServiceName,
  settings: Settings,
  installation: Installation,
): Readonly<Record<string, string>> {
  if (name === 'membership') return mailVariables(settings);
  if (name === 'activities') return doorVariables(settings, installation);
  if (name === 'learning')
    return { ...credentialVariables(settings, installation), ...fileDoorVariables('files', settings) };
  if (name !== 'advocacy') return {};
  return {
    GUILDHALL_SECRET_KEEPER: settings.issuer.kind === 'external' ? 'UNIVERSITY' : 'PLATFORM',
    GUILDHALL_WEBHOOK_ALLOWED_HOSTS: settings.webhookAllowedHosts,
    ...keysOfBefore(settings, installation),
    ...settings.kmsVariables,
    ...mailVariables(settings),
    ...fileDoorVariables('attachments', settings),
    GUILDHALL_ADVOCACY_MASTER_KEY: settings.advocacyKeys.master ?? installation.advocacyMasterKey,
    GUILDHALL_ADVOCACY_PSEUDONYM_KEY: settings.advocacyKeys.pseudonym ?? installation.advocacyPseudonymKey,
  };
}

/** The key that signs check-in passes goes to the service that runs the doors. */
function doorVariables(
  { passKey: given }: Settings,
  { passKey: made }: Installation,
): Readonly<Record<string, string>> {
  const passKey = given ?? made;
  return passKey === undefined ? {} : { GUILDHALL_PASS_KEY: passKey };
}

/** The key that signs credentials goes to the service that issues them, with who issues and where verifiers find its files. */
function credentialVariables(
  { credentials, webApps, ports }: Settings,
  { credentialKey: made }: Installation,
): Readonly<Record<string, string>> {
  const key = credentials.key ?? made;
  return {
    ...(key === undefined ? {} : { GUILDHALL_CREDENTIAL_KEY: key }),
    ...(credentials.issuerName === undefined ? {} : { GUILDHALL_ISSUER_NAME: credentials.issuerName }),
    GUILDHALL_PORTAL_URL: webApps.urls.portal ?? `http://localhost:${ports.portal}`,
  };
}

/** A key that the environment replaced still opens what it wrapped, until everything is wrapped anew. */
function keysOfBefore({ advocacyKeys, olderMasterKeys }: Settings, { advocacyMasterKey }: Installation) {
  const replaced =
    advocacyKeys.master === undefined || advocacyKeys.master === advocacyMasterKey ? [] : [advocacyMasterKey];
  return { GUILDHALL_ADVOCACY_OLDER_MASTER_KEYS: [...olderMasterKeys, ...replaced].join(',') };
}

/** In development mail goes to a server of this machine that catches it. */
function mailVariables({ environment, mail, ports, webApps }: Settings): Readonly<Record<string, string>> {
  const caught = { smtpUrl: `smtp://127.0.0.1:${ports.mailServer}`, from: 'Guildhall <no-reply@guildhall.example>' };
  const used = mail ?? (environment === 'development' ? caught : undefined);
  const here = (port: number): string => `http://localhost:${port}`;
  return {
    ...(used === undefined ? {} : { GUILDHALL_SMTP_URL: used.smtpUrl, GUILDHALL_MAIL_FROM: used.from }),
    GUILDHALL_PORTAL_URL: webApps.urls.portal ?? here(ports.portal),
    GUILDHALL_DESK_URL: webApps.urls.desk ?? here(ports.desk),
    GUILDHALL_PARTNERS_URL: webApps.urls.partners ?? here(ports.partners),
  };
}
