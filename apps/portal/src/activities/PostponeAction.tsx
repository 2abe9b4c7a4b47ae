import type { ReactElement } from 'react';
import { fromCampusInput, TextAreaField, TextField, toCampusInput, useTexts, useWebConfig } from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import { FormAction } from '../parts/FormAction.js';
import type { ShownActivity } from './activity-document.js';
import { postponeDocument } from './organiser-documents.js';

/** Moves an activity to other dates; whoever registered is told. */
export function PostponeAction({
  activity,
  onChange,
}: {
  readonly activity: ShownActivity;
  readonly onChange: () => void;
}): ReactElement {
  const { t } = useTexts();
  const { campusZone } = useWebConfig();
  const postpone = useAction(postponeDocument, (data) => data.postponeActivity);
  const local = (instant: string): string => toCampusInput(instant, campusZone);
  const instant = (text: string, known: string): string => fromCampusInput(text, campusZone) ?? known;
  return (
    <FormAction
      viewerActions={activity.viewerActions}
      action="POSTPONE"
      label={t('organiser.postpone')}
      lead={t('organiser.postponeLead')}
      initial={{
        startsAt: local(activity.startsAt),
        endsAt: local(activity.endsAt),
        registrationClosesAt: local(activity.registrationClosesAt),
        lateReason: '',
      }}
      onRun={(values) =>
        postpone({
          input: {
            activityId: activity.id,
            startsAt: instant(values.startsAt, activity.startsAt),
            endsAt: instant(values.endsAt, activity.endsAt),
            registrationClosesAt: instant(values.registrationClosesAt, activity.registrationClosesAt),
            lateReason: values.lateReason === '' ? null : values.lateReason,
          },
        })
      }
      onDone={onChange}
    >
      <TextField name="startsAt" type="datetime-local" label={t('activity.starts')} />
      <TextField name="endsAt" type="datetime-local" label={t('activity.ends')} />
      <TextField name="registrationClosesAt" type="datetime-local" label={t('activity.closes')} />
      {activity.riskTier > 0 && (
        <TextAreaField
          name="lateReason"
          label={t('approval.lateReason')}
          hint={t('approval.postponeHint')}
          rows={3}
          isOptional
        />
      )}
    </FormAction>
  );
}
