import type { ReactElement } from 'react';
import {
  Card,
  Cluster,
  DateTimeText,
  EmptyState,
  NextPage,
  QueryView,
  SkeletonList,
  SoftText,
  Stack,
  TextAreaField,
  partOf,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import { FormAction } from '../parts/FormAction.js';
import { Prose } from '../parts/Rows.js';
import { decideStrikeDocument, strikeAppealsDocument, type WaitingAppeal } from './strikes-documents.js';

/** The appeals that wait for a union officer whom they do not concern. */
export function AppealsPart({ after }: { readonly after?: string }): ReactElement {
  const { t } = useTexts();
  const query = partOf(useGraphQuery(strikeAppealsDocument, { after }), ({ strikeAppeals }) => strikeAppeals);
  return (
    <Stack>
      {after === undefined && <h2>{t('strikes.waiting')}</h2>}
      <QueryView
        query={query}
        skeleton={<SkeletonList count={2} height="10rem" />}
        isEmpty={({ edges }) => edges.length === 0}
        empty={<EmptyState title={t('strikes.noAppeals')}>{t('strikes.noAppealsLead')}</EmptyState>}
      >
        {({ edges, pageInfo }) => (
          <Stack>
            {edges.map(({ node }) => (
              <Appeal key={node.id} appeal={node} onChange={query.reload} />
            ))}
            <NextPage pageInfo={pageInfo}>{(next) => <AppealsPart after={next} />}</NextPage>
          </Stack>
        )}
      </QueryView>
    </Stack>
  );
}

const decisions = [
  { action: 'CORRECT_ATTENDANCE', look: 'primary' },
  { action: 'EXCUSE', look: 'primary' },
  { action: 'UPHOLD', look: 'plain' },
] as const;

function Appeal({ appeal, onChange }: { readonly appeal: WaitingAppeal; readonly onChange: () => void }): ReactElement {
  const { t } = useTexts();
  const decide = useAction(decideStrikeDocument, (data) => data.decideStrikeAppeal);
  return (
    <Card as="article">
      <h3>{appeal.activity.title}</h3>
      <SoftText>
        {[appeal.member?.displayName, t(`strikes.kind.${appeal.kind}`)].filter(Boolean).join(' · ')} ·{' '}
        <DateTimeText instant={appeal.givenAt} show="day" />
      </SoftText>
      <Prose>{appeal.words}</Prose>
      <Cluster>
        {decisions.map(({ action, look }) => (
          <FormAction
            key={action}
            viewerActions={appeal.viewerActions}
            action={action}
            look={look}
            label={t(`strikes.decide.${action}`)}
            lead={t(`strikes.decideLead.${action}`)}
            initial={{ reasons: '' }}
            onRun={({ reasons }) => decide({ input: { strikeId: appeal.id, decision: action, reasons } })}
            onDone={onChange}
          >
            <TextAreaField name="reasons" label={t('strikes.reasonsFor')} rows={4} />
          </FormAction>
        ))}
      </Cluster>
    </Card>
  );
}
