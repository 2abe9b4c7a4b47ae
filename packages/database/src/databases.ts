import { Client } from 'pg';

/** A service that gets a database and a login role of its own, both named `guildhall_<name>`. */
export type ProvisionedService<Name extends string = string> = { readonly name: Name; readonly password: string };

/** A database to be copied from a template that nobody is connected to. */
export type DatabaseCopy = { readonly name: string; readonly template: string; readonly owner: string };

/** Held while provisioning, so that two processes never create the same role at once. */
const provisioningLock = 4_715_001;

/**
 * Gives each service one database and one login role without any privilege outside it; nobody else may connect.
 * Running it again changes nothing but passwords. Returns the connection URL of each service by its name.
 */
export async function provisionDatabases<Name extends string>(
  superuserUrl: string,
  services: readonly ProvisionedService<Name>[],
): Promise<Readonly<Record<Name, string>>> {
  const entries = await withClient(superuserUrl, async (client) => {
    await client.query('select pg_advisory_lock($1)', [provisioningLock]);
    await client.query('revoke connect, temporary on database postgres, template1 from public');
    const urls: (readonly [Name, string])[] = [];
    for (const service of services) {
      await provision(client, service);
      urls.push([service.name, serviceUrl(superuserUrl, service)]);
    }
    return urls;
  });
  // fromEntries forgets which names went in.
  return Object.fromEntries(entries) as Record<Name, string>;
}

/** Creates a database owned by the role as a copy of the template; only its owner may connect. */
export async function createDatabaseFrom(superuserUrl: string, copy: DatabaseCopy): Promise<void> {
  await withClient(superuserUrl, async (client) => {
    const [name, template, owner] = [copy.name, copy.template, copy.owner].map((part) => client.escapeIdentifier(part));
    await client.query(`create database ${name} owner ${owner} template ${template}`);
    await client.query(`revoke connect, temporary on database ${name} from public`);
  });
}

/** Drops the database, ending its sessions; does nothing when there is no such database. */
export async function dropDatabase(superuserUrl: string, name: string): Promise<void> {
  await withClient(superuserUrl, (client) =>
    client.query(`drop database if exists ${client.escapeIdentifier(name)} with (force)`),
  );
}

async function provision(client: Client, { name, password }: ProvisionedService): Promise<void> {
  const plain = databaseName(name);
  const quoted = client.escapeIdentifier(plain);
  const role = await client.query('select 1 from pg_roles where rolname = $1', [plain]);
  await client.query(
    `${role.rowCount === 0 ? 'create' : 'alter'} role ${quoted} with login nosuperuser nocreatedb nocreaterole
     noreplication nobypassrls password ${client.escapeLiteral(password)}`,
  );
  const database = await client.query('select 1 from pg_database where datname = $1', [plain]);
  if (database.rowCount === 0) await client.query(`create database ${quoted} owner ${quoted}`);
  await client.query(`alter database ${quoted} owner to ${quoted}`);
  await client.query(`revoke connect, temporary on database ${quoted} from public`);
}

function serviceUrl(superuserUrl: string, { name, password }: ProvisionedService): string {
  const url = new URL(superuserUrl);
  url.username = databaseName(name);
  url.password = encodeURIComponent(password);
  url.pathname = `/${databaseName(name)}`;
  return url.href;
}

function databaseName(service: string): string {
  if (!/^[a-z][a-z0-9_]{0,40}$/.test(service)) {
    throw new RangeError(`"${service}" cannot name a database: use small letters, digits and underscores.`);
  }
  return `guildhall_${service}`;
}

async function withClient<Result>(url: string, work: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
