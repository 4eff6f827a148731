import type { MediaType } from "@caption-generator/schema";
import { z } from "zod";
import { AppError } from "../../errors/app-error.ts";
import type { MediaFacts, PictureTrack, SoundTrack } from "../../ports/media-tools.ts";

const number = z.coerce.number().finite().catch(0);

const streamSchema = z.object({
  codec_type: z.string().catch(""),
  codec_name: z.string().optional(),
  width: number,
  height: number,
  duration: number,
  disposition: z.object({ attached_pic: number }).partial().catch({}),
  side_data_list: z.array(z.object({ rotation: number })).catch([]),
});

type Stream = z.infer<typeof streamSchema>;

/** What ffprobe prints of a file, as far as we read it. */
export const probeSchema = z.object({
  streams: z.array(streamSchema).catch([]),
  format: z.object({ duration: number }).catch({ duration: 0 }),
});

export type Probe = z.infer<typeof probeSchema>;

/** 8K and a little more: a frame of it takes some 60 MB, and a decoder holds many. */
const MAX_SIDE = 8_192;

/** @throws AppError media_empty, media_codec_unsupported, media_frame_too_large */
export function toFacts({ streams, format }: Probe, type: MediaType): MediaFacts {
  const video = streams.find((each) => each.codec_type === "video" && !isCover(each));
  const audio = streams.find((each) => each.codec_type === "audio");
  if (video === undefined && audio === undefined) {
    throw new AppError({
      code: "media_empty",
      detail: "The file has neither pictures nor sound in it. Choose another one.",
    });
  }
  const picture = video && toPicture(video);
  const sound = audio && toSound(audio);
  if (picture === undefined && sound === undefined) throw unknownCodec(video ?? audio);
  const seconds = Math.max(format.duration, video?.duration ?? 0, audio?.duration ?? 0);
  return { type, seconds, picture, sound };
}

/** The cover of an album lies in a file of sound as a video of one frame. */
const isCover = ({ disposition }: Stream): boolean => disposition.attached_pic === 1;

function toPicture(stream: Stream): PictureTrack | undefined {
  const { codec_name: codec, side_data_list } = stream;
  if (!isKnown(codec)) return undefined;
  const { width, height } = stream;
  if (width < 1 || height < 1) return undefined;
  if (width > MAX_SIDE || height > MAX_SIDE) {
    throw new AppError({
      code: "media_frame_too_large",
      detail: `The video's picture measures ${width} × ${height} pixels; the most we take is ${MAX_SIDE} on a side. Send a smaller copy of it.`,
    });
  }
  const turned = side_data_list.some(({ rotation }) => Math.abs(rotation) % 180 === 90);
  return turned ? { codec, width: height, height: width } : { codec, width, height };
}

const toSound = ({ codec_name: codec }: Stream): SoundTrack | undefined =>
  isKnown(codec) ? { codec } : undefined;

/** ffprobe names a codec it knows; `unknown` and `none` are its words for the others. */
const isKnown = (codec: string | undefined): codec is string =>
  codec !== undefined && codec !== "unknown" && codec !== "none";

function unknownCodec(stream: Stream | undefined) {
  const what = stream?.codec_type === "audio" ? "sound" : "picture";
  return new AppError({
    code: "media_codec_unsupported",
    detail: `The file's ${what} is made with a codec that ffmpeg does not know here. Export it as MP4 with H.264 and AAC, and upload that.`,
  });
}
