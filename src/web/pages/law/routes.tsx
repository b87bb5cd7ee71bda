import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { address, text } from '../../shared/search.ts';
import { rootRoute } from '../../shell/root.ts';

export const lawRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/law',
  validateSearch: address({ profile: text() }),
  component: lazyRouteComponent(() => import('./law.tsx')),
});

export const routes = [lawRoute] as const;
