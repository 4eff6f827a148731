import { z } from "zod";
import { LENGTHS } from "./lengths.ts";
import { OPTION_LIMITS } from "./options.ts";
import { PLATFORMS } from "./platforms.ts";
import { TONES } from "./tones.ts";

/** The pictures we take, by media type, with the extensions people know them by. */
export const PHOTO_TYPES = {
  "image/jpeg": [".jpg", ".jpeg"],
  "image/png": [".png"],
  "image/webp": [".webp"],
  "image/avif": [".avif"],
  "image/gif": [".gif"],
  "image/heic": [".heic", ".heif"],
} as const;

export type PhotoType = keyof typeof PHOTO_TYPES;

export const PHOTO_TYPE_NAMES = Object.keys(PHOTO_TYPES) as [PhotoType, ...PhotoType[]];

/** The videos we take. */
export const VIDEO_TYPES = {
  "video/mp4": [".mp4", ".m4v"],
  "video/quicktime": [".mov"],
  "video/webm": [".webm"],
  "video/x-matroska": [".mkv"],
} as const;

/** The sound recordings we take. */
export const AUDIO_TYPES = {
  "audio/mpeg": [".mp3"],
  "audio/mp4": [".m4a"],
  "audio/wav": [".wav"],
  "audio/ogg": [".ogg", ".oga", ".opus"],
  "audio/flac": [".flac"],
} as const;

/** What has a duration: videos and sound recordings. */
export const MEDIA_TYPES = { ...VIDEO_TYPES, ...AUDIO_TYPES } as const;

export type MediaType = keyof typeof MEDIA_TYPES;

export const MEDIA_TYPE_NAMES = Object.keys(MEDIA_TYPES) as [MediaType, ...MediaType[]];

/** What an installation may set otherwise; see the API's settings. */
export const MEDIA_DEFAULTS = {
  /** 500 MiB. */
  maxBytes: 500 * 1024 * 1024,
  maxSeconds: 30 * 60,
} as const;

/** The longer side of what models get to see of a photo, in pixels, at the most. */
export const NORMALISED_SIDE = 1_536;

export const PHOTO_LIMITS = {
  /** 25 MiB: the largest JPEG a current phone makes, with room. */
  maxBytes: 25 * 1024 * 1024,
  /** 50 megapixels: above it, decoding alone costs hundreds of megabytes. */
  maxPixels: 50_000_000,
  /** The longest name of a file we keep, in UTF-16 units. */
  maxNameLength: 255,
} as const;

/** What a caption costs here at list price, in US dollars; a part is missing where nobody knows its price. */
export const costsSchema = z
  .object({
    /** For a photo, with a typical answer. */
    photo: z.number().nonnegative().optional(),
    /** For the pictures of a video, with a typical answer. */
    video: z.number().nonnegative().optional(),
    /** For a minute of sound that is written down; 0 where nothing is. */
    minuteHeard: z.number().nonnegative().optional(),
  })
  .meta({ id: "Costs" });

export type Costs = z.infer<typeof costsSchema>;

/** What whoever asks may still have paid models spend today. */
export const budgetLeftSchema = z
  .object({
    /** US dollars at list price, what is under way taken off. */
    leftUsd: z.number().nonnegative(),
    /** What a session may spend in a day, where that is limited. */
    sessionUsd: z.number().positive().optional(),
    renewsAt: z.iso.datetime(),
  })
  .meta({ id: "BudgetLeft" });

export type BudgetLeft = z.infer<typeof budgetLeftSchema>;

export const limitsSchema = z
  .object({
    photo: z.object({
      maxBytes: z.number().int(),
      maxPixels: z.number().int(),
      types: z.record(z.string(), z.array(z.string())),
    }),
    video: z.object({
      possible: z.boolean(),
      /** What is missing where it is not possible, or what there is. A sentence. */
      note: z.string(),
      maxBytes: z.number().int(),
      maxSeconds: z.number().int(),
      types: z.record(z.string(), z.array(z.string())),
    }),
    tones: z.array(z.string()),
    lengths: z.record(z.string(), z.number()),
    platforms: z.record(
      z.string(),
      z.object({
        name: z.string(),
        maxCharacters: z.number(),
        maxBytes: z.number().optional(),
        maxAltText: z.number(),
        counting: z.string(),
      }),
    ),
    options: z.object({
      variants: z.object({ min: z.number(), max: z.number() }),
      hashtags: z.object({ min: z.number(), max: z.number() }),
      brandVoice: z.number(),
      instruction: z.number(),
    }),
    captionModel: z.object({
      id: z.string(),
      onDevice: z.boolean(),
      /** BCP 47 tags, or `any`. */
      languages: z.union([z.literal("any"), z.array(z.string())]),
      note: z.string().optional(),
    }),
    /** Who writes down what is said in a video. */
    transcriber: z.object({ active: z.boolean(), note: z.string() }),
    costs: costsSchema,
    /** Missing where there is no budget. */
    budget: budgetLeftSchema.optional(),
    scanner: z.object({ active: z.boolean(), note: z.string() }),
  })
  .meta({ id: "Limits" });

export type Limits = z.infer<typeof limitsSchema>;

/** The part of `Limits` that no installation changes. */
export const STATIC_LIMITS = {
  photo: {
    maxBytes: PHOTO_LIMITS.maxBytes,
    maxPixels: PHOTO_LIMITS.maxPixels,
    types: Object.fromEntries(Object.entries(PHOTO_TYPES).map(([type, exts]) => [type, [...exts]])),
  },
  tones: [...TONES],
  lengths: { ...LENGTHS },
  platforms: { ...PLATFORMS },
  options: {
    variants: { ...OPTION_LIMITS.variants },
    hashtags: { ...OPTION_LIMITS.hashtags },
    brandVoice: OPTION_LIMITS.brandVoice,
    instruction: OPTION_LIMITS.instruction,
  },
} satisfies Partial<Limits>;
