import { type GraphQLSchema, isAbstractType, isInterfaceType, isObjectType } from 'graphql';

/** Tells whether an object that calls itself by one type name is of another type. */
export type TypeConditions = {
  readonly matches: (typename: unknown, condition: string) => boolean;
  /** Interfaces: where an object calls itself so, its service knows no better. */
  readonly abstractNames: ReadonlySet<string>;
};

/** Over every type the services know; the answer to each question is kept. */
export function createTypeConditions(schema: GraphQLSchema): TypeConditions {
  const namesByCondition = new Map<string, ReadonlySet<unknown>>();
  const namesOf = (condition: string): ReadonlySet<unknown> => {
    const known = namesByCondition.get(condition);
    if (known) return known;
    const names = new Set<unknown>([condition]);
    const type = schema.getType(condition);
    if (type && isAbstractType(type)) {
      for (const { name } of Object.values(schema.getTypeMap()).filter(
        (one) => (isObjectType(one) || isInterfaceType(one)) && schema.isSubType(type, one),
      ))
        names.add(name);
    }
    namesByCondition.set(condition, names);
    return names;
  };
  const interfaces = Object.values(schema.getTypeMap()).filter(isInterfaceType);
  return {
    abstractNames: new Set(interfaces.map(({ name }) => name)),
    matches: (typename, condition) => namesOf(condition).has(typename),
  };
}
