import type { ReactElement } from 'react';
import { Card, Cluster, DateTimeText, Form, RadioField, SoftText, StatusBadge, useForm, useTexts } from '@guildhall/ui';
import type { JoinPolicy } from '../../generated/graphql.js';
import { graphql } from '../../graph/graphql.js';
import { useAction } from '../../graph/use-action.js';
import { PersonLink } from '../../people/PersonLink.js';
import { Prose, Row, Rows } from '../../parts/Rows.js';
import { AdmissionActions } from '../AdmissionActions.js';
import { InviteAction } from './InviteAction.js';
import type { RunGroup, RunPartProps } from './run-document.js';

const document = graphql(`
  mutation ChangeJoinPolicy($input: ChangeJoinPolicyInput!) {
    changeJoinPolicy(input: $input) {
      __typename
    }
  }
`);

const policies: readonly JoinPolicy[] = ['OPEN', 'REQUEST', 'INVITE'];

/** Who waits to come in, whom to invite, and how people come in. */
export function ComingInPart({ group, onChange }: RunPartProps): ReactElement {
  const { t } = useTexts();
  const waiting = group.admissions.edges.map(({ node }) => node);
  const of = (kind: string) => waiting.filter((admission) => admission.kind === kind);
  return (
    <Card>
      <h2>{t('runGroup.comingIn')}</h2>
      <Waiting
        title={t('runGroup.requests')}
        none={t('runGroup.noRequests')}
        list={of('REQUEST')}
        onChange={onChange}
      />
      <Waiting
        title={t('runGroup.invitations')}
        none={t('runGroup.noInvitations')}
        list={of('INVITATION')}
        onChange={onChange}
      />
      <InviteAction group={group} onChange={onChange} />
      {group.viewerActions.includes('CHANGE_JOIN_POLICY') && (
        <PolicyForm key={group.joinPolicy} group={group} onChange={onChange} />
      )}
    </Card>
  );
}

type WaitingProps = {
  readonly title: string;
  readonly none: string;
  readonly list: readonly RunGroup['admissions']['edges'][number]['node'][];
  readonly onChange: () => void;
};

function Waiting({ title, none, list, onChange }: WaitingProps): ReactElement {
  return (
    <section>
      <Cluster>
        <h3>{title}</h3>
        {list.length > 0 && <StatusBadge tone="info">{list.length}</StatusBadge>}
      </Cluster>
      {list.length === 0 && <SoftText>{none}</SoftText>}
      <Rows>
        {list.map((admission) => (
          <Row key={admission.id}>
            <div>
              <PersonLink member={admission.member} />
              <SoftText isSmall>
                <DateTimeText instant={admission.askedAt} show="day" />
              </SoftText>
              {admission.words !== null && <Prose>{admission.words}</Prose>}
            </div>
            <AdmissionActions admission={admission} onDone={onChange} />
          </Row>
        ))}
      </Rows>
    </section>
  );
}

function PolicyForm({ group, onChange }: RunPartProps): ReactElement {
  const { t } = useTexts();
  const change = useAction(document, (data) => data.changeJoinPolicy);
  const form = useForm({
    initial: { joinPolicy: group.joinPolicy },
    submit: ({ joinPolicy }) =>
      change({ input: { groupId: group.id, joinPolicy: policies.find((each) => each === joinPolicy) ?? 'OPEN' } }),
    onDone: onChange,
  });
  return (
    <Form form={form} submitLook="plain" submitLabel={t('runGroup.savePolicy')}>
      <RadioField
        name="joinPolicy"
        label={t('runGroup.policy')}
        options={policies.map((value) => ({ value, label: t(`runGroup.policyOf.${value}`) }))}
      />
    </Form>
  );
}
