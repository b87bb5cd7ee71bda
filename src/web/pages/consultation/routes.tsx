import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { registerAddress } from '../../register/search.ts';
import { address, choice } from '../../shared/search.ts';
import { rootRoute } from '../../shell/root.ts';
import { subjectAddress } from '../../subject/search.ts';

const filters = registerAddress(['phase', 'forum', 'meeting_level', 'division']);

export const consultationRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/consultation',
  validateSearch: address({
    ...filters.shape,
    view: choice(['meetings', 'forums', 'followUp']),
  }),
  component: lazyRouteComponent(() => import('./register.tsx')),
});

export const consultationSubjectRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/consultation/$id',
  validateSearch: subjectAddress(),
  component: lazyRouteComponent(() => import('./subject.tsx')),
});

export const routes = [consultationRoute, consultationSubjectRoute] as const;
