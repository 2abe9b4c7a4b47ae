import {
  Card,
  Cluster,
  DateTimeText,
  DialogAction,
  Form,
  Notice,
  PersonChip,
  SoftText,
  StatusBadge,
  TextAreaField,
  useForm,
  useGraphMutation,
  useTexts,
} from '@guildhall/ui';
import type { ReactElement } from 'react';
import type { ModerationDecision, ReportedItemFactsFragment } from '../generated/reports/graphql.js';
import { DecideReportedItemDocument } from '../generated/reports/graphql.js';

type Item = ReportedItemFactsFragment;
type CardProps = { readonly item: Item; readonly onDone: () => void };

const decisions: readonly ModerationDecision[] = ['HOLD', 'KEEP', 'REMOVE', 'RESTORE', 'UPHOLD'];

/** What was reported, in whose words, why, and what was and may be decided about it. */
export function ReportedItemCard({ item, onDone }: CardProps): ReactElement {
  const { t } = useTexts();
  return (
    <Card as="article">
      <Head item={item} />
      <blockquote lang={item.language ?? undefined}>{item.words ?? t('reports.gone')}</blockquote>
      {item.appeal && (
        <Notice>
          <strong>{t('reports.appeal')}</strong> {item.appeal}
        </Notice>
      )}
      <Reports item={item} />
      <History item={item} />
      {item.viewerActions.length === 0 && <SoftText>{t('reports.nothingToDo')}</SoftText>}
      <Cluster>
        {decisions.map((decision) => (
          <DialogAction
            key={decision}
            viewerActions={item.viewerActions}
            action={decision}
            look={decision === 'REMOVE' || decision === 'UPHOLD' ? 'danger' : 'plain'}
            label={t(`reports.decision.${decision}`)}
          >
            {(close) => <DecisionForm {...{ item, decision, onDone, close }} />}
          </DialogAction>
        ))}
      </Cluster>
    </Card>
  );
}

/** What kind of thing it is, where it stands, who wrote it, and where and when. */
function Head({ item }: { readonly item: Item }): ReactElement {
  const { t } = useTexts();
  return (
    <Cluster>
      <StatusBadge>{t(`reports.kind.${item.kind}`)}</StatusBadge>
      <StatusBadge tone={item.state === 'HELD' || item.state === 'APPEALED' ? 'danger' : 'warn'}>
        {t(`reports.state.${item.state}`)}
      </StatusBadge>
      <PersonChip name={item.author?.displayName} />
      <SoftText isSmall>
        {item.group?.name ?? t('reports.campus')}
        {item.writtenAt && (
          <>
            {' · '}
            <DateTimeText instant={item.writtenAt} />
          </>
        )}
      </SoftText>
    </Cluster>
  );
}

/** Why it was reported; and in which words, where its author changed them since. */
function Reports({ item }: { readonly item: Item }): ReactElement | null {
  const { t } = useTexts();
  if (item.reports.length === 0) return null;
  return (
    <section>
      <h2>{t('reports.reports', { count: item.reports.length })}</h2>
      <ul>
        {item.reports.map(({ reason, note, words, reportedAt }) => (
          <li key={`${reason}:${reportedAt}`}>
            {t(`reports.reason.${reason}`)}{' '}
            <SoftText isSmall>
              <DateTimeText instant={reportedAt} />
            </SoftText>
            {note && <p>{note}</p>}
            {words !== '' && words !== item.words && (
              <p lang={item.language ?? undefined}>
                <SoftText isSmall>{t('reports.then')}</SoftText> {words}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function History({ item }: { readonly item: Item }): ReactElement | null {
  const { t } = useTexts();
  if (item.decisions.length === 0) return null;
  return (
    <section>
      <h2>{t('reports.history')}</h2>
      <ol>
        {item.decisions.map(({ decision, reason, at, by }) => (
          <li key={at}>
            {t(`reports.done.${decision}`)} {by?.displayName ?? (reason === null ? t('reports.byReports') : '')}{' '}
            <SoftText isSmall>
              <DateTimeText instant={at} />
            </SoftText>
            {reason && <p>{reason}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}

function DecisionForm({
  item,
  decision,
  onDone,
  close,
}: CardProps & { readonly decision: ModerationDecision; readonly close: () => void }): ReactElement {
  const { t } = useTexts();
  const decide = useGraphMutation(DecideReportedItemDocument);
  const form = useForm({
    initial: { reason: '' },
    submit: async ({ reason }) => {
      const { data, problem } = await decide({ input: { itemId: item.id, decision, reason } });
      return { result: data?.decideReportedItem, problem };
    },
    onDone: () => {
      close();
      onDone();
    },
  });
  return (
    <Form form={form} submitLabel={t(`reports.decision.${decision}`)}>
      <TextAreaField name="reason" label={t('reports.why')} hint={t('reports.whyHint')} />
    </Form>
  );
}
