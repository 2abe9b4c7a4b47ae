import { useNavigate } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { Card, EmptyState, Form, Page, QueryView, SignedIn, useForm, useGraphQuery, useTexts } from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import { usePlaceParam } from '../parts/use-place.js';
import { atFields, missingFields } from './field-faults.js';
import { draftingHostDocument, draftOpportunityDocument } from './offer-documents.js';
import { emptyOpportunity, opportunityField, opportunityNeeds, readOpportunity } from './opportunity-form.js';
import { OpportunityFields } from './OpportunityFields.js';

export { words } from './words.js';

/** Writes down what a host offers, for a union officer to vet. */
export function DraftOpportunityPage(): ReactElement {
  const { t } = useTexts();
  return (
    <Page title={t('offer.new')} lead={t('offer.newLead')}>
      <SignedIn>
        <Draft />
      </SignedIn>
    </Page>
  );
}

function Draft(): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(draftingHostDocument, { id: usePlaceParam('hostId') });
  return (
    <QueryView
      query={query}
      isEmpty={({ serviceHost }) => serviceHost?.viewerActions.includes('DRAFT_OPPORTUNITY') !== true}
      empty={
        <EmptyState picture="door" title={t('offer.notHere')}>
          {t('offer.notHereLead')}
        </EmptyState>
      }
    >
      {({ serviceHost }) => serviceHost && <DraftForm host={serviceHost} />}
    </QueryView>
  );
}

function DraftForm({ host }: { readonly host: { readonly id: string; readonly name: string } }): ReactElement {
  const { t } = useTexts();
  const navigate = useNavigate();
  const draft = useAction(draftOpportunityDocument, (data) => data.draftOpportunity);
  const form = useForm({
    initial: emptyOpportunity,
    submit: async (values) => {
      const plan = readOpportunity(values);
      const missing = missingFields(values, opportunityNeeds);
      if (plan === undefined || missing !== undefined) return missing ?? {};
      return atFields(await draft({ input: { hostId: host.id, ...plan } }), opportunityField);
    },
    onDone: (result) => {
      if (result.__typename === 'DraftOpportunitySuccess')
        void navigate({ to: '/service/$opportunityId', params: { opportunityId: result.opportunity.id } });
    },
  });
  return (
    <Card>
      <h2>{host.name}</h2>
      <Form form={form} submitLabel={t('offer.saveDraft')}>
        <OpportunityFields />
      </Form>
    </Card>
  );
}
