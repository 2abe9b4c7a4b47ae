import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { ActionButton, Card, CheckboxField, Cluster, DateTimeText, SoftText, Stack, useTexts } from '@guildhall/ui';
import { useAction, useIntent } from '../graph/use-action.js';
import { FormAction } from '../parts/FormAction.js';
import { Row, Rows } from '../parts/Rows.js';
import {
  claimShiftDocument,
  keepDocument,
  offerSwapDocument,
  takeSwapDocument,
  withdrawDocument,
} from './service-actions.js';
import type { MyService, ShownShift } from './service-documents.js';
import { ServiceStatus } from './ServiceStatus.js';
import { ShiftNotices } from './SignUp.js';

type PartProps = { readonly viewer: MyService; readonly onChange: () => void };

function ShiftName({ shift }: { readonly shift: ShownShift }): ReactElement {
  return (
    <div>
      <Link to="/service/$opportunityId" params={{ opportunityId: shift.opportunity.id }}>
        {shift.opportunity.title}
      </Link>
      <SoftText isSmall>
        <DateTimeText instant={shift.startsAt} isRelative />–<DateTimeText instant={shift.endsAt} show="time" /> ·{' '}
        {shift.opportunity.host.name} · {shift.meetingPoint}
      </SoftText>
    </div>
  );
}

/** The shifts ahead, with giving them up and passing them on. */
export function NextShifts({ viewer, onChange }: PartProps): ReactElement {
  const { t } = useTexts();
  const withdraw = useAction(withdrawDocument, (data) => data.withdrawFromShift);
  const offer = useAction(offerSwapDocument, (data) => data.offerShiftSwap);
  const keep = useAction(keepDocument, (data) => data.keepShift);
  const ahead = viewer.shiftSignups?.edges ?? [];
  return (
    <Card>
      <h2>{t('service.nextShifts')}</h2>
      {ahead.length === 0 && <SoftText>{t('service.noNextShifts')}</SoftText>}
      <Rows>
        {ahead.map(({ node: { id: signupId, status, viewerActions, shift } }) => (
          <Row key={signupId}>
            <Stack gap="small">
              <ShiftName shift={shift} />
              <Cluster>
                <ServiceStatus of="signup" status={status} />
              </Cluster>
            </Stack>
            <Cluster>
              <ActionButton
                {...{ viewerActions, onDone: onChange }}
                action="OFFER_SWAP"
                label={t('service.offerSwap')}
                confirm={{
                  title: t('service.offerSwap'),
                  body: t('service.offerSwapLead'),
                  label: t('service.offerSwap'),
                }}
                onRun={() => offer({ input: { signupId } })}
              />
              <ActionButton
                {...{ viewerActions, onDone: onChange }}
                action="KEEP"
                label={t('service.keep')}
                onRun={() => keep({ input: { signupId } })}
              />
              <ActionButton
                {...{ viewerActions, onDone: onChange }}
                action="WITHDRAW"
                look="danger"
                label={t('service.withdraw')}
                confirm={{
                  title: t('service.withdraw'),
                  body: t('service.withdrawLead'),
                  label: t('service.withdraw'),
                }}
                onRun={() => withdraw({ input: { signupId } })}
              />
            </Cluster>
          </Row>
        ))}
      </Rows>
    </Card>
  );
}

/** Shifts that were worked and not claimed: one tap each. */
export function ToClaim({ viewer, onChange }: PartProps): ReactElement | null {
  const { t } = useTexts();
  const claim = useAction(claimShiftDocument, (data) => data.claimShiftHours);
  const intent = useIntent();
  const open = (viewer.worked?.edges ?? []).filter(
    ({ node }) => node.viewerActions.includes('CLAIM_HOURS') && node.claim === null,
  );
  if (open.length === 0) return null;
  return (
    <Card>
      <h2>{t('service.toClaim')}</h2>
      <Rows>
        {open.map(({ node: { id: signupId, viewerActions, shift } }) => (
          <Row key={signupId}>
            <ShiftName shift={shift} />
            <ActionButton
              {...{ viewerActions, onDone: onChange }}
              action="CLAIM_HOURS"
              look="primary"
              label={t('service.claim')}
              onRun={() => intent((idempotencyKey) => claim({ input: { signupId, idempotencyKey } }))}
            />
          </Row>
        ))}
      </Rows>
    </Card>
  );
}

/** Places of others that the viewer may take over. */
export function SwapsOffered({ viewer, onChange }: PartProps): ReactElement | null {
  const { t } = useTexts();
  const swaps = viewer.swapsOffered?.edges ?? [];
  if (swaps.length === 0) return null;
  return (
    <Card>
      <h2>{t('service.swaps')}</h2>
      <SoftText>{t('service.swapsLead')}</SoftText>
      <Rows>
        {swaps.map(({ node }) => (
          <Row key={node.id}>
            <div>
              <ShiftName shift={node.shift} />
              {node.member?.displayName && (
                <SoftText isSmall>{t('service.offeredBy', { name: node.member.displayName })}</SoftText>
              )}
            </div>
            <TakeSwap swap={node} onChange={onChange} />
          </Row>
        ))}
      </Rows>
    </Card>
  );
}

type Swap = NonNullable<MyService['swapsOffered']>['edges'][number]['node'];

function TakeSwap({ swap, onChange }: { readonly swap: Swap; readonly onChange: () => void }): ReactElement {
  const { t } = useTexts();
  const take = useAction(takeSwapDocument, (data) => data.takeShiftSwap);
  const { shift } = swap;
  return (
    <FormAction
      viewerActions={swap.viewerActions}
      action="TAKE_SWAP"
      label={t('service.takeSwap')}
      lead={t('service.takeSwapLead')}
      initial={{ acceptsOverlap: false, confirmsAdult: false }}
      onRun={(values, idempotencyKey) => take({ input: { signupId: swap.id, ...values, idempotencyKey } })}
      onDone={onChange}
    >
      <ShiftNotices notices={shift.viewerNotices} />
      {shift.viewerNotices.some(({ isBlocking }) => !isBlocking) && (
        <CheckboxField name="acceptsOverlap" label={t('service.iKnow')} />
      )}
      {shift.opportunity.isAdultsOnly && <CheckboxField name="confirmsAdult" label={t('service.iAmAdult')} />}
    </FormAction>
  );
}
