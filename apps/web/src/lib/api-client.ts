import type { AppType } from "@caption-generator/api/app-type";
import type {
  Caption,
  CaptionOptionsInput,
  CaptionPage,
  DeclaredUpload,
  Limits,
} from "@caption-generator/schema";
import { hc } from "hono/client";
import { readAnswer } from "./problem.ts";

const { api } = hc<AppType>("/");

/** The API, as calls that give what was asked for or throw an ApiProblem. */
export const client = {
  limits: async (): Promise<Limits> => readAnswer(await api.limits.$get()),
  declareUpload: async (file: File): Promise<DeclaredUpload> =>
    readAnswer(
      await api.uploads.$post({ json: { name: file.name, type: file.type, bytes: file.size } }),
    ),
  discardUpload: async (id: string): Promise<void> => {
    await api.uploads[":id"].$delete({ param: { id } });
  },
  createCaption: async (uploadId: string, options: CaptionOptionsInput): Promise<Caption> =>
    readAnswer(await api.captions.$post({ json: { uploadId, options }, header: {} })),
  caption: async (id: string): Promise<Caption> =>
    readAnswer(await api.captions[":id"].$get({ param: { id } })),
  captions: async (query: { q?: string; cursor?: string }): Promise<CaptionPage> =>
    readAnswer(await api.captions.$get({ query })),
  revise: async (id: string, options: Record<string, unknown>): Promise<Caption> =>
    readAnswer(await api.captions[":id"].revisions.$post({ param: { id }, json: { options } })),
  cancel: async (id: string): Promise<Caption> =>
    readAnswer(await api.captions[":id"].cancel.$post({ param: { id } })),
  remove: async (id: string): Promise<void> => {
    const response = await api.captions[":id"].$delete({ param: { id } });
    if (!response.ok) await readAnswer(response);
  },
};
