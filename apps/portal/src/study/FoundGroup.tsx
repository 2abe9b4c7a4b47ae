import { useNavigate } from '@tanstack/react-router';
import { useState, type ReactElement } from 'react';
import { Button, Dialog, Form, useForm, useTexts } from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import { missingFields } from '../service/field-faults.js';
import { foundDocument } from './group-actions.js';
import { emptyStudyForm, toStudyContent } from './study-form.js';
import { StudyFields } from './StudyFields.js';

/** Founds a study group. What was written stays while the dialog is closed, until the group is there. */
export function FoundGroup(): ReactElement {
  const { t, language } = useTexts();
  const navigate = useNavigate();
  const [isOpen, setOpen] = useState(false);
  const found = useAction(foundDocument, (data) => data.foundStudyGroup);
  const form = useForm({
    initial: emptyStudyForm(language),
    submit: async (values, idempotencyKey) =>
      missingFields(values, ['content.lastDay']) ??
      found({ input: { content: toStudyContent(values), idempotencyKey } }),
    onDone: (result) => {
      setOpen(false);
      const id = 'studyGroup' in result ? result.studyGroup.id : undefined;
      if (id !== undefined) void navigate({ to: '/study/$groupId', params: { groupId: id } });
    },
  });
  return (
    <>
      <Button look="primary" opensDialog onPress={() => setOpen(true)}>
        {t('study.found')}
      </Button>
      <Dialog title={t('study.found')} isOpen={isOpen} onClose={() => setOpen(false)}>
        <Form form={form} submitLabel={t('study.found')}>
          <StudyFields />
        </Form>
      </Dialog>
    </>
  );
}
