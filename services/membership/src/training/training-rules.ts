/** How long before a mandate begins its holder is reminded of training that it asks for, in milliseconds; our choice. */
export const remindBeforeMs = 7 * 86_400_000;
