export interface CaptionJob {
  readonly captionId: string;
}

export type JobHandler = (job: CaptionJob, signal: AbortSignal) => Promise<void>;

/** Runs caption jobs at least once each; a job whose process died is run again. */
export interface JobQueue {
  /** Starts the workers. */
  work(handler: JobHandler, onDead: (job: CaptionJob) => Promise<void>): Promise<void>;
  /** Says that a job was committed, so that it need not wait for the next look at the queue. */
  wake(): void;
  /** Aborts the running handler of this caption, or takes it off the queue. */
  cancel(job: CaptionJob & { readonly jobId: string }): Promise<void>;
  /** Stops taking jobs and waits for those in work, at most `timeoutMs`. */
  drain(timeoutMs: number): Promise<void>;
}
