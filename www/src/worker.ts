/** Analyses in the background. The first message brings the compiled wasm, every later one a text. */
import init, { analyze, warmUp } from "../pkg/isnad.js";
import type { Analysis, Options } from "../pkg/isnad.js";

export type Task = { id: number; text: string; options?: Options };
export type Request = { wasm: WebAssembly.Module } | Task;

/** `ready` once, then one answer to each text; `ms` is the time that `analyze` took. */
export type Answer =
  | { ready: true }
  | { id: number; analysis: Analysis; ms: number }
  | { id: number; error: string };

let ready: Promise<unknown> | undefined;

function answer(message: Answer): void {
  postMessage(message);
}

addEventListener("message", async ({ data }: MessageEvent<Request>) => {
  if ("wasm" in data) {
    ready = init({ module_or_path: data.wasm });
    await ready;
    warmUp();
    answer({ ready: true });
    return;
  }
  try {
    await ready;
    const start = performance.now();
    const analysis = analyze(data.text, data.options);
    answer({ id: data.id, analysis, ms: performance.now() - start });
  } catch (error) {
    answer({ id: data.id, error: error instanceof Error ? error.message : String(error) });
  }
});
