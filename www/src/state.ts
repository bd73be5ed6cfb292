/**
 * What the page knows beside the text (`doc.ts`): the analysis, the selection, the filter, the settings.
 * Read the fields; change them through the functions, which tell the listeners.
 */

import { doc } from "./doc";
import { emptyAnalysis, shift, type Analysis, type MentionType, type Target } from "./model";
import { Signal } from "./signal";

export interface Settings {
  language: "ar" | "en";
  theme: "auto" | "light" | "dark" | "contrast";
  /** How loudly the text is marked. */
  density: "quiet" | "normal" | "labelled";
  /** Digits of the Arabic interface. */
  digits: "arab" | "latn";
  /** Text size in steps around 0. */
  size: number;
  /** The first-visit hint has been put away. */
  hinted: boolean;
}

/** What lists and text are narrowed to. */
export interface Filter {
  /** `speakerKey` of one speaker, or null for all. */
  speaker: string | null;
  /** Types of mentions that are not shown. */
  hidden: ReadonlySet<MentionType>;
  /** An entity to pick out, or null. */
  entity: number | null;
  /** Words to find in the lists. */
  query: string;
}

export interface Progress {
  /** `failed`: the analysis cannot run; `message` says why. */
  phase: "empty" | "working" | "ready" | "failed";
  /** 0 to 1 while working. */
  done: number;
  message?: string;
  /** How long the last analysis took in the worker, in milliseconds. */
  took?: number;
}

const KEY = "isnad.settings";

class State {
  /** As the core found it. */
  base: Analysis = emptyAnalysis();
  /** With the user's corrections; what the page shows and exports. Moved in place as the text is edited. */
  analysis: Analysis = emptyAnalysis();
  /** Day of publication, ISO 8601, which relative dates are counted from. */
  published: string | null = null;
  /** A name for the article: its file's or its headline. */
  title = "";
  selection: Target | null = null;
  filter: Filter = { speaker: null, hidden: new Set(), entity: null, query: "" };
  settings: Settings = load();
  progress: Progress = { phase: "empty", done: 0 };

  readonly analysed = new Signal();
  readonly selected = new Signal<Target | null>();
  readonly filtered = new Signal();
  readonly set = new Signal<keyof Settings>();
  readonly progressed = new Signal();
  readonly publishedChanged = new Signal();

  #corrector: (base: Analysis, text: string) => Analysis = (base) => base;

  /** Installs the one function that lays the user's corrections over what the core found. It must not change `base`, but may share its parts. */
  correctWith(corrector: (base: Analysis, text: string) => Analysis): void {
    this.#corrector = corrector;
    this.correct();
  }

  /** Lays the corrections over the analysis again. */
  correct(): void {
    this.analysis = this.#corrector(this.base, doc.text);
    if (this.selection && !exists(this.analysis, this.selection)) this.select(null);
    this.analysed.emit();
  }

  /** Takes a new result of the core. */
  analyse(base: Analysis): void {
    this.base = base;
    this.correct();
  }

  select(target: Target | null): void {
    this.selection = target;
    this.selected.emit(target);
  }

  narrow(change: Partial<Filter>): void {
    this.filter = { ...this.filter, ...change };
    this.filtered.emit();
  }

  configure<K extends keyof Settings>(key: K, value: Settings[K]): void {
    this.settings = { ...this.settings, [key]: value };
    try {
      localStorage.setItem(KEY, JSON.stringify(this.settings));
    } catch {
      // Storage may be refused; the setting then lasts as long as the page.
    }
    this.set.emit(key);
  }

  report(progress: Progress): void {
    this.progress = progress;
    this.progressed.emit();
  }

  publish(day: string | null): void {
    this.published = day;
    this.publishedChanged.emit();
  }
}

function exists(a: Analysis, target: Target): boolean {
  const list = { mention: a.mentions, quote: a.quotes, term: a.terms }[target.kind];
  return target.index < list.length;
}

function load(): Settings {
  const settings: Settings = {
    language: "ar",
    theme: "auto",
    density: "normal",
    digits: "arab",
    size: 0,
    hinted: false,
  };
  try {
    return { ...settings, ...JSON.parse(localStorage.getItem(KEY) ?? "{}") };
  } catch {
    return settings;
  }
}

export const state = new State();

doc.changed.on((c) => {
  shift([state.base, state.analysis], c.start, c.removed.length, c.inserted.length);
});
