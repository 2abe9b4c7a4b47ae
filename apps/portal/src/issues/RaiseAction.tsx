import type { ReactElement } from 'react';
import { SelectField, useGraphQuery, useTexts } from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import { FormAction } from '../parts/FormAction.js';
import { departmentsDocument } from './departments-document.js';
import { raiseDocument } from './issue-actions.js';
import type { ShownIssue } from './issue-document.js';

/** Raises an issue as the representative, to the department its writer named or to a better one. */
export function RaiseAction({
  issue,
  onChange,
}: {
  readonly issue: ShownIssue;
  readonly onChange: () => void;
}): ReactElement {
  const { t } = useTexts();
  const raise = useAction(raiseDocument, (data) => data.raiseIssue);
  return (
    <FormAction
      viewerActions={issue.viewerActions}
      action="RAISE"
      look="primary"
      label={t('issue.raise')}
      lead={t('issue.raiseLead')}
      initial={{ departmentId: issue.department?.id ?? '' }}
      onRun={({ departmentId }, idempotencyKey) =>
        raise({ input: { issueId: issue.id, departmentId, idempotencyKey } })
      }
      onDone={onChange}
    >
      <DepartmentField />
    </FormAction>
  );
}

/** Which department; every one that takes new matters. */
export function DepartmentField(): ReactElement {
  const { t } = useTexts();
  const { data } = useGraphQuery(departmentsDocument, {});
  const options = (data?.departments ?? []).map(({ id, name }) => ({ value: id, label: name }));
  return (
    <SelectField name="departmentId" label={t('issue.department')} hint={t('issue.departmentHint')} options={options} />
  );
}
