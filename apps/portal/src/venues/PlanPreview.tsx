import { useDeferredValue, type ReactElement } from 'react';
import {
  Button,
  Card,
  Cluster,
  DateTimeText,
  Notice,
  QueryView,
  SoftText,
  StatusBadge,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import type { PlanPreviewInput, PlanPreviewQuery } from '../generated/graphql.js';
import { ClashPlot } from './ClashPlot.js';
import { previewDocument } from './plan-documents.js';

type Preview = NonNullable<PlanPreviewQuery['planPreview']>;

/** What a plan would ask for and what is on at its time, while it is being written. */
export function PlanPreview({
  input,
  onMove,
}: {
  readonly input: PlanPreviewInput;
  readonly onMove: (time: { readonly startsAt: string; readonly endsAt: string }) => void;
}): ReactElement {
  const { t } = useTexts();
  // Typing stays quick: the newest plan is asked about once there is time for it.
  const asked = useDeferredValue(input);
  const isPaused = !(Date.parse(asked.startsAt) < Date.parse(asked.endsAt));
  const query = useGraphQuery(previewDocument, { input: asked }, { isPaused });
  return (
    <Card>
      <h2>{t('preview.title')}</h2>
      {isPaused ? (
        <SoftText>{t('preview.needsTimes')}</SoftText>
      ) : (
        <QueryView query={query} isEmpty={({ planPreview }) => planPreview === null} empty={null}>
          {({ planPreview }) =>
            planPreview && (
              <>
                <Asked preview={planPreview} />
                <OnThen plan={asked} clashes={planPreview.clashes} />
                <Better times={planPreview.clashes.betterTimes} onMove={onMove} />
              </>
            )
          }
        </QueryView>
      )}
    </Card>
  );
}

function Asked({ preview }: { readonly preview: Preview }): ReactElement {
  const { t } = useTexts();
  const { riskTier, noticeDays, noticeUntil, isNoticeOver, approversNeeded, evidence } = preview;
  if (riskTier === 0) return <p>{t('preview.tierNone')}</p>;
  return (
    <>
      <Cluster>
        <StatusBadge tone={riskTier > 1 ? 'warn' : 'info'}>{t('facts.tier', { tier: riskTier })}</StatusBadge>
        <SoftText isSmall>{t('preview.approvers', { count: approversNeeded })}</SoftText>
      </Cluster>
      <p>
        {t('preview.notice', { count: noticeDays })} <DateTimeText instant={noticeUntil} />
      </p>
      {isNoticeOver && <Notice tone="warn">{t('preview.late')}</Notice>}
      <h3>{t('preview.evidence')}</h3>
      <ul>
        {evidence.map((kind) => (
          <li key={kind}>{t(`evidence.${kind}`)}</li>
        ))}
      </ul>
    </>
  );
}

type Times = { readonly startsAt: string; readonly endsAt: string };

function OnThen({ plan, clashes }: { readonly plan: Times; readonly clashes: Preview['clashes'] }): ReactElement {
  const { t } = useTexts();
  const isFree = clashes.shared.length + clashes.sameKind.length === 0;
  return (
    <>
      <h3>{t('preview.clashes')}</h3>
      {clashes.isVenueTaken === true && <Notice tone="warn">{t('preview.venueTaken')}</Notice>}
      {clashes.periods.map(({ kind, from, to }) => (
        <Notice key={`${kind}${from}`} tone="warn">
          {t(`preview.period.${kind}`, { from, to })}
        </Notice>
      ))}
      {isFree ? <SoftText>{t('preview.nothing')}</SoftText> : <ClashPlot plan={plan} clashes={clashes} />}
    </>
  );
}

function Better({
  times,
  onMove,
}: {
  readonly times: Preview['clashes']['betterTimes'];
  readonly onMove: (time: Times) => void;
}): ReactElement | null {
  const { t } = useTexts();
  if (times.length === 0) return null;
  return (
    <>
      <h3>{t('preview.better')}</h3>
      <Cluster>
        {times.map(({ startsAt, endsAt }) => (
          <Button key={startsAt} onPress={() => onMove({ startsAt, endsAt })}>
            <DateTimeText instant={startsAt} />
          </Button>
        ))}
      </Cluster>
    </>
  );
}
