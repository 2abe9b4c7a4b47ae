import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { ActionButton, buttonClass, CheckboxesField, Cluster, TextAreaField, useTexts } from '@guildhall/ui';
import type { VettingCheck } from '../generated/graphql.js';
import { useAction } from '../graph/use-action.js';
import { FormAction } from '../parts/FormAction.js';
import { closeDocument, fillDocument, openDocument, reopenDocument, vetDocument } from './hosting-actions.js';
import type { ShownOpportunity } from './shown-opportunity.js';
import { PlanShift } from './PlanShift.js';

const checks = [
  'PARTNER_KNOWN',
  'SAFEGUARDING',
  'INSURANCE',
  'RISK_ASSESSMENT',
  'EXPENSES',
] as const satisfies readonly VettingCheck[];

const noChecks: readonly string[] = [];

type PartProps = { readonly opportunity: ShownOpportunity; readonly onChange: () => void };

/** What can be done about an opportunity by those who answer for it. */
export function OpportunityActions({ opportunity, onChange }: PartProps): ReactElement {
  const { t } = useTexts();
  const { id: opportunityId, viewerActions } = opportunity;
  const vet = useAction(vetDocument, (data) => data.vetOpportunity);
  const open = useAction(openDocument, (data) => data.openOpportunity);
  const fill = useAction(fillDocument, (data) => data.fillOpportunity);
  const reopen = useAction(reopenDocument, (data) => data.reopenOpportunity);
  const close = useAction(closeDocument, (data) => data.closeOpportunity);
  const shared = { viewerActions, onDone: onChange };
  const input = { opportunityId };
  return (
    <Cluster>
      {viewerActions.includes('EDIT') && (
        <Link className={buttonClass} data-look="plain" to="/service/$opportunityId/edit" params={{ opportunityId }}>
          {t('offer.change')}
        </Link>
      )}
      <FormAction
        {...shared}
        action="VET"
        look="primary"
        label={t('hosting.vet')}
        lead={t('hosting.vetLead')}
        initial={{ checks: noChecks, note: '' }}
        onRun={({ checks: seen, note }) =>
          vet({ input: { ...input, checks: checks.filter((check) => seen.includes(check)), note } })
        }
      >
        <CheckboxesField
          name="checks"
          label={t('hosting.checks')}
          options={checks.map((value) => ({ value, label: t(`vettingCheck.${value}`) }))}
        />
        <TextAreaField name="note" label={t('hosting.note')} />
      </FormAction>
      <ActionButton {...shared} action="OPEN" look="primary" label={t('hosting.open')} onRun={() => open({ input })} />
      <PlanShift opportunity={opportunity} onChange={onChange} />
      <ActionButton {...shared} action="FILL" label={t('hosting.fill')} onRun={() => fill({ input })} />
      <ActionButton {...shared} action="REOPEN" label={t('hosting.reopen')} onRun={() => reopen({ input })} />
      <FormAction
        {...shared}
        action="CLOSE"
        look="danger"
        label={t('hosting.close')}
        lead={t('hosting.closeLead')}
        initial={{ reason: '' }}
        onRun={(values) => close({ input: { ...input, ...values } })}
      >
        <TextAreaField name="reason" label={t('hosting.reason')} />
      </FormAction>
    </Cluster>
  );
}
