import { Notice } from "./notice.tsx";
import { Progress } from "./progress.tsx";
import { Result } from "./result.tsx";
import type { StudioState } from "./studio-state.ts";
import type { StudioActions } from "./use-studio.ts";

interface OutcomeProps {
  readonly state: StudioState;
  readonly actions: StudioActions;
  readonly onSeek: ((seconds: number) => void) | undefined;
}

/** What came of what was asked: work in progress, captions, or both. */
export function Outcome({ state, actions, onSeek }: OutcomeProps) {
  const { photo, work, captions, shown, notice, upload, opened } = state;
  return (
    <>
      {notice !== null && <Notice text={notice} />}
      {work.kind === "working" && (
        <Progress
          bytes={photo?.size ?? 0}
          upload={upload}
          work={work}
          onCancel={() => actions.cancel(work.captionId)}
        />
      )}
      {captions.length > 0 && (
        <Result
          captions={captions}
          shown={shown}
          onShow={actions.show}
          busy={work.kind === "working"}
          // The preview is of the photo in hand.
          onSeek={opened ? undefined : onSeek}
          onRevise={(id, changes) => void actions.revise(id, changes)}
          onOthers={(caption) => void actions.others(caption)}
        />
      )}
    </>
  );
}
