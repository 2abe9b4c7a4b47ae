import { join } from 'node:path';
import type { Settings } from './settings.js';
import { appOrigins } from './start-identity.js';

/** Where browsers send and fetch the bytes of attachments; nothing in production while no address is known that they could reach over https. */
export function attachmentsUrl({ environment, intakeVariables, ports }: Settings): string | undefined {
  const told = intakeVariables['GUILDHALL_ATTACHMENTS_URL'];
  return told ?? (environment === 'production' ? undefined : `http://127.0.0.1:${ports.attachments}`);
}

/** What advocacy is told about attachments: its door of its own, and a folder beside the other data unless a bucket is named. */
export function attachmentVariables(settings: Settings): Readonly<Record<string, string>> {
  const url = attachmentsUrl(settings);
  const { intakeVariables, ports, webApps, dataFolder } = settings;
  if (url === undefined) return intakeVariables;
  const { portal, desk } = appOrigins(settings);
  const origins = [webApps.urls.portal ?? portal, webApps.urls.desk ?? desk].flat().map((one) => new URL(one).origin);
  return {
    GUILDHALL_ATTACHMENTS_DIR: join(dataFolder, 'attachments'),
    GUILDHALL_ATTACHMENTS_ORIGINS: origins.join(','),
    ...intakeVariables,
    GUILDHALL_ATTACHMENTS_PORT: String(ports.attachments),
    GUILDHALL_ATTACHMENTS_URL: url,
  };
}
