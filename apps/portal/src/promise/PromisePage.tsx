import { useState, type ReactElement } from 'react';
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
import type { PromisesQuery } from '../generated/graphql.js';
import { graphql } from '../graph/graphql.js';
import styles from '../parts/parts.module.css';

export { words } from './words.js';

const document = graphql(`
  query Promises {
    departments {
      id
      name
      promise {
        since
        until
        lines {
          kind
          answered {
            value
            suppressed
            reason
          }
          quickestQuarterDays {
            value
            suppressed
            reason
          }
          medianDays {
            value
            suppressed
            reason
          }
          slowestQuarterDays {
            value
            suppressed
            reason
          }
          medianCalendarDays {
            value
            suppressed
            reason
          }
          medianPausedDays {
            value
            suppressed
            reason
          }
        }
      }
    }
  }
`);

type Department = NonNullable<PromisesQuery['departments']>[number];
type Line = NonNullable<Department['promise']>['lines'][number];

const kinds = ['PROPOSAL', 'ISSUE', 'REFERRAL'] as const;
const thresholds: Readonly<Record<(typeof kinds)[number], number>> = { PROPOSAL: 5, ISSUE: 10, REFERRAL: 10 };
const measures = [
  'quickestQuarterDays',
  'medianDays',
  'slowestQuarterDays',
  'medianPausedDays',
  'medianCalendarDays',
] as const;

/** How long each department takes to answer, in public: all compared, and each with its pauses. */
export function PromisePage(): ReactElement {
  const { t } = useTexts();
  const query = useGraphQuery(document, {});
  return (
    <Page title={t('promise.title')} lead={t('promise.lead')}>
      <QueryView
        query={query}
        skeleton={<SkeletonList count={3} height="18rem" />}
        isEmpty={({ departments }) => (departments ?? []).length === 0}
      >
        {({ departments }) => <Clocks departments={departments ?? []} />}
      </QueryView>
    </Page>
  );
}

function Clocks({ departments }: { readonly departments: readonly Department[] }): ReactElement {
  const { t } = useTexts();
  const [kind, setKind] = useState<(typeof kinds)[number]>('PROPOSAL');
  const lines = departments.flatMap(({ id, name, promise }) => {
    const line = promise?.lines.find((each) => each.kind === kind);
    return line === undefined ? [] : [{ id, name, line }];
  });
  const window = departments.find(({ promise }) => promise !== null)?.promise;
  return (
    <Stack gap="large">
      {window && (
        <SoftText>
          <DateTimeText instant={`${window.since}T12:00:00Z`} show="day" /> –{' '}
          <DateTimeText instant={`${window.until}T12:00:00Z`} show="day" /> · {t('promise.method')}
        </SoftText>
      )}
      <label className={styles.filter}>
        <span>{t('promise.of')}</span>
        <select value={kind} onChange={({ target }) => setKind(kinds.find((each) => each === target.value) ?? kind)}>
          {kinds.map((each) => (
            <option key={each} value={each}>
              {t(`promise.kind.${each}`)}
            </option>
          ))}
        </select>
      </label>
      <FigurePlot
        caption={t('promise.compared')}
        threshold={thresholds[kind]}
        groupHeading={t('promise.department')}
        points={lines.map(({ id, name, line }) => ({ key: id, label: name, figure: line.medianDays }))}
      />
      {lines
        .filter(({ line }) => !line.medianDays.suppressed)
        .map(({ id, name, line }) => (
          <OneClock key={id} name={name} line={line} threshold={thresholds[kind]} />
        ))}
    </Stack>
  );
}

function OneClock({
  name,
  line,
  threshold,
}: {
  readonly name: string;
  readonly line: Line;
  readonly threshold: number;
}): ReactElement {
  const { t } = useTexts();
  return (
    <Stack gap="small">
      <h2>{name}</h2>
      <SoftText>{t('promise.answered', { count: line.answered.value ?? 0 })}</SoftText>
      <FigurePlot
        caption={t('promise.days')}
        threshold={threshold}
        groupHeading={t('promise.measure')}
        points={measures.map((measure) => ({ key: measure, label: t(`promise.${measure}`), figure: line[measure] }))}
      />
    </Stack>
  );
}
