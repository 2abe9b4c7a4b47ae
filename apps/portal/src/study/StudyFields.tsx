import type { ReactElement } from 'react';
import { RadioField, SelectField, TextAreaField, TextField, useTexts } from '@guildhall/ui';
import { studySettings, studyStyles, weekdays } from './study-kinds.js';
import { useStudyWords } from './use-study-words.js';

/** The fields of a study group. */
export function StudyFields(): ReactElement {
  const { t } = useTexts();
  const { dayName } = useStudyWords();
  return (
    <>
      <TextField name="content.title" label={t('study.name')} />
      <TextField name="content.course" label={t('study.course')} />
      <TextAreaField name="content.about" label={t('study.about')} rows={3} />
      <SelectField
        name="content.style"
        label={t('study.style')}
        options={studyStyles.map((value) => ({ value, label: t(`studyStyle.${value}`) }))}
      />
      <RadioField
        name="content.setting"
        label={t('study.setting')}
        options={studySettings.map((value) => ({ value, label: t(`studySetting.${value}`) }))}
      />
      <TextField name="content.whereabouts" label={t('study.whereabouts')} hint={t('study.whereaboutsHint')} />
      <TextField name="content.language" label={t('study.language')} hint={t('study.languageHint')} />
      <SelectField
        name="content.times.0.weekday"
        label={t('study.day')}
        options={weekdays.map((value) => ({ value, label: dayName(Number(value)) }))}
      />
      <TextField name="content.times.0.startsAt" label={t('study.startsAt')} hint={t('study.startsAtHint')} />
      <TextField name="content.times.0.minutes" label={t('study.minutes')} type="number" />
      <TextField name="content.membersMin" label={t('study.membersMin')} type="number" />
      <TextField name="content.capacity" label={t('study.capacity')} type="number" />
      <RadioField
        name="content.admission"
        label={t('study.admission')}
        options={['OPEN', 'INVITE'].map((value) => ({ value, label: t(`studyAdmission.${value}`) }))}
      />
      <TextField name="content.lastDay" label={t('study.lastDay')} type="date" />
    </>
  );
}
