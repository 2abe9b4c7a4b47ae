import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import {
  ActionButton,
  buttonClass,
  Card,
  Cluster,
  fromCampusInput,
  SelectField,
  SoftText,
  StatusBadge,
  TextAreaField,
  TextField,
  toCampusInput,
  useTexts,
  useWebConfig,
} from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import { FormAction } from '../parts/FormAction.js';
import type { PartProps, ShownOrganising } from './organise-document.js';
import { addRunItemDocument, editRunItemDocument, removeRunItemDocument } from './run-sheet-documents.js';
import { RunSheetTable } from './RunSheetTable.js';
import { teamOptions } from './TaskFields.js';

type ShownItem = ShownOrganising['runSheet'][number];
type Values = { readonly [name: string]: string };

/** What happens when, with what may be wrong with it. */
export function RunSheetPart(part: PartProps): ReactElement {
  const { t } = useTexts();
  const { campusZone } = useWebConfig();
  const { activity, organising, onChange } = part;
  const add = useAction(addRunItemDocument, (data) => data.addRunItem);
  return (
    <Card>
      <h2>{t('organise.runSheet')}</h2>
      {organising.runSheet.length === 0 ? (
        <SoftText>{t('organise.noRun')}</SoftText>
      ) : (
        <RunSheetTable
          items={organising.runSheet}
          extra={(item) => (
            <Cluster>
              {item.warnings.map((warning) => (
                <StatusBadge key={warning} tone="warn">
                  {t(`organise.warn.${warning}`)}
                </StatusBadge>
              ))}
              <ItemActions {...part} item={item} />
            </Cluster>
          )}
        />
      )}
      <Cluster>
        <FormAction
          viewerActions={organising.viewerActions}
          action="PLAN"
          label={t('organise.addRun')}
          initial={itemValues(undefined, activity.startsAt, campusZone, '')}
          onRun={(values) =>
            add({ input: { activityId: activity.id, ...readItem(values, activity.startsAt, campusZone, '') } })
          }
          onDone={onChange}
        >
          <ItemFields organising={organising} prefix="" />
        </FormAction>
        <Link
          className={buttonClass}
          data-look="quiet"
          to="/activities/$activityId/run-sheet"
          params={{ activityId: activity.id }}
        >
          {t('organise.print')}
        </Link>
      </Cluster>
    </Card>
  );
}

function ItemActions({ organising, onChange, item }: PartProps & { readonly item: ShownItem }): ReactElement {
  const { t } = useTexts();
  const { campusZone } = useWebConfig();
  const edit = useAction(editRunItemDocument, (data) => data.editRunItem);
  const remove = useAction(removeRunItemDocument, (data) => data.removeRunItem);
  const shared = { viewerActions: organising.viewerActions, action: 'PLAN', look: 'quiet', onDone: onChange } as const;
  return (
    <>
      <FormAction
        {...shared}
        label={t('organise.editRun')}
        initial={itemValues(item, item.startsAt, campusZone, 'changes.')}
        onRun={(values) =>
          edit({ input: { itemId: item.id, changes: readItem(values, item.startsAt, campusZone, 'changes.') } })
        }
      >
        <ItemFields organising={organising} prefix="changes." />
      </FormAction>
      <ActionButton {...shared} label={t('organise.removeRun')} onRun={() => remove({ input: { itemId: item.id } })} />
    </>
  );
}

function ItemFields({
  organising,
  prefix,
}: {
  readonly organising: ShownOrganising;
  readonly prefix: string;
}): ReactElement {
  const { t } = useTexts();
  return (
    <>
      <TextField name={`${prefix}title`} label={t('organise.run')} />
      <TextField name={`${prefix}startsAt`} type="datetime-local" label={t('organise.starts')} />
      <TextField name={`${prefix}minutes`} type="number" label={t('organise.minutes')} />
      <TextField name={`${prefix}place`} label={t('organise.place')} />
      <SelectField name={`${prefix}memberId`} label={t('organise.who')} options={teamOptions(organising)} />
      <TextAreaField name={`${prefix}notes`} label={t('organise.notes')} />
    </>
  );
}

const newItem = { title: '', minutes: 30, place: '', member: null, notes: '' };

function itemValues(item: ShownItem | undefined, startsAt: string, zone: string, prefix: string): Values {
  const { title, minutes, place, member, notes } = item ?? newItem;
  return {
    [`${prefix}title`]: title,
    [`${prefix}startsAt`]: toCampusInput(startsAt, zone),
    [`${prefix}minutes`]: String(minutes),
    [`${prefix}place`]: place,
    [`${prefix}memberId`]: member?.id ?? '',
    [`${prefix}notes`]: notes,
  };
}

function readItem(values: Values, startsAt: string, zone: string, prefix: string) {
  const text = (name: string): string => values[`${prefix}${name}`] ?? '';
  return {
    title: text('title'),
    startsAt: fromCampusInput(text('startsAt'), zone) ?? startsAt,
    minutes: Math.trunc(Number(text('minutes'))) || 0,
    place: text('place'),
    memberId: text('memberId') || null,
    notes: text('notes'),
  };
}
