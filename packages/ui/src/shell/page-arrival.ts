import { useRouterState } from '@tanstack/react-router';
import { createContext, useContext } from 'react';

/** The name of the app, for the title of the window, and whether this is the first page since it was opened. */
export type PageArrival = { readonly appName: string; readonly place: string; readonly isFirst: boolean };

const firstPlace: { path?: string; hasMoved: boolean } = { hasMoved: false };

const AppNameContext = createContext('Guildhall');

/** Gives the name of the app to its pages. */
export const AppNameProvider = AppNameContext.Provider;

/** Where the person arrived. A change of the search alone, such as a filter, is no arrival. */
export function usePageArrival(): PageArrival {
  const place = useRouterState({ select: ({ location }) => location.pathname });
  firstPlace.path ??= place;
  if (place !== firstPlace.path) firstPlace.hasMoved = true;
  return { place, isFirst: !firstPlace.hasMoved, appName: useContext(AppNameContext) };
}
