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
import type { IssuePostDecision, ReportedPostFactsFragment } from '../generated/moderation/graphql.js';
import { DecideIssuePostDocument } from '../generated/moderation/graphql.js';

type ReportedPostCardProps = { readonly post: ReportedPostFactsFragment; readonly onDone: () => void };

const decisions: readonly IssuePostDecision[] = ['KEEP', 'REMOVE', 'RESTORE', 'UPHOLD'];

/** What was written, why it was reported, and what may be decided about it. */
export function ReportedPostCard({ post, onDone }: ReportedPostCardProps): ReactElement {
  const { t } = useTexts();
  const { constituency, viewerActions } = post;
  return (
    <Card as="article">
      <h2 lang={post.language}>{post.title ?? t('moderation.reply')}</h2>
      <Cluster>
        {post.postState !== 'VISIBLE' && (
          <StatusBadge tone="danger">{t(`moderation.state.${post.postState}`)}</StatusBadge>
        )}
        {post.reportCount > 0 && (
          <StatusBadge tone="warn">{t('moderation.reports', { count: post.reportCount })}</StatusBadge>
        )}
        {post.reportReasons.map((reason) => (
          <StatusBadge key={reason}>{t(`moderation.reason.${reason}`)}</StatusBadge>
        ))}
      </Cluster>
      <p lang={post.language}>{post.body}</p>
      <SoftText isSmall>
        {constituency
          ? t('moderation.course', { programme: constituency.programme, year: constituency.year })
          : t('moderation.someCourse')}
        {' · '}
        <DateTimeText instant={post.postedAt} />
      </SoftText>
      {post.appeal && (
        <Notice>
          <strong>{t('moderation.appeal')}</strong> {post.appeal}
        </Notice>
      )}
      {viewerActions.length === 0 && <SoftText>{t('moderation.somebodyElse')}</SoftText>}
      <Cluster>
        {decisions.map((decision) => (
          <DialogAction
            key={decision}
            viewerActions={viewerActions}
            action={decision}
            look={decision === 'REMOVE' || decision === 'UPHOLD' ? 'danger' : 'plain'}
            label={t(`moderation.decision.${decision}`)}
          >
            {(close) => <DecisionForm {...{ post, decision, onDone, close }} />}
          </DialogAction>
        ))}
      </Cluster>
    </Card>
  );
}

type DecisionFormProps = ReportedPostCardProps & {
  readonly decision: IssuePostDecision;
  readonly close: () => void;
};

function DecisionForm({ post, decision, onDone, close }: DecisionFormProps): ReactElement {
  const { t } = useTexts();
  const decide = useGraphMutation(DecideIssuePostDocument);
  const form = useForm({
    initial: { reason: '' },
    submit: async ({ reason }) => {
      const { data, problem } = await decide({ input: { postId: post.id, decision, reason } });
      return { result: data?.decideIssuePost, problem };
    },
    onDone: () => {
      close();
      onDone();
    },
  });
  return (
    <Form form={form} submitLabel={t(`moderation.decision.${decision}`)}>
      <TextAreaField name="reason" label={t('moderation.why')} hint={t('moderation.whyHint')} />
    </Form>
  );
}
