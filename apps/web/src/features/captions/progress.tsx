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

interface ProgressProps {
  readonly upload: UploadState;
  readonly work: Extract<WorkState, { kind: "working" }>;
  readonly onCancel: () => void;
}

/** How far a caption is. */
export function Progress({ upload, work, onCancel }: ProgressProps) {
  const { stage, retry } = work;
  const section = useReveal<HTMLElement>("begun");
  const sending = stage === null && upload.kind === "sending";
  const lost = upload.kind === "sending" && upload.lost;
  const note = lost ? "The connection is lost. Sending goes on once it is back." : retry;
  const said = sending ? "Sending the file" : stage === null ? "Starting" : SAID[stage];
  const sent = upload.kind === "sending" ? upload.part : 1;
  const done = stage === null ? sent : STAGES.indexOf(stage) + 2;
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
        max={STAGES.length + 2}
        value={done}
      />
    </section>
  );
}
