import type { ReactElement } from 'react';
import {
  ActionButton,
  Card,
  Cluster,
  NextPage,
  QueryView,
  SoftText,
  TextAreaField,
  TextField,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import { FormAction } from '../parts/FormAction.js';
import { Row, Rows } from '../parts/Rows.js';
import { ClaimFacts } from './ClaimFacts.js';
import { editClaimDocument, submitClaimDocument } from './service-actions.js';
import { myClaimsDocument, type ShownClaim } from './service-documents.js';

/** The viewer's claims and where each stands. */
export function MyClaims({ onChange }: { readonly onChange: () => void }): ReactElement {
  const { t } = useTexts();
  return (
    <Card>
      <h2>{t('service.claims')}</h2>
      <Claims onChange={onChange} />
    </Card>
  );
}

function Claims({ after, onChange }: { readonly after?: string; readonly onChange: () => void }): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(myClaimsDocument, { after });
  const change = (): void => {
    query.reload();
    onChange();
  };
  return (
    <QueryView
      query={query}
      isEmpty={({ viewer }) => (viewer.hoursClaims?.edges ?? []).length === 0}
      empty={<SoftText>{t('service.noClaims')}</SoftText>}
    >
      {({ viewer: { hoursClaims } }) =>
        hoursClaims && (
          <>
            <Rows>
              {hoursClaims.edges.map(({ node }) => (
                <Row key={node.id}>
                  <ClaimFacts claim={node} />
                  <ClaimActions claim={node} onChange={change} />
                </Row>
              ))}
            </Rows>
            <NextPage pageInfo={hoursClaims.pageInfo}>{(next) => <Claims after={next} onChange={onChange} />}</NextPage>
          </>
        )
      }
    </QueryView>
  );
}

function ClaimActions({
  claim,
  onChange,
}: {
  readonly claim: ShownClaim;
  readonly onChange: () => void;
}): ReactElement {
  const { t } = useTexts();
  const edit = useAction(editClaimDocument, (data) => data.editHoursClaim);
  const submit = useAction(submitClaimDocument, (data) => data.submitHoursClaim);
  const { id: claimId, viewerActions } = claim;
  return (
    <Cluster>
      <FormAction
        viewerActions={viewerActions}
        action="EDIT"
        label={t('service.editClaim')}
        initial={{
          'changes.minutes': String(claim.minutes),
          'changes.what': claim.what,
          'changes.evidence': claim.evidence ?? '',
        }}
        onRun={(values) =>
          edit({
            input: {
              claimId,
              changes: {
                minutes: Number(values['changes.minutes']),
                what: values['changes.what'],
                evidence: values['changes.evidence'],
              },
            },
          })
        }
        onDone={onChange}
      >
        <TextField name="changes.what" label={t('claim.what')} />
        <TextField name="changes.minutes" label={t('claim.minutes')} type="number" />
        <TextAreaField name="changes.evidence" label={t('claim.evidence')} hint={t('claim.evidenceHint')} />
      </FormAction>
      <ActionButton
        viewerActions={viewerActions}
        action="SUBMIT"
        look="primary"
        label={t('service.handIn')}
        onRun={() => submit({ input: { claimId } })}
        onDone={onChange}
      />
    </Cluster>
  );
}
