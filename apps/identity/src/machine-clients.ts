import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import type { MachineClient } from './identity-client.js';
import { readOrCreatePrivateFile } from './private-file.js';

/** A machine client before it has a secret, as the demo data lists it. */
export type MachineClientDescription = {
  readonly clientId: string;
  readonly description: string;
  readonly scopes: readonly string[];
};

const secretsSchema = z.object({
  clients: z.array(z.object({ clientId: z.string(), clientSecret: z.string().min(32) })),
});

/**
 * The described machine clients with the secrets kept in `<dir>/clients.json`, made at the first call. Throws, rather than let a
 * client in without a secret of its own, when the file lacks one of them.
 */
export async function loadOrCreateMachineClients(
  dir: string,
  described: readonly MachineClientDescription[],
): Promise<readonly MachineClient[]> {
  const file = join(dir, 'clients.json');
  const secretById = parseSecrets(file, await readOrCreatePrivateFile(file, async () => createSecrets(described)));
  return described.map(({ clientId, description, scopes }) => {
    const clientSecret = secretById.get(clientId);
    if (clientSecret === undefined) {
      throw new Error(
        `${file} holds no secret for the client "${clientId}". Add one, or remove the file to make new secrets for all.`,
      );
    }
    return { kind: 'machine', clientId, displayName: description, clientSecret, scopes };
  });
}

function createSecrets(described: readonly MachineClientDescription[]): string {
  const clients = described.map(({ clientId }) => ({ clientId, clientSecret: randomBytes(32).toString('base64url') }));
  return `${JSON.stringify({ clients }, null, 2)}\n`;
}

function parseSecrets(file: string, text: string): ReadonlyMap<string, string> {
  try {
    const { clients } = secretsSchema.parse(JSON.parse(text));
    return new Map(clients.map(({ clientId, clientSecret }) => [clientId, clientSecret]));
  } catch {
    // The parser's own message could repeat a secret, so it is not passed on.
    throw new Error(
      `${file} does not hold client secrets. Restore it from your backup, or remove it to make new ones.`,
    );
  }
}
