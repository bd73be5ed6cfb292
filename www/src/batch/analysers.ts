/** Workers of the page as analysers of the queue. */

import { startWorker } from "../engine";
import type { Analysis } from "../model";
import type { Answer } from "../worker";
import type { Analyser } from "./queue";

/** As many as there are cores; more than eight are never fed fast enough. */
export const SIZE = Math.min(8, Math.max(1, navigator.hardwareConcurrency || 2));

/** A worker of its own. */
export async function startAnalyser(): Promise<Analyser> {
  const worker = await startWorker();
  const waiting = new Map<number, { done(analysis: Analysis): void; fail(error: Error): void }>();
  let last = 0;
  worker.addEventListener("message", ({ data }: MessageEvent<Answer>) => {
    if (!("id" in data)) return;
    const job = waiting.get(data.id);
    waiting.delete(data.id);
    if ("error" in data) job?.fail(new Error(data.error));
    else job?.done(data.analysis);
  });
  worker.addEventListener("error", (event) => {
    waiting.forEach((job) => job.fail(new Error(event.message)));
    waiting.clear();
  });
  return {
    analyse: (text, published) =>
      new Promise((done, fail) => {
        waiting.set(++last, { done, fail });
        worker.postMessage({ id: last, text, options: published ? { published } : {} });
      }),
    stop: () => worker.terminate(),
  };
}
