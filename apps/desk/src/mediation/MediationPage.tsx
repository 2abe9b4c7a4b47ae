import {
  ActionButton,
  Card,
  Cluster,
  DialogAction,
  EmptyState,
  MediationParties,
  MediationRoom,
  MediationSessions,
  MediationStatusWord,
  MediationTerms,
  Page,
  QueryView,
  SkeletonList,
  Stack,
  useGraphMutation,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import { useNavigate, useParams } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import {
  EndMediationWithoutAgreementDocument,
  HeldMediationDocument,
  PostMediationMessageDocument,
  StepBackFromMediationDocument,
  type HeldMediationFragment,
} from '../generated/mediation-room/graphql.js';
import { ForRoles } from '../roles/ForRoles.js';
import { pageRoles } from '../roles/page-roles.js';
import { AgreementForm } from './AgreementForm.js';
import { SessionForm } from './SessionForm.js';

export { words } from './words.js';

function readId({ mediationId = '' }: { readonly mediationId?: string }): string {
  return mediationId;
}

/** One mediation as its mediator holds it: every room with who reads it, meetings, and its end. */
export function MediationPage(): ReactElement {
  const { t } = useTexts();
  const id = useParams({ strict: false, select: readId });
  return (
    <Page title={t('mediations.one')} lead={t('mediations.oneLead')}>
      <ForRoles roles={pageRoles.mediation}>{() => <Held key={id} id={id} />}</ForRoles>
    </Page>
  );
}

function Held({ id }: { readonly id: string }): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(HeldMediationDocument, { id });
  return (
    <QueryView
      query={query}
      skeleton={<SkeletonList height="16rem" />}
      isEmpty={({ mediation }) => !mediation}
      empty={
        <EmptyState picture="door" title={t('mediations.missing')}>
          {t('mediations.missingLead')}
        </EmptyState>
      }
    >
      {({ mediation }) => mediation && <HeldView {...{ mediation }} onChange={query.reload} />}
    </QueryView>
  );
}

type HeldProps = { readonly mediation: HeldMediationFragment; readonly onChange: () => void };

function HeldView({ mediation, onChange }: HeldProps): ReactElement {
  const { t } = useTexts();
  const post = useGraphMutation(PostMediationMessageDocument);
  const write = async (roomId: string, body: string, idempotencyKey: string) => {
    const { data, problem } = await post({ input: { roomId, body, idempotencyKey } });
    return { result: data?.postMediationMessage, problem };
  };
  return (
    <Stack gap="large">
      <Card>
        <Cluster>
          <MediationStatusWord status={mediation.status} />
        </Cluster>
        <MediationParties mediation={mediation} />
        {mediation.request && (
          <>
            <h2>{t('mediation.why')}</h2>
            <p>{mediation.request}</p>
          </>
        )}
        <HeldActions {...{ mediation, onChange }} />
      </Card>
      <MediationTerms mediation={mediation} />
      <MediationSessions mediation={mediation} />
      {mediation.rooms.map((room) => (
        <MediationRoom key={room.id} {...{ room, write, onChange }} isMediator />
      ))}
    </Stack>
  );
}

function HeldActions({ mediation, onChange }: HeldProps): ReactElement {
  const { t } = useTexts();
  const { id: mediationId, viewerActions } = mediation;
  const end = useGraphMutation(EndMediationWithoutAgreementDocument);
  const stepBack = useGraphMutation(StepBackFromMediationDocument);
  const navigate = useNavigate();
  // Once it is given back or over without an agreement, its mediator sees nothing of it any more.
  const leave = (): void => void navigate({ to: '/mediation' });
  const finish = (shut: () => void) => () => {
    shut();
    onChange();
  };
  return (
    <Cluster>
      <DialogAction {...{ viewerActions }} action="PLAN_SESSION" label={t('mediations.plan')}>
        {(shut) => <SessionForm mediation={mediation} onDone={finish(shut)} />}
      </DialogAction>
      <DialogAction {...{ viewerActions }} action="RECORD_AGREEMENT" look="primary" label={t('mediations.record')}>
        {(shut) => <AgreementForm mediation={mediation} onDone={finish(shut)} />}
      </DialogAction>
      <ActionButton
        {...{ viewerActions }}
        onDone={leave}
        action="RECORD_NO_AGREEMENT"
        label={t('mediations.end')}
        confirm={{ title: t('mediations.endTitle'), body: t('mediations.endBody'), label: t('mediations.end') }}
        onRun={async () => {
          const { data, problem } = await end({ input: { mediationId } });
          return { result: data?.endMediationWithoutAgreement, problem };
        }}
      />
      <ActionButton
        {...{ viewerActions }}
        onDone={leave}
        action="STEP_BACK"
        look="danger"
        label={t('mediations.stepBack')}
        confirm={{
          title: t('mediations.stepBackTitle'),
          body: t('mediations.stepBackBody'),
          label: t('mediations.stepBack'),
        }}
        onRun={async () => {
          const { data, problem } = await stepBack({ input: { mediationId } });
          return { result: data?.stepBackFromMediation, problem };
        }}
      />
    </Cluster>
  );
}
