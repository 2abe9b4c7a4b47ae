import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import {
  Card,
  Form,
  fromCampusInput,
  Page,
  QueryView,
  SelectField,
  SignedIn,
  TextAreaField,
  TextField,
  useForm,
  useGraphQuery,
  useTexts,
  useWebConfig,
  type Outcome,
} from '@guildhall/ui';
import { graphql } from '../graph/graphql.js';
import { useAction } from '../graph/use-action.js';
import { missingFields } from './field-faults.js';
import { draftClaimDocument, submitClaimDocument } from './service-actions.js';

export { words } from './words.js';

const hostsDocument = graphql(`
  query ServiceHosts {
    serviceHosts(first: 100, isActive: true) {
      edges {
        node {
          id
          name
        }
      }
    }
  }
`);

/** Claims hours that no shift stands for: where, when, what, and what shows it. */
export function ClaimHoursPage(): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(hostsDocument, {});
  return (
    <Page title={t('service.claimOther')} lead={t('claim.lead')}>
      <SignedIn>
        <QueryView query={query}>
          {({ serviceHosts }) => <ClaimForm hosts={(serviceHosts?.edges ?? []).map(({ node }) => node)} />}
        </QueryView>
      </SignedIn>
    </Page>
  );
}

type Hosts = readonly { readonly id: string; readonly name: string }[];

const needs = ['hostId', 'workedFrom', 'workedTo', 'minutes', 'what'] as const;

/** Drafts the claim once and hands it in; when handing in asks for more, the draft stays among one's own claims. */
function useClaimForm() {
  const { campusZone } = useWebConfig();
  const navigate = useNavigate();
  const draft = useAction(draftClaimDocument, (data) => data.draftHoursClaim);
  const submit = useAction(submitClaimDocument, (data) => data.submitHoursClaim);
  const [initial] = useState({ hostId: '', workedFrom: '', workedTo: '', minutes: '', what: '', evidence: '' });
  return useForm({
    initial,
    submit: async ({ workedFrom, workedTo, minutes, ...values }, idempotencyKey): Promise<Outcome> => {
      const [from, to] = [fromCampusInput(workedFrom, campusZone), fromCampusInput(workedTo, campusZone)];
      const missing = missingFields({ ...values, workedFrom: from, workedTo: to, minutes }, needs);
      if (from === undefined || to === undefined || missing !== undefined) return missing ?? {};
      const input = { ...values, workedFrom: from, workedTo: to, minutes: Number(minutes) };
      const drafted = await draft({ input: { ...input, idempotencyKey } });
      if (drafted.result?.__typename !== 'DraftHoursClaimSuccess') return drafted;
      return submit({ input: { claimId: drafted.result.claim.id } });
    },
    onDone: () => void navigate({ to: '/service/mine' }),
  });
}

function ClaimForm({ hosts }: { readonly hosts: Hosts }): ReactElement {
  const { t } = useTexts();
  const form = useClaimForm();
  return (
    <Card>
      <Form form={form} submitLabel={t('service.handIn')}>
        <SelectField
          name="hostId"
          label={t('claim.host')}
          options={hosts.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <TextField name="workedFrom" label={t('claim.from')} type="datetime-local" />
        <TextField name="workedTo" label={t('claim.to')} type="datetime-local" />
        <TextField name="minutes" label={t('claim.minutes')} type="number" />
        <TextField name="what" label={t('claim.what')} />
        <TextAreaField name="evidence" label={t('claim.evidence')} hint={t('claim.evidenceHint')} />
      </Form>
    </Card>
  );
}
