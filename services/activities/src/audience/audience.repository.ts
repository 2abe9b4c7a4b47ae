import type { EntityManager } from 'typeorm';
import type { ActivityId } from '../activity/activity.js';
import type { AccessFeature } from '../venue/venue.js';
import type { ActivityAudience, Audience } from './audience.js';

/** Reads and writes whom activities suit. What is said of an activity is read by whoever may read the activity. */
export type AudienceRepository = ReturnType<typeof createAudienceRepository>;

type AudienceRow = {
  readonly activity_id: ActivityId;
  readonly languages: readonly string[];
  readonly access_features: readonly AccessFeature[];
};

/** A repository over one connection or transaction. */
export function createAudienceRepository(manager: EntityManager) {
  return {
    /** What is said of the activities, and what the venues they are planned for offer besides. Call it for activities that were read in a scope. */
    async listOf(activityIds: readonly ActivityId[]): Promise<ReadonlyMap<ActivityId, Audience>> {
      const rows: readonly AudienceRow[] = await manager.query(
        `select a.id as activity_id, coalesce(u.languages, '{}') as languages,
           array(select distinct feature from unnest(coalesce(u.access_features, '{}') || coalesce(v.access_features, '{}')) feature order by 1) as access_features
         from activity a left join activity_audience u on u.activity_id = a.id left join venue v on v.id = a.venue_id
         where a.id = any($1::uuid[])`,
        [activityIds],
      );
      return new Map(
        rows.map((row) => [row.activity_id, { languages: row.languages, accessFeatures: row.access_features }]),
      );
    },

    /** Replaces what is said of an activity. Call it under the activity's lock. */
    save: async ({ activityId, languages, accessFeatures }: ActivityAudience): Promise<void> =>
      void (await manager.query(
        `insert into activity_audience (activity_id, languages, access_features) values ($1, $2, $3)
         on conflict on constraint activity_audience_pk do update
           set languages = excluded.languages, access_features = excluded.access_features`,
        [activityId, languages, accessFeatures],
      )),
  };
}
