import {
  ActionButton,
  Card,
  Cluster,
  DateTimeText,
  DialogAction,
  SoftText,
  StatusBadge,
  useGraphMutation,
  useTexts,
} from '@guildhall/ui';
import type { ReactElement } from 'react';
import { caseCode } from '../case/case-code.js';
import { CaseBadges } from '../case/CaseBadges.js';
import type { KeptEntryFragment } from '../generated/kept/graphql.js';
import { DecideReopeningDocument, LiftHoldDocument } from '../generated/kept/graphql.js';
import { HoldForm } from './HoldForm.js';

/** One case that is over, and what follows a change. */
export type KeptCardProps = { readonly entry: KeptEntryFragment; readonly onDone: () => void };

/** Until when a case is kept, what holds it, and whether its student asks to take it up again. */
export function KeptCard({ entry, onDone }: KeptCardProps): ReactElement {
  const { t } = useTexts();
  const { erasesAt, isErased, holds, viewerActions } = entry.retention;
  return (
    <Card as="article">
      <h2>{t('case.heading', { matter: t(`matter.${entry.matter}`), code: caseCode(entry.id) })}</h2>
      <CaseBadges item={entry} />
      {isErased && <SoftText>{t('kept.erased')}</SoftText>}
      {erasesAt && (
        <SoftText>
          {t('kept.until')} <DateTimeText instant={erasesAt} show="day" />
        </SoftText>
      )}
      {holds.length > 0 && (
        <Cluster>
          {holds.map(({ basis }) => (
            <StatusBadge key={basis} tone="warn">
              {t(`hold.${basis}`)}
            </StatusBadge>
          ))}
        </Cluster>
      )}
      <Reopening {...{ entry, onDone }} />
      <Cluster>
        <DialogAction {...{ viewerActions }} action="PLACE_HOLD" label={t('kept.place')}>
          {(shut) => (
            <HoldForm
              caseId={entry.id}
              taken={holds.map(({ basis }) => basis)}
              onDone={() => {
                shut();
                onDone();
              }}
            />
          )}
        </DialogAction>
        {holds.map(({ basis }) => (
          <Lift key={basis} {...{ entry, basis, onDone }} />
        ))}
      </Cluster>
    </Card>
  );
}

function Lift({ entry, basis, onDone }: KeptCardProps & { readonly basis: 'LEGAL' | 'ADJUDICATOR' }): ReactElement {
  const { t } = useTexts();
  const lift = useGraphMutation(LiftHoldDocument);
  return (
    <ActionButton
      viewerActions={entry.retention.viewerActions}
      action="LIFT_HOLD"
      label={t('kept.lift', { name: t(`hold.${basis}`) })}
      confirm={{ title: t('kept.liftTitle'), body: t('kept.liftBody'), label: t('kept.liftYes') }}
      onRun={async () => {
        const { data, problem } = await lift({ input: { caseId: entry.id, basis } });
        return { result: data?.liftHold, problem };
      }}
      onDone={onDone}
    />
  );
}

function Reopening({ entry, onDone }: KeptCardProps): ReactElement | null {
  const { t } = useTexts();
  const decide = useGraphMutation(DecideReopeningDocument);
  const { reopening, courseActions, id: caseId } = entry;
  if (!reopening) return null;
  const run = (decision: 'GRANTED' | 'REFUSED') => async () => {
    const { data, problem } = await decide({ input: { caseId, decision } });
    return { result: data?.decideReopening, problem };
  };
  return (
    <>
      <p>
        {t(`newFact.${reopening.fact}`)} · {t(`reopening.${reopening.decision ?? 'WAITING'}`)}{' '}
        <DateTimeText instant={reopening.askedAt} show="day" />
      </p>
      <Cluster>
        <ActionButton
          viewerActions={courseActions}
          action="DECIDE_REOPENING"
          look="primary"
          label={t('kept.grant')}
          onRun={run('GRANTED')}
          onDone={onDone}
        />
        <ActionButton
          viewerActions={courseActions}
          action="DECIDE_REOPENING"
          look="danger"
          label={t('kept.refuse')}
          confirm={{ title: t('kept.refuseTitle'), body: t('kept.refuseBody'), label: t('kept.refuseYes') }}
          onRun={run('REFUSED')}
          onDone={onDone}
        />
      </Cluster>
    </>
  );
}
