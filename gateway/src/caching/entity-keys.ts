import { hash } from 'node:crypto';
import { Kind, parse, type SelectionSetNode } from 'graphql';
import { argumentsOf, type SupergraphIndex, type TypeInfo } from '../supergraph-index.js';
import { canonicalJson } from './canonical-json.js';

/** One entity, by a key of its type. */
export type EntityReference = { readonly typename: string; readonly key: Readonly<Record<string, unknown>> };

/** The keys of the types of a supergraph, and what is dropped together with an entity. */
export type EntityKeys = {
  /** Whether the type is an entity. */
  isEntity(typeName: string): boolean;
  /** Whether the field is part of a key of the type. */
  isKeyField(typeName: string, fieldName: string): boolean;
  /** What an entity that is kept depends on; `representation` is as its service gets it. */
  tagsOf(typeName: string, representation: Readonly<Record<string, unknown>>): readonly string[];
  /** What has to be dropped when an entity has changed; undefined when the type is not an entity. */
  tagsToDrop(reference: EntityReference): readonly string[] | undefined;
};

/** Entities of one type that share a slot are dropped together; so what was dropped needs no more memory than this, ever. */
const slotsPerType = 1_024;

/** What whole answers with this type in them depend on. */
export function answerTag(typeName: string): string {
  return `answers:${typeName}`;
}

/** What everything of a service depends on. */
export function serviceTag(service: string): string {
  return `service:${service}`;
}

/** Reads the keys of a supergraph. */
export function readEntityKeys(index: SupergraphIndex): EntityKeys {
  const keys = new Map<string, readonly (readonly string[])[]>();
  for (const type of index.types.values()) {
    const ofType = keysOf(type);
    if (ofType.length > 0) keys.set(type.name, ofType);
  }
  return {
    isEntity: (typeName) => keys.has(typeName),
    isKeyField: (typeName, fieldName) => (keys.get(typeName) ?? []).some((names) => names.includes(fieldName)),
    tagsOf(typeName, representation) {
      const [only, ...others] = keys.get(typeName) ?? [];
      const all = `type:${typeName}`;
      return only && others.length === 0 ? [all, slotTag(typeName, only, representation)] : [all];
    },
    tagsToDrop({ typename, key }) {
      const [only, ...others] = keys.get(typename) ?? [];
      if (!only) return undefined;
      // What is kept under one key cannot be found by another, so then the whole type goes.
      const isFound = others.length === 0 && canonicalJson(only) === canonicalJson(Object.keys(key).sort());
      return [isFound ? slotTag(typename, only, key) : `type:${typename}`, answerTag(typename)];
    },
  };
}

function slotTag(typeName: string, names: readonly string[], holder: Readonly<Record<string, unknown>>): string {
  // Numbers and text are the same id.
  const values = names.map((name) => (typeof holder[name] === 'number' ? String(holder[name]) : holder[name]));
  const slot = parseInt(hash('sha1', canonicalJson(values), 'hex').slice(0, 8), 16) % slotsPerType;
  return `entity:${typeName}:${slot}`;
}

/** The outermost fields of each key, sorted; the same key in several services once. */
function keysOf({ directives }: TypeInfo): readonly (readonly string[])[] {
  const keys = new Map<string, readonly string[]>();
  for (const directive of directives) {
    const key = directive.name.value === 'join__type' ? argumentsOf(directive)['key'] : undefined;
    if (typeof key !== 'string') continue;
    const names = namesIn(key).sort();
    keys.set(names.join(' '), names);
  }
  return [...keys.values()];
}

function namesIn(fieldSet: string): string[] {
  const [definition] = parse(`{${fieldSet}}`, { noLocation: true }).definitions;
  const set: SelectionSetNode | undefined =
    definition?.kind === Kind.OPERATION_DEFINITION ? definition.selectionSet : undefined;
  return (set?.selections ?? []).flatMap((selection) => (selection.kind === Kind.FIELD ? [selection.name.value] : []));
}
