/* The numbers of templates. They bound what a group can keep and have no deadline behind them. */

/** One version of the numbers. */
export type TemplateRules = { readonly version: number; readonly templatesMax: number };

/** Version 1: our choice; a list that is longer than this is not looked through any more. */
export const currentTemplateRules: TemplateRules = { version: 1, templatesMax: 100 };
