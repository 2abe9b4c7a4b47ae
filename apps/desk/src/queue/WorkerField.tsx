import {
  Button,
  QueryView,
  RadioField,
  SelectField,
  SkeletonList,
  SoftText,
  Stack,
  partOf,
  useGraphQuery,
  useTexts,
} from '@guildhall/ui';
import type { ReactElement } from 'react';
import { useState } from 'react';
import type { CaseWorkersQuery } from '../generated/queue-forms/graphql.js';
import { CaseWorkersDocument } from '../generated/queue-forms/graphql.js';

type Worker = NonNullable<CaseWorkersQuery['caseWorkers']>['edges'][number]['node'];

/** More than these are easier to find in a list that opens. */
const radiosMax = 6;

/** The case workers in office except the one who has the case, with what each has on the desk. */
export function WorkerField({
  name = 'assignee',
  holder,
}: {
  readonly name?: string;
  readonly holder?: string;
}): ReactElement {
  const { t } = useTexts();
  const [before, setBefore] = useState<readonly Worker[]>([]);
  const [after, setAfter] = useState<string>();
  const query = partOf(useGraphQuery(CaseWorkersDocument, { after }), ({ caseWorkers }) => caseWorkers);
  const wordOf = ({ subject, openCases, lateCases }: Worker): string =>
    t(lateCases > 0 ? 'queue.workloadLate' : 'queue.workload', { subject, open: openCases, late: lateCases });
  return (
    <QueryView query={query} skeleton={<SkeletonList height="3rem" />}>
      {({ edges, pageInfo }) => {
        const workers = [...before, ...edges.map(({ node }) => node)];
        const options = workers
          .filter(({ subject }) => subject !== holder)
          .map((worker) => ({ value: worker.subject, label: wordOf(worker) }));
        if (options.length === 0) return <SoftText>{t('queue.noWorkers')}</SoftText>;
        const Choice = options.length > radiosMax ? SelectField : RadioField;
        return (
          <Stack gap="small">
            <Choice name={name} label={t('queue.assignee')} hint={t('queue.assigneeHint')} options={options} />
            {pageInfo.hasNextPage && (
              <Button
                onPress={() => {
                  setBefore(workers);
                  setAfter(pageInfo.endCursor ?? undefined);
                }}
              >
                {t('table.loadMore')}
              </Button>
            )}
          </Stack>
        );
      }}
    </QueryView>
  );
}
