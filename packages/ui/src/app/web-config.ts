import { createContext, useContext } from 'react';

/** What the host tells the page about this installation (`/config.json`). */
export type WebConfig = {
  readonly gatewayUrl: string;
  readonly campusZone: string;
  /** Where members find the portal; told to apps that lead there, when it is served. */
  readonly portalUrl?: string;
  readonly environment: 'development' | 'production';
};

const WebConfigContext = createContext<WebConfig | undefined>(undefined);

/** Gives the settings to everything inside. */
export const WebConfigProvider = WebConfigContext.Provider;

/** The settings of this installation. */
export function useWebConfig(): WebConfig {
  const config = useContext(WebConfigContext);
  if (config === undefined) throw new Error('useWebConfig needs the providers of createApp around it.');
  return config;
}

/** Asks the host for the settings; rejects when it gives none. */
export async function loadWebConfig(): Promise<WebConfig> {
  const response = await fetch('/config.json');
  if (!response.ok) throw new Error(`The settings of this app could not be loaded (${response.status}).`);
  return (await response.json()) as WebConfig;
}
