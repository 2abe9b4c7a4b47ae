import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const schema = z.object({ cookieKeys: z.array(z.string().min(32)).min(1) });

/**
 * The keys that seal the session cookies of the web apps, kept in `<data folder>/web-keys.json` for its owner alone and made
 * at the first call. Losing them signs everybody out and loses nothing else, so a broken file is one to delete.
 */
export function loadOrCreateWebKeys(dataFolder: string): readonly string[] {
  const file = join(dataFolder, 'web-keys.json');
  if (!existsSync(file)) {
    mkdirSync(dataFolder, { recursive: true });
    writeOnce(file, `${JSON.stringify({ cookieKeys: [randomBytes(32).toString('base64url')] })}\n`);
  }
  const read = schema.safeParse(parseJson(readFileSync(file, 'utf8')));
  if (!read.success)
    throw new Error(
      `${file} does not hold cookie keys. Delete it: everybody signs in again, and nothing else is lost.`,
    );
  return read.data.cookieKeys;
}

/** A link appears whole or not at all, and fails when another start was first. */
function writeOnce(file: string, text: string): void {
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, text, { mode: 0o600 });
  chmodSync(draft, 0o600);
  try {
    linkSync(draft, file);
  } catch (error) {
    if (!existsSync(file)) throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
