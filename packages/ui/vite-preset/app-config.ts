import react from '@vitejs/plugin-react';
import type { Plugin, UserConfig } from 'vite';
import { compressFiles } from './compress-files.js';
import { findOverweight, measureRoutes, routeBytesMax, routeBytesWithPartsMax } from './route-budget.js';

/** Where an app lives. */
export type AppConfigOptions = {
  /** The folder with `index.html`. */
  readonly root: string;
  /** Where the built app goes; it is emptied first. */
  readonly outDir: string;
};

/**
 * The build of an app: a chunk for each lazily loaded route, styles in files (the content security policy lets in no others), hashed
 * names, compressed forms, and a failure when a route loads more script than its budget.
 */
export function createAppConfig({ root, outDir }: AppConfigOptions): UserConfig {
  return {
    root,
    plugins: [react(), finishBuild(outDir)],
    build: {
      outDir,
      emptyOutDir: true,
      manifest: true,
      target: 'es2023',
      cssCodeSplit: true,
      // A data URL would be refused by the policy where it is a font, and compresses badly everywhere.
      assetsInlineLimit: 0,
      // Only styles are named ahead: the names of every route's scripts would be 3 kB of each page, gzipped.
      modulePreload: {
        polyfill: false,
        resolveDependencies: (_file, files) => files.filter((file) => file.endsWith('.css')),
      },
      reportCompressedSize: false,
      rolldownOptions: { output: { codeSplitting: { groups: [commonParts] } } },
    },
  };
}

/**
 * What twenty routes share is one file. In files of its own each of these small modules would compress badly and be one more
 * thing to ask for; shared by fewer, they would burden the others.
 */
const commonParts = {
  name: 'parts',
  test: (id: string): boolean => !id.endsWith('.json') && !id.includes('node_modules'),
  minShareCount: 20,
};

function finishBuild(outDir: string): Plugin {
  return {
    name: 'guildhall-finish-build',
    apply: 'build',
    async writeBundle() {
      const overweight = findOverweight(await measureRoutes(outDir));
      const lines = overweight.map(
        ({ route, bytes, bytesWithParts }) =>
          `${route} loads ${bytes} bytes of script, ${bytesWithParts} with its parts`,
      );
      const budget = `${routeBytesMax} bytes to be shown, gzipped, and ${routeBytesWithPartsMax} with its parts`;
      if (lines.length > 0) this.error(`A route may load at most ${budget}:\n${lines.join('\n')}`);
      await compressFiles(outDir);
    },
  };
}
