import type { ReactElement } from 'react';
import {
  ActionButton,
  Card,
  Cluster,
  NextPage,
  QueryView,
  SoftText,
  Stack,
  TextAreaField,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import { FormAction } from '../parts/FormAction.js';
import { Row, Rows } from '../parts/Rows.js';
import { PersonLink } from '../people/PersonLink.js';
import { ClaimFacts } from './ClaimFacts.js';
import { queryDocument, rejectDocument, verifyDocument } from './hosting-actions.js';
import { hoursToVerifyDocument, type ShownClaim } from './service-documents.js';

/** Hours that wait for the viewer's word, the oldest first. */
export function ClaimQueue(): ReactElement {
  const { t } = useTexts();
  return (
    <Card>
      <h2>{t('hosting.toVerify')}</h2>
      <Queue />
    </Card>
  );
}

function Queue({ after }: { readonly after?: string }): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(hoursToVerifyDocument, { after });
  return (
    <QueryView
      query={query}
      isEmpty={({ hoursToVerify }) => (hoursToVerify?.edges ?? []).length === 0}
      empty={<SoftText>{t('hosting.nothingToVerify')}</SoftText>}
    >
      {({ hoursToVerify }) =>
        hoursToVerify && (
          <>
            <Rows>
              {hoursToVerify.edges.map(({ node }) => (
                <Row key={node.id}>
                  <Stack gap="small">
                    <PersonLink member={node.member} />
                    <ClaimFacts claim={node} />
                  </Stack>
                  <Decide claim={node} onChange={query.reload} />
                </Row>
              ))}
            </Rows>
            <NextPage pageInfo={hoursToVerify.pageInfo}>{(next) => <Queue after={next} />}</NextPage>
          </>
        )
      }
    </QueryView>
  );
}

function Decide({ claim, onChange }: { readonly claim: ShownClaim; readonly onChange: () => void }): ReactElement {
  const { t } = useTexts();
  const verify = useAction(verifyDocument, (data) => data.verifyHoursClaim);
  const ask = useAction(queryDocument, (data) => data.queryHoursClaim);
  const reject = useAction(rejectDocument, (data) => data.rejectHoursClaim);
  const { id: claimId, viewerActions } = claim;
  const shared = { viewerActions, onDone: onChange };
  const reason = <TextAreaField name="reason" label={t('hosting.reason')} />;
  return (
    <Cluster>
      <ActionButton
        {...shared}
        action="VERIFY"
        look="primary"
        label={t('hosting.verify')}
        onRun={() => verify({ input: { claimId } })}
      />
      <FormAction
        {...shared}
        action="QUERY"
        label={t('hosting.query')}
        initial={{ reason: '' }}
        onRun={(values) => ask({ input: { claimId, ...values } })}
      >
        {reason}
      </FormAction>
      <FormAction
        {...shared}
        action="REJECT"
        look="danger"
        label={t('hosting.reject')}
        initial={{ reason: '' }}
        onRun={(values) => reject({ input: { claimId, ...values } })}
      >
        {reason}
      </FormAction>
    </Cluster>
  );
}
