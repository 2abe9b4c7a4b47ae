import type { ReactElement } from 'react';
import { ActionButton, Card, CheckboxField, Cluster, SoftText, StatusBadge, useTexts } from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import { FormAction } from '../parts/FormAction.js';
import { Prose } from '../parts/Rows.js';
import { PersonLink } from '../people/PersonLink.js';
import { decideRaiseDocument } from './post-actions.js';
import { RaiseIdea } from './RaiseIdea.js';
import type { ShownRaiseRequest, ShownThread } from './thread.js';

type PartProps = { readonly post: ShownThread; readonly onChange: () => void };

/** Who wants to raise this idea, for its author to answer and for those who asked to go on. */
export function RaiseRequests({ post, onChange }: PartProps): ReactElement | null {
  const { t } = useTexts();
  if (post.raiseRequests.length === 0) return null;
  return (
    <Card>
      <h2>{t('talk.raiseRequests')}</h2>
      {post.raiseRequests.map((request) => (
        <RaiseRequest key={request.id} {...{ post, request, onChange }} />
      ))}
    </Card>
  );
}

function RaiseRequest({ post, request, onChange }: PartProps & { readonly request: ShownRaiseRequest }): ReactElement {
  const { t } = useTexts();
  const decide = useAction(decideRaiseDocument, (data) => data.decideRaiseRequest);
  const { id: requestId, viewerActions } = request;
  const shared = { viewerActions, onDone: onChange };
  const answer = (decision: 'AGREE' | 'DECLINE' | 'TAKE_BACK', authorNamed = false) =>
    decide({ input: { requestId, decision, authorNamed } });
  return (
    <div>
      <Cluster>
        <PersonLink member={request.askedBy} />
        <SoftText>{t(`talk.asksFor.${request.target}`)}</SoftText>
        <StatusBadge>{t(`talk.raiseStatus.${request.status}`)}</StatusBadge>
        {request.authorNamed && <SoftText isSmall>{t('talk.authorNamed')}</SoftText>}
      </Cluster>
      {request.note && <Prose>{request.note}</Prose>}
      <Cluster>
        <FormAction
          {...shared}
          action="AGREE"
          label={t('talk.agree')}
          lead={t('talk.agreeLead')}
          initial={{ authorNamed: false }}
          onRun={({ authorNamed }) => answer('AGREE', authorNamed)}
        >
          <CheckboxField name="authorNamed" label={t('talk.nameMe')} />
        </FormAction>
        <ActionButton {...shared} action="DECLINE" label={t('talk.decline')} onRun={() => answer('DECLINE')} />
        <ActionButton
          {...shared}
          action="TAKE_BACK"
          look="danger"
          label={t('talk.takeBack')}
          confirm={{ title: t('talk.takeBackTitle'), body: t('talk.takeBackBody'), label: t('talk.takeBack') }}
          onRun={() => answer('TAKE_BACK')}
        />
        <RaiseIdea post={post} viewerActions={viewerActions} as={request.target} />
      </Cluster>
    </div>
  );
}
