import type { ReactElement } from 'react';
import { ActionButton, Card, Cluster, DateTimeText, SoftText, useTexts } from '@guildhall/ui';
import { graphql, withFaults, withFragments } from '../graph/graphql.js';
import { useAction, useIntent } from '../graph/use-action.js';
import { StatusWord } from '../parts/StatusWord.js';
import type { ShownActivity } from './activity-document.js';

const placeFragment = graphql(`
  fragment OwnPlace on Registration {
    id
    status
    waitingPlace
    viewerActions
  }
`);

const registerDocument = withFragments(
  withFaults(
    graphql(`
      mutation RegisterForActivity($input: RegisterForActivityInput!) {
        registerForActivity(input: $input) {
          __typename
          ... on RegisterForActivitySuccess {
            registration {
              ...OwnPlace
            }
          }
          ...Fault
        }
      }
    `),
  ),
  placeFragment,
);

const cancelDocument = withFragments(
  graphql(`
    mutation CancelRegistration($input: CancelRegistrationInput!) {
      cancelRegistration(input: $input) {
        __typename
        ... on CancelRegistrationSuccess {
          registration {
            ...OwnPlace
          }
        }
      }
    }
  `),
  placeFragment,
);

const leaveDocument = withFragments(
  graphql(`
    mutation LeaveWaitingList($input: LeaveWaitingListInput!) {
      leaveWaitingList(input: $input) {
        __typename
        ... on LeaveWaitingListSuccess {
          registration {
            ...OwnPlace
          }
        }
      }
    }
  `),
  placeFragment,
);

type PartProps = { readonly activity: ShownActivity; readonly onChange: () => void };

/** The viewer's own place in an activity: take it, give it back, or see where they wait. */
export function RegistrationPart({ activity, onChange }: PartProps): ReactElement | null {
  const { t } = useTexts();
  const { viewerRegistration: own, viewerActions } = activity;
  const register = useAction(registerDocument, (data) => data.registerForActivity);
  const intent = useIntent();
  if (!own && !viewerActions.includes('REGISTER')) return null;
  return (
    <Card>
      <h2>{t('registration.title')}</h2>
      {own && <OwnPlace own={own} onChange={onChange} />}
      {activity.seatsLeft === 0 && viewerActions.includes('REGISTER') && (
        <SoftText>{t('registration.fullLead')}</SoftText>
      )}
      <Cluster>
        <ActionButton
          viewerActions={viewerActions}
          action="REGISTER"
          look="primary"
          label={activity.seatsLeft === 0 ? t('registration.queue') : t('registration.register')}
          onRun={() => intent((idempotencyKey) => register({ input: { activityId: activity.id, idempotencyKey } }))}
          onDone={onChange}
        />
      </Cluster>
    </Card>
  );
}

type OwnPlaceProps = { readonly own: NonNullable<ShownActivity['viewerRegistration']>; readonly onChange: () => void };

function OwnPlace({ own, onChange }: OwnPlaceProps): ReactElement {
  const { t } = useTexts();
  const cancel = useAction(cancelDocument, (data) => data.cancelRegistration);
  const leave = useAction(leaveDocument, (data) => data.leaveWaitingList);
  const input = { registrationId: own.id };
  const isLate = own.freeCancelUntil != null && Date.parse(own.freeCancelUntil) < Date.now();
  return (
    <>
      <Cluster>
        <StatusWord family="registration" status={own.status} />
        {own.waitingPlace != null && <strong>{t('registration.waitingPlace', { place: own.waitingPlace })}</strong>}
      </Cluster>
      {own.statusReason && <SoftText>{own.statusReason}</SoftText>}
      {own.freeCancelUntil && (
        <SoftText isSmall>
          {t('registration.freeUntil')} <DateTimeText instant={own.freeCancelUntil} />
        </SoftText>
      )}
      <Cluster>
        <ActionButton
          viewerActions={own.viewerActions}
          action="CANCEL"
          look="danger"
          label={t('registration.cancel')}
          confirm={{
            title: t('registration.cancelTitle'),
            body: isLate ? t('registration.cancelLate') : t('registration.cancelBody'),
            label: t('registration.cancel'),
          }}
          onRun={() => cancel({ input })}
          onDone={onChange}
        />
        <ActionButton
          viewerActions={own.viewerActions}
          action="LEAVE_WAITING_LIST"
          look="danger"
          label={t('registration.leave')}
          confirm={{
            title: t('registration.leaveTitle'),
            body: t('registration.leaveBody'),
            label: t('registration.leave'),
          }}
          onRun={() => leave({ input })}
          onDone={onChange}
        />
      </Cluster>
    </>
  );
}
