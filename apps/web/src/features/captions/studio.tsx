"use client";

import { useEffect } from "react";
import { isUnreachable } from "../../lib/problem.ts";
import { useService } from "../../lib/use-service.ts";
import { ProblemNote } from "../../ui/problem-note.tsx";
import { History } from "../history/history.tsx";
import { OptionsForm } from "../options/options-form.tsx";
import { toRequest } from "../options/to-request.ts";
import { useOptions } from "../options/use-options.ts";
import { PhotoBox } from "../upload/photo-box.tsx";
import { useChoice } from "../upload/use-choice.ts";
import { usePastedPhoto } from "../upload/use-pasted-photo.ts";
import { usePlayer } from "../upload/use-player.ts";
import { expectedCost } from "./expected-cost.ts";
import { Footer } from "./footer.tsx";
import { Intro } from "./intro.tsx";
import { LeftNote } from "./left-note.tsx";
import { Outcome } from "./outcome.tsx";
import { ServiceNote } from "./service-note.tsx";
import { useStudioInHand } from "./studio-provider.tsx";
import { Trouble } from "./trouble.tsx";
import { useRecovery } from "./use-recovery.ts";

/** The whole page: a photo and its options on top, its captions below, the history last. */
export function Studio() {
  const { limits, down, returns, check } = useService();
  const { options, known, change } = useOptions();
  const { state, actions, version } = useStudioInHand();
  const { photo, work, upload, asked, problem } = state;
  const unanswered = problem !== null && isUnreachable(problem);
  const refused = problem?.code === "sign_in_required";
  const player = usePlayer();
  const { offer, forget, unfit, refusal } = useChoice({ photo, limits, choose: actions.choose });
  usePastedPhoto(offer);
  useEffect(() => {
    if (unanswered) check();
  }, [unanswered, check]);
  useRecovery(returns, () => {
    // Asking for the same captions again is harmless; a revision would be written twice.
    if (refused || (unanswered && asked?.kind !== "revise")) actions.retry(state);
  });

  const rejected = upload.kind === "rejected" || unfit !== undefined;
  const ready = limits !== undefined && photo !== null && !rejected;
  const start = () => {
    if (!ready || work.kind !== "idle") return;
    forget();
    void actions.start(photo, toRequest(options, limits), state);
  };

  const another = rejected ? "Choose another file." : undefined;
  const hint = photo === null ? "Choose a file first." : another;
  // That the service is down is said once, and where somebody looks who waits for it.
  const waits = down && unanswered;
  const trouble = <Trouble problem={problem} waits={waits} onRetry={() => actions.retry(state)} />;

  return (
    <div className="mx-auto flex max-w-6xl flex-col gap-6 px-4 py-6 sm:px-6 sm:py-12">
      <Intro limits={limits} />
      <main className="flex flex-col gap-6">
        {down && !waits && <ServiceNote />}
        <div className="grid grid-cols-1 gap-6 lg:grid-cols-2">
          <PhotoBox
            state={state}
            limits={limits}
            onChoose={offer}
            playerRef={player.ref}
            onClear={() => {
              forget();
              actions.clear(state);
            }}
          >
            {refusal !== undefined && <ProblemNote problem={refusal} onRetry={undefined} />}
            {asked === null && refusal === undefined && trouble}
            {state.left && <LeftNote />}
          </PhotoBox>
          <OptionsForm
            options={options}
            known={known}
            limits={limits}
            onChange={change}
            onSubmit={start}
            disabled={!ready || work.kind === "working"}
            hint={hint}
            cost={hint === undefined ? expectedCost(limits, photo, player.seconds) : undefined}
          />
        </div>
        {asked !== null && trouble}
        <Outcome state={state} actions={actions} onSeek={player.seek} />
        <History
          version={version + returns}
          busy={work.kind === "working"}
          onOpen={actions.open}
          onRemoved={actions.removed}
          onRetry={(caption) => actions.again(caption, state)}
        />
      </main>
      <Footer />
    </div>
  );
}
