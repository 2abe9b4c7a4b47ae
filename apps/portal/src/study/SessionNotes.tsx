import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { ActionButton, Cluster, SelectField, SoftText, Stack, TextAreaField, TextField, useTexts } from '@guildhall/ui';
import { useAction } from '../graph/use-action.js';
import { FormAction } from '../parts/FormAction.js';
import { Prose } from '../parts/Rows.js';
import type { ShownSession } from './GroupSessions.js';
import { removeNoteDocument, writeNoteDocument } from './session-actions.js';
import { noteLicences, oneOf } from './study-kinds.js';
import styles from './study.module.css';

type NotesProps = { readonly session: ShownSession; readonly onChange: () => void };

/** What was written down in a session, and writing more. */
export function SessionNotes({ session, onChange }: NotesProps): ReactElement {
  const { t, language } = useTexts();
  const write = useAction(writeNoteDocument, (data) => data.writeStudyNote);
  const remove = useAction(removeNoteDocument, (data) => data.removeStudyNote);
  const notes = session.notes ?? [];
  return (
    <Stack gap="small">
      {notes.map((note) => (
        <details key={note.id} className={styles.note}>
          <summary lang={note.language}>{note.title}</summary>
          <div lang={note.language}>
            <Prose>{note.body}</Prose>
          </div>
          <SoftText isSmall>
            {t('study.noteBy', { name: note.author?.displayName ?? t('person.hiddenName') })} ·{' '}
            {t(`studyLicence.${note.licence}`)}
          </SoftText>
          {note.resource && (
            <Link to="/library/$resourceId" params={{ resourceId: note.resource.id }}>
              {t('study.inLibrary')}
            </Link>
          )}
          <ActionButton
            viewerActions={note.viewerActions}
            action="REMOVE"
            label={t('study.removeNote')}
            confirm={{ title: t('study.removeNote'), body: t('study.removeNoteLead'), label: t('study.removeNote') }}
            onRun={() => remove({ input: { noteId: note.id } })}
            onDone={onChange}
          />
        </details>
      ))}
      <Cluster>
        <FormAction
          viewerActions={session.viewerActions}
          action="ADD_NOTE"
          label={t('study.writeNote')}
          lead={t('study.writeNoteLead')}
          initial={{ title: '', body: '', language: language === 'zh-CN' ? 'zh-Hans' : 'en', licence: 'CC_BY_4_0' }}
          onRun={({ licence, ...note }) =>
            write({ input: { sessionId: session.id, ...note, licence: oneOf(noteLicences, licence) ?? 'CC_BY_4_0' } })
          }
          onDone={onChange}
        >
          <TextField name="title" label={t('study.noteTitle')} />
          <TextAreaField name="body" label={t('study.noteBody')} rows={8} />
          <TextField name="language" label={t('study.language')} hint={t('study.languageHint')} />
          <SelectField
            name="licence"
            label={t('study.licence')}
            options={noteLicences.map((value) => ({ value, label: t(`studyLicence.${value}`) }))}
          />
        </FormAction>
      </Cluster>
    </Stack>
  );
}
