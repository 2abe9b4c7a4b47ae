import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import {
  ActionButton,
  buttonClass,
  Card,
  Cluster,
  DateTimeText,
  Notice,
  PersonChip,
  SoftText,
  StatusBadge,
  useTexts,
} from '@guildhall/ui';
import { useAction } from '../../graph/use-action.js';
import { Row, Rows } from '../../parts/Rows.js';
import {
  acceptCircleDocument,
  declineCircleDocument,
  leaveCircleDocument,
  type ShownCircle,
} from './circle-documents.js';
import { CircleGroup } from './CircleGroup.js';
import { CircleMeetings } from './CircleMeetings.js';
import { languageName } from './language-name.js';

/** A circle and what can be done with it. */
export type CircleProps = { readonly circle: ShownCircle; readonly onChange: () => void };

/** One circle: a proposal that names nobody, or the people, meetings and words of one that is there. */
export function Circle({ circle, onChange }: CircleProps): ReactElement {
  const { t, language } = useTexts();
  const { status, interest, halfDay, members, conversation, group } = circle;
  const isThere = members.length > 0;
  return (
    <Card>
      <Cluster justify="between">
        <h2>{isThere || status !== 'PROPOSED' ? interest : t('circles.proposed')}</h2>
        <StatusBadge tone={isThere ? 'good' : 'neutral'}>{t(`circleStatus.${status}`)}</StatusBadge>
      </Cluster>
      <p>
        {t('circles.share', {
          interest,
          language: languageName(circle.language, language),
          halfDay: t(`halfDay.${halfDay}`),
        })}
      </p>
      {status === 'PROPOSED' && <Answer circle={circle} onChange={onChange} />}
      {isThere && <People circle={circle} />}
      {conversation && (
        <Cluster>
          <Link
            className={buttonClass}
            data-look="primary"
            to="/messages/$conversationId"
            params={{ conversationId: conversation.id }}
          >
            {t('circles.talk')}
          </Link>
        </Cluster>
      )}
      {isThere && <CircleMeetings circle={circle} onChange={onChange} />}
      <CircleGroup circle={circle} onChange={onChange} />
      {status === 'ENDED' && <SoftText>{t('circles.ended')}</SoftText>}
      {group && (
        <p>
          {t('circles.continues')}{' '}
          <Link to="/groups/$groupId" params={{ groupId: group.id }}>
            {group.name}
          </Link>
        </p>
      )}
      <Leave circle={circle} onChange={onChange} />
    </Card>
  );
}

function Answer({ circle, onChange }: CircleProps): ReactElement {
  const { t } = useTexts();
  const accept = useAction(acceptCircleDocument, (data) => data.acceptCircle);
  const decline = useAction(declineCircleDocument, (data) => data.declineCircle);
  const { id, viewerActions, hasAccepted, expiresAt } = circle;
  const shared = { viewerActions, onDone: onChange };
  return (
    <>
      {hasAccepted && <Notice tone="good">{t('circles.accepted')}</Notice>}
      <SoftText>
        {t('circles.until')} <DateTimeText instant={expiresAt} isRelative />
      </SoftText>
      <Cluster>
        <ActionButton
          {...shared}
          action="ACCEPT"
          look="primary"
          label={t('circles.accept')}
          onRun={() => accept({ input: { circleId: id } })}
        />
        <ActionButton
          {...shared}
          action="DECLINE"
          label={t('circles.decline')}
          confirm={{ title: t('circles.declineTitle'), body: t('circles.declineBody'), label: t('circles.decline') }}
          onRun={() => decline({ input: { circleId: id } })}
        />
      </Cluster>
    </>
  );
}

function People({ circle: { members } }: Pick<CircleProps, 'circle'>): ReactElement {
  const { t } = useTexts();
  return (
    <section>
      <h3>{t('circles.members')}</h3>
      <Rows>
        {members.map(({ name, isViewer, member }) => (
          <Row key={member?.id ?? name}>
            {isViewer || !member ? (
              <PersonChip name={name} detail={isViewer ? t('circles.you') : undefined} />
            ) : (
              <Link to="/people/$memberId" params={{ memberId: member.id }}>
                <PersonChip name={name} />
              </Link>
            )}
          </Row>
        ))}
      </Rows>
    </section>
  );
}

function Leave({ circle: { id, status, viewerActions }, onChange }: CircleProps): ReactElement {
  const { t } = useTexts();
  const leave = useAction(leaveCircleDocument, (data) => data.leaveCircle);
  const label = t(status === 'PROPOSED' ? 'circles.takeBack' : 'circles.leave');
  return (
    <ActionButton
      viewerActions={viewerActions}
      action="LEAVE"
      look="danger"
      label={label}
      confirm={{ title: t('circles.leaveTitle'), body: t('circles.leaveBody'), label }}
      onRun={() => leave({ input: { circleId: id } })}
      onDone={onChange}
    />
  );
}
