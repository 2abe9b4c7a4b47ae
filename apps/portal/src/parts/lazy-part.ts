import { lazy, type ComponentType, type LazyExoticComponent } from 'react';
import { withWords } from '@guildhall/ui';

/** A part of a page that is loaded, with the words its module exports, when it is first shown. */
export function lazyPart<Name extends string, Props>(
  load: () => Promise<{ readonly [part in Name]: ComponentType<Props> }>,
  name: Name,
): LazyExoticComponent<ComponentType<Props>> {
  const loaded = withWords(load);
  return lazy(async () => ({ default: (await loaded())[name] }));
}
