import type { ReactElement } from 'react';
import {
  Card,
  Cluster,
  DateTimeText,
  NextPage,
  QueryView,
  SelectField,
  SkeletonList,
  SoftText,
  Stack,
  StatusBadge,
  TextAreaField,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import { FormAction } from '../parts/FormAction.js';
import { Prose, Row, Rows } from '../parts/Rows.js';
import { complainDocument, complaintsDocument, type ShownComplaint } from './complaint-documents.js';
import type { ShownElection } from './election-document.js';
import { useElectionWords } from './use-election-words.js';

const pageSize = 20;

/** The viewer's own complaints about an election, with what was found, and the way to make one. */
export function ComplaintsPart({ election }: { readonly election: ShownElection }): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(complaintsDocument, { id: election.id, first: pageSize });
  return (
    <Card>
      <h2>{t('elections.complaints')}</h2>
      <SoftText>{t('elections.complaintsLead')}</SoftText>
      <QueryView query={query} skeleton={<SkeletonList count={1} />}>
        {({ election: found }) => found && <Complaints electionId={election.id} page={found.complaints} />}
      </QueryView>
      <Cluster>
        <ComplainAction election={election} onDone={query.reload} />
      </Cluster>
    </Card>
  );
}

type ComplainProps = { readonly election: ShownElection; readonly onDone: () => void };

function ComplainAction({ election, onDone }: ComplainProps): ReactElement {
  const { t } = useTexts();
  const complain = useAction(complainDocument, (data) => data.complainAboutElection);
  const people = election.contests.flatMap(({ candidates, position }) =>
    candidates
      .filter(({ isReopen }) => !isReopen)
      .map(({ id, name }) => ({ value: id, label: t('elections.standsFor', { name, position: position.title }) })),
  );
  return (
    <FormAction
      viewerActions={election.viewerActions}
      action="COMPLAIN"
      label={t('elections.complain')}
      lead={t('elections.complainLead')}
      initial={{ candidateId: '', text: '' }}
      onRun={({ candidateId, text }) =>
        complain({ input: { electionId: election.id, candidateId: candidateId === '' ? null : candidateId, text } })
      }
      onDone={onDone}
    >
      <SelectField
        name="candidateId"
        label={t('elections.complainAbout')}
        hint={t('elections.complainAboutHint')}
        options={people}
        isOptional
      />
      <TextAreaField name="text" label={t('elections.complainText')} hint={t('elections.complainTextHint')} />
    </FormAction>
  );
}

type PageProps = {
  readonly electionId: string;
  readonly page: {
    readonly edges: readonly { readonly node: ShownComplaint }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor?: string | null };
  };
};

function Complaints({ electionId, page: { edges, pageInfo } }: PageProps): ReactElement {
  const { t } = useTexts();
  if (edges.length === 0) return <SoftText>{t('elections.complaintsNone')}</SoftText>;
  return (
    <Stack>
      <Rows>
        {edges.map(({ node }) => (
          <Row key={node.id}>
            <Complaint complaint={node} />
          </Row>
        ))}
      </Rows>
      <NextPage pageInfo={pageInfo}>{(after) => <MoreComplaints {...{ electionId, after }} />}</NextPage>
    </Stack>
  );
}

function MoreComplaints({ electionId, after }: { readonly electionId: string; readonly after: string }): ReactElement {
  const query = useGraphQuery(complaintsDocument, { id: electionId, first: pageSize, after });
  return (
    <QueryView query={query}>
      {({ election }) => election && <Complaints electionId={electionId} page={election.complaints} />}
    </QueryView>
  );
}

const tones = { OPEN: 'info', UPHELD: 'good', DISMISSED: 'neutral' } as const;

function Complaint({ complaint }: { readonly complaint: ShownComplaint }): ReactElement {
  const { t } = useTexts();
  const { nameOf } = useElectionWords();
  const { text, madeAt, status, ruling, candidate } = complaint;
  return (
    <Stack gap="small">
      <Cluster>
        <StatusBadge tone={tones[status]}>{t(`elections.complaint.${status}`)}</StatusBadge>
        <SoftText isSmall>
          <DateTimeText instant={madeAt} />
          {candidate && <> · {nameOf(candidate)}</>}
        </SoftText>
      </Cluster>
      <Prose>{text}</Prose>
      {ruling && (
        <>
          <SoftText isSmall>{t('elections.ruling')}</SoftText>
          <Prose>{ruling}</Prose>
        </>
      )}
    </Stack>
  );
}
