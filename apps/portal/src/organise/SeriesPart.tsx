import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import {
  Card,
  Cluster,
  DateTimeText,
  SelectField,
  SoftText,
  StatusBadge,
  TextAreaField,
  TextField,
  useTexts,
} from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import { FormAction } from '../parts/FormAction.js';
import { Row, Rows } from '../parts/Rows.js';
import type { OrganisedActivity, PartProps } from './organise-document.js';
import { SeriesEdit } from './SeriesEdit.js';
import { endSeriesDocument, skipSeriesDateDocument, startSeriesDocument } from './series-documents.js';

type ShownSeries = NonNullable<OrganisedActivity['series']>;
type SeriesProps = PartProps & { readonly series: ShownSeries };

/** Whether the activity comes back, on which dates, and which of them are left out. */
export function SeriesPart(part: PartProps): ReactElement {
  const { t } = useTexts();
  const { series } = part.activity;
  return (
    <Card>
      <h2>{t('organise.series')}</h2>
      {series ? <Series {...part} series={series} /> : <Start {...part} />}
    </Card>
  );
}

function Start({ activity, organising, onChange }: PartProps): ReactElement {
  const { t } = useTexts();
  const start = useAction(startSeriesDocument, (data) => data.startSeries);
  return (
    <>
      <SoftText>{t('organise.noSeries')}</SoftText>
      <Cluster>
        <FormAction
          viewerActions={organising.viewerActions}
          action="PLAN"
          label={t('organise.startSeries')}
          lead={t('organise.startSeriesLead')}
          initial={{ rule: 'FREQ=WEEKLY', until: '' }}
          onRun={({ rule, until }, idempotencyKey) => {
            const end = until === '' ? '' : `;UNTIL=${until.replaceAll('-', '')}`;
            return start({ input: { activityId: activity.id, rule: `${rule}${end}`, idempotencyKey } });
          }}
          onDone={onChange}
        >
          <SelectField
            name="rule"
            label={t('organise.howOften')}
            options={[
              { value: 'FREQ=WEEKLY', label: t('organise.weekly') },
              { value: 'FREQ=WEEKLY;INTERVAL=2', label: t('organise.fortnightly') },
              { value: 'FREQ=MONTHLY', label: t('organise.monthly') },
            ]}
          />
          <TextField name="until" type="date" label={t('organise.until')} />
        </FormAction>
      </Cluster>
    </>
  );
}

function Series(part: SeriesProps): ReactElement {
  const { t } = useTexts();
  const { series, onChange } = part;
  const end = useAction(endSeriesDocument, (data) => data.endSeries);
  return (
    <>
      <SoftText>
        {series.endedAt ? t('organise.seriesEnded') : t('organise.seriesUntil')}{' '}
        <DateTimeText instant={series.endedAt ?? series.lastsUntil} show="day" />
      </SoftText>
      <Rows>
        {series.dates.map((date) => (
          <Row key={date.on}>
            <SeriesDateRow {...part} date={date} />
          </Row>
        ))}
      </Rows>
      <Cluster>
        <SeriesEdit {...part} />
        <FormAction
          viewerActions={series.viewerActions}
          action="END"
          label={t('organise.endSeries')}
          lead={t('organise.endSeriesLead')}
          look="quiet"
          initial={{ reason: '' }}
          onRun={({ reason }) => end({ input: { seriesId: series.id, reason } })}
          onDone={onChange}
        >
          <TextAreaField name="reason" label={t('organise.seriesReason')} />
        </FormAction>
      </Cluster>
    </>
  );
}

function SeriesDateRow({
  activity,
  series,
  date,
  onChange,
}: SeriesProps & { readonly date: ShownSeries['dates'][number] }): ReactElement {
  const { t } = useTexts();
  const skip = useAction(skipSeriesDateDocument, (data) => data.skipSeriesDate);
  const day = <DateTimeText instant={date.startsAt} />;
  const other = date.isSkipped || date.activity?.id === activity.id ? undefined : date.activity?.id;
  if (date.isSkipped)
    return (
      <Cluster>
        {day}
        <StatusBadge tone="warn">{t('organise.leftOut')}</StatusBadge>
      </Cluster>
    );
  return (
    <Cluster>
      {other === undefined ? (
        day
      ) : (
        <Link to="/activities/$activityId/organise" params={{ activityId: other }}>
          {day}
        </Link>
      )}
      {!date.activity && <SoftText>{t('organise.notDrafted')}</SoftText>}
      <FormAction
        viewerActions={series.viewerActions}
        action="SKIP_DATE"
        label={t('organise.skipDate')}
        lead={t('organise.skipDateLead')}
        look="quiet"
        initial={{ reason: '' }}
        onRun={({ reason }) => skip({ input: { seriesId: series.id, on: date.on, reason } })}
        onDone={onChange}
      >
        <TextAreaField name="reason" label={t('organise.seriesReason')} />
      </FormAction>
    </Cluster>
  );
}
