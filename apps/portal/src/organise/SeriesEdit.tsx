import type { ReactElement } from 'react';
import { TextField, useTexts } from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import { FormAction } from '../parts/FormAction.js';
import type { OrganisedActivity, PartProps } from './organise-document.js';
import { editSeriesDocument } from './series-documents.js';

/** Changes this activity and those after it. What stays as it was is not sent, so that a date moved by hand stays moved. */
export function SeriesEdit({
  activity,
  series,
  onChange,
}: PartProps & { readonly series: NonNullable<OrganisedActivity['series']> }): ReactElement {
  const { t } = useTexts();
  const edit = useAction(editSeriesDocument, (data) => data.editSeries);
  const before = {
    'changes.title': activity.title,
    'changes.place': activity.place,
    'changes.startTime': series.startTime,
    'changes.minutes': String(series.minutes),
  };
  return (
    <FormAction
      viewerActions={series.viewerActions}
      action="EDIT"
      label={t('organise.editSeries')}
      lead={t('organise.editSeriesLead')}
      initial={before}
      onRun={(values) => {
        const changed = (name: keyof typeof before): string | undefined =>
          values[name] === before[name] ? undefined : values[name];
        const minutes = changed('changes.minutes');
        const changes = {
          title: changed('changes.title'),
          place: changed('changes.place'),
          startTime: changed('changes.startTime'),
          minutes: minutes === undefined ? undefined : Math.trunc(Number(minutes)) || 0,
        };
        return edit({ input: { activityId: activity.id, changes } });
      }}
      onDone={onChange}
    >
      <TextField name="changes.title" label={t('organise.seriesTitle')} />
      <TextField name="changes.place" label={t('organise.place')} />
      <TextField name="changes.startTime" label={t('organise.starts')} />
      <TextField name="changes.minutes" type="number" label={t('organise.minutes')} />
    </FormAction>
  );
}
