import type { ReactElement } from 'react';
import {
  ActionButton,
  Cluster,
  DateTimeText,
  SoftText,
  Stack,
  StatusBadge,
  useTexts,
  useWebConfig,
} from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import { FormAction } from '../parts/FormAction.js';
import type { PartProps } from './organise-document.js';
import {
  claimTaskDocument,
  dropTaskDocument,
  editTaskDocument,
  finishTaskDocument,
  orderTasksDocument,
  reopenTaskDocument,
  startTaskDocument,
} from './task-documents.js';
import { readTask, TaskFields, taskValues, type ShownTask } from './TaskFields.js';

type RowProps = PartProps & { readonly task: ShownTask };

/** One task of the board: what it is, whose, until when, and what can be done about it. */
export function TaskRow({ task, ...part }: RowProps): ReactElement {
  const { t } = useTexts();
  const titles = new Map(part.organising.tasks.map(({ id, title }) => [id, title]));
  const waitsFor = task.waitsFor.map((id) => titles.get(id) ?? '').join(', ');
  return (
    <Stack gap="small">
      <strong>{task.title}</strong>
      {task.notes !== '' && <SoftText>{task.notes}</SoftText>}
      <Cluster>
        <span>{task.owner?.displayName ?? t('organise.nobody')}</span>
        {task.dueAt && <DateTimeText instant={task.dueAt} />}
        {task.isLate && <StatusBadge tone="danger">{t('organise.late')}</StatusBadge>}
      </Cluster>
      {task.isBlocked && <StatusBadge tone="warn">{t('organise.blocked', { tasks: waitsFor })}</StatusBadge>}
      <TaskActions task={task} onChange={part.onChange} />
      <Cluster>
        <EditTask task={task} {...part} />
        <MoveTask task={task} {...part} />
      </Cluster>
    </Stack>
  );
}

/** The steps of a task. */
export function TaskActions({
  task: { id, viewerActions },
  onChange,
}: {
  readonly task: Pick<ShownTask, 'id' | 'viewerActions'>;
  readonly onChange: () => void;
}): ReactElement {
  const { t } = useTexts();
  const claim = useAction(claimTaskDocument, (data) => data.claimTask);
  const start = useAction(startTaskDocument, (data) => data.startTask);
  const finish = useAction(finishTaskDocument, (data) => data.finishTask);
  const reopen = useAction(reopenTaskDocument, (data) => data.reopenTask);
  const drop = useAction(dropTaskDocument, (data) => data.dropTask);
  const shared = { viewerActions, onDone: onChange };
  const input = { taskId: id };
  return (
    <Cluster>
      <ActionButton {...shared} action="CLAIM" label={t('organise.claim')} onRun={() => claim({ input })} />
      <ActionButton {...shared} action="START" label={t('organise.start')} onRun={() => start({ input })} />
      <ActionButton {...shared} action="FINISH" label={t('organise.finish')} onRun={() => finish({ input })} />
      <ActionButton
        {...shared}
        action="REOPEN"
        look="quiet"
        label={t('organise.reopen')}
        onRun={() => reopen({ input })}
      />
      <ActionButton {...shared} action="DROP" look="quiet" label={t('organise.drop')} onRun={() => drop({ input })} />
    </Cluster>
  );
}

function EditTask({ task, organising, onChange }: RowProps): ReactElement {
  const { t } = useTexts();
  const { campusZone } = useWebConfig();
  const edit = useAction(editTaskDocument, (data) => data.editTask);
  return (
    <FormAction
      viewerActions={task.viewerActions}
      action="EDIT"
      look="quiet"
      label={t('organise.editTask')}
      initial={taskValues(task, campusZone, 'changes.')}
      onRun={(values) => edit({ input: { taskId: task.id, changes: readTask(values, campusZone, 'changes.') } })}
      onDone={onChange}
    >
      <TaskFields organising={organising} prefix="changes." task={task} />
    </FormAction>
  );
}

/** Moves a task past its neighbour in the same column. */
function MoveTask({ task, activity, organising, onChange }: RowProps): ReactElement {
  const { t } = useTexts();
  const order = useAction(orderTasksDocument, (data) => data.orderTasks);
  const ids = organising.tasks.map(({ id }) => id);
  const column = organising.tasks.filter(({ status }) => status === task.status).map(({ id }) => id);
  const place = column.indexOf(task.id);
  const swap = (other: string) => {
    const swapped = new Map([
      [task.id, other],
      [other, task.id],
    ]);
    return order({
      input: {
        activityId: activity.id,
        taskIds: ids.map((id) => swapped.get(id) ?? id),
      },
    });
  };
  const [before, after] = [column[place - 1], column[place + 1]];
  const shared = { viewerActions: organising.viewerActions, action: 'PLAN', look: 'quiet', onDone: onChange } as const;
  return (
    <>
      {before !== undefined && <ActionButton {...shared} label={t('organise.earlier')} onRun={() => swap(before)} />}
      {after !== undefined && <ActionButton {...shared} label={t('organise.later')} onRun={() => swap(after)} />}
    </>
  );
}
