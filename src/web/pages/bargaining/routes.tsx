import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { address, choice, many, text } from '../../shared/search.ts';
import { rootRoute } from '../../shell/root.ts';

export const bargainingRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/bargaining',
  validateSearch: address({
    view: choice(['board', 'table']),
    q: text(),
    sort: text(),
    phase: many(),
    kind: many(),
    level: many(),
    purpose: many(),
    division: many(),
    enterprise: many(),
  }),
  component: lazyRouteComponent(() => import('./register.tsx')),
});

export const bargainingSubjectRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/bargaining/$id',
  validateSearch: address({ tab: text(), fact: text(), do: text(), clause: text() }),
  component: lazyRouteComponent(() => import('./subject.tsx')),
});

export const routes = [bargainingRoute, bargainingSubjectRoute] as const;
