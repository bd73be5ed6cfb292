/** The panel of many articles: progress on top, below it who spoke, what is named, which days, and each article. */

import { titleOf } from "../article";
import { takeDialog } from "../export";
import { code, day, number, percent, t, type Key } from "../i18n";
import { show } from "../intake/show";
import { fold } from "../fold";
import { state } from "../state";
import { el, fill, type Child } from "../ui/el";
import type { Collection } from "./collection";
import type { Queue } from "./queue";

/** What the panel shows and does. */
export interface Batch {
  readonly collection: Collection;
  readonly queue: Queue;
  /** Says which article is in the editor now. */
  opened(index: number): void;
  clear(): void;
}

type Tab = "articles" | "speakers" | "entities" | "days";
const TABS: [Tab, Key][] = [
  ["speakers", "panel.speakers"],
  ["entities", "panel.entities"],
  ["days", "panel.timeline"],
  ["articles", "batch.articles"],
];

/** Rows shown at first and added by each "more". */
const STEP = 100;
/** The lists are drawn at most this often while the queue runs, in milliseconds. */
const PACE = 400;

let tab: Tab = "speakers";
let rows = STEP;
/** Articles that one speaker, entity or day narrows the list to. */
let only: { name: string; articles: ReadonlySet<number> } | null = null;
let query = "";

const progress = el("div", { class: "batch-progress" });
const lists = el("div", { class: "batch-lists" });
const root = el("div", { class: "batch" }, progress, lists);
let drawn = 0;
let waiting: ReturnType<typeof setTimeout> | undefined;

/** Draws the panel into its box. */
export function drawBatch(box: HTMLElement, batch: Batch): void {
  if (query !== state.filter.query) {
    query = state.filter.query;
    rows = STEP;
  }
  drawProgress(batch);
  drawLists(batch);
  box.append(root);
}

/** Draws again what changed, if the panel is on show; lists now and then only. */
export function refreshBatch(batch: Batch): void {
  if (!root.isConnected) return;
  drawProgress(batch);
  const wait = batch.queue.phase === "running" ? drawn + PACE - performance.now() : 0;
  if (wait <= 0) {
    clearTimeout(waiting);
    waiting = undefined;
    drawLists(batch);
  } else {
    waiting ??= setTimeout(() => {
      waiting = undefined;
      drawLists(batch);
    }, wait);
  }
}

/** Keeps the focus on the element of the same key while `draw` replaces what is in `box`. */
function keeping(box: HTMLElement, draw: () => void): void {
  const active = document.activeElement as HTMLElement | null;
  const key = active && box.contains(active) ? active.dataset.key : undefined;
  draw();
  if (key) (box.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`) ?? box.querySelector<HTMLElement>("button"))?.focus({ preventScroll: true });
}

const button = (key: string, label: string, run: () => void, props: Record<string, string | boolean> = {}): HTMLElement =>
  el("button", { type: "button", class: "button", "data-key": key, onclick: run, ...props }, label);

let phase = "";
function drawProgress({ queue, collection, clear }: Batch): void {
  const known = progress.querySelector("progress");
  const text = t("batch.done", { done: number(queue.done), total: number(queue.total) });
  // While only the count changes the buttons stay as they are, and so does the focus.
  if (known && phase === queue.phase + state.settings.language) {
    known.max = Math.max(1, queue.total);
    known.value = queue.done + queue.failures.length;
    known.textContent = text;
    progress.querySelector("[data-count]")!.textContent = text;
    return;
  }
  phase = queue.phase + state.settings.language;
  const running = queue.phase === "running" || queue.phase === "paused";
  keeping(progress, () =>
    fill(
      progress,
      el("progress", { max: Math.max(1, queue.total), value: queue.done + queue.failures.length, "aria-label": t("batch.progress") }, text),
      el("p", { class: "row", role: "status" }, el("span", { "data-count": "" }, text), el("span", {}, t(`batch.${queue.phase === "done" ? "finished" : queue.phase}`))),
      el(
        "p",
        { class: "row" },
        queue.phase === "running" && button("hold", t("batch.pause"), () => queue.pause()),
        queue.phase === "paused" && button("hold", t("batch.resume"), () => queue.resume()),
        running && button("cancel", t("batch.cancel"), () => queue.cancel()),
        !running && button("hold", t("batch.clear"), clear),
        button("take", t("batch.take"), () => takeDialog(() => collection.articles, () => t("batch.file")), { disabled: collection.articles.length === 0 && !running }),
      ),
      queue.failures.length > 0 && !running
        ? el(
            "details",
            {},
            el("summary", {}, t("batch.failed", { n: queue.failures.length })),
            el("ul", {}, queue.failures.slice(0, STEP).map((f) => el("li", {}, el("bdi", {}, f.name || String(f.error))))),
          )
        : null,
    ),
  );
}

function drawLists(batch: Batch): void {
  drawn = performance.now();
  const scroll = lists.parentElement?.parentElement?.scrollTop ?? 0;
  keeping(lists, () => {
    const { collection } = batch;
    const choose = (to: Tab) => (): void => {
      tab = to;
      rows = STEP;
      only = null;
      drawLists(batch);
    };
    fill(
      lists,
      el("p", { class: "facts" }, t("count.articles", { n: collection.articles.length }), " · ", t("count.quotes", { n: collection.quotes })),
      el(
        "div",
        { class: "row", role: "group", "aria-label": t("batch.views") },
        TABS.map(([id, label]) => button(`tab-${id}`, t(label), choose(id), { "aria-pressed": String(tab === id) })),
      ),
      only ? el("p", { class: "row" }, el("span", {}, t("batch.only", { name: only.name })), button("all", t("panel.all"), choose("articles"))) : null,
      more(batch, { articles, speakers, entities, days }[tab](batch)),
    );
  });
  if (lists.parentElement?.parentElement) lists.parentElement.parentElement.scrollTop = scroll;
}

/** The first rows of a list and a button for the next. */
function more(batch: Batch, all: (() => HTMLElement)[]): Child {
  if (all.length === 0) return el("p", { class: "facts" }, t("panel.none.found"));
  return [
    el("ol", { class: "batch-rows" }, all.slice(0, rows).map((row) => row())),
    all.length > rows
      ? button("more", t("panel.more", { n: all.length - rows }), () => {
          rows += STEP;
          drawLists(batch);
        })
      : null,
  ];
}

/** A row: its name, which opens what it stands for, and what is counted of it. */
function row(key: string, name: Child, facts: Child[], run: () => void): HTMLElement {
  return el(
    "li",
    {},
    el("button", { type: "button", class: "bare name", "data-key": key, onclick: run }, name),
    el("small", {}, facts.filter(Boolean).flatMap((fact, i) => (i > 0 ? [" · ", fact] : [fact]))),
  );
}

const ar = (text: string): HTMLElement => el("bdi", { lang: "ar" }, text);
const matches = (...texts: (string | undefined)[]): boolean => {
  const words = fold(query).split(" ");
  return words.every((word) => texts.some((text) => text && fold(text).includes(word)));
};

function narrow(batch: Batch, name: string, set: ReadonlySet<number>): () => void {
  return () => {
    only = { name, articles: set };
    tab = "articles";
    rows = STEP;
    drawLists(batch);
    lists.querySelector<HTMLElement>("[data-key=all]")?.focus();
  };
}

function speakers(batch: Batch): (() => HTMLElement)[] {
  const all = batch.collection.speakers;
  const words = all.reduce((sum, s) => sum + s.words, 0);
  return all
    .filter((s) => matches(s.name || t("speaker.none"), s.role))
    .map((s) => () => {
      const name = s.name || t("speaker.none");
      const facts: Child[] = [
        s.role && ar(s.role),
        t("count.quotes", { n: s.quotes }),
        t("speaker.share", { share: percent(s.words / Math.max(1, words)) }),
        t("count.articles", { n: s.articles.size }),
      ];
      return row(`s ${s.name}`, ar(name), facts, narrow(batch, name, s.articles));
    });
}

function entities(batch: Batch): (() => HTMLElement)[] {
  return batch.collection.entities
    .filter((e) => matches(e.name, e.gloss))
    .map((e) => () => {
      const facts: Child[] = [
        code("type", e.type),
        e.gloss && el("bdi", { lang: "en" }, e.gloss),
        t("count.times", { n: e.mentions }),
        t("count.articles", { n: e.articles.size }),
      ];
      return row(`e ${e.type} ${e.name}`, ar(e.name), facts, narrow(batch, e.name, e.articles));
    });
}

function days(batch: Batch): (() => HTMLElement)[] {
  return batch.collection.days
    .filter((d) => matches(d.iso, day(d.iso)))
    .map((d) => () =>
      row(`d ${d.iso}`, day(d.iso), [t("count.times", { n: d.mentions }), t("count.articles", { n: d.articles.size })], narrow(batch, day(d.iso), d.articles)),
    );
}

function articles(batch: Batch): (() => HTMLElement)[] {
  const { collection } = batch;
  const hits = query.trim()
    ? collection.search(query)
    : collection.articles.map((_, article) => ({ article, count: 0, around: "" }));
  return hits
    .filter(({ article }) => !only || only.articles.has(article))
    .map(({ article: index, count, around }) => () => {
      const article = collection.articles[index]!;
      const { text, corrections, analysis: _, ...origin } = article;
      const open = (): void => {
        show({ text, corrections: [...corrections], ...origin });
        batch.opened(index);
      };
      const facts: Child[] = [
        article.published && day(article.published),
        t("count.quotes", { n: article.analysis.quotes.length }),
        count > 0 && t("count.times", { n: count }),
        around && el("bdi", { lang: "ar" }, around),
      ];
      return row(`a ${index}`, ar(titleOf(article)), facts, open);
    });
}
