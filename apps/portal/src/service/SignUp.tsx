import type { ReactElement } from 'react';
import { Link } from '@tanstack/react-router';
import { CheckboxField, Notice, RadioField, Stack, useTexts } from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import { FormAction } from '../parts/FormAction.js';
import { signUpDocument } from './service-actions.js';
import type { ShownShift } from './service-documents.js';
import { MissingTraining } from './ShiftTraining.js';

type SignUpProps = { readonly shift: ShownShift; readonly onChange: () => void };

/** What stands in the way of a shift, or should be known before one signs up. */
export function ShiftNotices({ notices }: { readonly notices: ShownShift['viewerNotices'] }): ReactElement | null {
  const { t } = useTexts();
  if (notices.length === 0) return null;
  return (
    <>
      {notices.map(({ kind, limit, activity, isBlocking }) => (
        <Notice key={`${kind}${activity?.id ?? ''}`} tone={isBlocking ? 'warn' : 'info'}>
          {t(`shiftNotice.${kind}`, { limit: limit ?? 0 })}{' '}
          {activity && (
            <Link to="/activities/$activityId" params={{ activityId: activity.id }}>
              {activity.title}
            </Link>
          )}
        </Notice>
      ))}
    </>
  );
}

type Said = { readonly roleId: string; readonly acceptsOverlap: boolean; readonly confirmsAdult: boolean };

const nothingSaid = (roleId: string): Said => ({ roleId, acceptsOverlap: false, confirmsAdult: false });

/** Takes a place in a shift: the role, and whether one knows what it overlaps. */
export function SignUp({ shift, onChange }: SignUpProps): ReactElement | null {
  const { t } = useTexts();
  const signUp = useAction(signUpDocument, (data) => data.signUpForShift);
  const { viewerNotices: notices, viewerSignup: own, opportunity } = shift;
  const needing = shift.roles.filter(({ needed, taken }) => taken < needed);
  const open = needing.filter(({ viewerLacksTraining }) => !viewerLacksTraining);
  if (own || !shift.viewerActions.includes('SIGN_UP')) return null;
  if (notices.some(({ isBlocking }) => isBlocking)) return <ShiftNotices notices={notices} />;
  if (needing.length === 0) return <span>{t('service.full')}</span>;
  if (open.length === 0) return <MissingTraining roles={needing} />;
  const overlaps = notices.length > 0;
  return (
    <FormAction
      viewerActions={shift.viewerActions}
      action="SIGN_UP"
      label={t('service.signUp')}
      look="primary"
      initial={nothingSaid(open[0]?.id ?? '')}
      onRun={(values, idempotencyKey) =>
        signUp({
          input: {
            shiftId: shift.id,
            roleId: values.roleId,
            acceptsOverlap: values.acceptsOverlap,
            confirmsAdult: values.confirmsAdult,
            idempotencyKey,
          },
        })
      }
      onDone={onChange}
    >
      <Stack>
        <ShiftNotices notices={notices} />
        <MissingTraining roles={needing} />
        <RadioField
          name="roleId"
          label={t('service.role')}
          options={open.map(({ id, name, needed, taken }) => ({
            value: id,
            label: t('service.roleLeft', { name, left: needed - taken }),
          }))}
        />
        {overlaps && <CheckboxField name="acceptsOverlap" label={t('service.iKnow')} />}
        {opportunity.isAdultsOnly && <CheckboxField name="confirmsAdult" label={t('service.iAmAdult')} />}
      </Stack>
    </FormAction>
  );
}
