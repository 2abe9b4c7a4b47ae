import { planDemoAudiences, type DemoUnion } from '@guildhall/demo';
import { insertRows } from '@guildhall/subgraph';
import type { EntityManager } from 'typeorm';

/** Loads in which languages demo activities are held, and what makes them easier to take part in. */
export async function loadAudiences(manager: EntityManager, { activities }: DemoUnion): Promise<void> {
  await insertRows(
    manager,
    'activity_audience',
    planDemoAudiences(activities).map(({ activityId, languages, accessFeatures }) => ({
      activity_id: activityId,
      languages,
      access_features: accessFeatures,
    })),
  );
}
