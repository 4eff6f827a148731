"use client";

import type { Stage } from "@caption-generator/schema";
import { useReveal } from "../../lib/use-reveal.ts";
import type { UploadState, WorkState } from "./studio-state.ts";

const SAID: Readonly<Record<Stage, string>> = {
  queued: "Waiting for its turn",
  inspecting: "Looking at the file",
  normalising: "Preparing the photo",
  extracting: "Taking pictures and sound out of it",
  transcribing: "Listening to what is said",
  captioning: "Writing captions",
  finishing: "Checking the limits",
};
const STAGES = Object.keys(SAID);

/** From this size on, in bytes, sending takes as long as all that follows on most ways into the net. */
const LARGE = 100_000_000;

interface ProgressProps {
  /** How large the file in hand is, in bytes. */
  readonly bytes: number;
  readonly upload: UploadState;
  readonly work: Extract<WorkState, { kind: "working" }>;
  readonly onCancel: () => void;
}

/** How far a caption is. */
export function Progress({ bytes, upload, work, onCancel }: ProgressProps) {
  const { stage, retry } = work;
  const section = useReveal<HTMLElement>("begun");
  const sending = stage === null && upload.kind === "sending";
  const lost = upload.kind === "sending" && upload.lost;
  const note = lost ? "The connection is lost. Sending goes on once it is back." : retry;
  const said = sending ? "Sending the file" : stage === null ? "Starting" : SAID[stage];
  const sent = upload.kind === "sending" ? upload.part : 1;
  const share = upload.kind === "none" ? 1 : sendingShare(bytes);
  const done = stage === null ? sent * share : share + STAGES.indexOf(stage) + 1;
  return (
    <section ref={section} aria-label="Progress" className="card flex flex-col gap-3">
      <div className="flex items-center justify-between gap-4">
        <p aria-live="polite" className="font-medium">
          {said}…{note !== null && <span className="block font-normal text-soft">{note}</span>}
        </p>
        <button type="button" className="button" onClick={onCancel}>
          Cancel
        </button>
      </div>
      <progress
        aria-label="How far the caption is"
        className="progress"
        max={share + STAGES.length + 1}
        value={done}
      />
    </section>
  );
}

/** How many stages sending counts as: one for a photo, as many as there are for a large file. */
const sendingShare = (bytes: number): number =>
  Math.max(1, Math.min(1, bytes / LARGE) * STAGES.length);
