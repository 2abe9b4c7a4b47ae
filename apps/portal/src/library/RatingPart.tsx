import type { ReactElement } from 'react';
import {
  ActionButton,
  Card,
  Cluster,
  FigurePlot,
  RadioField,
  SelectField,
  SoftText,
  Stack,
  TextAreaField,
  useTexts,
} from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import { FormAction } from '../parts/FormAction.js';
import { oneOf, ratingReasons, reportReasons } from './kinds.js';
import { rateDocument, reportDocument, withdrawRatingDocument, type ShownResource } from './resource-documents.js';

type RatingPartProps = { readonly resource: ShownResource; readonly onChange: () => void };

/** What members think of a resource, what the viewer thinks of it, and a way to report it. */
export function RatingPart({ resource, onChange }: RatingPartProps): ReactElement | null {
  const { t } = useTexts();
  const withdraw = useAction(withdrawRatingDocument, (data) => data.withdrawRating);
  const { id, ratings, viewerRating, viewerActions, status } = resource;
  if (status !== 'PUBLISHED') return null;
  return (
    <Card>
      <h2>{t('rating.title')}</h2>
      {ratings ? <Summary ratings={ratings} /> : <SoftText>{t('rating.few')}</SoftText>}
      {viewerRating && (
        <p>
          {t('rating.own', { count: viewerRating.stars })} {t(`ratingReason.${viewerRating.reason}`)}
        </p>
      )}
      <Cluster>
        <Rate resource={resource} onChange={onChange} />
        {viewerRating && (
          <ActionButton
            viewerActions={viewerActions}
            action="RATE"
            look="quiet"
            label={t('rating.withdraw')}
            onRun={() => withdraw({ input: { resourceId: id } })}
            onDone={onChange}
          />
        )}
        <Report resource={resource} onChange={onChange} />
      </Cluster>
    </Card>
  );
}

function Summary({ ratings }: { readonly ratings: NonNullable<ShownResource['ratings']> }): ReactElement {
  const { t } = useTexts();
  const points = ratings.stars.map(({ stars, count }) => ({
    key: String(stars),
    label: t('rating.stars', { count: stars }),
    figure: { value: count, suppressed: false },
  }));
  return (
    <Stack gap="small">
      <p>{t('rating.average', { average: ratings.average, count: ratings.raters })}</p>
      <FigurePlot caption={t('rating.spread')} points={points} threshold={5} groupHeading={t('rating.given')} />
      <SoftText isSmall>
        {ratings.reasons.map(({ reason, count }) => `${t(`ratingReason.${reason}`)} (${count})`).join(' · ')}
      </SoftText>
    </Stack>
  );
}

function Rate({ resource, onChange }: RatingPartProps): ReactElement {
  const { t } = useTexts();
  const rate = useAction(rateDocument, (data) => data.rateResource);
  const { id, viewerRating, viewerActions } = resource;
  const initial = {
    stars: viewerRating ? String(viewerRating.stars) : '',
    reason: viewerRating?.reason ?? '',
    words: viewerRating?.words ?? '',
  };
  return (
    <FormAction
      viewerActions={viewerActions}
      action="RATE"
      label={viewerRating ? t('rating.change') : t('rating.rate')}
      lead={t('rating.lead')}
      initial={initial}
      onRun={({ stars, reason, words }) => {
        const known = oneOf(ratingReasons, reason);
        if (stars === '' || known === undefined) return Promise.resolve(missing({ stars, reason }));
        return rate({ input: { resourceId: id, stars: Number(stars), reason: known, words } });
      }}
      onDone={onChange}
    >
      <RadioField
        name="stars"
        label={t('rating.howMany')}
        options={[5, 4, 3, 2, 1].map((stars) => ({ value: String(stars), label: t('rating.stars', { count: stars }) }))}
      />
      <SelectField
        name="reason"
        label={t('rating.why')}
        options={ratingReasons.map((value) => ({ value, label: t(`ratingReason.${value}`) }))}
      />
      <TextAreaField name="words" label={t('rating.words')} hint={t('rating.wordsHint')} rows={3} isOptional />
    </FormAction>
  );
}

function Report({ resource, onChange }: RatingPartProps): ReactElement {
  const { t } = useTexts();
  const report = useAction(reportDocument, (data) => data.reportResource);
  return (
    <FormAction
      viewerActions={resource.viewerActions}
      action="REPORT"
      look="quiet"
      label={t('report.report')}
      lead={t('report.lead')}
      initial={{ reason: '', words: '' }}
      onRun={({ reason, words }) => {
        const known = oneOf(reportReasons, reason);
        if (known === undefined) return Promise.resolve(missing({ reason }));
        return report({ input: { resourceId: resource.id, reason: known, words } });
      }}
      onDone={onChange}
    >
      <SelectField
        name="reason"
        label={t('report.why')}
        options={reportReasons.map((value) => ({ value, label: t(`reportReason.${value}`) }))}
      />
      <TextAreaField name="words" label={t('report.words')} rows={3} isOptional />
    </FormAction>
  );
}

/** Choices that were not made, as the graph would say it: an empty one has no form in which it could be sent. */
function missing(choices: Readonly<Record<string, string>>) {
  const empty = Object.entries(choices).filter(([, value]) => value === '');
  return {
    result: {
      __typename: 'ValidationError',
      fields: empty.map(([path]) => ({ path, rule: 'REQUIRED' as const })),
    },
  };
}
