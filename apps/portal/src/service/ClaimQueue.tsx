import { useState, type ReactElement } from 'react';
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
import { JustVerified } from './JustVerified.js';
import { hoursToVerifyDocument, type ShownClaim } from './service-documents.js';

/** Hours that wait for the viewer's word, the oldest first. */
export function ClaimQueue(): ReactElement {
  const { t } = useTexts();
  const [verified, setVerified] = useState<readonly string[]>([]);
  return (
    <Card>
      <h2>{t('hosting.toVerify')}</h2>
      <Queue onVerify={(claimId) => setVerified((known) => [claimId, ...known])} />
      {verified.length > 0 && (
        <section>
          <h3>{t('hosting.justVerified')}</h3>
          <Stack>
            {verified.map((claimId) => (
              <JustVerified key={claimId} claimId={claimId} />
            ))}
          </Stack>
        </section>
      )}
    </Card>
  );
}

type QueueProps = { readonly after?: string; readonly onVerify: (claimId: string) => void };

function Queue({ after, onVerify }: QueueProps): ReactElement {
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
                  <Decide claim={node} onChange={query.reload} onVerify={onVerify} />
                </Row>
              ))}
            </Rows>
            <NextPage pageInfo={hoursToVerify.pageInfo}>
              {(next) => <Queue after={next} onVerify={onVerify} />}
            </NextPage>
          </>
        )
      }
    </QueryView>
  );
}

type DecideProps = Pick<QueueProps, 'onVerify'> & { readonly claim: ShownClaim; readonly onChange: () => void };

function Decide({ claim, onChange, onVerify }: DecideProps): ReactElement {
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
        onDone={() => {
          onVerify(claimId);
          onChange();
        }}
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
