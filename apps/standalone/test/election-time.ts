import { Client } from 'pg';
import { loadOrCreateInstallation } from '../src/installation.js';
import { joinDatabases } from '../src/open-databases.js';
import { readSettings } from '../src/settings.js';

/** The dates of an election, in their order, with the job that waits for each; nobody waits for the last two. */
const instants = {
  nominations_open_at: 'open-nominations',
  nominations_close_at: 'close-nominations',
  campaign_opens_at: 'open-campaign',
  voting_opens_at: 'open-voting',
  voting_closes_at: 'close-voting',
  complaints_until: undefined,
  mandates_start_at: undefined,
} as const;

/** A date of an election. */
export type ElectionInstant = keyof typeof instants;

/** Opens the membership database of a platform whose data lie in the folder. */
export async function openMembership(folder: string, port: number): Promise<Client> {
  const settings = readSettings({ GUILDHALL_DATA_DIR: folder, GUILDHALL_PORT: String(port) }, []);
  const { urls } = await joinDatabases(settings, await loadOrCreateInstallation(folder), () => undefined);
  const client = new Client({ connectionString: urls.membership });
  await client.connect();
  return client;
}

/**
 * Fixture: lets an instant of an election come. Time cannot be moved through the graph, so all its dates move back together
 * until this one has just passed, and the job of it runs now, meant for the instant as it is then.
 */
export async function letCome(database: Client, electionId: string, instant: ElectionInstant): Promise<void> {
  const columns = Object.keys(instants);
  const { rows } = await database.query<{ at: Date }>(
    `update election e set ${columns.map((column) => `${column} = e.${column} - g.gap`).join(', ')}
     from (select ${instant} - date_trunc('milliseconds', now() - interval '1 second') as gap from election where id = $1) g
     where e.id = $1 returning e.${instant} as at`,
    [electionId],
  );
  const task = instants[instant];
  if (task === undefined) return;
  await database.query('select graphile_worker.add_job($1, payload := $2::json, run_at := now(), job_key := $3)', [
    task,
    JSON.stringify({ electionId, _due: rows[0]?.at.toISOString() }),
    `${task}:${electionId}`,
  ]);
}
