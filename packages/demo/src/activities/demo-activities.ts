import { fixedId } from '../fixed-id.js';

/** The activities around the demo people that documents and tests quote. */
export const demoActivities = {
  tonight: fixedId<'Activity'>('activity/open-rehearsal'),
  stageTraining: fixedId<'Activity'>('activity/stage-training'),
} as const;
