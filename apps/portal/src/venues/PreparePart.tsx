import type { ReactElement } from 'react';
import { Card, DateTimeText, Notice, QueryView, SoftText, Stack, useGraphQuery, useTexts } from '@guildhall/ui';
import type { PrepareQuery } from '../generated/graphql.js';
import { Row, Rows } from '../parts/Rows.js';
import { BookingPart } from './BookingPart.js';
import { EvidenceRow } from './EvidenceRow.js';
import { prepareDocument } from './prepare-documents.js';

export { words } from './words.js';

/** An activity with its papers. */
export type Prepared = NonNullable<PrepareQuery['activity']>;
type Approval = NonNullable<Prepared['approval']>;

/** What it takes for an activity to be approved, and the rooms and things booked for it; for its people and those who judge it. */
export function PreparePart({
  activityId,
  startsAt,
  endsAt,
  onChange,
}: {
  readonly activityId: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly onChange: () => void;
}): ReactElement {
  const query = useGraphQuery(prepareDocument, { id: activityId });
  const reload = (): void => {
    query.reload();
    onChange();
  };
  return (
    <QueryView query={query} isEmpty={({ activity }) => !activity?.approval} empty={null}>
      {({ activity }) =>
        activity?.approval && (
          <Stack>
            {(activity.riskTier > 0 || activity.approval.judgements.length > 0) && (
              <ApprovalCard activityId={activity.id} approval={activity.approval} onChange={reload} />
            )}
            <BookingPart activity={activity} span={{ startsAt, endsAt }} onChange={reload} />
          </Stack>
        )
      }
    </QueryView>
  );
}

function ApprovalCard({
  activityId,
  approval,
  onChange,
}: {
  readonly activityId: string;
  readonly approval: Approval;
  readonly onChange: () => void;
}): ReactElement {
  const { t } = useTexts();
  const { evidence, judgements, approversNeeded, approvalsGiven, lateReason } = approval;
  const accepted = evidence.filter(({ status }) => status === 'ACCEPTED').length;
  return (
    <Card>
      <h2>{t('approval.title')}</h2>
      {lateReason !== null && <Notice tone="warn">{t('approval.late', { words: lateReason })}</Notice>}
      {approversNeeded > 1 && (
        <SoftText>{t('approval.approvers', { given: approvalsGiven, count: approversNeeded })}</SoftText>
      )}
      {evidence.length > 0 && (
        <>
          <h3>{t('approval.evidence', { accepted, count: evidence.length })}</h3>
          <SoftText isSmall>{t('approval.noFiles')}</SoftText>
          <Rows>
            {evidence.map((item) => (
              <EvidenceRow key={item.kind} activityId={activityId} item={item} onChange={onChange} />
            ))}
          </Rows>
        </>
      )}
      {judgements.length > 0 && <Log judgements={judgements} />}
    </Card>
  );
}

function Log({ judgements }: Pick<Approval, 'judgements'>): ReactElement {
  const { t } = useTexts();
  return (
    <>
      <h3>{t('approval.log')}</h3>
      <Rows>
        {judgements.map(({ id, kind, evidenceKind, note, judgedAt, by }) => (
          <Row key={id}>
            <div>
              <span>
                {t(`approval.judgement.${kind}`)}
                {evidenceKind !== null && `: ${t(`evidence.${evidenceKind}`)}`}
              </span>
              {note !== null && <p>{note}</p>}
              <SoftText isSmall>
                <DateTimeText instant={judgedAt} /> {by?.displayName}
              </SoftText>
            </div>
          </Row>
        ))}
      </Rows>
    </>
  );
}
