import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { address, choice, many, text } from '../../shared/search.ts';
import { rootRoute } from '../../shell/root.ts';

/** What of the deadlines is shown: by when they end. */
export const DUE = ['overdue', 'today', 'week', 'later', 'suspended'] as const;

export const deadlinesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/deadlines',
  validateSearch: address({
    due: choice(DUE),
    q: text(),
    sort: text(),
    status: many(),
    category: many(),
    rule: many(),
    article: many(),
    before: many(),
    after: many(),
  }),
  component: lazyRouteComponent(() => import('./register.tsx')),
});

export const routes = [deadlinesRoute] as const;
