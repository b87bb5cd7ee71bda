import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { registerAddress } from '../../register/search.ts';
import { rootRoute } from '../../shell/root.ts';
import { subjectAddress } from '../../subject/search.ts';

export const contractRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/contracts',
  validateSearch: registerAddress(['phase', 'kind', 'level', 'enterprise', 'profile']),
  component: lazyRouteComponent(() => import('./register.tsx')),
});

export const contractSubjectRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/contracts/$id',
  validateSearch: subjectAddress(),
  component: lazyRouteComponent(() => import('./subject.tsx')),
});

export const routes = [contractRoute, contractSubjectRoute] as const;
