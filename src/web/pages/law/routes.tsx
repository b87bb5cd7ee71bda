import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { address, choice, day, many, text } from '../../shared/search.ts';
import { rootRoute } from '../../shell/root.ts';

export const lawRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/law',
  validateSearch: address({
    show: choice(['compare', 'reckon']),
    compare: many(),
    differ: choice(['yes']),
    profile: text(),
    rule: text(),
    from: day(),
    place: text(),
    kind: text(),
  }),
  component: lazyRouteComponent(() => import('./law.tsx')),
});

export const routes = [lawRoute] as const;
