import { describe, expect, it } from "vitest";
import { probeSchema, toFacts } from "./inspect.ts";

const H264 = { codec_type: "video", codec_name: "h264", width: 1920, height: 1080 };
const AAC = { codec_type: "audio", codec_name: "aac" };

const factsOf = (streams: readonly object[], duration: unknown = "12.5") =>
  toFacts(probeSchema.parse({ streams, format: { duration } }), "video/mp4");

describe("what ffprobe prints", () => {
  it("becomes the facts of a video", () => {
    expect(factsOf([H264, AAC])).toEqual({
      type: "video/mp4",
      seconds: 12.5,
      picture: { codec: "h264", width: 1920, height: 1080 },
      sound: { codec: "aac" },
    });
  });

  it("turns the size of what a phone filmed upright", () => {
    const filmed = { ...H264, side_data_list: [{ rotation: -90 }] };
    expect(factsOf([filmed]).picture).toMatchObject({ width: 1080, height: 1920 });
  });

  it("takes the cover of an album for no video", () => {
    const cover = { ...H264, codec_name: "mjpeg", disposition: { attached_pic: 1 } };
    expect(factsOf([cover, AAC])).toMatchObject({ picture: undefined, sound: { codec: "aac" } });
  });

  it("is a problem where there are no streams", () => {
    expect(() => factsOf([])).toThrow(expect.objectContaining({ code: "media_empty" }));
    expect(() => factsOf([{ codec_type: "data" }])).toThrow(
      expect.objectContaining({ code: "media_empty" }),
    );
  });

  it.each([undefined, "unknown", "none"])("is a problem where the codec is %s", (codec_name) => {
    const stream = { ...H264, ...(codec_name === undefined ? {} : { codec_name }) };
    const unknown = codec_name === undefined ? { ...stream, codec_name: undefined } : stream;
    expect(() => factsOf([unknown])).toThrow(
      expect.objectContaining({ code: "media_codec_unsupported" }),
    );
  });

  it("is still good for the sound where only the picture's codec is unknown", () => {
    expect(factsOf([{ ...H264, codec_name: "unknown" }, AAC])).toMatchObject({
      picture: undefined,
      sound: { codec: "aac" },
    });
  });

  it("is a problem where the picture is larger than 8K, with the size in it", () => {
    expect(() => factsOf([{ ...H264, width: 16_384 }])).toThrow("16384 × 1080");
  });

  it("may lack durations, or have nonsense in their place", () => {
    expect(factsOf([H264], "N/A").seconds).toBe(0);
    expect(factsOf([{ ...AAC, duration: "3.25" }], null).seconds).toBe(3.25);
  });
});
