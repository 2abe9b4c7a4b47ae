import { describe, expect, it } from '@jest/globals';
import { emptyStudyForm, toStudyContent } from './study-form.js';

describe('the form of a study group', () => {
  it('sends what was written, keeps further times, and lets the graph judge numbers that are none', () => {
    const values = {
      ...emptyStudyForm('zh-CN'),
      'content.title': '周二晚自习',
      'content.capacity': 'six',
      'content.lastDay': '2026-12-18',
    };
    const other = { weekday: 4, startsAt: '09:00', minutes: 60 };
    expect(toStudyContent(values, [other])).toMatchObject({
      title: '周二晚自习',
      language: 'zh-Hans',
      capacity: 0,
      membersMin: 3,
      lastDay: '2026-12-18',
      times: [{ weekday: 2, startsAt: '18:00', minutes: 90 }, other],
    });
  });
});
