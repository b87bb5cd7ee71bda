import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { registerAddress } from '../../register/search.ts';
import { rootRoute } from '../../shell/root.ts';
import { subjectAddress } from '../../subject/search.ts';

export const bargainingRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/bargaining',
  validateSearch: registerAddress(['phase', 'kind', 'level', 'purpose', 'division', 'enterprise']),
  component: lazyRouteComponent(() => import('./register.tsx')),
});

export const bargainingSubjectRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/bargaining/$id',
  validateSearch: subjectAddress(),
  component: lazyRouteComponent(() => import('./subject.tsx')),
});

export const routes = [bargainingRoute, bargainingSubjectRoute] as const;
