import type { AppType } from "@caption-generator/api/app-type";
import type {
  ApiKeyPage,
  ArrivedParts,
  Caption,
  CaptionOptionsInput,
  CaptionPage,
  CreateApiKey,
  CreatedApiKey,
  DeclaredUpload,
  DeclareUpload,
  Limits,
  PartUrls,
  Session,
  Upload,
} from "@caption-generator/schema";
import { MAX_API_KEYS } from "@caption-generator/schema";
import { hc } from "hono/client";
import type { Lock } from "./one-at-first.ts";
import { createPageLock, oneAtFirst } from "./one-at-first.ts";
import { readAnswer } from "./problem.ts";
import { signIn } from "./sign-in-state.ts";
import { unlessRefusedBefore } from "./unless-refused-before.ts";

/** What answers a question this small has answered it by then, or is not well. */
const SMALL_MS = 8_000;

const BEGINS_NO_SESSION = /^\/api\/(limits|session)(\/|$)/u;

const pageLock = createPageLock();
// Asked for at each use, for this module is loaded on the page's server, too.
const lock: Lock = (name, run) =>
  navigator.locks === undefined ? pageLock(name, run) : navigator.locks.request(name, run);

const { api } = hc<AppType>("/", {
  fetch: oneAtFirst({
    fetch: unlessRefusedBefore((input, init) => fetch(input, init), signIn.times),
    lock,
    begins: (path) => !BEGINS_NO_SESSION.test(path),
    patienceMs: SMALL_MS,
  }),
});

interface CreateRequest {
  readonly uploadId: string;
  readonly options: CaptionOptionsInput;
  readonly idempotencyKey: string;
}

/** The API, as calls that give what was asked for or throw an ApiProblem. */
export const client = {
  limits: async (): Promise<Limits> => {
    const signal = AbortSignal.timeout(SMALL_MS);
    return readAnswer(await api.limits.$get(undefined, { init: { signal } }));
  },
  declareUpload: async (declared: DeclareUpload): Promise<DeclaredUpload> =>
    readAnswer(await api.uploads.$post({ json: declared })),
  completeUpload: async (id: string): Promise<Upload> =>
    readAnswer(await api.uploads[":id"].complete.$post({ param: { id } })),
  partUrls: async (id: string, numbers: number[]): Promise<PartUrls> =>
    readAnswer(await api.uploads[":id"]["part-urls"].$post({ param: { id }, json: { numbers } })),
  arrivedParts: async (id: string): Promise<ArrivedParts> =>
    readAnswer(await api.uploads[":id"].parts.$get({ param: { id } })),
  discardUpload: async (id: string): Promise<void> => {
    await api.uploads[":id"].$delete({ param: { id } });
  },
  createCaption: async ({ idempotencyKey, ...json }: CreateRequest): Promise<Caption> =>
    readAnswer(await api.captions.$post({ json, header: { "idempotency-key": idempotencyKey } })),
  caption: async (id: string): Promise<Caption> => {
    const signal = AbortSignal.timeout(SMALL_MS);
    return readAnswer(await api.captions[":id"].$get({ param: { id } }, { init: { signal } }));
  },
  captions: async (query: { q?: string; cursor?: string; limit?: string }): Promise<CaptionPage> =>
    readAnswer(await api.captions.$get({ query })),
  revise: async (id: string, options: Record<string, unknown>): Promise<Caption> =>
    readAnswer(
      await api.captions[":id"].revisions.$post({ param: { id }, header: {}, json: { options } }),
    ),
  cancel: async (id: string): Promise<Caption> =>
    readAnswer(await api.captions[":id"].cancel.$post({ param: { id } })),
  /** Begins again what was interrupted, with the file that the service has kept. */
  retry: async (id: string): Promise<Caption> =>
    readAnswer(await api.captions[":id"].retry.$post({ param: { id } })),
  remove: async (id: string): Promise<void> => {
    const response = await api.captions[":id"].$delete({ param: { id } });
    if (!response.ok) await readAnswer(response);
  },
  signIn: async (accessToken: string): Promise<Session> =>
    readAnswer(await api.session.$post({ json: { accessToken } })),
  session: async (): Promise<Session> => readAnswer(await api.session.$get()),
  /** @param forget whether this browser loses its session, too, and so the way to what it has */
  signOut: async (forget: boolean): Promise<void> => {
    const response = await api.session["sign-out"].$post({ json: { forget } });
    if (!response.ok) await readAnswer(response);
  },
  /** Deletes all that this browser's session has. */
  deleteAll: async (): Promise<void> => {
    const response = await api.session.$delete();
    if (!response.ok) await readAnswer(response);
  },
  createKey: async (json: CreateApiKey): Promise<CreatedApiKey> =>
    readAnswer(await api.keys.$post({ json })),
  /** All keys: a session has no more than fit on a page. */
  keys: async (): Promise<ApiKeyPage> =>
    readAnswer(await api.keys.$get({ query: { limit: MAX_API_KEYS } })),
  revokeKey: async (id: string): Promise<void> => {
    const response = await api.keys[":id"].$delete({ param: { id } });
    if (!response.ok) await readAnswer(response);
  },
};

export type Client = typeof client;
