import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { registerAddress } from '../../register/search.ts';
import { address, text } from '../../shared/search.ts';
import { rootRoute } from '../../shell/root.ts';

export const peopleRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/people',
  validateSearch: registerAddress(['status']),
  component: lazyRouteComponent(() => import('./register.tsx')),
});

export const personRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/people/$id',
  validateSearch: address({ tab: text(), fact: text(), do: text() }),
  component: lazyRouteComponent(() => import('./subject.tsx')),
});

export const routes = [peopleRoute, personRoute] as const;
