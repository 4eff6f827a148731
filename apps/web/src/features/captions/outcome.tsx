import { Notice } from "./notice.tsx";
import { Progress } from "./progress.tsx";
import { Result } from "./result.tsx";
import type { StudioState } from "./studio-state.ts";
import type { StudioActions } from "./use-studio.ts";

interface OutcomeProps {
  readonly state: StudioState;
  readonly actions: StudioActions;
  readonly note: string | undefined;
  readonly onSeek: ((seconds: number) => void) | undefined;
}

/** What came of what was asked: work in progress, captions, or both. */
export function Outcome({ state, actions, note, onSeek }: OutcomeProps) {
  const { work, captions, shown, notice, upload } = state;
  return (
    <>
      {notice !== null && <Notice text={notice} />}
      {work.kind === "working" && (
        <Progress upload={upload} work={work} onCancel={() => actions.cancel(work.captionId)} />
      )}
      {captions.length > 0 && (
        <Result
          captions={captions}
          shown={shown}
          onShow={actions.show}
          note={note}
          busy={work.kind === "working"}
          onSeek={onSeek}
          onRevise={(id, changes) => void actions.revise(id, changes)}
        />
      )}
    </>
  );
}
