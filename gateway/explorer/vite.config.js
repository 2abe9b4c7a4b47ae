import { defineConfig } from 'vite';

/** Builds the explorer into static files which the gateway serves below /explorer/, so that no page asks a CDN for anything. */
export default defineConfig({
  root: import.meta.dirname,
  base: '/explorer/',
  // Bundled libraries mark files for another framework; that is no concern here.
  logLevel: 'error',
  build: {
    outDir: 'dist',
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 6000,
    reportCompressedSize: false,
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
  },
  worker: { format: 'es' },
});
