import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { demoMachineClients, demoPeople } from '@guildhall/demo';
import type { IdentityKeys } from '@guildhall/identity';
import { issueDemoToken, loadKeys, recallIssuer } from '@guildhall/identity';

/** What was typed after `npm run token --`, and where the platform keeps its data. */
export type TokenCommandOptions = {
  readonly args: readonly string[];
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly dataFolder: string;
};

/** What to print and how to exit: a token alone on stdout with 0, or one sentence on stderr with 1 (cannot) or 2 (asked wrongly). */
export type CommandOutcome =
  | { readonly exitCode: 0; readonly stdout: string }
  | { readonly exitCode: 1 | 2; readonly stderr: string };

type TokenRequest = { readonly subject: string } | { readonly clientId: string; readonly scopes: readonly string[] };

/**
 * Issues a token for a demo person (`ada`) or a machine client (`--client analytics`) from the keys in the data folder alone, so
 * that it works while the platform runs and while it does not. Refuses in production.
 */
export async function runTokenCommand({ args, environment, dataFolder }: TokenCommandOptions): Promise<CommandOutcome> {
  if (environment['GUILDHALL_ENV'] === 'production') {
    return {
      exitCode: 1,
      stderr: 'Demo tokens are never issued with GUILDHALL_ENV=production: sign in at your own issuer.',
    };
  }
  const request = parseRequest(args);
  if (request === undefined) return { exitCode: 2, stderr: usage() };
  const folder = join(dataFolder, 'identity');
  const keys = await loadKeys(folder);
  if (keys === undefined) {
    return { exitCode: 1, stderr: `There are no keys in ${folder} yet: run \`npm start\` once, then ask again.` };
  }
  return issue(request, keys, chooseIssuer(environment, await recallIssuer(folder)));
}

async function issue(request: TokenRequest, keys: IdentityKeys, issuer: string): Promise<CommandOutcome> {
  return { exitCode: 0, stdout: await issueDemoToken({ keys, issuer, ...request }) };
}

function parseRequest(args: readonly string[]): TokenRequest | undefined {
  const { name, clientId } = readArguments(args);
  if (clientId !== undefined && name === undefined) {
    return demoMachineClients.find((client) => client.clientId === clientId);
  }
  return clientId === undefined ? demoPeople.find((person) => person.subject === name) : undefined;
}

function readArguments(args: readonly string[]): { name?: string | undefined; clientId?: string | undefined } {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { client: { type: 'string' } },
      allowPositionals: true,
    });
    return positionals.length > 1 ? {} : { name: positionals[0], clientId: values.client };
  } catch {
    return {};
  }
}

function usage(): string {
  const people = demoPeople.map(({ subject }) => subject).join(', ');
  const clients = demoMachineClients.map(({ clientId }) => clientId).join(', ');
  return `Name one demo person (${people}), or a machine client after --client (${clients}).`;
}

/** A port given now wins; else the name the platform last ran under; else the name it runs under by default. */
function chooseIssuer(
  environment: Readonly<Record<string, string | undefined>>,
  remembered: string | undefined,
): string {
  const port = Number(environment['GUILDHALL_PORT']);
  if (Number.isInteger(port) && port > 0) return `http://127.0.0.1:${port + 1}`;
  return remembered ?? 'http://127.0.0.1:4001';
}
