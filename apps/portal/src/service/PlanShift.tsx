import type { ReactElement } from 'react';
import { CheckboxField, fromCampusInput, TextField, useTexts, useWebConfig } from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import { FormAction } from '../parts/FormAction.js';
import { chosenPath, noPath, PathField } from '../training/PathField.js';
import { atFields, missingFields } from './field-faults.js';
import { planShiftDocument } from './hosting-actions.js';
import type { ShownOpportunity } from './shown-opportunity.js';

const initial = {
  startsAt: '',
  endsAt: '',
  meetingPoint: '',
  isHard: false,
  'roles.0.name': '',
  'roles.0.needed': '2',
  'roles.0.requiredPathId': noPath,
};

const needs = ['startsAt', 'endsAt', 'meetingPoint', 'roles.0.name', 'roles.0.needed'] as const;

/** `roles.0` is the name of the first role: the graph checks names as a list. */
const fieldOf = (path: string): string => (path === 'roles' || path === 'roles.0' ? 'roles.0.name' : path);

type PlanShiftProps = { readonly opportunity: ShownOpportunity; readonly onChange: () => void };

/** Says when an opportunity needs people, and for what. */
export function PlanShift({ opportunity, onChange }: PlanShiftProps): ReactElement {
  const { t } = useTexts();
  const { campusZone } = useWebConfig();
  const plan = useAction(planShiftDocument, (data) => data.planShift);
  const run = async ({ startsAt, endsAt, meetingPoint, isHard, ...role }: typeof initial) => {
    const [from, to] = [fromCampusInput(startsAt, campusZone), fromCampusInput(endsAt, campusZone)];
    const missing = missingFields({ ...role, startsAt: from, endsAt: to, meetingPoint }, needs);
    if (from === undefined || to === undefined || missing !== undefined) return missing ?? {};
    const needed = Number(role['roles.0.needed']);
    // The graph knows whole numbers alone: any other is refused at its field, as out of range.
    const roles = [
      {
        name: role['roles.0.name'],
        needed: Number.isInteger(needed) ? needed : 0,
        requiredPathId: chosenPath(role['roles.0.requiredPathId']),
      },
    ];
    const input = { opportunityId: opportunity.id, startsAt: from, endsAt: to, meetingPoint, isHard, roles };
    return atFields(await plan({ input }), fieldOf);
  };
  return (
    <FormAction
      viewerActions={opportunity.viewerActions}
      action="PLAN_SHIFT"
      label={t('hosting.plan')}
      initial={initial}
      onRun={run}
      onDone={onChange}
    >
      <TextField name="startsAt" label={t('hosting.startsAt')} type="datetime-local" />
      <TextField name="endsAt" label={t('hosting.endsAt')} type="datetime-local" />
      <TextField name="meetingPoint" label={t('hosting.meetingPoint')} />
      <TextField name="roles.0.name" label={t('hosting.role')} />
      <TextField name="roles.0.needed" label={t('hosting.needed')} type="number" />
      <PathField name="roles.0.requiredPathId" label={t('training.forRole')} noneLabel={t('training.none')} />
      <CheckboxField name="isHard" label={t('hosting.isHard')} />
    </FormAction>
  );
}
