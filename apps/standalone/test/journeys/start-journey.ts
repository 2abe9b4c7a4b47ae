import { desktop, launchBrowser, openVisit, phone, type Look, type Visit } from '@guildhall/browser-testing';
import type { DemoSubject } from '@guildhall/demo';
import type { WebAppName } from '../../src/settings.js';
import { startTestPlatform, type TestPlatform } from '../test-platform.js';

/** The whole platform and as many people, each in a browser of their own, as a journey needs. */
export type Journey = {
  readonly platform: TestPlatform;
  /** Opens an app as a demo person: students on a phone, staff at a desk, unless told; see `UnionInBrowser.visit` about looks. */
  visit(who: DemoSubject, app: WebAppName, ...looks: readonly Look[]): Promise<Visit>;
  stop(): Promise<void>;
};

const students: readonly DemoSubject[] = ['ada', 'omar', 'uma', 'rosa'];

/** Starts the platform with the apps as they are built, and a browser. Pictures go to a folder of the journey's name. */
export async function startJourney(name: string): Promise<Journey> {
  const platform = await startTestPlatform();
  const browser = await launchBrowser().catch(async (fault: unknown) => {
    await platform.stop();
    throw fault;
  });
  return {
    platform,
    visit: (who, app, ...looks) =>
      openVisit({
        browser,
        app: `journeys/${name}`,
        url: `http://127.0.0.1:${platform.settings.ports[app]}`,
        graphUrl: platform.url,
        who,
        looks: looks.length > 0 ? looks : [students.includes(who) ? phone : desktop],
      }),
    async stop() {
      await browser.close();
      await platform.stop();
    },
  };
}
