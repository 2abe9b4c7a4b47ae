import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { serviceNames } from '@guildhall/events';
import { fileDoors, fileDoorUrl } from './file-doors.js';
import { SettingsError, type Settings } from './settings.js';
import { webAppsToServe } from './start-web-apps.js';

/** The processes of a launcher that was killed end by themselves; their ports are free again within this time. */
const patienceMs = 2_500;

/**
 * Throws a {@link SettingsError} that names the port, unless everything this installation listens on is free. Asked before
 * the first start prepares anything, because the ports themselves are taken last.
 */
export async function requireFreePorts(settings: Settings): Promise<void> {
  const { ports, isSplit, issuer, mail, environment } = settings;
  const names = [
    'gateway' as const,
    ...(issuer.kind === 'embedded' ? ['identity' as const] : []),
    ...(isSplit ? serviceNames : []),
    ...(mail === undefined && environment === 'development' ? (['mailPage', 'mailServer'] as const) : []),
    ...fileDoors.filter((door) => fileDoorUrl(door, settings) !== undefined),
    ...webAppsToServe(settings).map(({ name }) => name),
  ];
  const deadline = Date.now() + patienceMs;
  for (const name of names) {
    while (!(await isFree(ports[name]))) {
      if (Date.now() > deadline) throw new SettingsError(portInUse(ports[name]));
      await sleep(100);
    }
  }
}

/** The sentence for a port that another program has. */
export function portInUse(port: unknown): string {
  return `Port ${String(port)} is in use by another program: stop it, or set GUILDHALL_PORT to another number.`;
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}
