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
 * Issues a token for a demo person (`ada`), a machine client (`--client analytics`) or anybody on the roll (`--subject`, which
 * may be repeated: one token a line) from the keys in the data folder alone, so that it works while the platform runs and
 * while it does not. Refuses in production.
 */
export async function runTokenCommand({ args, environment, dataFolder }: TokenCommandOptions): Promise<CommandOutcome> {
  if (environment['GUILDHALL_ENV'] === 'production') {
    return {
      exitCode: 1,
      stderr: 'Demo tokens are never issued with GUILDHALL_ENV=production: sign in at your own issuer.',
    };
  }
  const requests = parseRequests(args);
  if (requests === undefined) return { exitCode: 2, stderr: usage() };
  const folder = join(dataFolder, 'identity');
  const keys = await loadKeys(folder);
  if (keys === undefined) {
    return { exitCode: 1, stderr: `There are no keys in ${folder} yet: run \`npm start\` once, then ask again.` };
  }
  return issueAll(requests, keys, chooseIssuer(environment, await recallIssuer(folder)));
}

async function issueAll(
  requests: readonly TokenRequest[],
  keys: IdentityKeys,
  issuer: string,
): Promise<CommandOutcome> {
  const tokens = await Promise.all(requests.map((request) => issueDemoToken({ keys, issuer, ...request })));
  return { exitCode: 0, stdout: tokens.join('\n') };
}

/** How the services name callers who are not people, and what no register holds: see the gateway's own check. */
const subjectPattern = /^(?!anonymous$|client:|system:)\S{1,200}$/;

function parseRequests(args: readonly string[]): readonly TokenRequest[] | undefined {
  const { names, clientId, subjects } = readArguments(args);
  if ([names.length, clientId === undefined ? 0 : 1, subjects.length].filter((count) => count > 0).length !== 1) return;
  if (subjects.length > 0)
    return subjects.every((name) => subjectPattern.test(name)) ? subjects.map(asPerson) : undefined;
  const [name] = names;
  const found =
    clientId === undefined
      ? demoPeople.find((person) => person.subject === name)
      : demoMachineClients.find((client) => client.clientId === clientId);
  return found === undefined || names.length > 1 ? undefined : [found];
}

function asPerson(subject: string): TokenRequest {
  return { subject };
}

function readArguments(args: readonly string[]): {
  readonly names: readonly string[];
  readonly clientId?: string | undefined;
  readonly subjects: readonly string[];
} {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { client: { type: 'string' }, subject: { type: 'string', multiple: true } },
      allowPositionals: true,
    });
    return { names: positionals, clientId: values.client, subjects: values.subject ?? [] };
  } catch {
    return { names: [], subjects: [] };
  }
}

function usage(): string {
  const people = demoPeople.map(({ subject }) => subject).join(', ');
  const clients = demoMachineClients.map(({ clientId }) => clientId).join(', ');
  return `Name one demo person (${people}), a machine client after --client (${clients}), or anybody on the roll after --subject.`;
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
