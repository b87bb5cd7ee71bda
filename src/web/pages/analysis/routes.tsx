import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../shell/root.ts';

export const analysisRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/analysis',
  component: lazyRouteComponent(() => import('./catalogue.tsx')),
});

export const routes = [analysisRoute] as const;
