import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import { serviceNames, subgraphSdl, type ServiceName } from './shop-sdl.js';

/** The supergraph of the benchmark graph with its services at these addresses. */
export function composeShop(addresses: Readonly<Record<ServiceName, string>>): string {
  const { supergraphSdl, errors } = composeServices(
    serviceNames.map((name) => ({ name, url: addresses[name], typeDefs: parse(subgraphSdl[name]) })),
  );
  if (supergraphSdl === undefined) throw new Error(`The benchmark graph does not compose: ${errors?.join('\n')}`);
  return supergraphSdl;
}
