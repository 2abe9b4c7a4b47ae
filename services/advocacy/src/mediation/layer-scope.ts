import type { MediationViewer } from './mediation-viewer.js';
import { queuedMediations, visibleMediations } from './mediation-scope.js';

/** While a mediator sees a mediation from the inside: until it is settled, and not a day longer. */
export const heldStatuses = `('ASSIGNED', 'SESSIONS', 'AGREEMENT', 'FOLLOW_UP')`;

/** The side on which a viewer stands in the mediation `m`, if any, as `side`; parameters are numbered from `first` on. */
export function sideScope(viewer: MediationViewer, first: number) {
  const { persons, departmentIds } = visibleMediations(viewer);
  return {
    join: `left join lateral (
      select p.id, p.position from mediation_party p where p.mediation_id = m.id and (
        (m.invited_until is not null and p.department_id = any($${first + 1}::uuid[]))
        or exists (select 1 from mediation_person x where x.party_id = p.id and x.person = any($${first}::text[])))
      order by p.position limit 1) side on true`,
    values: [persons, departmentIds] as readonly unknown[],
  };
}

/** The same, and whether the viewer is the mediator. */
export function insideScope(viewer: MediationViewer, first: number) {
  const side = sideScope(viewer, first);
  return {
    join: side.join,
    isMediator: `(m.mediator is not null and m.mediator = $${first + 2}::text and m.status in ${heldStatuses})`,
    values: [...side.values, visibleMediations(viewer).mediator ?? null],
  };
}

/**
 * The walls of a mediation as SQL: which layer a viewer may open, decided by the statement that fetches it and by
 * nothing after it. `m` is the mediation and `k` the key of the layer.
 *
 * FILE: every side, the mediator, whoever screens. REQUEST: who asked, the mediator, whoever screens while it is
 * screened. JOINT: every side and the mediator. CAUCUS: that side and the mediator. MEDIATOR: the mediator alone.
 */
export function layerScope(viewer: MediationViewer, first: number) {
  const { join, isMediator, values } = insideScope(viewer, first);
  const { isScreener, isManager, subject } = queuedMediations(viewer);
  const [screener, manager, name] = [first + 3, first + 4, first + 5].map((index) => `$${index}`);
  const screens = `(${screener}::boolean and side.id is null
    and (m.status in ('REQUESTED', 'SUITABLE') or (${manager}::boolean and m.status in ('INVITED', 'AGREED')))
    and not exists (select 1 from case_assignment a where a.case_id = m.case_id and a.subject = ${name}::text)
    and not exists (select 1 from mediator_tie t join mediation_party n on n.name_index = t.name_index
      where t.subject = ${name}::text and n.mediation_id = m.id))`;
  return {
    join,
    /** As whom the viewer reads. */
    role: `case when side.id is not null then 'PARTY' when ${isMediator} then 'MEDIATOR' else 'SCREENER' end`,
    where: `k.data_key is not null and case k.layer
      when 'FILE' then side.id is not null or ${isMediator} or ${screens}
      when 'REQUEST' then coalesce(side.position = 1, false) or ${isMediator} or (m.status = 'REQUESTED' and ${screens})
      when 'JOINT' then side.id is not null or ${isMediator}
      when 'CAUCUS' then coalesce(side.id = k.party_id, false) or ${isMediator}
      else ${isMediator} end`,
    values: [...values, isScreener, isManager, subject],
  };
}
