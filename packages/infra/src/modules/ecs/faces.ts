import { PORTS } from "./image-contract.ts";

/** How each service is met from outside: the API has `/api/`, the page all the rest. */
export const FACES = {
  backend: {
    port: PORTS.backend,
    path: "/api/*",
    priority: 10,
    // Not whether the database answers: a task that waits for it is not replaced by one that cannot start without it.
    healthPath: "/api/health/live",
    prefix: "api-",
    // An event stream is open for as long as a caption takes; whoever is cut off resumes where it was.
    drainSeconds: 60,
  },
  frontend: {
    port: PORTS.frontend,
    path: "/*",
    priority: 20,
    healthPath: "/",
    prefix: "page-",
    drainSeconds: 30,
  },
} as const;
