import type { DemoResource } from './resources.js';

/** Why a demo member rates as they do. */
export type RatingReason = 'CLEAR' | 'USEFUL' | 'COMPLETE' | 'OUT_OF_DATE' | 'MISTAKES' | 'HARD_TO_FOLLOW' | 'OTHER';

type Remark = { readonly stars: number; readonly reason: RatingReason; readonly words: string };

const remark = (stars: number, reason: RatingReason, words: string): Remark => ({ stars, reason, words });

/** What demo members say about resources, in the language of the resource. */
export const remarks: Readonly<Record<DemoResource['language'], readonly Remark[]>> = {
  en: [
    remark(5, 'USEFUL', 'I used it the night before and it held.'),
    remark(4, 'CLEAR', 'Short enough to read on the bus.'),
    remark(5, 'COMPLETE', 'Everything I had in four places is here in one.'),
    remark(3, 'HARD_TO_FOLLOW', 'The second half goes very fast.'),
    remark(4, 'USEFUL', 'The example made the difference.'),
    remark(2, 'OUT_OF_DATE', 'The module has another outline since last year.'),
    remark(5, 'CLEAR', ''),
    remark(3, 'MISTAKES', 'The units in the last line do not agree.'),
  ],
  'zh-Hans': [
    remark(5, 'USEFUL', '考前一晚看的，确实管用。'),
    remark(4, 'CLEAR', '短小清楚，坐车时就能看完。'),
    remark(5, 'COMPLETE', '以前散在四处的内容，这里都齐了。'),
    remark(3, 'HARD_TO_FOLLOW', '后半部分讲得太快。'),
    remark(4, 'USEFUL', ''),
    remark(3, 'OUT_OF_DATE', '今年的课程大纲已经换了。'),
  ],
};
