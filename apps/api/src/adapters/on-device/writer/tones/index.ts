import type { PresetTone } from "@caption-generator/schema";
import type { ToneBook } from "../tone-book.ts";
import { casual } from "./casual.ts";
import { dramatic } from "./dramatic.ts";
import { inspirational } from "./inspirational.ts";
import { minimal } from "./minimal.ts";
import { playful } from "./playful.ts";
import { professional } from "./professional.ts";
import { witty } from "./witty.ts";

export const TONE_BOOKS: Readonly<Record<PresetTone, ToneBook>> = {
  professional,
  casual,
  witty,
  inspirational,
  playful,
  dramatic,
  minimal,
};
