import { Link } from '@tanstack/react-router';
import { Fragment, type ReactElement } from 'react';
import {
  Card,
  NextPage,
  partOf,
  QueryView,
  RadioField,
  SoftText,
  TextField,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import { FormAction } from '../parts/FormAction.js';
import { Row, Rows } from '../parts/Rows.js';
import { decideDocument } from './group-actions.js';
import { studyReportsDocument } from './study-documents.js';
import { oneOf } from './study-kinds.js';

const outcomes = ['DISMISSED', 'GROUP_ENDED'] as const;

/** What members reported, for union officers; nobody else has anything here. */
export function StudyReports({ after }: { readonly after?: string }): ReactElement {
  const { t } = useTexts();
  const whole = useGraphQuery(studyReportsDocument, { after });
  const query = partOf(whole, ({ studyReports }) => studyReports);
  const decide = useAction(decideDocument, (data) => data.decideStudyReport);
  return (
    <QueryView query={query} isEmpty={({ edges }) => edges.length === 0} empty={<Fragment />}>
      {({ edges, pageInfo }) => (
        <Card>
          <h2>{t('study.reports')}</h2>
          <Rows>
            {edges.map(({ node: { id, reason, words, group, viewerActions } }) => (
              <Row key={id}>
                <div>
                  {group && (
                    <Link to="/study/$groupId" params={{ groupId: group.id }}>
                      {group.title}
                    </Link>
                  )}
                  <p>{words}</p>
                  <SoftText isSmall>{t(`studyReport.${reason}`)}</SoftText>
                </div>
                <FormAction
                  viewerActions={viewerActions}
                  action="DECIDE"
                  label={t('study.decide')}
                  initial={{ outcome: 'DISMISSED', note: '' }}
                  onRun={({ outcome, note }) =>
                    decide({ input: { reportId: id, outcome: oneOf(outcomes, outcome) ?? 'DISMISSED', note } })
                  }
                  onDone={whole.reload}
                >
                  <RadioField
                    name="outcome"
                    label={t('study.outcome')}
                    options={outcomes.map((value) => ({ value, label: t(`studyOutcome.${value}`) }))}
                  />
                  <TextField name="note" label={t('study.outcomeNote')} />
                </FormAction>
              </Row>
            ))}
          </Rows>
          <NextPage pageInfo={pageInfo}>{(next) => <StudyReports after={next} />}</NextPage>
        </Card>
      )}
    </QueryView>
  );
}
