import type { ReactElement } from 'react';
import { Card, EmptyState, Page, QueryView, SkeletonList, Stack, useGraphQuery, useTexts } from '@guildhall/ui';
import { DepartmentPlaces } from '../department/DepartmentPlaces.js';
import { ForDepartment } from '../department/ForDepartment.js';
import { DepartmentWebhooksDocument } from '../generated/graphql.js';
import { ForLead } from '../department/ForLead.js';
import { useSecret } from '../department/use-secret.js';
import { CreateWebhookForm } from './CreateWebhookForm.js';
import { WebhookCard } from './WebhookCard.js';

/** Where the department's own system is told of what happens, and what became of each message. */
export function WebhooksPage(): ReactElement {
  const { t } = useTexts();
  return (
    <Page title={t('webhook.title')} lead={t('webhook.lead')}>
      <ForDepartment skeleton={<SkeletonList />}>
        {({ viewerActions }) => (
          <Stack>
            <DepartmentPlaces here="/webhooks" />
            <ForLead may={viewerActions.includes('MANAGE_WEBHOOKS')}>
              <Webhooks />
            </ForLead>
          </Stack>
        )}
      </ForDepartment>
    </Page>
  );
}

function Webhooks(): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(DepartmentWebhooksDocument, {});
  const secret = useSecret(t('webhook.secretLead'));
  return (
    <QueryView query={query} skeleton={<SkeletonList />}>
      {({ viewer: { department } }) =>
        department && (
          <Stack>
            {secret.shown}
            {department.webhooks.length === 0 && (
              <EmptyState picture="letter" title={t('webhook.none')}>
                {t('webhook.noneLead')}
              </EmptyState>
            )}
            {department.webhooks.map((webhook) => (
              <WebhookCard key={webhook.id} webhook={webhook} onSecret={secret.show} onChange={query.reload} />
            ))}
            <Card>
              <h2>{t('webhook.add')}</h2>
              <CreateWebhookForm
                departmentId={department.id}
                onDone={(made) => {
                  secret.show(made);
                  query.reload();
                }}
              />
            </Card>
          </Stack>
        )
      }
    </QueryView>
  );
}
