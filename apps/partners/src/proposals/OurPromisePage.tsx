import type { ReactElement } from 'react';
import {
  DateTimeText,
  FigurePlot,
  Page,
  QueryView,
  SkeletonList,
  SoftText,
  Stack,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import { ForDepartment } from '../department/ForDepartment.js';
import { OurPromiseDocument } from '../generated/graphql.js';

export { words } from './words.js';

const measures = [
  'quickestQuarterDays',
  'medianDays',
  'slowestQuarterDays',
  'medianPausedDays',
  'medianCalendarDays',
] as const;
const thresholds: Readonly<Record<string, number>> = { PROPOSAL: 5, ISSUE: 10, REFERRAL: 10 };

/** How long this department takes to answer, as everybody sees it, with the waits that were not its own. */
export function OurPromisePage(): ReactElement {
  const { t } = useTexts();
  return (
    <Page title={t('ourPromise.title')} lead={t('ourPromise.lead')}>
      <ForDepartment skeleton={<SkeletonList count={3} height="14rem" />}>{() => <Clock />}</ForDepartment>
    </Page>
  );
}

function Clock(): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(OurPromiseDocument, {});
  return (
    <QueryView
      query={query}
      skeleton={<SkeletonList count={3} height="14rem" />}
      isEmpty={({ viewer }) => !viewer.department?.promise}
    >
      {({ viewer: { department } }) =>
        department?.promise && (
          <Stack gap="large">
            <SoftText>
              <DateTimeText instant={`${department.promise.since}T12:00:00Z`} show="day" /> –{' '}
              <DateTimeText instant={`${department.promise.until}T12:00:00Z`} show="day" />
            </SoftText>
            {department.promise.lines.map((line) => (
              <Stack key={line.kind} gap="small">
                <h2>{t(`ourPromise.kind.${line.kind}`)}</h2>
                {!line.answered.suppressed && (
                  <SoftText>{t('ourPromise.answered', { count: line.answered.value ?? 0 })}</SoftText>
                )}
                <FigurePlot
                  caption={t('ourPromise.days')}
                  threshold={thresholds[line.kind] ?? 10}
                  groupHeading={t('ourPromise.measure')}
                  points={measures.map((measure) => ({
                    key: measure,
                    label: t(`ourPromise.${measure}`),
                    figure: line[measure],
                  }))}
                />
              </Stack>
            ))}
          </Stack>
        )
      }
    </QueryView>
  );
}
