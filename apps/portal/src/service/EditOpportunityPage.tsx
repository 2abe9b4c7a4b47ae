import { useNavigate } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { Card, EmptyState, Form, Page, QueryView, SignedIn, useForm, useGraphQuery, useTexts } from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import { usePlaceParam } from '../parts/use-place.js';
import { atFields, missingFields } from './field-faults.js';
import { opportunityDocument } from './find-documents.js';
import { editOpportunityDocument } from './offer-documents.js';
import { opportunityField, opportunityNeeds, opportunityValues, readOpportunity } from './opportunity-form.js';
import { OpportunityFields } from './OpportunityFields.js';
import type { ShownOpportunity } from './shown-opportunity.js';

export { words } from './words.js';

/** Changes the words of a draft; what was vetted is not changed any more. */
export function EditOpportunityPage(): ReactElement {
  const { t } = useTexts();
  return (
    <Page title={t('offer.edit')} lead={t('offer.newLead')}>
      <SignedIn>
        <Edit />
      </SignedIn>
    </Page>
  );
}

function Edit(): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(opportunityDocument, { id: usePlaceParam('opportunityId') });
  return (
    <QueryView
      query={query}
      isEmpty={({ opportunity }) => opportunity?.viewerActions.includes('EDIT') !== true}
      empty={
        <EmptyState picture="door" title={t('offer.notHere')}>
          {t('offer.notHereLead')}
        </EmptyState>
      }
    >
      {({ opportunity }) => opportunity && <EditForm opportunity={opportunity} />}
    </QueryView>
  );
}

function EditForm({ opportunity }: { readonly opportunity: ShownOpportunity }): ReactElement {
  const navigate = useNavigate();
  const opportunityId = opportunity.id;
  const edit = useAction(editOpportunityDocument, (data) => data.editOpportunity);
  const form = useForm({
    initial: opportunityValues(opportunity),
    submit: async (values) => {
      const changes = readOpportunity(values);
      const missing = missingFields(values, opportunityNeeds);
      if (changes === undefined || missing !== undefined) return missing ?? {};
      return atFields(await edit({ input: { opportunityId, changes } }), opportunityField);
    },
    onDone: () => void navigate({ to: '/service/$opportunityId', params: { opportunityId } }),
  });
  return (
    <Card>
      <h2>{opportunity.host.name}</h2>
      <Form form={form}>
        <OpportunityFields />
      </Form>
    </Card>
  );
}
