/*
 * Whom an activity suits: the languages it is held in and what makes it easier to take part in, beside what its venue
 * offers. Life: said when an activity is planned, changed as long as the plan may be. Owner: activities.
 */
import { FieldChecks, type Result, type ValidationError } from '@guildhall/kernel';
import type { ActivityId } from '../activity/activity.js';
import type { AccessFeature } from '../venue/venue.js';

/** What organisers say about whom an activity suits. Languages are BCP 47 tags such as `en` and `zh-CN`. */
export type Audience = { readonly languages: readonly string[]; readonly accessFeatures: readonly AccessFeature[] };

/** The audience of one activity. */
export type ActivityAudience = Audience & { readonly activityId: ActivityId };

/** What holds for an activity whose organisers said nothing. */
export const unsaidAudience: Audience = { languages: [], accessFeatures: [] };

/** The most languages one activity is held in. */
export const languagesMax = 8;

const tag = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}$/u;

/** Whether a text names a language. */
export function isLanguage(text: string): boolean {
  return tag.test(text);
}

/** The audience with nothing said twice, or every language that is none. */
export function checkAudience({ languages, accessFeatures }: Audience): Result<Audience, ValidationError> {
  const checks = new FieldChecks().that(
    languages.length <= languagesMax,
    'languages',
    'TOO_LONG',
    `List at most ${languagesMax}; this has ${languages.length}.`,
  );
  languages
    .slice(0, languagesMax)
    .forEach((language, index) =>
      checks.that(isLanguage(language), `languages.${index}`, 'BAD_FORMAT', 'Give a language tag such as en or zh-CN.'),
    );
  return checks.finish({ languages: [...new Set(languages)], accessFeatures: [...new Set(accessFeatures)] });
}
