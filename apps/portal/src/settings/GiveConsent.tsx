import type { ReactElement } from 'react';
import {
  campusDay,
  campusInstant,
  CheckboxesField,
  RadioField,
  SelectField,
  TextField,
  useTexts,
  useWebConfig,
} from '@guildhall/ui';
import { graphql, withFaults } from '../graph/graphql.js';
import { useAction } from '../graph/use-action.js';
import { FormAction } from '../parts/FormAction.js';
import { needsFields } from './needs-document.js';

const document = withFaults(
  graphql(`
    mutation GiveConsent($input: GiveConsentInput!) {
      giveConsent(input: $input) {
        __typename
        ...Fault
      }
    }
  `),
);

const purposes = ['NEEDS_IN_GROUP', 'NEEDS_AT_ACTIVITY'] as const;
const yearMs = 365 * 86_400_000;

/** The form that lets others read of one's needs: for what, which parts, how long. */
export function GiveConsent({
  viewerActions,
  groups,
  onDone,
}: {
  readonly viewerActions: readonly string[];
  readonly groups: readonly { readonly id: string; readonly name: string }[];
  readonly onDone: () => void;
}): ReactElement {
  const { t } = useTexts();
  const { campusZone } = useWebConfig();
  const give = useAction(document, (data) => data.giveConsent);
  const everything: readonly string[] = needsFields;
  return (
    <FormAction
      viewerActions={viewerActions}
      action="CONSENT"
      label={t('consents.share')}
      lead={t('consents.shareLead')}
      initial={{
        purpose: groups.length > 0 ? 'NEEDS_IN_GROUP' : 'NEEDS_AT_ACTIVITY',
        groupId: '',
        fields: everything,
        until: campusDay(Date.now() + yearMs, campusZone),
      }}
      onRun={({ purpose, groupId, fields, until }, idempotencyKey) => {
        const chosen = purposes.find((each) => each === purpose) ?? 'NEEDS_AT_ACTIVITY';
        return give({
          input: {
            purpose: chosen,
            fields: needsFields.filter((field) => fields.includes(field)),
            groupId: chosen === 'NEEDS_IN_GROUP' && groupId !== '' ? groupId : null,
            until: campusInstant(until, campusZone, 1) || new Date(0).toISOString(),
            idempotencyKey,
          },
        });
      }}
      onDone={onDone}
    >
      <RadioField
        name="purpose"
        label={t('consents.for')}
        options={purposes.map((value) => ({ value, label: t(`consents.purpose.${value}`) }))}
      />
      <SelectField
        name="groupId"
        label={t('consents.group')}
        hint={t('consents.groupHint')}
        options={groups.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <CheckboxesField
        name="fields"
        label={t('consents.fields')}
        options={needsFields.map((value) => ({ value, label: t(`needs.field.${value}`) }))}
      />
      <TextField name="until" type="date" label={t('consents.until')} hint={t('consents.untilHint')} />
    </FormAction>
  );
}
