import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { serviceNames, type ServiceName } from '@guildhall/events';
import { generateKeyPairPem } from '@guildhall/service-identity';
import { z } from 'zod';

const keyPair = z.object({ privateKey: z.string(), publicKey: z.string() });
const byService = <Value extends z.ZodType>(value: Value) =>
  z.object({ membership: value, activities: value, advocacy: value, learning: value });

const schema = z.object({
  /** When this installation was first started; demo dates are anchored here. */
  startedAt: z.iso.datetime(),
  databasePasswords: byService(z.string().min(20)),
  gatewayKey: keyPair,
  serviceKeys: byService(keyPair),
  advocacyMasterKey: z.string().min(20),
  advocacyPseudonymKey: z.string().min(20),
  /** Absent in the file of an installation from before there were passes, until its next start. */
  passKey: z.string().min(20).optional(),
  /** Signs credentials; absent in the file of an installation from before there were any, until its next start. */
  credentialKey: z.string().min(20).optional(),
});

/** What one installation makes for itself at its first start and must never lose: passwords and keys. */
export type Installation = z.infer<typeof schema>;

/**
 * The secrets kept in `<data folder>/installation.json`, readable by its owner alone; made at the first call, complete
 * or not at all. Throws one sentence when the file is there but is not ours.
 */
export async function loadOrCreateInstallation(dataFolder: string): Promise<Installation> {
  const file = join(dataFolder, 'installation.json');
  if (!existsSync(file)) {
    mkdirSync(dataFolder, { recursive: true });
    await writeOnce(file, await createInstallation());
  }
  const read = schema.safeParse(parseJson(readFileSync(file, 'utf8')));
  if (!read.success)
    throw new Error(
      `${file} does not hold this installation's keys. Restore it from your backup; without it case files cannot be read.`,
    );
  const { passKey, credentialKey } = read.data;
  return passKey === undefined || credentialKey === undefined ? addKeys(file, read.data) : read.data;
}

/** The secrets of an installation that has been started before, or nothing. */
export function findInstallation(dataFolder: string): Installation | undefined {
  return readInstallation(join(dataFolder, 'installation.json'));
}

/** The secrets in a file, or nothing when there is no such file or it holds something else. */
export function readInstallation(file: string): Installation | undefined {
  return existsSync(file) ? schema.safeParse(parseJson(readFileSync(file, 'utf8'))).data : undefined;
}

/** Gives a data folder that has no secrets yet those of another one, as a restore does. */
export async function adoptInstallation(dataFolder: string, installation: Installation): Promise<void> {
  mkdirSync(dataFolder, { recursive: true });
  await writeOnce(join(dataFolder, 'installation.json'), installation);
}

async function createInstallation(): Promise<Installation> {
  const secret = (): string => randomBytes(32).toString('base64');
  const each = async <Value>(make: () => Promise<Value> | Value): Promise<Record<ServiceName, Value>> => {
    const pairs = await Promise.all(serviceNames.map(async (name) => [name, await make()] as const));
    return Object.fromEntries(pairs) as Record<ServiceName, Value>;
  };
  return {
    startedAt: new Date().toISOString(),
    databasePasswords: await each(() => randomBytes(24).toString('base64url')),
    gatewayKey: await generateKeyPairPem(),
    serviceKeys: await each(generateKeyPairPem),
    advocacyMasterKey: secret(),
    advocacyPseudonymKey: secret(),
    passKey: secret(),
    credentialKey: secret(),
  };
}

/** Nothing was ever signed with a key that is missing, so making it later loses nothing. */
function addKeys(file: string, installation: Installation): Installation {
  const made = () => randomBytes(32).toString('base64');
  const { passKey = made(), credentialKey = made() } = installation;
  const complete = { ...installation, passKey, credentialKey };
  renameSync(writeDraft(file, complete), file);
  return complete;
}

/** A link appears whole or not at all, and fails when another start was first. */
async function writeOnce(file: string, installation: Installation): Promise<void> {
  const draft = writeDraft(file, installation);
  try {
    linkSync(draft, file);
  } catch (error) {
    if (!existsSync(file)) throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function writeDraft(file: string, installation: Installation): string {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(installation, null, 2)}\n`, { mode: 0o600 });
  chmodSync(draft, 0o600);
  return draft;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
