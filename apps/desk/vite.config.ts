import { fileURLToPath } from 'node:url';
import { createAppConfig } from '@guildhall/ui/vite-preset';
import type { Plugin } from 'vite';

const config = createAppConfig({
  root: import.meta.dirname,
  outDir: fileURLToPath(new URL('dist/web', import.meta.url)),
});

export default {
  ...config,
  plugins: [leanDocuments(), ...(config.plugins ?? [])],
  // The list of what to load ahead weighs more in each route than the round trip it saves: routes share nearly everything with the entry.
  build: { ...config.build, modulePreload: false },
};

/** Generated documents are written for readers: this drops their spaces, and lets the build leave out those that nobody uses. */
function leanDocuments(): Plugin {
  return {
    name: 'desk-lean-documents',
    enforce: 'pre',
    transform: {
      filter: { id: /\/src\/generated\/.*\/graphql\.ts$/ },
      handler: (code) =>
        code.replaceAll(
          /new TypedDocumentString\(`([^`]*)`/g,
          (_match, text: string) => `/*#__PURE__*/ new TypedDocumentString(\`${text.replaceAll(/\s+/g, ' ').trim()}\``,
        ),
    },
  };
}
