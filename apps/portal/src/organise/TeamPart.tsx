import type { ReactElement } from 'react';
import {
  ActionButton,
  Card,
  Cluster,
  SelectField,
  StatusBadge,
  TextAreaField,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import type { TeamRole } from '../generated/graphql.js';
import { graphql } from '../graph/graphql.js';
import { useAction } from '../graph/use-action.js';
import { FormAction } from '../parts/FormAction.js';
import { Row, Rows } from '../parts/Rows.js';
import type { PartProps, ShownOrganising } from './organise-document.js';
import {
  acceptTeamPlaceDocument,
  askOntoTeamDocument,
  declineTeamPlaceDocument,
  leaveTeamDocument,
  removeFromTeamDocument,
} from './team-documents.js';

const fellowsDocument = graphql(`
  query TeamFellows($groupId: ID!) {
    group(id: $groupId) {
      id
      members(first: 100) {
        edges {
          node {
            id
            member {
              id
              displayName
            }
          }
        }
      }
    }
  }
`);

const roles: readonly TeamRole[] = ['LEAD', 'COORDINATOR', 'CREW', 'WELFARE_LEAD'];
const isRole = (value: string): value is TeamRole => roles.some((role) => role === value);

/** Who organises the activity, and who was asked to. */
export function TeamPart({ activity, organising, onChange }: PartProps): ReactElement {
  const { t } = useTexts();
  return (
    <Card>
      <h2>{t('organise.team')}</h2>
      <Rows>
        {organising.team.map((place) => (
          <Row key={place.id}>
            <Cluster>
              <strong>{place.member?.displayName ?? t('organise.nobody')}</strong>
              <span>{t(`organise.roles.${place.role}`)}</span>
              {place.status === 'ASKED' && <StatusBadge tone="info">{t('organise.asked')}</StatusBadge>}
            </Cluster>
            <PlaceActions place={place} onChange={onChange} />
          </Row>
        ))}
      </Rows>
      {activity.group && <AskAction {...{ activity, organising, onChange }} groupId={activity.group.id} />}
    </Card>
  );
}

function AskAction({
  activity,
  organising,
  onChange,
  groupId,
}: PartProps & { readonly groupId: string }): ReactElement {
  const { t } = useTexts();
  const ask = useAction(askOntoTeamDocument, (data) => data.askOntoTeam);
  return (
    <FormAction
      viewerActions={organising.viewerActions}
      action="ASK_ONTO_TEAM"
      label={t('organise.teamAsk')}
      lead={t('organise.askLead')}
      initial={{ memberId: '', role: 'CREW' }}
      onRun={({ memberId, role }) =>
        ask({ input: { activityId: activity.id, memberId, role: isRole(role) ? role : 'CREW' } })
      }
      onDone={onChange}
    >
      <FellowField groupId={groupId} team={organising.team} />
      <SelectField
        name="role"
        label={t('organise.role')}
        options={roles.map((role) => ({ value: role, label: t(`organise.roles.${role}`) }))}
      />
    </FormAction>
  );
}

/** The members of the group who are not on the team yet; loaded when the form opens. */
function FellowField({
  groupId,
  team,
}: {
  readonly groupId: string;
  readonly team: ShownOrganising['team'];
}): ReactElement {
  const { t } = useTexts();
  const { data } = useGraphQuery(fellowsDocument, { groupId });
  const onTeam = new Set(team.map(({ member }) => member?.id));
  const options = (data?.group?.members.edges ?? []).flatMap(({ node: { member } }) =>
    member?.displayName && !onTeam.has(member.id) ? [{ value: member.id, label: member.displayName }] : [],
  );
  return <SelectField name="memberId" label={t('organise.member')} options={options} />;
}

/** What can be done to a place on a team. */
export function PlaceActions({
  place,
  onChange,
}: {
  readonly place: { readonly id: string; readonly viewerActions: readonly string[] };
  readonly onChange: () => void;
}): ReactElement {
  const { t } = useTexts();
  const accept = useAction(acceptTeamPlaceDocument, (data) => data.acceptTeamPlace);
  const decline = useAction(declineTeamPlaceDocument, (data) => data.declineTeamPlace);
  const leave = useAction(leaveTeamDocument, (data) => data.leaveTeam);
  const remove = useAction(removeFromTeamDocument, (data) => data.removeFromTeam);
  const shared = { viewerActions: place.viewerActions, onDone: onChange };
  const input = { placeId: place.id };
  const reason = <TextAreaField name="reason" label={t('organise.reason')} />;
  return (
    <Cluster>
      <ActionButton
        {...shared}
        action="ACCEPT"
        look="primary"
        label={t('organise.accept')}
        onRun={() => accept({ input })}
      />
      <ActionButton {...shared} action="DECLINE" label={t('organise.decline')} onRun={() => decline({ input })} />
      <FormAction
        {...shared}
        action="LEAVE"
        label={t('organise.leave')}
        initial={{ reason: '' }}
        onRun={(values) => leave({ input: { ...input, ...values } })}
      >
        {reason}
      </FormAction>
      <FormAction
        {...shared}
        action="REMOVE"
        label={t('organise.remove')}
        initial={{ reason: '' }}
        onRun={(values) => remove({ input: { ...input, ...values } })}
      >
        {reason}
      </FormAction>
    </Cluster>
  );
}
