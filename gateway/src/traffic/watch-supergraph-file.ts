import { unwatchFile, watchFile } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Logger } from 'pino';

/** A file, what is served of it, and how another text is taken. */
export type WatchOptions = {
  readonly file: string;
  readonly served: string;
  readonly take: (supergraphSdl: string) => Promise<void>;
  readonly logger: Logger;
  /** Milliseconds from one look at the file to the next. */
  readonly periodMs?: number;
};

/**
 * Takes each new content of a supergraph file; one that cannot be used is refused with one line, and what was served before stays. It
 * looks at the file instead of being told, which works for mounted volumes and for files that are replaced as a whole. Returns the end
 * of it.
 */
export function watchSupergraphFile({ file, served, take, logger, periodMs = 1_000 }: WatchOptions): () => void {
  let seen = served;
  const look = async (): Promise<void> => {
    try {
      const text = await readFile(file, 'utf8');
      if (text === seen) return;
      seen = text;
      await take(text);
      logger.info('a new supergraph is served');
    } catch (error) {
      logger.warn({ reason: reasonOf(error) }, 'a new supergraph was refused; the one before is still served');
    }
  };
  let looking = Promise.resolve();
  const onChange = (): void => {
    looking = looking.then(look);
  };
  watchFile(file, { interval: periodMs, persistent: false }, onChange);
  // What changed between the reading of the file and this moment.
  onChange();
  return () => unwatchFile(file, onChange);
}

/** A supergraph holds nothing personal, so the operator may read what is wrong with it; the rest of a long message is cut off. */
function reasonOf(error: unknown): string {
  return error instanceof Error ? (error.message.trim().split('\n')[0] ?? '').slice(0, 200) : typeof error;
}
