import type { ReactElement } from 'react';
import { fromCampusInput, TextField, toCampusInput, useTexts, useWebConfig } from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import { FormAction } from '../parts/FormAction.js';
import { planDocument, type FairStartActivity } from './fair-start-documents.js';

type PlanProps = { readonly activity: FairStartActivity; readonly onChange: () => void };

/** Plans a draw for an activity, or moves its window before it opens. */
export function PlanFairStart({ activity, onChange }: PlanProps): ReactElement {
  const { t } = useTexts();
  const { campusZone } = useWebConfig();
  const plan = useAction(planDocument, (data) => data.planFairStart);
  const local = (instant: string | undefined): string =>
    instant === undefined ? '' : toCampusInput(instant, campusZone);
  const instant = (text: string): string => fromCampusInput(text, campusZone) ?? activity.registrationOpensAt;
  return (
    <FormAction
      viewerActions={activity.fairStartActions}
      action="PLAN"
      label={t(activity.fairStart ? 'fairStart.move' : 'fairStart.plan')}
      lead={t('fairStart.planLead')}
      initial={{
        opensAt: local(activity.fairStart?.opensAt),
        closesAt: local(activity.fairStart?.closesAt ?? activity.registrationOpensAt),
      }}
      onRun={({ opensAt, closesAt }) =>
        plan({ input: { activityId: activity.id, opensAt: instant(opensAt), closesAt: instant(closesAt) } })
      }
      onDone={onChange}
    >
      <TextField name="opensAt" type="datetime-local" label={t('fairStart.opens')} />
      <TextField name="closesAt" type="datetime-local" label={t('fairStart.closes')} hint={t('fairStart.closesHint')} />
    </FormAction>
  );
}
