import {
  ActionButton,
  Card,
  Cluster,
  DateTimeText,
  DialogAction,
  MediationParties,
  MediationStatusWord,
  Notice,
  SoftText,
  useGraphMutation,
  useTexts,
} from '@guildhall/ui';
import { useRef, useState, type ReactElement } from 'react';
import {
  InviteMediationPartiesDocument,
  ScreenMediationDocument,
  type InviteMediationPartiesMutation,
  type QueuedMediationFragment,
} from '../generated/mediations/graphql.js';
import { AssignMediatorForm } from './AssignMediatorForm.js';
import { UnsuitableForm } from './UnsuitableForm.js';

/** A mediation that waits, and who is to do something about it. */
export type QueuedMediationProps = { readonly entry: QueuedMediationFragment; readonly onDone: () => void };

type Codes = Extract<
  InviteMediationPartiesMutation['inviteMediationParties'],
  { readonly __typename: 'InviteMediationPartiesSuccess' }
>['codes'];

/** One mediation from the outside: why it was asked for while it is screened, and afterwards nothing but where it stands. */
export function QueuedMediation({ entry, onDone }: QueuedMediationProps): ReactElement {
  const { t } = useTexts();
  const [codes, setCodes] = useState<Codes>([]);
  return (
    <Card as="article">
      <Cluster justify="between">
        <MediationStatusWord status={entry.status} />
        <SoftText isSmall>
          {t('mediations.askedOn')} <DateTimeText instant={entry.requestedAt} show="day" />
        </SoftText>
      </Cluster>
      <MediationParties mediation={entry} />
      {entry.request && (
        <>
          <h3>{t('mediation.why')}</h3>
          <p>{entry.request}</p>
          <SoftText isSmall>{t('mediations.readingSeen')}</SoftText>
        </>
      )}
      {entry.belongsToCase && <SoftText isSmall>{t('mediations.belongsToCase')}</SoftText>}
      {entry.invitedUntil && entry.status === 'INVITED' && (
        <SoftText>
          {t('mediation.signUntil')} <DateTimeText instant={entry.invitedUntil} show="day" />
        </SoftText>
      )}
      {codes.length > 0 && <CodesNotice codes={codes} />}
      <QueueActions {...{ entry, onDone }} onCodes={setCodes} />
    </Card>
  );
}

function CodesNotice({ codes }: { readonly codes: Codes }): ReactElement {
  const { t } = useTexts();
  return (
    <Notice tone="warn">
      <p>{t('mediations.handOn')}</p>
      <ul>
        {codes.map(({ code, party }) => (
          <li key={code}>
            {party.name}: <code>{code}</code>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

type QueueActionsProps = QueuedMediationProps & { readonly onCodes: (codes: Codes) => void };

function QueueActions({ entry, onDone, onCodes }: QueueActionsProps): ReactElement {
  const { t } = useTexts();
  const { id: mediationId, viewerActions, status } = entry;
  const screen = useGraphMutation(ScreenMediationDocument);
  const invite = useInvite(mediationId, onCodes);
  const finish = (shut: () => void) => () => {
    shut();
    onDone();
  };
  return (
    <Cluster>
      <ActionButton
        {...{ viewerActions, onDone }}
        action="FIND_SUITABLE"
        look="primary"
        label={t('mediations.suitable')}
        onRun={async () => {
          const { data, problem } = await screen({ input: { mediationId } });
          return { result: data?.screenMediation, problem };
        }}
      />
      <DialogAction {...{ viewerActions }} action="FIND_UNSUITABLE" label={t('mediations.unsuitable')}>
        {(shut) => <UnsuitableForm mediationId={mediationId} onDone={finish(shut)} />}
      </DialogAction>
      <ActionButton
        {...{ viewerActions, onDone }}
        action="INVITE"
        look={status === 'SUITABLE' ? 'primary' : 'plain'}
        label={t(status === 'SUITABLE' ? 'mediations.invite' : 'mediations.inviteAgain')}
        onRun={invite}
      />
      <DialogAction {...{ viewerActions }} action="ASSIGN" look="primary" label={t('mediations.assign')}>
        {(shut) => <AssignMediatorForm entry={entry} onDone={finish(shut)} />}
      </DialogAction>
    </Cluster>
  );
}

/** Invites once for each press that came through, and keeps the codes, which cannot be read again. */
function useInvite(mediationId: string, onCodes: (codes: Codes) => void) {
  const invite = useGraphMutation(InviteMediationPartiesDocument);
  const key = useRef<string>(undefined);
  return async () => {
    key.current ??= crypto.randomUUID();
    const { data, problem } = await invite({ input: { mediationId, idempotencyKey: key.current } });
    const result = data?.inviteMediationParties;
    if (problem === undefined) key.current = undefined;
    if (result?.__typename === 'InviteMediationPartiesSuccess') onCodes(result.codes);
    return { result, problem };
  };
}
