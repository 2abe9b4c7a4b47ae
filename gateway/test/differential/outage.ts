import { isObjectType, Kind, type SelectionSetNode } from 'graphql';
import type { ComposedGraph } from './graph-set.js';
import type { Outage } from './reference.js';

/**
 * Which fields are lost while a service is away: those of roots and entities that only this service has, keys excepted since whoever
 * refers to an entity knows its key, and those that require a lost one. A value type is as present as the field that holds it.
 */
export function outageOf({ services, fullSchema }: ComposedGraph, service: string): Outage['isLost'] {
  const isLost: Outage['isLost'] = (type, field) => {
    const owners = [...services.values()].flatMap(({ name, fields, keys }) => {
      const model = fields.get(`${type}.${field}`);
      const isOwned = type === 'Query' || type === 'Mutation' || keys.has(type);
      const isKey = keys.get(type)?.some(({ selection }) => names(selection).includes(field)) ?? false;
      return model && !model.isExternal && isOwned && !isKey ? [{ name, model }] : [];
    });
    if (!isObjectType(fullSchema.getType(type))) return false;
    return owners.some(
      ({ name, model }) =>
        name === service || (model.requires && names(model.requires).some((input) => isLost(type, input))),
    );
  };
  return isLost;
}

function names({ selections }: SelectionSetNode): string[] {
  return selections.flatMap((selection) => (selection.kind === Kind.FIELD ? [selection.name.value] : []));
}
