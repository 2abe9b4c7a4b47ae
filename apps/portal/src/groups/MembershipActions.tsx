import { lazy, Suspense, type ReactElement } from 'react';
import { ActionButton, Cluster, useTexts } from '@guildhall/ui';
import { graphql, withFragments } from '../graph/graphql.js';
import { useAction } from '../graph/use-action.js';
import type { ShownGroup } from './group-document.js';

const membershipFragment = graphql(`
  fragment Membership on Group {
    id
    memberCount
    viewerIsMember
    viewerActions
  }
`);

const joinDocument = withFragments(
  graphql(`
    mutation JoinGroup($input: JoinGroupInput!) {
      joinGroup(input: $input) {
        __typename
        ... on JoinGroupSuccess {
          group {
            ...Membership
          }
        }
      }
    }
  `),
  membershipFragment,
);

const leaveDocument = withFragments(
  graphql(`
    mutation LeaveGroup($input: LeaveGroupInput!) {
      leaveGroup(input: $input) {
        __typename
        ... on LeaveGroupSuccess {
          group {
            ...Membership
          }
        }
      }
    }
  `),
  membershipFragment,
);

// Most people join at once; asking and being asked is loaded where it is needed.
const Admission = lazy(() => import('./Admission.js').then((module) => ({ default: module.Admission })));

/** A group and what to do once the viewer's standing in it changed. */
export type MembershipActionsProps = { readonly group: ShownGroup; readonly onChange: () => void };

/** Joins or leaves a group, asks to be let in, or answers its invitation. */
export function MembershipActions({ group, onChange }: MembershipActionsProps): ReactElement {
  const { t } = useTexts();
  const join = useAction(joinDocument, (data) => data.joinGroup);
  const leave = useAction(leaveDocument, (data) => data.leaveGroup);
  const shared = { viewerActions: group.viewerActions, onDone: onChange };
  const input = { groupId: group.id };
  const asks = group.viewerAdmission !== null || group.viewerActions.includes('REQUEST_TO_JOIN');
  return (
    <>
      <Cluster>
        <ActionButton {...shared} action="JOIN" look="primary" label={t('group.join')} onRun={() => join({ input })} />
        <ActionButton
          {...shared}
          action="LEAVE"
          look="danger"
          label={t('group.leave')}
          confirm={{ title: t('group.leaveTitle'), body: t('group.leaveBody'), label: t('group.leave') }}
          onRun={() => leave({ input })}
        />
      </Cluster>
      {asks && (
        <Suspense>
          <Admission group={group} onChange={onChange} />
        </Suspense>
      )}
    </>
  );
}
