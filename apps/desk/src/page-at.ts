import { lazyRouteComponent } from '@tanstack/react-router';
import { createAppRoot, withWords } from '@guildhall/ui';

/** The frame that every page of the desk stands in. */
export const root = createAppRoot();

/** Where a page stands: what its route begins with. */
export const at = <Path extends string>(path: Path) => ({ getParentRoute: () => root, path });

/** A page that is loaded with its words when somebody goes there. */
export const lazyPage = <Module extends Readonly<Record<string, unknown>>, Name extends string & keyof Module>(
  load: () => Promise<Module>,
  name: Name,
) => lazyRouteComponent(withWords(load), name);
