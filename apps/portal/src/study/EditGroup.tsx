import type { ReactElement } from 'react';
import { useTexts } from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import { FormAction } from '../parts/FormAction.js';
import { editDocument } from './group-actions.js';
import type { ShownStudyGroup } from './study-documents.js';
import { toStudyContent, type StudyFormValues } from './study-form.js';
import { StudyFields } from './StudyFields.js';

/** Changes what a study group is. */
export function EditGroup({
  group,
  onChange,
}: {
  readonly group: ShownStudyGroup;
  readonly onChange: () => void;
}): ReactElement {
  const { t } = useTexts();
  const edit = useAction(editDocument, (data) => data.editStudyGroup);
  const [first, ...others] = group.times;
  const initial: StudyFormValues = {
    'content.title': group.title,
    'content.about': group.about,
    'content.course': group.course,
    'content.style': group.style,
    'content.setting': group.setting,
    'content.whereabouts': group.whereabouts ?? '',
    'content.language': group.language,
    'content.times.0.weekday': String(first?.weekday ?? 1),
    'content.times.0.startsAt': first?.startsAt ?? '18:00',
    'content.times.0.minutes': String(first?.minutes ?? 60),
    'content.membersMin': String(group.membersMin),
    'content.capacity': String(group.capacity),
    'content.admission': group.admission,
    'content.lastDay': group.lastDay,
  };
  return (
    <FormAction
      viewerActions={group.viewerActions}
      action="EDIT"
      label={t('study.edit')}
      lead={t('study.editLead')}
      initial={initial}
      onRun={(values) =>
        edit({
          input: {
            groupId: group.id,
            content: toStudyContent(
              values,
              others.map(({ weekday, startsAt, minutes }) => ({ weekday, startsAt, minutes })),
              group.constituency?.id,
            ),
          },
        })
      }
      onDone={onChange}
    >
      <StudyFields />
    </FormAction>
  );
}
