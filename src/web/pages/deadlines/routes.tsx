import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { registerAddress } from '../../register/search.ts';
import { rootRoute } from '../../shell/root.ts';

export const deadlinesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/deadlines',
  validateSearch: registerAddress(['status', 'category', 'rule', 'before']),
  component: lazyRouteComponent(() => import('./register.tsx')),
});

export const routes = [deadlinesRoute] as const;
