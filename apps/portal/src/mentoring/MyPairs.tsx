import { Fragment, type ReactElement } from 'react';
import {
  ActionButton,
  Card,
  Cluster,
  DateTimeText,
  NextPage,
  partOf,
  PersonChip,
  QueryView,
  SoftText,
  Stack,
  StatusBadge,
  useGraphQuery,
  useTexts,
  type Tone,
} from '@guildhall/ui';
import { useReloadOn } from '../graph/use-reload-on.js';
import { useAction, useIntent } from '../graph/use-action.js';
import { Prose } from '../parts/Rows.js';
import {
  acceptDocument,
  confirmDocument,
  declineDocument,
  endDocument,
  withdrawAskDocument,
} from './mentor-actions.js';
import { myPairsDocument, type OwnPair } from './mentor-documents.js';
import { PairWork } from './PairWork.js';

const tones: Readonly<Record<OwnPair['status'], Tone>> = {
  PROPOSED: 'info',
  ACCEPTED: 'warn',
  ACTIVE: 'good',
  ENDED: 'neutral',
};

/** How often the viewer asked somebody since the page was opened, and what else follows a change. */
export type MyPairsProps = { readonly asks: number; readonly after?: string; readonly onChange: () => void };

/** The viewer's asks and pairs, as mentor and as mentee. */
export function MyPairs({ asks, after, onChange }: MyPairsProps): ReactElement {
  const { t } = useTexts();
  const whole = useGraphQuery(myPairsDocument, { after });
  useReloadOn(asks, whole);
  const query = partOf(whole, ({ viewer }) => viewer.mentorPairs);
  const changed = (): void => {
    whole.reload();
    onChange();
  };
  return (
    <QueryView query={query} isEmpty={({ edges }) => edges.length === 0} empty={<Fragment />}>
      {({ edges, pageInfo }) => (
        <Stack>
          {after === undefined && <h2>{t('mentoring.pairs')}</h2>}
          {edges.map(({ node }) => (
            <PairCard key={node.id} pair={node} onChange={changed} />
          ))}
          <NextPage pageInfo={pageInfo}>{(next) => <MyPairs after={next} {...{ asks, onChange }} />}</NextPage>
        </Stack>
      )}
    </QueryView>
  );
}

function PairCard({ pair, onChange }: { readonly pair: OwnPair; readonly onChange: () => void }): ReactElement {
  const { t } = useTexts();
  const { isViewerMentor, mentor, mentee, line, status, answerUntil, startedAt } = pair;
  const other = isViewerMentor ? mentee : mentor;
  return (
    <Card as="article">
      <Cluster>
        <h3>
          <PersonChip name={other?.displayName} detail={t(isViewerMentor ? 'mentoring.mentee' : 'mentoring.mentor')} />
        </h3>
        <StatusBadge tone={tones[status]}>{t(`mentorPair.${status}`)}</StatusBadge>
      </Cluster>
      <Prose>{line}</Prose>
      <SoftText isSmall>
        {startedAt != null && status === 'ACTIVE' && (
          <>
            {t('mentoring.since')} <DateTimeText instant={startedAt} show="day" />
          </>
        )}
        {answerUntil != null && (
          <>
            {t('mentoring.until')} <DateTimeText instant={answerUntil} show="day" />
          </>
        )}
      </SoftText>
      <PairActions pair={pair} onChange={onChange} />
      {status === 'ACTIVE' || status === 'ENDED' ? <PairWork pair={pair} onChange={onChange} /> : null}
    </Card>
  );
}

function PairActions({ pair, onChange }: { readonly pair: OwnPair; readonly onChange: () => void }): ReactElement {
  const { t } = useTexts();
  const intent = useIntent();
  const accept = useAction(acceptDocument, (data) => data.acceptMentee);
  const decline = useAction(declineDocument, (data) => data.declineMentee);
  const confirm = useAction(confirmDocument, (data) => data.confirmMentor);
  const withdraw = useAction(withdrawAskDocument, (data) => data.withdrawMentorAsk);
  const end = useAction(endDocument, (data) => data.endMentoring);
  const { id: pairId, viewerActions } = pair;
  const shared = { viewerActions, onDone: onChange };
  const input = { pairId };
  return (
    <Cluster>
      <ActionButton
        {...shared}
        action="ACCEPT"
        look="primary"
        label={t('mentoring.accept')}
        onRun={() => intent((idempotencyKey) => accept({ input: { pairId, idempotencyKey } }))}
      />
      <ActionButton {...shared} action="DECLINE" label={t('mentoring.decline')} onRun={() => decline({ input })} />
      <ActionButton
        {...shared}
        action="CONFIRM"
        look="primary"
        label={t('mentoring.confirm')}
        onRun={() => intent((idempotencyKey) => confirm({ input: { pairId, idempotencyKey } }))}
      />
      <ActionButton {...shared} action="WITHDRAW" label={t('mentoring.withdraw')} onRun={() => withdraw({ input })} />
      <ActionButton
        {...shared}
        action="END"
        look="danger"
        label={t('mentoring.end')}
        confirm={{ title: t('mentoring.end'), body: t('mentoring.endLead'), label: t('mentoring.end') }}
        onRun={() => end({ input })}
      />
    </Cluster>
  );
}
