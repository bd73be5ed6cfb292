/**
 * Keeps the analysis up with the text. Work is done in workers, a chunk at a time: a change makes one chunk dirty,
 * after a short pause that chunk alone is analysed again, and the whole is put together anew.
 */

import { doc, type Change } from "./doc";
import { startWorker } from "./engine";
import { merge, pieces, WHOLE, type Chunk } from "./merge";
import { shift } from "./model";
import { state } from "./state";
import type { Answer, Task } from "./worker";

/** Pause after the last key before the text is analysed, in milliseconds. */
const PAUSE = 140;
/** While a long text is worked through, results are shown this often, in milliseconds. */
const SHOW_EVERY = 700;
/** A text from this length on is left alone a little longer while it is typed in. */
const HUGE = 600_000;

let chunks: Chunk[] = [{ length: 0, result: null, dirty: false, version: 0 }];
let timer: ReturnType<typeof setTimeout> | undefined;
let shown = 0;
/** How long it took to show the last result; long ones are shown less often. */
let cost = 0;
let took = 0;

/** All faces are loaded at the start, so that nothing has to be fetched later. */
const fonts = Promise.allSettled([...document.fonts].map((face) => face.load()));

interface Hand {
  worker: Worker;
  busy: { chunk: Chunk; version: number } | null;
}
const hands: Hand[] = [];
let hiring = false;
let next = 0;

/** Begins to follow the text. */
export function startAnalyser(): void {
  doc.changed.on(onChange);
  state.publishedChanged.on(() => {
    for (const chunk of chunks) soil(chunk);
    wake(0);
  });
  void hire();
}

function soil(chunk: Chunk): void {
  chunk.dirty = true;
  chunk.version++;
}

function onChange(c: Change): void {
  const removed = c.removed.length;
  const inserted = c.inserted.length;
  let at = 0;
  let first = 0;
  while (first < chunks.length - 1 && at + chunks[first]!.length <= c.start) at += chunks[first++]!.length;
  let last = first;
  let end = at + chunks[first]!.length;
  while (last < chunks.length - 1 && end < c.start + removed) end += chunks[++last]!.length;
  const chunk = chunks[first]!;
  if (first === last && doc.length > WHOLE === chunks.length > 1 && chunk.length + inserted <= WHOLE) {
    if (chunk.result) shift([chunk.result], c.start - at, removed, inserted);
    chunk.length += inserted - removed;
    soil(chunk);
  } else if (doc.length <= WHOLE) {
    chunks = [{ length: doc.length, result: null, dirty: true, version: 0 }];
  } else {
    const text = doc.slice(at, end - removed + inserted);
    const fresh = pieces(text).map((length) => ({ length, result: null, dirty: true, version: 0 }));
    chunks = [...chunks.slice(0, first), ...fresh, ...chunks.slice(last + 1)];
  }
  wake(inserted > 200 || removed > 200 ? 0 : doc.length > HUGE ? 5 * PAUSE : PAUSE);
}

function wake(pause: number): void {
  clearTimeout(timer);
  timer = setTimeout(work, pause);
}

async function hire(): Promise<void> {
  if (hiring) return;
  hiring = true;
  try {
    const hand: Hand = { worker: await startWorker(), busy: null };
    hand.worker.onmessage = ({ data }: MessageEvent<Answer>) => take(hand, data);
    hand.worker.onerror = (e) => fail(e.message);
    hands.push(hand);
    hiring = false;
    work();
  } catch (error) {
    hiring = false;
    fail(error instanceof Error ? error.message : String(error));
  }
}

function fail(message: string): void {
  state.report({ phase: "failed", done: 0, message });
}

function work(): void {
  if (doc.length === 0) {
    for (const chunk of chunks) Object.assign(chunk, { result: null, dirty: false });
    state.analyse(merge(chunks));
    state.report({ phase: "empty", done: 0 });
    return;
  }
  const underWay = new Set(hands.map((h) => h.busy?.chunk));
  const waiting = chunks.filter((c) => c.dirty && !underWay.has(c));
  const most = Math.min(4, Math.max(1, (navigator.hardwareConcurrency || 2) - 1));
  if (hands.length > 0 && waiting.length > 4 * hands.length && hands.length < most) void hire();
  for (const hand of hands) {
    if (hand.busy) continue;
    const chunk = waiting.shift();
    if (!chunk) break;
    hand.busy = { chunk, version: chunk.version };
    let at = 0;
    for (const c of chunks) {
      if (c === chunk) break;
      at += c.length;
    }
    const request: Task = { id: next++, text: doc.slice(at, at + chunk.length) };
    if (state.published) request.options = { published: state.published };
    hand.worker.postMessage(request);
  }
  progress();
}

function take(hand: Hand, data: Answer): void {
  if ("ready" in data) {
    void fonts.then(() => (document.documentElement.dataset.engine = "ready"));
    return;
  }
  const job = hand.busy;
  hand.busy = null;
  if ("error" in data) {
    if (job) job.chunk.dirty = false;
    fail(data.error);
    return;
  }
  if (job && chunks.includes(job.chunk) && job.chunk.version === job.version) {
    job.chunk.result = data.analysis;
    job.chunk.dirty = false;
    took += data.ms;
  }
  const left = chunks.some((c) => c.dirty);
  if (!left || performance.now() - shown > SHOW_EVERY + 6 * cost) {
    const start = performance.now();
    state.analyse(merge(chunks));
    shown = performance.now();
    cost = shown - start;
  }
  if (left) work();
  else {
    state.report({ phase: "ready", done: 1, took });
    took = 0;
  }
}

function progress(): void {
  const clean = chunks.filter((c) => !c.dirty).length;
  state.report({ phase: "working", done: clean / chunks.length });
}
