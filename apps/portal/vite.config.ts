import { fileURLToPath } from 'node:url';
import { createAppConfig } from '@guildhall/ui/vite-preset';

const inThisFolder = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default {
  ...createAppConfig({ root: import.meta.dirname, outDir: inThisFolder('dist/web') }),
  // The whole library alone takes what the largest pages need: src/texts/small-i18next.ts says more.
  resolve: { alias: { i18next: inThisFolder('src/texts/small-i18next.ts') } },
};
