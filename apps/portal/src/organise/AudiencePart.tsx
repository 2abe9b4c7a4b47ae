import type { ReactElement } from 'react';
import { Card, CheckboxesField, SoftText, useTexts } from '@guildhall/ui';
import { accessFeatures, findLanguages } from '../calendar/find-filters.js';
import { languageName } from '../calendar/language-name.js';
import { useAction } from '../graph/use-action.js';
import { Facts } from '../parts/Facts.js';
import { FormAction } from '../parts/FormAction.js';
import type { PartProps } from './organise-document.js';
import { describeAudienceDocument } from './pool-documents.js';

/** Whom the activity suits: its languages, and what makes it easier to take part in. */
export function AudiencePart({ activity, onChange }: PartProps): ReactElement {
  const { t, language } = useTexts();
  const describe = useAction(describeAudienceDocument, (data) => data.describeAudience);
  const { languages } = activity;
  // What the venue offers is the venue's to say: repeated here it would stay when the activity moves.
  const ofVenue = activity.venue?.accessFeatures ?? [];
  const nameOf = (tag: string): string => languageName(tag, language);
  return (
    <Card>
      <h2>{t('organise.audience')}</h2>
      <SoftText>{t('organise.audienceLead')}</SoftText>
      <Facts
        facts={[
          {
            name: t('organise.languages'),
            value: languages.length === 0 ? t('organise.languagesUnsaid') : languages.map(nameOf).join(', '),
          },
          {
            name: t('organise.access'),
            value: activity.accessFeatures.map((feature) => t(`organise.accessFeatures.${feature}`)).join(', '),
          },
        ]}
      />
      <FormAction
        viewerActions={activity.viewerActions}
        action="EDIT"
        label={t('organise.describeAudience')}
        initial={{ languages, accessFeatures: activity.accessFeatures.filter((feature) => !ofVenue.includes(feature)) }}
        onRun={(values) => describe({ input: { activityId: activity.id, ...values } })}
        onDone={onChange}
      >
        <CheckboxesField
          name="languages"
          label={t('organise.languages')}
          options={[...new Set([...findLanguages, ...languages])].map((value) => ({ value, label: nameOf(value) }))}
        />
        <CheckboxesField
          name="accessFeatures"
          label={t('organise.access')}
          {...(ofVenue.length > 0 && { hint: t('organise.accessOfVenue') })}
          options={accessFeatures
            .filter((feature) => !ofVenue.includes(feature))
            .map((value) => ({ value, label: t(`organise.accessFeatures.${value}`) }))}
        />
      </FormAction>
    </Card>
  );
}
