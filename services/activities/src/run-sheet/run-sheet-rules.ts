/* The numbers of the run sheet. They bound what one activity can hold and have no deadline behind them. */

/** One version of the numbers. */
export type RunSheetRules = { readonly version: number; readonly itemsMax: number; readonly longestMinutes: number };

/** Version 1: our choice; nothing on a run sheet lasts longer than a day. */
export const currentRunSheetRules: RunSheetRules = { version: 1, itemsMax: 200, longestMinutes: 1440 };
