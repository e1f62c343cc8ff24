import { Flow } from 'Frontend/generated/jar-resources/Flow.js';

/** Everything the server draws: the office. */
export const { serverSideRoutes } = new Flow({
  imports: () => import('Frontend/generated/flow/generated-flow-imports.js')
});
