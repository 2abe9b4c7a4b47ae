import { Worker } from 'node:worker_threads';
import type { BuiltBundle, BundleBuilder } from './bundle.js';

/** A builder that gives every bundle a thread of its own and ends it afterwards. */
export function createBundleBuilder(): BundleBuilder {
  // Tests run the source as it is written, and the thread with it.
  const file = import.meta.url.endsWith('.ts') ? './build-bundle.thread.ts' : './build-bundle.thread.js';
  return {
    build: (source) =>
      new Promise<BuiltBundle>((resolve, reject) => {
        const thread = new Worker(new URL(file, import.meta.url), {
          workerData: source,
          env: {},
          resourceLimits: { maxOldGenerationSizeMb: 256 },
        });
        thread.once('message', (built: BuiltBundle) => {
          resolve(built);
          void thread.terminate();
        });
        thread.once('error', () => {
          reject(new Error('a bundle could not be built'));
        });
        thread.once('exit', (code) => {
          if (code !== 0) reject(new Error('a bundle could not be built'));
        });
      }),
  };
}
