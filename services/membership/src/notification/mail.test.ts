import { describe, expect, it } from '@jest/globals';
import { mailAbout, mailWithCode } from './mail.js';
import { isSensitive, notificationReasons } from './reason.js';

const places = { inbox: 'https://u.example/notices', settings: 'https://u.example/s', stop: 'https://u.example/x' };

describe('mail about notifications', () => {
  it('counts by topic, and says of what is sensitive only that it is for the reader', () => {
    const { subject, text } = mailAbout(
      ['ACTIVITY_CHANGED', 'PLACE_CHANGED', 'HELP_MATCHED', 'MEMBERSHIP_STATUS', 'CIRCLE_FORMED'],
      'en',
      places,
    );
    expect(subject).toBe('There is news for you');
    expect(text).toContain('- Your activities (2)\n- For you personally (3)\n');
    for (const place of Object.values(places)) expect(text).toContain(place);
  });

  it('reads the same whatever sensitive thing happened, in each language', () => {
    const sensitive = notificationReasons.filter(isSensitive);
    for (const reason of [
      'HELP_OFFERED',
      'CIRCLE_PROPOSED',
      'MEMBERSHIP_STATUS',
      'GROUP_REMOVED',
      'POST_REMOVED',
    ] as const)
      expect(sensitive).toContain(reason);
    for (const language of ['en', 'zh-CN'] as const)
      expect(new Set(sensitive.map((reason) => mailAbout([reason], language, places).text)).size).toBe(1);
    expect(mailAbout(['HELP_MATCHED'], 'zh-CN', places).text).toContain('与您个人有关');
  });

  it('carries the code and nothing about the person', () => {
    expect(mailWithCode('012345', 'en').text).toContain('012345');
    expect(mailWithCode('012345', 'zh-CN').text).toContain('012345');
  });
});
