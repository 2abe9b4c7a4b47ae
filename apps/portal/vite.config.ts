import { fileURLToPath } from 'node:url';
import { createAppConfig } from '@guildhall/ui/vite-preset';

const inThisFolder = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const config = createAppConfig({ root: import.meta.dirname, outDir: inThisFolder('dist/web') });
const stand = '\0small-i18next';

/** The whole library alone takes what the largest pages need: src/texts/small-i18next.ts says more. */
const smallI18next = {
  name: 'guildhall-small-i18next',
  enforce: 'pre' as const,
  resolveId: (id: string) => (id === 'i18next' ? stand : undefined),
  load: (id: string) =>
    id === stand
      ? `export { smallI18next as default } from ${JSON.stringify(inThisFolder('src/texts/small-i18next.ts'))};`
      : undefined,
};

export default { ...config, plugins: [smallI18next, ...(config.plugins ?? [])] };
