import compression from 'compression';
import express, { type Express } from 'express';
import helmet from 'helmet';
import type { App } from '../app.ts';
import { attachmentRoutes } from './faces/things/attachments.ts';
import { adminRoutes } from './faces/operating/admin.ts';
import { calendarFeedRoute } from './faces/deadlines/calendar-feed.ts';
import { foundingIn } from '../demo/founding.ts';
import { clockRoutes } from './faces/operating/clock.ts';
import { commandRoutes } from './faces/things/commands.ts';
import { demoRoutes } from './faces/operating/demo.ts';
import { deadlineSummaryRoute } from './faces/deadlines/deadline-summary.ts';
import { deadlineStoryRoute } from './faces/deadlines/deadline-story.ts';
import { deadlineRoutes } from './faces/deadlines/deadlines.ts';
import { DOCS_POLICY, docsPage } from './answers/docs-page.ts';
import { eventsRoute } from './faces/things/events.ts';
import { figureRoutes } from './faces/figures.ts';
import { hostGuard } from './faces/guards.ts';
import { healthRoutes } from './faces/operating/health.ts';
import { importRoutes } from './faces/imports/imports.ts';
import { lawRoutes } from './faces/deadlines/law.ts';
import { ensureNothingAsked } from './asking/input.ts';
import { jsonBody } from './asking/json-body.ts';
import { atPosition } from './asking/position.ts';
import { lifelineRoutes } from './faces/things/lifeline.ts';
import { listRoute } from './faces/things/lists.ts';
import { registerOf } from './faces/things/registers.ts';
import { restDaysRoute } from './faces/deadlines/rest-days.ts';
import { requestLog } from './log.ts';
import { metricsOf } from './faces/operating/metrics.ts';
import { openApiOf } from './answers/openapi.ts';
import { noSuchAddress, problems } from './answers/problem.ts';
import type { Face, Route } from './route.ts';
import { systemRoute } from './faces/operating/system.ts';
import { schemaRoutes } from './faces/describing/schemas.ts';
import { sessionNotesRoute } from './faces/things/session-notes.ts';
import { searchRoute } from './faces/things/search.ts';
import { tableRoutes } from './faces/things/table.ts';
import { termsRoutes } from './faces/things/terms.ts';
import { thingRoutes } from './faces/things/things.ts';
import { unregisteredRoute } from './faces/things/unregistered.ts';
import { vocabularyRoute } from './faces/describing/vocabulary.ts';
import { builtWeb, type Web } from './faces/describing/web.ts';

/** Every address there is; a thing added to the system has all of its own. */
export const routesOf = (face: Face): Route[] => [
  ...face.app.things.flatMap((thing) => [
    listRoute(face, registerOf(face, thing), thing.noun),
    ...thingRoutes(face, thing),
    ...commandRoutes(face, thing),
  ]),
  ...face.app.parts.map((part) => listRoute(face, registerOf(face, part), 'parts')),
  unregisteredRoute(face),
  ...lifelineRoutes(face),
  ...termsRoutes(face),
  ...tableRoutes(face),
  sessionNotesRoute(face),
  ...deadlineRoutes(face),
  deadlineStoryRoute(face),
  deadlineSummaryRoute(face),
  calendarFeedRoute(face),
  ...figureRoutes(face),
  ...lawRoutes(face),
  restDaysRoute,
  ...importRoutes(face),
  ...attachmentRoutes(face),
  eventsRoute(face),
  vocabularyRoute(face),
  searchRoute(face),
  ...demoRoutes(face),
  systemRoute(face),
  ...schemaRoutes(face),
  ...clockRoutes(face),
  ...healthRoutes(face),
  ...adminRoutes(face),
];

const mount = (server: Express, { metrics }: Face, routes: readonly Route[]): void => {
  for (const { method, path, says, answer } of routes) {
    const takesNothing = path.startsWith('/api/v1/') && !says.requestParams?.query;
    server[method](path.replace(/\{(\w+)\}/g, ':$1'), async (req, res) => {
      metrics.route(res, path);
      if (takesNothing) ensureNothingAsked(req);
      await answer(req, res);
    });
  }
};

/** The OpenAPI document and its page, made when first asked for. */
const mountDocs = (server: Express, routes: readonly Route[]): void => {
  let made: ReturnType<typeof openApiOf> | undefined;
  const document = () => (made ??= openApiOf(routes));
  server.get('/api/openapi.json', (_req, res) => {
    res.json(document());
  });
  server.get('/api/docs', (_req, res) => {
    res
      .set('Content-Security-Policy', DOCS_POLICY)
      .type('html')
      .send(docsPage(routes, document().paths ?? {}));
  });
};

const security = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      imgSrc: ["'self'", 'data:', 'blob:'],
      // The widgets of the pages write their style sheets while they run (decision 17).
      styleSrc: ["'self'", "'unsafe-inline'"],
      objectSrc: ["'none'"],
      baseUri: ["'self'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
  },
});

/** The HTTP face of the system, and the web; `closing` ends live streams and says no to readiness; with a `keeperKey` the house is kept over HTTP, too. */
export const httpApp = (
  app: App,
  closing: AbortSignal = new AbortController().signal,
  web: Web = builtWeb(),
  keeperKey?: string,
): Express => {
  const face: Face = { app, metrics: metricsOf(app), closing, demo: foundingIn(app), keeperKey };
  const routes = routesOf(face);
  const server = express();
  server.set('etag', false).set('x-powered-by', false);
  server.use(
    requestLog(app.log),
    face.metrics.timing,
    security,
    hostGuard(app.config),
    compression(),
    ...jsonBody(app.config.BODY_LIMIT),
    atPosition(app),
  );
  mount(server, face, routes);
  mountDocs(server, routes);
  web(server);
  server.use((req) => {
    throw noSuchAddress(`${req.method} ${req.path}`);
  });
  server.use(problems);
  return server;
};
