import { randomUUID } from 'node:crypto';
import type { Redis } from 'ioredis';
import { z } from 'zod';
import { type CacheStore, type Judge, judge, type KeptEntry, type LookUp, type NewEntry } from './cache-store.js';

const prefix = 'guildhall:cache:';
/** Seconds a version lasts after it was made. Without one nothing counts as kept, so that Redis may lose any of its keys. */
const versionSeconds = 86_400;
/** Milliseconds without Redis after it failed, so that one that is slow costs one request its time, not all of them. */
const pauseMs = 1_000;
/** Entries older than their time are kept a moment longer, to tell late from never. */
const graceMs = 5_000;

const keptSchema = z.object({
  versions: z.string(),
  text: z.string(),
  expiresAt: z.number(),
  fillMs: z.number(),
});

/** Keeps entries in the Redis that all gateways of an installation share. While Redis is away nothing is kept. */
export class RedisStore implements CacheStore {
  readonly #redis: Redis;
  readonly #judge: Judge;
  /** Tags that were dropped while Redis was away. */
  readonly #notDropped = new Set<string>();
  #pausedUntil = 0;

  constructor(redis: Redis, judge: Judge) {
    this.#redis = redis;
    this.#judge = judge;
  }

  async read(addresses: Parameters<CacheStore['read']>[0]): Promise<readonly LookUp[] | undefined> {
    const tags = [...new Set(addresses.flatMap((address) => address.tags))];
    const keys = addresses.map(({ key }) => prefix + key);
    return this.#ask(async () => {
      if (this.#notDropped.size > 0) await this.#renew([...this.#notDropped]);
      const texts = await this.#redis.mget(...keys, ...tags.map(versionKey));
      const versions = await this.#versionsOf(tags, texts.slice(keys.length));
      return addresses.map((address, index) =>
        judge(parse(texts[index]), address.tags.map((tag) => versions.get(tag) ?? '').join(), this.#judge),
      );
    });
  }

  write(entries: readonly NewEntry[]): void {
    void this.#ask(async () => {
      const pipeline = this.#redis.pipeline();
      for (const { key, versions, entry } of entries) {
        const lifeMs = Math.ceil(entry.expiresAt - this.#judge.now()) + graceMs;
        if (lifeMs > graceMs) pipeline.set(prefix + key, JSON.stringify({ versions, ...entry }), 'PX', lifeMs);
      }
      await pipeline.exec();
    });
  }

  async drop(tags: readonly string[]): Promise<void> {
    // Remembered first: if Redis does not answer, the next that reaches it drops them.
    for (const tag of tags) this.#notDropped.add(tag);
    await this.#ask(() => this.#renew(tags));
  }

  keepOnly(): void {
    // Other gateways may still serve the other graph; what nobody asks for goes at its time.
  }

  /** Undefined when Redis does not answer, or did not a moment ago. */
  async #ask<Answer>(command: () => Promise<Answer>): Promise<Answer | undefined> {
    if (performance.now() < this.#pausedUntil) return undefined;
    try {
      return await command();
    } catch {
      this.#pausedUntil = performance.now() + pauseMs;
      return undefined;
    }
  }

  async #renew(tags: readonly string[]): Promise<void> {
    const pipeline = this.#redis.pipeline();
    for (const tag of tags) pipeline.set(versionKey(tag), randomUUID(), 'EX', versionSeconds);
    await throwFailures(pipeline.exec());
    for (const tag of tags) this.#notDropped.delete(tag);
  }

  /** Versions that do not exist are made now; whoever was first counts. */
  async #versionsOf(tags: readonly string[], found: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> {
    const versions = new Map(tags.map((tag, index): [string, string] => [tag, found[index] ?? '']));
    const missing = tags.filter((tag) => versions.get(tag) === '');
    if (missing.length === 0) return versions;
    const pipeline = this.#redis.pipeline();
    for (const tag of missing) pipeline.set(versionKey(tag), randomUUID(), 'EX', versionSeconds, 'NX');
    await throwFailures(pipeline.exec());
    const made = await this.#redis.mget(...missing.map(versionKey));
    for (const [index, tag] of missing.entries()) {
      const version = made[index];
      if (!version) throw new Error('Redis loses versions as soon as they are made.');
      versions.set(tag, version);
    }
    return versions;
  }
}

function versionKey(tag: string): string {
  return `${prefix}version:${tag}`;
}

function parse(text: string | null | undefined): { entry: KeptEntry; versions: string } | undefined {
  if (text === null || text === undefined) return undefined;
  try {
    const { versions, ...entry } = keptSchema.parse(JSON.parse(text));
    return { entry, versions };
  } catch {
    // Written by another edition of the gateway; it is asked for again.
    return undefined;
  }
}

async function throwFailures(executed: Promise<[error: Error | null, result: unknown][] | null>): Promise<void> {
  for (const [error] of (await executed) ?? []) if (error) throw error;
}
