import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { registerAddress } from '../../register/search.ts';
import { rootRoute } from '../../shell/root.ts';
import { subjectAddress } from '../../subject/search.ts';

export const consultationRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/consultation',
  validateSearch: registerAddress(['phase', 'forum', 'meeting_level', 'division']),
  component: lazyRouteComponent(() => import('./register.tsx')),
});

export const consultationSubjectRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/consultation/$id',
  validateSearch: subjectAddress(),
  component: lazyRouteComponent(() => import('./subject.tsx')),
});

export const routes = [consultationRoute, consultationSubjectRoute] as const;
