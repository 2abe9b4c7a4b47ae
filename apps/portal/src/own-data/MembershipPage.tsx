import type { ReactElement } from 'react';
import {
  Card,
  DateTimeText,
  EmptyState,
  Page,
  QueryView,
  SignedIn,
  Skeleton,
  Stack,
  TextAreaField,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import type { OwnMembershipQuery } from '../generated/graphql.js';
import { graphql, withFaults } from '../graph/graphql.js';
import { useAction } from '../graph/use-action.js';
import { Facts } from '../parts/Facts.js';
import { FormAction } from '../parts/FormAction.js';

export { words } from './words.js';

const document = graphql(`
  query OwnMembership {
    viewer {
      subject
      memberRecord {
        id
        status
        statusReason
        statusUntil
        suspension {
          viewerActions
          endedAt
          appeal {
            id
            status
            words
            appealedAt
            reasons
            decidedAt
          }
        }
      }
    }
  }
`);

const appealDocument = withFaults(
  graphql(`
    mutation AppealSuspension($input: AppealSuspensionInput!) {
      appealSuspension(input: $input) {
        __typename
        ...Fault
      }
    }
  `),
);

type OwnRecord = NonNullable<OwnMembershipQuery['viewer']['memberRecord']>;
type OwnSuspension = NonNullable<OwnRecord['suspension']>;

/** Where the viewer's membership stands, and the appeal against a suspension. */
export function MembershipPage(): ReactElement {
  const { t } = useTexts();
  return (
    <Page title={t('ownData.membership.title')} lead={t('ownData.membership.lead')}>
      <SignedIn>
        <OwnMembership />
      </SignedIn>
    </Page>
  );
}

function OwnMembership(): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(document, {});
  return (
    <QueryView
      query={query}
      skeleton={<Skeleton height="16rem" />}
      isEmpty={({ viewer }) => !viewer.memberRecord}
      empty={<EmptyState title={t('ownData.membership.title')}>{t('ownData.membership.none')}</EmptyState>}
    >
      {({ viewer: { memberRecord: record } }) =>
        record && (
          <Stack>
            <Card>
              <Facts
                facts={[
                  {
                    name: t('ownData.membership.status'),
                    value: record.status && t(`ownData.membership.states.${record.status}`),
                  },
                  { name: t('ownData.membership.reason'), value: record.statusReason },
                  {
                    name: t('ownData.membership.until'),
                    value: record.statusUntil && <DateTimeText instant={record.statusUntil} isRelative />,
                  },
                ]}
              />
            </Card>
            {record.suspension && <AppealCard suspension={record.suspension} onDone={query.reload} />}
          </Stack>
        )
      }
    </QueryView>
  );
}

type AppealProps = { readonly suspension: OwnSuspension; readonly onDone: () => void };

function AppealCard({ suspension, onDone }: AppealProps): ReactElement | null {
  const { t } = useTexts();
  const appeal = useAction(appealDocument, (data) => data.appealSuspension);
  if (suspension.appeal) return <StandingAppeal appeal={suspension.appeal} />;
  if (suspension.viewerActions.length === 0) return null;
  return (
    <Card>
      <Stack>
        <p>{t('ownData.membership.appealLead')}</p>
        <FormAction
          viewerActions={suspension.viewerActions}
          action="APPEAL"
          look="primary"
          label={t('ownData.membership.appeal')}
          initial={{ words: '' }}
          onRun={({ words: said }, idempotencyKey) => appeal({ input: { words: said, idempotencyKey } })}
          onDone={onDone}
        >
          <TextAreaField name="words" label={t('ownData.membership.words')} rows={6} />
        </FormAction>
      </Stack>
    </Card>
  );
}

function StandingAppeal({ appeal }: { readonly appeal: NonNullable<OwnSuspension['appeal']> }): ReactElement {
  const { t } = useTexts();
  return (
    <Card>
      <h2>{t('ownData.membership.yourAppeal')}</h2>
      <Facts
        facts={[
          { name: t('ownData.membership.words'), value: appeal.words },
          { name: t('ownData.membership.decision'), value: t(`ownData.membership.appealStates.${appeal.status}`) },
          { name: t('ownData.membership.reasons'), value: appeal.reasons },
        ]}
      />
    </Card>
  );
}
