import { toId } from '@guildhall/kernel';
import { toResult } from '@guildhall/subgraph';
import type { Resolvers } from '../generated/graphql.js';
import { endOf, isProposed } from './appointment.js';
import { appointmentPolicy } from './appointment.policy.js';

/** Resolvers of the noun Appointment. */
export const appointmentResolvers: Resolvers = {
  Query: {
    appointments: (_root, _args, { actor, now, read }) => read.appointments.listInForce(actor, now),
    appointmentProposals: (_root, _args, { actor, now, read }) => read.appointments.listProposed(actor, now),
  },
  Mutation: {
    grantAppointment: async (_root, { input }, { actor, membership }) =>
      toResult('GrantAppointmentSuccess', await membership.grantAppointment(actor, input), (appointment) => ({
        appointment,
      })),
    confirmAppointment: async (_root, { input }, { actor, membership }) =>
      toResult(
        'ConfirmAppointmentSuccess',
        await membership.confirmAppointment(actor, { appointmentId: toId(input.appointmentId) }),
        (appointment) => ({ appointment }),
      ),
    endAppointment: async (_root, { input }, { actor, membership }) =>
      toResult(
        'EndAppointmentSuccess',
        await membership.endAppointment(actor, { appointmentId: toId(input.appointmentId) }),
        (appointment) => ({ appointment }),
      ),
  },
  Viewer: {
    appointments: async ({ subject }, _args, { actor, now, read }) => {
      const visible = await read.appointments.listInForce(actor, now);
      return visible.filter((appointment) => appointment.subject === subject);
    },
    staffRoleActions: (_viewer, _args, { actor }) => (appointmentPolicy.canGrantAny(actor) ? ['GRANT'] : []),
  },
  Appointment: {
    endsAt: endOf,
    isProposed: (appointment) => isProposed(appointment),
    viewerActions: (appointment, _args, { actor, now }) => {
      if (now >= endOf(appointment)) return [];
      const canConfirm = isProposed(appointment) && appointmentPolicy.canConfirm(actor, appointment);
      return [
        ...(canConfirm ? (['CONFIRM'] as const) : []),
        ...(appointmentPolicy.canEnd(actor, appointment) ? (['END'] as const) : []),
      ];
    },
  },
};
