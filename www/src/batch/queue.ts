/** Many articles through several workers: read, analysed, handed on one by one; can be paused, resumed and cancelled. */

import type { Article } from "../article";
import { apply } from "../correct/apply";
import type { Saved } from "../export/json";
import type { Analysis } from "../model";
import { Signal } from "../signal";

/** Analyses one text at a time. */
export interface Analyser {
  analyse(text: string, published: string | undefined): Promise<Analysis>;
  stop(): void;
}

/** One thing that articles are read from, such as a file; it may hold several. */
export interface Source {
  name: string;
  read(): Promise<Saved[]>;
}

/** A file or article that could not be read or analysed. */
export interface Failure {
  name: string;
  error: unknown;
}

export type Phase = "idle" | "running" | "paused" | "cancelled" | "done";

/** Texts on the way to each analyser: one being analysed and one that it finds waiting. */
const AHEAD = 2;

export class Queue {
  phase: Phase = "idle";
  /** Articles handed on. */
  done = 0;
  /** Articles known of so far; sources still to be read count as one each. */
  total = 0;
  readonly failures: Failure[] = [];
  readonly changed = new Signal();

  #sources: Source[] = [];
  #waiting: Saved[] = [];
  #running = 0;
  #starting = 0;
  #reading = false;
  #analysers: Analyser[] = [];
  #load = new Map<Analyser, number>();

  /** `start` gives a new analyser; `take` gets each result, in the order in which they end. */
  constructor(
    private start: () => Promise<Analyser>,
    private size: number,
    private take: (article: Article) => void,
  ) {}

  /** Adds sources and begins. */
  add(sources: readonly Source[]): void {
    if (sources.length === 0) return;
    this.#sources.push(...sources);
    this.total += sources.length;
    if (this.phase !== "paused") this.phase = "running";
    this.changed.emit();
    this.#pump();
  }

  pause(): void {
    if (this.phase === "running") this.#become("paused");
  }

  resume(): void {
    if (this.phase !== "paused") return;
    this.#become("running");
    this.#pump();
  }

  /** Drops what has not begun; what is done stays. */
  cancel(): void {
    if (this.phase !== "running" && this.phase !== "paused") return;
    this.total = this.done + this.failures.length;
    this.#sources = [];
    this.#waiting = [];
    this.#become("cancelled");
    this.#dismiss();
  }

  /** Forgets what was done, to begin anew. */
  reset(): void {
    this.done = 0;
    this.total = 0;
    this.failures.length = 0;
    this.#become("idle");
  }

  #become(phase: Phase): void {
    this.phase = phase;
    this.changed.emit();
  }

  /** Starts analysers, as many as there is work for. */
  #staff(): void {
    const wanted = Math.min(this.size, this.total - this.done);
    while (this.#analysers.length + this.#starting < wanted) {
      this.#starting++;
      this.start()
        .then((analyser) => {
          if (this.phase === "cancelled") return analyser.stop();
          this.#analysers.push(analyser);
          this.#load.set(analyser, 0);
        })
        .catch((error: unknown) => {
          this.failures.push({ name: "", error });
          this.cancel();
        })
        .finally(() => {
          this.#starting--;
          this.#pump();
        });
    }
  }

  /** Keeps every analyser busy and some articles read ahead. */
  #pump(): void {
    if (this.phase !== "running") return;
    this.#staff();
    if (this.#waiting.length < 2 * AHEAD * this.size) void this.#read();
    for (const analyser of this.#analysers) {
      while (this.#waiting.length > 0 && this.#load.get(analyser)! < AHEAD) void this.#run(analyser, this.#waiting.shift()!);
    }
    if (this.#sources.length === 0 && this.#waiting.length === 0 && this.#running === 0 && !this.#reading) {
      this.#become("done");
      this.#dismiss();
    }
  }

  async #read(): Promise<void> {
    if (this.#reading) return;
    const source = this.#sources.shift();
    if (!source) return;
    this.#reading = true;
    try {
      const found = await source.read();
      if (this.phase !== "cancelled") {
        this.#waiting.push(...found);
        this.total += found.length - 1;
      }
    } catch (error) {
      if (this.phase !== "cancelled") this.failures.push({ name: source.name, error });
    }
    this.#reading = false;
    this.#pump();
  }

  async #run(analyser: Analyser, { text, corrections, ...origin }: Saved): Promise<void> {
    this.#running++;
    this.#load.set(analyser, this.#load.get(analyser)! + 1);
    try {
      const base = await analyser.analyse(text, origin.published);
      if (this.phase !== "cancelled") {
        this.take({ ...origin, text, corrections, analysis: apply(text, base, corrections).analysis });
        this.done++;
      }
    } catch (error) {
      if (this.phase !== "cancelled") this.failures.push({ name: origin.title ?? origin.file ?? "", error });
    }
    this.#running--;
    this.#load.set(analyser, this.#load.get(analyser)! - 1);
    if (this.phase === "cancelled") return;
    this.changed.emit();
    this.#pump();
  }

  #dismiss(): void {
    this.#analysers.forEach((analyser) => analyser.stop());
    this.#analysers = [];
    this.#load.clear();
  }
}
