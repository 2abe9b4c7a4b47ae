import { waitFor } from '@guildhall/testing';
import type { Fixture } from './fixture.js';

/** Lets the timed steps of a case run, whose instants the test clock has reached, until what they do is seen. */
export function driveJobs(
  fixture: Fixture,
  key: string,
  { until, what }: { readonly until: () => Promise<boolean>; readonly what: string },
): Promise<void> {
  return waitFor(what, async () => {
    await fixture.sql(
      `select graphile_worker.reschedule_jobs(array(select id from graphile_worker.jobs where key = $1 and locked_at is null), run_at := now())`,
      [key],
    );
    return until();
  });
}
