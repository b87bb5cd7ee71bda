import { persisted } from '../../shared/persisted.ts';

/** What somebody does here decides whose clocks and which figures they see first. */
export const roles = {
  all: {
    categories: [],
    figures: ['contract-rate', 'bargaining-pipeline', 'mediation-workload', 'resolution-follow-up'],
  },
  negotiator: {
    categories: ['bargainingCase', 'contract'],
    figures: ['contract-rate', 'contract-stock', 'reply-on-time', 'wage-increase'],
  },
  mediator: {
    categories: ['dispute'],
    figures: ['mediation-workload', 'mediation-success', 'mediation-on-time', 'days-to-resolution'],
  },
  secretary: {
    categories: ['consultation'],
    figures: ['resolution-follow-up', 'contract-rate', 'mediation-workload'],
  },
  analyst: {
    categories: [],
    figures: ['contract-rate', 'worker-coverage', 'union-rate', 'mediation-success'],
  },
} as const;
export type Role = keyof typeof roles;
export const roleNames = Object.keys(roles) as Role[];

const kept = persisted<Role>('role', 'all');
export const useRole = (): Role => {
  const role = kept.use();
  return Object.hasOwn(roles, role) ? role : 'all';
};
export const playRole = kept.write;
