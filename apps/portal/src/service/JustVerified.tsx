import type { ReactElement } from 'react';
import { Stack, TextAreaField, useGraphQuery, useTexts } from '@guildhall/ui';
import { graphql, withFaults, withFragments } from '../graph/graphql.js';
import { useAction } from '../graph/use-action.js';
import { FormAction } from '../parts/FormAction.js';
import { PersonLink } from '../people/PersonLink.js';
import { ClaimFacts } from './ClaimFacts.js';
import { claimFragment } from './service-documents.js';

const claimDocument = withFragments(
  graphql(`
    query HoursClaim($id: ID!) {
      hoursClaim(id: $id) {
        ...ServiceClaim
      }
    }
  `),
  claimFragment,
);

const voidDocument = withFaults(
  graphql(`
    mutation VoidHoursClaim($input: VoidHoursClaimInput!) {
      voidHoursClaim(input: $input) {
        __typename
        ... on VoidHoursClaimSuccess {
          claim {
            id
            status
            viewerActions
          }
        }
        ...Fault
      }
    }
  `),
);

/** A claim that the viewer has just verified, so that a slip can be taken back with a reason. */
export function JustVerified({ claimId }: { readonly claimId: string }): ReactElement | null {
  const { t } = useTexts();
  const { data, reload } = useGraphQuery(claimDocument, { id: claimId });
  const annul = useAction(voidDocument, (answer) => answer.voidHoursClaim);
  const claim = data?.hoursClaim;
  if (!claim) return null;
  return (
    <Stack gap="small">
      <PersonLink member={claim.member} />
      <ClaimFacts claim={claim} />
      <FormAction
        viewerActions={claim.viewerActions}
        action="VOID"
        look="danger"
        label={t('hosting.void')}
        lead={t('hosting.voidLead')}
        initial={{ reason: '' }}
        onRun={(values) => annul({ input: { claimId, ...values } })}
        onDone={reload}
      >
        <TextAreaField name="reason" label={t('hosting.reason')} />
      </FormAction>
    </Stack>
  );
}
