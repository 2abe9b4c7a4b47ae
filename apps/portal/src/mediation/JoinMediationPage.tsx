import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import {
  Button,
  Card,
  Cluster,
  DateTimeText,
  Form,
  MediationAgreementText,
  Notice,
  Page,
  ResultNotice,
  SoftText,
  TextField,
  useForm,
  useSession,
  useTexts,
  type Outcome,
} from '@guildhall/ui';
import type { OpenMediationInvitationMutation } from '../generated/graphql.js';
import { graphql } from '../graph/graphql.js';
import { useAction } from '../graph/use-action.js';

export { words } from './words.js';

const openDocument = graphql(`
  mutation OpenMediationInvitation($input: OpenMediationInvitationInput!, $language: String!) {
    openMediationInvitation(input: $input) {
      __typename
      ... on OpenMediationInvitationSuccess {
        invitation {
          kind
          invitedUntil
          agreement {
            version
            paragraphs(language: $language)
          }
        }
      }
    }
  }
`);

const joinDocument = graphql(`
  mutation JoinMediation($input: JoinMediationInput!) {
    joinMediation(input: $input) {
      __typename
      ... on JoinMediationSuccess {
        mediation {
          id
        }
      }
    }
  }
`);

const refuseDocument = graphql(`
  mutation RefuseMediationInvitation($input: RefuseMediationInvitationInput!) {
    refuseMediationInvitation(input: $input) {
      __typename
    }
  }
`);

type Invitation = Extract<
  OpenMediationInvitationMutation['openMediationInvitation'],
  { readonly __typename: 'OpenMediationInvitationSuccess' }
>['invitation'];

/** Takes up an invitation with the code from it, or turns it down without signing in. */
export function JoinMediationPage(): ReactElement {
  const { t } = useTexts();
  const [opened, setOpened] = useState<{ readonly code: string; readonly invitation: Invitation }>();
  return (
    <Page title={t('mediations.haveCode')} lead={t('mediations.codeLead')}>
      {opened === undefined ? (
        <CodeForm onOpen={(code, invitation) => setOpened({ code, invitation })} />
      ) : (
        <Opened {...opened} />
      )}
    </Page>
  );
}

function CodeForm({ onOpen }: { readonly onOpen: (code: string, invitation: Invitation) => void }): ReactElement {
  const { t, language } = useTexts();
  const open = useAction(openDocument, (data) => data.openMediationInvitation);
  const form = useForm({
    initial: { code: '' },
    submit: ({ code }) => open({ input: { code }, language }),
    onDone: (result) => {
      if (result.__typename === 'OpenMediationInvitationSuccess')
        onOpen(String(form.values['code']), result.invitation);
    },
  });
  return (
    <Card>
      <Form form={form} submitLabel={t('mediations.openInvitation')}>
        <TextField name="code" label={t('mediations.code')} hint={t('mediations.codeHint')} />
      </Form>
    </Card>
  );
}

function Opened({ code, invitation }: { readonly code: string; readonly invitation: Invitation }): ReactElement {
  const { t } = useTexts();
  const { state } = useSession();
  const [isRefused, setRefused] = useState(false);
  if (isRefused) return <Notice tone="good">{t('mediations.refused')}</Notice>;
  return (
    <Card>
      <h2>{t('mediations.invited')}</h2>
      <p>{t('mediations.invitedLead')}</p>
      <MediationAgreementText paragraphs={invitation.agreement.paragraphs} />
      <SoftText>
        {t('mediation.signUntil')} <DateTimeText instant={invitation.invitedUntil} show="day" />
      </SoftText>
      {state.status !== 'signed-in' && <Notice>{t('mediations.signInToJoin')}</Notice>}
      <Choice code={code} onRefused={() => setRefused(true)} />
    </Card>
  );
}

function Choice({ code, onRefused }: { readonly code: string; readonly onRefused: () => void }): ReactElement {
  const { t } = useTexts();
  const navigate = useNavigate();
  const [outcome, setOutcome] = useState<Outcome>();
  const join = useAction(joinDocument, (data) => data.joinMediation);
  const refuse = useAction(refuseDocument, (data) => data.refuseMediationInvitation);
  const takeUp = async (): Promise<void> => {
    const joined = await join({ input: { code } });
    setOutcome(joined);
    if (joined.result?.__typename === 'JoinMediationSuccess')
      await navigate({ to: '/mediation/$mediationId', params: { mediationId: joined.result.mediation.id } });
  };
  const turnDown = async (): Promise<void> => {
    const answer = await refuse({ input: { code } });
    setOutcome(answer);
    if (answer.result?.__typename === 'RefuseMediationInvitationSuccess') onRefused();
  };
  return (
    <>
      <ResultNotice outcome={outcome} />
      <Cluster>
        <Button look="primary" onPress={() => void takeUp()}>
          {t('mediations.join')}
        </Button>
        <Button onPress={() => void turnDown()}>{t('mediation.refuse')}</Button>
      </Cluster>
      <SoftText isSmall>{t('mediation.refuseBody')}</SoftText>
    </>
  );
}
