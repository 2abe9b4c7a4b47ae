import type { ReactElement } from 'react';
import { Card, PersonChip, TextField, useTexts } from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import { FormAction } from '../parts/FormAction.js';
import { Row, Rows } from '../parts/Rows.js';
import { removeDocument } from './group-actions.js';
import type { ShownStudyGroup } from './study-documents.js';
import { StudyBadge } from './StudyBadge.js';

type PeopleProps = { readonly group: ShownStudyGroup; readonly onChange: () => void };

/** Who has a seat, and for the organiser who waits or is invited. */
export function GroupPeople({ group, onChange }: PeopleProps): ReactElement | null {
  const { t } = useTexts();
  if (!group.seats) return null;
  return (
    <Card>
      <h2>{t('study.people')}</h2>
      <Rows>
        {group.seats.edges.map(({ node: { id, member } }) => (
          <Row key={id}>
            <PersonChip
              name={member?.displayName}
              detail={member?.id === group.organiser?.id ? t('study.organiser') : undefined}
            />
            {member?.id !== group.organiser?.id && <RemoveAction group={group} placeId={id} onChange={onChange} />}
          </Row>
        ))}
        {(group.waiting?.edges ?? []).map(({ node: { id, member, status } }) => (
          <Row key={id}>
            <PersonChip name={member?.displayName} detail={<StudyBadge of="place" status={status} />} />
            <RemoveAction group={group} placeId={id} onChange={onChange} />
          </Row>
        ))}
      </Rows>
    </Card>
  );
}

function RemoveAction({ group, placeId, onChange }: PeopleProps & { readonly placeId: string }): ReactElement {
  const { t } = useTexts();
  const remove = useAction(removeDocument, (data) => data.removeFromStudyGroup);
  return (
    <FormAction
      viewerActions={group.viewerActions}
      action="REMOVE"
      look="danger"
      label={t('study.remove')}
      lead={t('study.removeLead')}
      initial={{ reason: '' }}
      onRun={({ reason }) => remove({ input: { placeId, reason } })}
      onDone={onChange}
    >
      <TextField name="reason" label={t('study.removeReason')} />
    </FormAction>
  );
}
