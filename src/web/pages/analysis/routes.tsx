import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../shell/root.ts';
import { figureAddress } from './selection.ts';

export const analysisRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/analysis',
  component: lazyRouteComponent(() => import('./catalogue.tsx')),
});

export const figureRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/analysis/$figure',
  validateSearch: figureAddress(),
  component: lazyRouteComponent(() => import('./figure.tsx')),
});

export const routes = [analysisRoute, figureRoute] as const;
