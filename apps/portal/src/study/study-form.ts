import type { StudyGroupContentInput } from '../generated/graphql.js';
import { oneOf, studySettings, studyStyles } from './study-kinds.js';

/** What the form of a study group holds: the text of each control, by the path of its field. */
export type StudyFormValues = {
  readonly 'content.title': string;
  readonly 'content.about': string;
  readonly 'content.course': string;
  readonly 'content.style': string;
  readonly 'content.setting': string;
  readonly 'content.whereabouts': string;
  readonly 'content.language': string;
  readonly 'content.times.0.weekday': string;
  readonly 'content.times.0.startsAt': string;
  readonly 'content.times.0.minutes': string;
  readonly 'content.membersMin': string;
  readonly 'content.capacity': string;
  readonly 'content.admission': string;
  readonly 'content.lastDay': string;
};

/** What is filled in before anybody wrote anything. */
export function emptyStudyForm(language: string): StudyFormValues {
  return {
    'content.title': '',
    'content.about': '',
    'content.course': '',
    'content.style': 'DISCUSSION',
    'content.setting': 'ROOM',
    'content.whereabouts': '',
    'content.language': language === 'zh-CN' ? 'zh-Hans' : 'en',
    'content.times.0.weekday': '2',
    'content.times.0.startsAt': '18:00',
    'content.times.0.minutes': '90',
    'content.membersMin': '3',
    'content.capacity': '6',
    'content.admission': 'OPEN',
    'content.lastDay': '',
  };
}

const whole = (text: string): number => (Number.isInteger(Number(text)) && text.trim() !== '' ? Number(text) : 0);

/** What is sent. Times beyond the first, which the form does not show, stay as they are. */
export function toStudyContent(
  values: StudyFormValues,
  otherTimes: StudyGroupContentInput['times'] = [],
  constituencyId?: string,
): StudyGroupContentInput {
  const first = {
    weekday: whole(values['content.times.0.weekday']),
    startsAt: values['content.times.0.startsAt'].trim(),
    minutes: whole(values['content.times.0.minutes']),
  };
  return {
    title: values['content.title'],
    about: values['content.about'],
    course: values['content.course'],
    constituencyId,
    style: oneOf(studyStyles, values['content.style']) ?? 'DISCUSSION',
    setting: oneOf(studySettings, values['content.setting']) ?? 'ROOM',
    whereabouts: values['content.whereabouts'],
    language: values['content.language'],
    times: [first, ...otherTimes],
    membersMin: whole(values['content.membersMin']),
    capacity: whole(values['content.capacity']),
    admission: oneOf(['OPEN', 'INVITE'] as const, values['content.admission']) ?? 'OPEN',
    lastDay: values['content.lastDay'],
  };
}
