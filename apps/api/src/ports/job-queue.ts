export interface CaptionJob {
  readonly captionId: string;
}

/** Each has workers of its own: what takes minutes is not waited for by what takes seconds. */
export type Lane = "photo" | "video";

/** A caption and the one job of it that is meant: it gets another one where it is tried again. */
export interface JobOfCaption extends CaptionJob {
  readonly jobId: string;
}

export type JobHandler = (job: CaptionJob, signal: AbortSignal) => Promise<void>;

/** The jobs that a worker could take on at this moment. */
export interface WaitingJobs {
  readonly count: number;
  /** How long the one has waited that could be taken on first, in seconds; 0 where there is none. */
  readonly oldestSeconds: number;
}

/** A job that was tried as often as may be. */
export interface DeadJob {
  readonly captionId: string;
  readonly at: Date;
  /** What ended it the last time. */
  readonly reason: string;
}

/** Runs caption jobs at least once each; a job whose process died is run again. */
export interface JobQueue {
  /**
   * Starts the workers.
   * @param onDead told of each job that was tried too often, perhaps more than once; tried again where it throws
   */
  work(handler: JobHandler, onDead: (job: JobOfCaption) => Promise<void>): Promise<void>;
  /**
   * Says that a job was committed, so that it need not wait for the next look at the queue.
   * @param lane whose workers it is for. @default perhaps any
   */
  wake(lane?: Lane): void;
  /** Aborts the running handler of this caption, or takes it off the queue. */
  cancel(job: JobOfCaption): Promise<void>;
  /** What waits now, of all processes; not what is under way, or is to be tried again later. */
  waiting(): Promise<WaitingJobs>;
  /** Which of these jobs somebody works on or will, their burial included. */
  live(jobIds: readonly string[]): Promise<ReadonlySet<string>>;
  /** What was given up lately, the latest first. */
  dead(most: number): Promise<readonly DeadJob[]>;
  /** Stops taking jobs and waits for those in work, at most `timeoutMs`. */
  drain(timeoutMs: number): Promise<void>;
}
