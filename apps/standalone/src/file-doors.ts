import { join } from 'node:path';
import type { Settings, WebAppName } from './settings.js';
import { appOrigins } from './start-identity.js';

/** The doors for bytes of files: advocacy's for files of cases, learning's for those of the library. */
export const fileDoors = ['attachments', 'files'] as const;

/** One of the doors, by the name of its port and of its folder in the data folder. */
export type FileDoor = (typeof fileDoors)[number];

/** The web apps whose pages call each door. */
const callers: Readonly<Record<FileDoor, readonly ('portal' | 'desk')[]>> = {
  attachments: ['portal', 'desk'],
  files: ['portal'],
};

const prefixOf = (door: FileDoor): string => `GUILDHALL_${door.toUpperCase()}`;

/** Where browsers send and fetch the bytes; nothing in production while no address is known that they could reach over https. */
export function fileDoorUrl(door: FileDoor, { environment, fileVariables, ports }: Settings): string | undefined {
  const told = fileVariables[door][`${prefixOf(door)}_URL`];
  return told ?? (environment === 'production' ? undefined : `http://127.0.0.1:${ports[door]}`);
}

/** The addresses of all doors that pages of an app call. */
export function doorUrlsFor(app: WebAppName, settings: Settings): readonly string[] {
  return fileDoors
    .filter((door) => callers[door].some((caller) => caller === app))
    .flatMap((door) => fileDoorUrl(door, settings) ?? []);
}

/** What a service is told about its files: a door of its own, and a folder beside the other data unless a bucket is named. */
export function fileDoorVariables(door: FileDoor, settings: Settings): Readonly<Record<string, string>> {
  const url = fileDoorUrl(door, settings);
  const { fileVariables, ports, webApps, dataFolder } = settings;
  if (url === undefined) return fileVariables[door];
  const here = appOrigins(settings);
  const origins = callers[door].flatMap((app) => webApps.urls[app] ?? here[app]).map((one) => new URL(one).origin);
  const prefix = prefixOf(door);
  return {
    [`${prefix}_DIR`]: join(dataFolder, door),
    [`${prefix}_ORIGINS`]: origins.join(','),
    ...fileVariables[door],
    [`${prefix}_PORT`]: String(ports[door]),
    [`${prefix}_URL`]: url,
  };
}
