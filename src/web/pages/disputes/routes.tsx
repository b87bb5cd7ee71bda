import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { registerAddress } from '../../register/search.ts';
import { address, choice } from '../../shared/search.ts';
import { rootRoute } from '../../shell/root.ts';
import { subjectAddress } from '../../subject/search.ts';

const filters = registerAddress([
  'phase',
  'cause',
  'level',
  'collective',
  'outcome',
  'division',
  'body',
  'status',
]);

export const disputeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/disputes',
  validateSearch: address({
    ...filters.shape,
    whose: choice(['open', 'mine', 'body', 'all']),
    view: choice(['table', 'board', 'payments']),
  }),
  component: lazyRouteComponent(() => import('./register.tsx')),
});

export const disputeSubjectRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/disputes/$id',
  validateSearch: subjectAddress(),
  component: lazyRouteComponent(() => import('./subject.tsx')),
});

export const routes = [disputeRoute, disputeSubjectRoute] as const;
