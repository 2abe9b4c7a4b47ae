import type { ReactElement } from 'react';
import { Card, CardGrid, SoftText, Stack, useTexts, useWebConfig } from '@guildhall/ui';
import type { TeamTaskStatus } from '../generated/graphql.js';
import { useAction } from '../graph/use-action.js';
import { FormAction } from '../parts/FormAction.js';
import type { PartProps } from './organise-document.js';
import { planTaskDocument } from './task-documents.js';
import { readTask, TaskFields, taskValues } from './TaskFields.js';
import { TaskRow } from './TaskRow.js';

const columns: readonly TeamTaskStatus[] = ['OPEN', 'DOING', 'DONE', 'DROPPED'];

/** What is to be done, by how far it is: columns side by side, one below the other on a phone. */
export function TaskBoard({ activity, organising, onChange }: PartProps): ReactElement {
  const { t } = useTexts();
  const { campusZone } = useWebConfig();
  const plan = useAction(planTaskDocument, (data) => data.planTask);
  const { tasks } = organising;
  return (
    <Stack>
      <h2>{t('organise.tasks')}</h2>
      <CardGrid>
        {columns
          .filter((status) => status !== 'DROPPED' || tasks.some((task) => task.status === 'DROPPED'))
          .map((status) => {
            const inColumn = tasks.filter((task) => task.status === status);
            return (
              <Card key={status}>
                <h3>
                  {t(`organise.taskStatus.${status}`)} ({inColumn.length})
                </h3>
                {inColumn.length === 0 && <SoftText>{t('organise.noneHere')}</SoftText>}
                {inColumn.map((task) => (
                  <TaskRow key={task.id} {...{ task, activity, organising, onChange }} />
                ))}
              </Card>
            );
          })}
      </CardGrid>
      <FormAction
        viewerActions={organising.viewerActions}
        action="PLAN"
        label={t('organise.planTask')}
        initial={taskValues(undefined, campusZone, '')}
        onRun={(values) => plan({ input: { activityId: activity.id, ...readTask(values, campusZone, '') } })}
        onDone={onChange}
      >
        <TaskFields organising={organising} prefix="" />
      </FormAction>
    </Stack>
  );
}
