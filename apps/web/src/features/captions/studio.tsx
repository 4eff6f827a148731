"use client";

import { useCallback, useEffect, useState } from "react";
import { isUnreachable } from "../../lib/problem.ts";
import { useService } from "../../lib/use-service.ts";
import { ProblemNote } from "../../ui/problem-note.tsx";
import { History } from "../history/history.tsx";
import { OptionsForm } from "../options/options-form.tsx";
import { toRequest } from "../options/to-request.ts";
import { useOptions } from "../options/use-options.ts";
import { PhotoBox } from "../upload/photo-box.tsx";
import { usePastedPhoto } from "../upload/use-pasted-photo.ts";
import { usePlayer } from "../upload/use-player.ts";
import { expectedCost } from "./expected-cost.ts";
import { Footer } from "./footer.tsx";
import { Intro } from "./intro.tsx";
import { Outcome } from "./outcome.tsx";
import { ServiceNote } from "./service-note.tsx";
import { useRecovery } from "./use-recovery.ts";
import { useStudio } from "./use-studio.ts";

/** The whole page: a photo and its options on top, its captions below, the history last. */
export function Studio() {
  const { limits, down, returns, check } = useService();
  const { options, change } = useOptions();
  const [version, setVersion] = useState(0);
  const { state, actions } = useStudio(useCallback(() => setVersion((n) => n + 1), []));
  const { photo, work, upload, asked, problem } = state;
  const unanswered = problem !== null && isUnreachable(problem);
  const player = usePlayer();
  usePastedPhoto(actions.choose);
  useEffect(() => {
    if (unanswered) check();
  }, [unanswered, check]);
  useRecovery(returns, () => {
    // Asking for the same captions again is harmless; a revision would be written twice.
    if (unanswered && asked?.kind !== "revise") actions.retry(state);
  });

  const ready = limits !== undefined && photo !== null && upload.kind !== "rejected";
  const start = () => {
    if (ready && work.kind === "idle") void actions.start(photo, toRequest(options, limits));
  };

  const rejected = upload.kind === "rejected" ? "Choose another file." : undefined;
  const hint = photo === null ? "Choose a file first." : rejected;
  // That the service is down is said once, above.
  const trouble = problem !== null && !(down && unanswered) && (
    <ProblemNote
      problem={problem}
      onRetry={problem.retryable ? () => actions.retry(state) : undefined}
    />
  );

  return (
    <div className="mx-auto flex max-w-6xl flex-col gap-6 px-4 py-6 sm:px-6 sm:py-12">
      <Intro limits={limits} />
      <main className="flex flex-col gap-6">
        {down && <ServiceNote />}
        <div className="grid gap-6 lg:grid-cols-2">
          <PhotoBox
            state={state}
            onChoose={actions.choose}
            playerRef={player.ref}
            video={limits?.video.possible === true}
            onClear={() => actions.clear(work.kind === "working" ? work.captionId : null)}
          >
            {asked === null && trouble}
          </PhotoBox>
          <OptionsForm
            options={options}
            limits={limits}
            onChange={change}
            onSubmit={start}
            disabled={!ready || work.kind === "working"}
            hint={hint}
            cost={hint === undefined ? expectedCost(limits, photo, player.seconds) : undefined}
          />
        </div>
        {asked !== null && trouble}
        <Outcome
          state={state}
          actions={actions}
          note={limits?.captionModel.note}
          onSeek={player.seek}
        />
        <History
          version={version + returns}
          busy={work.kind === "working"}
          onOpen={actions.open}
          onRetry={(caption) => actions.again(caption, state)}
        />
      </main>
      <Footer />
    </div>
  );
}
