import { Client, type ClientConfig } from 'pg';

/** Only statements of this role in this database: an id that a pooler made up may be that of a stranger. */
const cancelAll = `
  select pg_cancel_backend(pid) from pg_stat_activity
  where pid = any($1) and usename = current_user and datname = current_database()`;

type Asked = { readonly processId: number; readonly done: PromiseWithResolvers<void> };

const configs = new WeakMap<Client, ClientConfig>();
const cancellers = new WeakMap<ClientConfig, Canceller>();

/** Remembers how a connection was made, so that another like it can end what it runs. */
export function rememberConfig(client: Client, config: string | ClientConfig | undefined): void {
  configs.set(client, typeof config === 'string' ? { connectionString: config } : (config ?? {}));
}

/**
 * Ends the statement that a connection runs; the server has been told when this resolves. It needs a connection of its own, because
 * the pool may be full of what is to be ended; all that is asked meanwhile shares it.
 */
export function cancelBackend(client: Client): Promise<void> {
  const config = configs.get(client);
  const processId: unknown = 'processID' in client ? client.processID : undefined;
  if (config === undefined || typeof processId !== 'number') return Promise.resolve();
  const canceller = cancellers.get(config) ?? new Canceller(config);
  cancellers.set(config, canceller);
  return canceller.cancel(processId);
}

class Canceller {
  readonly #config: ClientConfig;
  readonly #asked: Asked[] = [];
  #isWorking = false;

  constructor(config: ClientConfig) {
    this.#config = config;
  }

  cancel(processId: number): Promise<void> {
    const done = Promise.withResolvers<void>();
    this.#asked.push({ processId, done });
    if (!this.#isWorking) void this.#work();
    return done.promise;
  }

  async #work(): Promise<void> {
    this.#isWorking = true;
    const client = new Client(this.#config);
    client.on('error', () => undefined);
    try {
      await client.connect();
      while (this.#asked.length > 0) await this.#send(client, this.#asked.splice(0));
    } catch (error) {
      for (const { done } of this.#asked.splice(0)) done.reject(error);
    } finally {
      this.#isWorking = false;
      await client.end().catch(() => undefined);
    }
  }

  async #send(client: Client, batch: readonly Asked[]): Promise<void> {
    try {
      await client.query(cancelAll, [batch.map(({ processId }) => processId)]);
      for (const { done } of batch) done.resolve();
    } catch (error) {
      for (const { done } of batch) done.reject(error);
      throw error;
    }
  }
}
