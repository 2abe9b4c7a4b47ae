import { describe, expect, it } from '@jest/globals';
import { toId } from '@guildhall/kernel';
import { viewers, type ViewerName } from '../../test/viewers.js';
import { factsOf } from './case-facts.js';
import {
  checkTemplate,
  fillTemplate,
  placeholders,
  retireTemplate,
  templateLanguages,
  templateLifecycle,
  type Template,
} from './template.js';
import { templatePolicy } from './template.policy.js';

const now = new Date('2026-10-05T09:00:00Z');
const live: Template = {
  id: toId('7a1e3f1c-4a51-4c55-9d8a-0d2b6a3f9e10'),
  name: 'Receipt',
  matter: undefined,
  language: 'en',
  retiredAt: undefined,
  version: 1,
};

describe('a template', () => {
  it('is revised and retired while it is in use, and never after', () => {
    expect(templateLifecycle.possible(live, now)).toEqual(['REVISE', 'RETIRE']);
    const retired = { ...live, retiredAt: now };
    expect(templateLifecycle.possible(retired, now)).toEqual([]);
    expect(retireTemplate(live, now)).toMatchObject({ value: { retiredAt: now } });
    expect(retireTemplate(retired, now)).toMatchObject({
      error: { __typename: 'IllegalTransitionError', state: 'RETIRED' },
    });
  });

  it('names no fact that there is not', () => {
    expect(checkTemplate({ name: 'A', body: placeholders.map((one) => `{{ ${one} }}`).join() }).ok).toBe(true);
    for (const body of ['{{name}}', 'Dear {{ }}', '{{matter}} {{Matter}}'])
      expect(checkTemplate({ name: 'A', body })).toMatchObject({
        error: { fields: [{ path: 'body', rule: 'UNKNOWN' }] },
      });
  });

  it.each(templateLanguages)('has words for every fact in %s', (language) => {
    const item = { matter: 'HOUSING', stage: 'FORMAL', openedAt: now } as const;
    const facts = factsOf(
      { item, nextDueAt: now, departments: ['Housing', 'Library'], campusZone: 'Europe/London' },
      language,
    );
    const filled = fillTemplate(placeholders.map((one) => `{{${one}}}`).join(' / '), facts);
    expect(filled.missing).toEqual([]);
    expect(filled.body).not.toContain('{{');
  });

  it('leaves what the case has no fact for as it stands, and says so', () => {
    expect(fillTemplate('By {{nextDeadline}}: {{matter}}, {{nextDeadline}}', { matter: 'housing' })).toEqual({
      body: 'By {{nextDeadline}}: housing, {{nextDeadline}}',
      missing: ['nextDeadline'],
    });
  });
});

describe('the rights over templates', () => {
  const managers: readonly ViewerName[] = ['advice manager', 'advice manager who is the student'];
  const readers: readonly ViewerName[] = [
    ...managers,
    'assigned worker',
    'assigned worker who is the student',
    'another worker',
    'second worker',
  ];

  it.each(Object.keys(viewers) as ViewerName[])(
    'let %s read as one of the advice team in office, and write as its manager',
    (name) => {
      expect(templatePolicy.canRead(viewers[name])).toBe(readers.includes(name));
      expect(templatePolicy.canWrite(viewers[name])).toBe(managers.includes(name));
    },
  );
});
