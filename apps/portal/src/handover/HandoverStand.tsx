import type { ReactElement } from 'react';
import {
  ActionButton,
  Card,
  Cluster,
  DateTimeText,
  Notice,
  PersonChip,
  SoftText,
  Stack,
  Timeline,
  useTexts,
  type TimelineStep,
} from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import { acceptHandoverDocument, handOverDocument, startShadowingDocument } from './handover-actions.js';
import type { HandoverPart, ShownHandover } from './handover-document.js';
import { stagesOf } from './handover-stages.js';
import { HandoverStatusBadge } from './HandoverStatusBadge.js';
import { useOfficeName } from './use-office-name.js';

/** Where a handover stands, between whom, and the one thing to do next. */
export function HandoverStand({ capsule, onChange }: HandoverPart): ReactElement {
  const { t } = useTexts();
  const nameOf = useOfficeName();
  return (
    <Card>
      <Stack>
        <Cluster>
          <h2>{nameOf(capsule)}</h2>
          <HandoverStatusBadge {...capsule} />
        </Cluster>
        <Cluster>
          {capsule.outgoing.map(({ id, displayName }) => (
            <PersonChip key={id} name={displayName} detail={t('handover.handsOver')} />
          ))}
          <PersonChip name={capsule.successor.displayName} detail={t('handover.takesOver')} />
        </Cluster>
        {!capsule.hasPredecessor && <SoftText>{t('handover.nobodyBefore')}</SoftText>}
        <Stages capsule={capsule} />
        {capsule.isLate && <Notice tone="warn">{t('handover.lateLead')}</Notice>}
        <Missing capsule={capsule} />
        <Steps capsule={capsule} onChange={onChange} />
        {capsule.keptUntil && (
          <SoftText isSmall>
            {t('handover.keptUntil')} <DateTimeText instant={capsule.keptUntil} show="day" />
          </SoftText>
        )}
      </Stack>
    </Card>
  );
}

function Stages({ capsule }: { readonly capsule: ShownHandover }): ReactElement {
  const { t } = useTexts();
  const steps = stagesOf(capsule).map(({ stage, state, at }): TimelineStep => {
    const when = at === undefined ? undefined : <DateTimeText instant={at} show="day" />;
    const until =
      stage === 'SHADOWING' && capsule.shadowUntil ? (
        <>
          {' · '}
          {t('handover.readsUntil')} <DateTimeText instant={capsule.shadowUntil} show="day" />
        </>
      ) : undefined;
    const detail =
      when === undefined ? undefined : (
        <>
          {when}
          {until}
        </>
      );
    return { key: stage, title: t(`handover.stage.${stage}`), state, detail };
  });
  return (
    <Stack gap="small">
      <Timeline steps={steps} />
      <SoftText isSmall>
        {t('handover.begins')} <DateTimeText instant={capsule.startsAt} show="day" /> · {t('handover.due')}{' '}
        <DateTimeText instant={capsule.dueAt} show="day" />
      </SoftText>
    </Stack>
  );
}

/** What has to happen before the next step, where that is in the hands of the viewer. */
function Missing({ capsule }: { readonly capsule: ShownHandover }): ReactElement | null {
  const { t } = useTexts();
  const { status, viewerRole, sections, items } = capsule;
  if (status === 'OPEN' && viewerRole === 'OUTGOING') {
    const open = (sections ?? []).filter(({ isDone }) => !isDone);
    if (open.length === 0) return null;
    const names = open.map(({ section }) => t(`handover.section.${section}`)).join(t('handover.and'));
    return <SoftText>{t('handover.stillToWrite', { parts: names })}</SoftText>;
  }
  if (status !== 'SHADOWING' || viewerRole !== 'SUCCESSOR') return null;
  const count = (items ?? []).filter(({ needsTick, tickedAt }) => needsTick && !tickedAt).length;
  return count === 0 ? null : <SoftText>{t('handover.stillToTick', { count })}</SoftText>;
}

function Steps({ capsule: { id: capsuleId, viewerActions }, onChange }: HandoverPart): ReactElement {
  const { t } = useTexts();
  const handOver = useAction(handOverDocument, (data) => data.handOver);
  const start = useAction(startShadowingDocument, (data) => data.startHandoverShadowing);
  const accept = useAction(acceptHandoverDocument, (data) => data.acceptHandover);
  const shared = { viewerActions, onDone: onChange, look: 'primary' } as const;
  const input = { capsuleId };
  const asked = (step: string) => ({
    title: t(`handover.${step}`),
    body: t(`handover.${step}Lead`),
    label: t(`handover.${step}`),
  });
  return (
    <Cluster>
      <ActionButton
        {...shared}
        action="HAND_OVER"
        label={t('handover.handOver')}
        confirm={asked('handOver')}
        onRun={() => handOver({ input })}
      />
      <ActionButton {...shared} action="START_SHADOWING" label={t('handover.start')} onRun={() => start({ input })} />
      <ActionButton
        {...shared}
        action="ACCEPT"
        label={t('handover.accept')}
        confirm={asked('accept')}
        onRun={() => accept({ input })}
      />
    </Cluster>
  );
}
