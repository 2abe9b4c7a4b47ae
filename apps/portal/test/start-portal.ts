import { startUnion, type UnionInBrowser } from '@guildhall/browser-testing';
import { readSettings, startPlatform } from '@guildhall/standalone';

/** Starts the whole platform as it is built, with the small demo union, and a browser. `settings` go to its environment. */
export function startPortal(settings: Readonly<Record<string, string>> = {}): Promise<UnionInBrowser> {
  return startUnion(
    (environment) => startPlatform(readSettings(environment, []), { onProgress: () => undefined }),
    settings,
  );
}
