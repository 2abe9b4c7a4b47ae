import { fileURLToPath } from 'node:url';
import { createAppConfig } from '@guildhall/ui/vite-preset';

export default createAppConfig({
  root: import.meta.dirname,
  outDir: fileURLToPath(new URL('dist/web', import.meta.url)),
});
