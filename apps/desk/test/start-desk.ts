import { join } from 'node:path';
import type { Look, Visit } from '@guildhall/browser-testing';
import { desktop, startUnion } from '@guildhall/browser-testing';
import { findRunningServer } from '@guildhall/database';
import { readSettings, startPlatform } from '@guildhall/standalone';
import { Client } from 'pg';

/** The whole platform, a browser for the desk, and what other people do meanwhile in apps of their own. */
export type Desk = {
  /** Opens the desk as a demo person; on a desktop unless told. */
  visit(who: string, ...looks: readonly Look[]): Promise<Visit>;
  /** Opens the portal as a demo person, to see what comes of it there; on a phone. */
  visitPortal(who: string): Promise<Visit>;
  /** Runs one mutation as a demo person and returns what `select` names of its success; fails on any other answer. */
  act<Selected>(who: string, act: Act): Promise<Selected>;
  /** Breaks or mends the database of a service, as no person could. */
  tamper(service: string, statement: string): Promise<readonly unknown[]>;
  stop(): Promise<void>;
};

/** A mutation, its input, and what of its success is wanted. */
export type Act = {
  readonly mutation: string;
  readonly input: Readonly<Record<string, unknown>>;
  readonly select?: string;
};

/** Starts the platform with the desk as it is built. */
export async function startDesk(): Promise<Desk> {
  let dataFolder = '';
  const union = await startUnion((environment) => {
    dataFolder = environment['GUILDHALL_DATA_DIR'] ?? '';
    return startPlatform(readSettings(environment, []), { onProgress: () => undefined });
  });
  const people = new Map<string, Promise<Visit>>();
  const personOf = (who: string): Promise<Visit> => {
    const known = people.get(who) ?? union.visit('desk', who, desktop);
    people.set(who, known);
    return known;
  };
  return {
    visit: (who, ...looks) => union.visit('desk', who, ...(looks.length > 0 ? looks : [desktop])),
    visitPortal: (who) => union.visit('portal', who),
    async act<Selected>(who: string, { mutation, input, select = '' }: Act): Promise<Selected> {
      const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}`;
      const { askGraph } = await personOf(who);
      const answer = await askGraph(
        `mutation ($input: ${type}Input!) { ${mutation}(input: $input) { __typename ... on ${type}Success { ${select || '__typename'} } } }`,
        { input },
      );
      const outcome = readOutcome(answer, mutation);
      if (outcome?.['__typename'] !== `${type}Success`) throw new Error(`${who}: ${JSON.stringify(answer)}`);
      return outcome as Selected;
    },
    async tamper(service, statement) {
      const server = await findRunningServer(join(dataFolder, 'postgres'));
      const url = new URL(server?.superuserUrl ?? '');
      url.pathname = `/guildhall_${service}`;
      const client = new Client({ connectionString: url.href });
      await client.connect();
      try {
        return (await client.query<Readonly<Record<string, unknown>>>(statement)).rows;
      } finally {
        await client.end();
      }
    },
    stop: () => union.stop(),
  };
}

function readOutcome(answer: unknown, mutation: string): Readonly<Record<string, unknown>> | undefined {
  const { data } = answer as { data?: Readonly<Record<string, Readonly<Record<string, unknown>>>> };
  return data?.[mutation];
}
