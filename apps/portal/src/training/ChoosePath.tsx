import type { ReactElement } from 'react';
import { useTexts } from '@guildhall/ui';
import type { Outcome } from '@guildhall/ui';
import { FormAction, type FormActionProps } from '../parts/FormAction.js';
import { chosenPath, noPath, PathField } from './PathField.js';

type ChoosePathProps = Omit<FormActionProps<{ readonly pathId: string }>, 'initial' | 'onRun' | 'children'> & {
  readonly noneLabel: string;
  /** The path that is asked for now. */
  readonly pathId: string | undefined;
  readonly onRun: (pathId: string | undefined) => Promise<Outcome>;
};

/** A button that asks which path is to be completed, or none; it is there if `viewerActions` lists the action. */
export function ChoosePath({ noneLabel, pathId, onRun, ...action }: ChoosePathProps): ReactElement {
  const { t } = useTexts();
  return (
    <FormAction {...action} initial={{ pathId: pathId ?? noPath }} onRun={(values) => onRun(chosenPath(values.pathId))}>
      <PathField name="pathId" label={t('training.path')} noneLabel={noneLabel} />
    </FormAction>
  );
}
