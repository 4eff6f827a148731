"use client";

import { useCallback, useState } from "react";
import { useLimits } from "../../lib/use-limits.ts";
import { History } from "../history/history.tsx";
import { OptionsForm } from "../options/options-form.tsx";
import { toRequest, useOptions } from "../options/use-options.ts";
import { PhotoBox } from "../upload/photo-box.tsx";
import { usePastedPhoto } from "../upload/use-pasted-photo.ts";
import { Intro } from "./intro.tsx";
import { ProblemNote } from "./problem-note.tsx";
import { Progress } from "./progress.tsx";
import { Result } from "./result.tsx";
import { useStudio } from "./use-studio.ts";

/** The whole page: a photo and its options on top, its captions below, the history last. */
export function Studio() {
  const limits = useLimits();
  const { options, change } = useOptions();
  const [version, setVersion] = useState(0);
  const { state, actions } = useStudio(useCallback(() => setVersion((n) => n + 1), []));
  const { photo, work, captions, shown, problem } = state;
  const working = work.kind === "working";
  usePastedPhoto(actions.choose);

  const start = () => {
    if (photo !== null && !working) void actions.start(photo, toRequest(options));
  };
  const caption = captions[shown];

  return (
    <div className="mx-auto flex max-w-6xl flex-col gap-6 px-4 py-8 sm:px-6 sm:py-12">
      <Intro limits={limits} />
      <main className="flex flex-col gap-6">
        <div className="grid items-start gap-6 lg:grid-cols-2">
          <PhotoBox state={state} onChoose={actions.choose} onClear={actions.clear} />
          <OptionsForm
            options={options}
            limits={limits}
            onChange={change}
            onSubmit={start}
            disabled={photo === null || working}
            hint={photo === null ? "Choose a photo first." : undefined}
          />
        </div>
        {problem !== null && (
          <ProblemNote
            problem={problem}
            onRetry={problem.retryable && photo !== null ? start : undefined}
          />
        )}
        {work.kind === "working" && (
          <Progress
            upload={state.upload}
            work={work}
            onCancel={() => actions.cancel(work.captionId)}
          />
        )}
        {caption !== undefined && (
          <Result
            caption={caption}
            note={limits?.captionModel.note}
            versions={captions.length}
            shown={shown}
            onShow={actions.show}
            busy={working}
            onRevise={(changes) => void actions.revise(caption.id, changes)}
          />
        )}
        <History version={version} onOpen={actions.open} />
      </main>
    </div>
  );
}
