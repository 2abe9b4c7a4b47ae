import type { ReactElement } from 'react';
import {
  Card,
  Cluster,
  DateTimeText,
  EmptyState,
  Page,
  QueryView,
  SoftText,
  Stack,
  useGraphQuery,
  useTexts,
  type Locales,
} from '@guildhall/ui';
import type { TrainingRulesQuery } from '../generated/graphql.js';
import { useAction } from '../graph/use-action.js';
import { words as kindWords } from '../groups/run/kind-words.js';
import { AskedTraining } from './AskedTraining.js';
import { ChoosePath } from './ChoosePath.js';
import { decideRuleDocument, trainingRulesDocument } from './training-documents.js';
import { trainingWords } from './words.js';

/** The words of this page. */
export const words: readonly Locales[] = [trainingWords, kindWords];

/** What the union asks of every office of a kind: for everybody to read, for its officers to decide. */
export function TrainingRulesPage(): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(trainingRulesDocument, {});
  return (
    <Page title={t('training.rulesTitle')} lead={t('training.rulesLead')}>
      <QueryView
        query={query}
        isEmpty={({ trainingRules }) => (trainingRules ?? []).length === 0}
        empty={
          <EmptyState picture="door" title={t('training.rulesNone')}>
            {t('training.rulesNoneLead')}
          </EmptyState>
        }
      >
        {({ trainingRules }) => (
          <Stack>
            {trainingRules?.map((rule) => (
              <Rule key={rule.kind} rule={rule} onChange={query.reload} />
            ))}
          </Stack>
        )}
      </QueryView>
    </Page>
  );
}

type ShownRule = NonNullable<TrainingRulesQuery['trainingRules']>[number];

function Rule({ rule, onChange }: { readonly rule: ShownRule; readonly onChange: () => void }): ReactElement {
  const { t } = useTexts();
  const decide = useAction(decideRuleDocument, (data) => data.decideTrainingRule);
  const { kind, training, since, version, viewerActions } = rule;
  return (
    <Card>
      <h2>{t(`officeKind.${kind}`)}</h2>
      {training ? <AskedTraining label={t('training.asks')} training={[training]} /> : <p>{t('training.nothing')}</p>}
      {since && (
        <SoftText isSmall>
          <DateTimeText instant={since} show="day" /> · {t('training.version', { version })}
        </SoftText>
      )}
      <Cluster>
        <ChoosePath
          viewerActions={viewerActions}
          action="DECIDE"
          look="quiet"
          label={t('training.decide')}
          title={t(`officeKind.${kind}`)}
          noneLabel={t('training.none')}
          pathId={training?.path?.id}
          onRun={(pathId) => decide({ input: { kind, pathId } })}
          onDone={onChange}
        />
      </Cluster>
    </Card>
  );
}
