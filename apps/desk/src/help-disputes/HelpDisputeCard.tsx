import {
  Card,
  Cluster,
  DateTimeText,
  DialogAction,
  Form,
  Notice,
  SoftText,
  StatusBadge,
  TextAreaField,
  useForm,
  useGraphMutation,
  useTexts,
} from '@guildhall/ui';
import type { ReactElement } from 'react';
import type { HelpDecision, HelpDisputeFactsFragment } from '../generated/help-disputes/graphql.js';
import { SettleHelpDisputeDocument } from '../generated/help-disputes/graphql.js';

type HelpDisputeCardProps = { readonly dispute: HelpDisputeFactsFragment; readonly onDone: () => void };

const decisions: readonly HelpDecision[] = ['COMPLETED', 'CANCELLED'];

/** What was asked, who says what of it, and what may be decided. */
export function HelpDisputeCard({ dispute, onDone }: HelpDisputeCardProps): ReactElement | null {
  const { t } = useTexts();
  const { request, raisedBy, words, raisedAt } = dispute;
  if (!request) return null;
  const nameOf = (person: { readonly displayName?: string | null } | null | undefined): string =>
    person?.displayName ?? t('person.hiddenName');
  const { meeting, doneClaim, credits, matches } = request;
  return (
    <Card as="article">
      <h2 lang={request.language}>{request.title}</h2>
      <Cluster>
        <StatusBadge>{t(`helpKind.${request.kind}`)}</StatusBadge>
        {credits > 0 && <StatusBadge tone="warn">{t('helpDisputes.credits', { count: credits })}</StatusBadge>}
      </Cluster>
      <p lang={request.language}>{request.words}</p>
      <SoftText isSmall>
        {t('helpDisputes.between', {
          requester: nameOf(request.requester),
          helpers: matches.map(({ helper }) => nameOf(helper)).join(', '),
        })}
      </SoftText>
      {meeting && (
        <SoftText isSmall>
          {meeting.place}, <DateTimeText instant={meeting.at} />
        </SoftText>
      )}
      {doneClaim && (
        <SoftText isSmall>
          {t('helpDisputes.claimed', { name: nameOf(doneClaim.by) })} <DateTimeText instant={doneClaim.at} />
        </SoftText>
      )}
      <Notice tone="warn">
        <strong>{nameOf(raisedBy)}</strong> · <DateTimeText instant={raisedAt} />
        <p>{words}</p>
      </Notice>
      <Cluster>
        {decisions.map((decision) => (
          <DialogAction
            key={decision}
            viewerActions={request.viewerActions}
            action="SETTLE"
            label={t(`helpDisputes.decision.${decision}`)}
          >
            {(close) => <DecisionForm {...{ requestId: request.id, decision, onDone, close }} />}
          </DialogAction>
        ))}
      </Cluster>
    </Card>
  );
}

type DecisionFormProps = {
  readonly requestId: string;
  readonly decision: HelpDecision;
  readonly onDone: () => void;
  readonly close: () => void;
};

function DecisionForm({ requestId, decision, onDone, close }: DecisionFormProps): ReactElement {
  const { t } = useTexts();
  const settle = useGraphMutation(SettleHelpDisputeDocument);
  const form = useForm({
    initial: { reason: '' },
    submit: async ({ reason }) => {
      const { data, problem } = await settle({ input: { requestId, decision, reason } });
      return { result: data?.settleHelpDispute, problem };
    },
    onDone: () => {
      close();
      onDone();
    },
  });
  return (
    <Form form={form} submitLabel={t(`helpDisputes.decision.${decision}`)}>
      <TextAreaField name="reason" label={t('helpDisputes.why')} hint={t('helpDisputes.whyHint')} />
    </Form>
  );
}
