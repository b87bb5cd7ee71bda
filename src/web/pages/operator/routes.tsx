import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { address, choice, text } from '../../shared/search.ts';
import { rootRoute } from '../../shell/root.ts';

export const importRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/import',
  validateSearch: address({ profile: text(), run: text() }),
  component: lazyRouteComponent(() => import('./import.tsx')),
});

export const healthRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/health',
  validateSearch: address({ settled: choice(['yes']), order: text(), do: text() }),
  component: lazyRouteComponent(() => import('./health.tsx')),
});

export const routes = [importRoute, healthRoute] as const;
