import { type AccessRules, readAccessRules } from '../access/access-rules.js';
import type { FieldInfo, SupergraphIndex, TypeInfo } from '../supergraph-index.js';
import { type CacheHint, type CacheHints, type CacheScope, readCacheHints } from './cache-hints.js';
import type { FieldServices } from './field-services.js';

/** How long something may be kept, and for whom; an age that is undefined is whatever the rest allows. */
export type CachePolicy = { readonly maxAge: number | undefined; readonly scope: CacheScope };

/** Where a field stands: `root` and directly below an entity it does not keep as long as what is above it, for nothing is. */
export type FieldPlace = { readonly type: TypeInfo; readonly isOutermost: boolean };

/** No restriction. */
export const unrestricted: CachePolicy = { maxAge: undefined, scope: 'PUBLIC' };
/** Nothing is kept. */
export const notKept: CachePolicy = { maxAge: 0, scope: 'PUBLIC' };

/** The policy that both allow. */
export function restrict(one: CachePolicy, other: CachePolicy): CachePolicy {
  const maxAge =
    one.maxAge === undefined || other.maxAge === undefined
      ? (one.maxAge ?? other.maxAge)
      : Math.min(one.maxAge, other.maxAge);
  return { maxAge, scope: one.scope === 'PRIVATE' ? 'PRIVATE' : other.scope };
}

/** What fields allow by themselves. */
export type FieldPolicies = {
  readonly hints: CacheHints;
  /** What every type behind an interface allows: the plan does not know which one will answer. */
  ofField(place: FieldPlace, fieldName: string): CachePolicy;
};

/**
 * Apollo's rules for `@cacheControl`: a field has the age of its own hint, else of the type it returns; without either, objects and
 * outermost fields are not kept, and other fields last as long as what is above them. Beyond those rules a field that asks for a token
 * is private, and what only services give that never keep anything is not kept.
 */
export function readFieldPolicies(
  index: SupergraphIndex,
  services: FieldServices,
  neverKept: ReadonlySet<string>,
): FieldPolicies {
  const hints = readCacheHints(index);
  const access = readAccessRules(index);
  const ofOne = (type: TypeInfo, field: FieldInfo, isOutermost: boolean): CachePolicy => {
    const givers = services.ofField(type, field);
    if (givers.length > 0 && givers.every((name) => neverKept.has(name))) return notKept;
    const policy = policyOf(field, { index, hints, isOutermost });
    return isProtected(access, type, field) ? { ...policy, scope: 'PRIVATE' } : policy;
  };
  return {
    hints,
    ofField({ type, isOutermost }, fieldName) {
      let policy = unrestricted;
      for (const name of new Set([type.name, ...type.possibleTypes])) {
        const holder = index.types.get(name);
        const field = holder?.fields.get(fieldName);
        if (holder && field) policy = restrict(policy, ofOne(holder, field, isOutermost));
      }
      return policy;
    },
  };
}

const objectKinds: ReadonlySet<string | undefined> = new Set(['object', 'interface', 'union']);

function policyOf(
  field: FieldInfo,
  { index, hints, isOutermost }: { index: SupergraphIndex; hints: CacheHints; isOutermost: boolean },
): CachePolicy {
  const isObject = objectKinds.has(index.types.get(field.namedType)?.kind);
  const ofType: CacheHint = isObject ? hints.ofType(field.namedType) : {};
  const { maxAge, scope = 'PUBLIC', inheritMaxAge = false } = { ...ofType, ...hints.ofField(field) };
  if (maxAge !== undefined) return { maxAge, scope };
  return { maxAge: isOutermost || (isObject && !inheritMaxAge) ? 0 : undefined, scope };
}

function isProtected(access: AccessRules, type: TypeInfo, field: FieldInfo): boolean {
  return access.ofField(type.name, field.name).length > 0;
}
