import type { ReactElement } from 'react';
import {
  ActionButton,
  Card,
  Cluster,
  DateTimeText,
  Notice,
  SoftText,
  StatusBadge,
  Timeline,
  useTexts,
  type TimelineStep,
} from '@guildhall/ui';
import { graphql } from '../../graph/graphql.js';
import { useAction } from '../../graph/use-action.js';
import { AffiliationForm } from './AffiliationForm.js';
import type { RunGroup, RunPartProps } from './run-document.js';

const withdrawDocument = graphql(`
  mutation WithdrawAffiliation($input: WithdrawAffiliationInput!) {
    withdrawAffiliation(input: $input) {
      __typename
    }
  }
`);

/** How the group stands with the union: what is due, what was handed in and what became of it, and the form. */
export function AffiliationPart({ group, onChange }: RunPartProps): ReactElement {
  const { t } = useTexts();
  const { affiliationSubmission: submission } = group;
  const isOpen = submission?.status === 'SUBMITTED';
  return (
    <Card>
      <h2>{t('runGroup.affiliation')}</h2>
      <Cluster>
        <StatusBadge tone={group.status === 'AFFILIATED' ? 'good' : 'warn'}>
          {t(`status.group.${group.status}`)}
        </StatusBadge>
        {group.dormantBecause && <SoftText>{t(`runAffiliation.dormantBecause.${group.dormantBecause}`)}</SoftText>}
        {group.reaffiliationDueAt !== null && (
          <SoftText isSmall>
            {t('runAffiliation.due')} <DateTimeText instant={group.reaffiliationDueAt} show="day" />
          </SoftText>
        )}
      </Cluster>
      <Constitution group={group} />
      {submission && <Submitted submission={submission} onChange={onChange} />}
      <Ready group={group} />
      {group.viewerActions.includes('SUBMIT_AFFILIATION') && !isOpen && (
        <AffiliationForm group={group} onChange={onChange} />
      )}
    </Card>
  );
}

function Constitution({ group: { constitution } }: { readonly group: RunGroup }): ReactElement | null {
  const { t } = useTexts();
  if (!constitution) return null;
  return (
    <details>
      <summary>{t('runAffiliation.constitution', { number: constitution.number })}</summary>
      {constitution.text !== null && <p>{constitution.text}</p>}
      {constitution.link !== null && (
        <a href={constitution.link} rel="noreferrer">
          {constitution.link}
        </a>
      )}
    </details>
  );
}

const offices = ['PRESIDENT', 'TREASURER', 'SECRETARY'] as const;

/** What has to be in place before the form is worth filling in. */
function Ready({ group }: { readonly group: RunGroup }): ReactElement {
  const { t } = useTexts();
  const steps = offices.map((kind): TimelineStep => {
    const names = group.positions
      .filter((position) => position.kind === kind)
      .flatMap(({ holders }) => holders.map(({ member }) => member?.displayName ?? t('person.hiddenName')));
    return {
      key: kind,
      title: t(`officeKind.${kind}`),
      state: names.length > 0 ? 'done' : 'next',
      detail: names.length > 0 ? names.join(', ') : t('inGroup.vacant'),
    };
  });
  return (
    <section>
      <h3>{t('runAffiliation.inPlace')}</h3>
      <SoftText isSmall>{t('runAffiliation.inPlaceLead')}</SoftText>
      <Timeline steps={steps} />
    </section>
  );
}

/** Approved is good, waiting is neutral news, everything else needs the group. */
function toneOf(status: string): 'good' | 'info' | 'warn' {
  if (status === 'APPROVED') return 'good';
  return status === 'SUBMITTED' ? 'info' : 'warn';
}

type SubmittedProps = {
  readonly submission: NonNullable<RunGroup['affiliationSubmission']>;
  readonly onChange: () => void;
};

function Submitted({ submission, onChange }: SubmittedProps): ReactElement {
  const { t } = useTexts();
  const withdraw = useAction(withdrawDocument, (data) => data.withdrawAffiliation);
  const { id, status, occasion, steps, viewerActions } = submission;
  const note = steps.at(-1)?.note ?? null;
  return (
    <section>
      <Cluster>
        <h3>{t(`runAffiliation.occasion.${occasion}`)}</h3>
        <StatusBadge tone={toneOf(status)}>{t(`runAffiliation.submission.${status}`)}</StatusBadge>
      </Cluster>
      {note !== null && <Notice tone="warn">{note}</Notice>}
      <Timeline
        steps={steps.map((step, index) => ({
          key: step.id,
          title: t(`runAffiliation.step.${step.action}`),
          state: index === steps.length - 1 ? 'now' : 'done',
          detail: <DateTimeText instant={step.at} />,
        }))}
      />
      <ActionButton
        viewerActions={viewerActions}
        action="WITHDRAW"
        look="quiet"
        label={t('runAffiliation.withdraw')}
        confirm={{ title: t('runAffiliation.withdrawTitle'), body: t('runAffiliation.withdrawBody') }}
        onRun={() => withdraw({ input: { submissionId: id } })}
        onDone={onChange}
      />
    </section>
  );
}
