import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { address, text } from '../../shared/search.ts';
import { rootRoute } from '../../shell/root.ts';

export const homeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  component: lazyRouteComponent(() => import('./home.tsx')),
});

export const searchRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/search',
  validateSearch: address({ q: text() }),
  component: lazyRouteComponent(() => import('./search.tsx')),
});

export const routes = [homeRoute, searchRoute] as const;
