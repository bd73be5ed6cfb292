/** The line over the text: how far the analysis is, and what the reader should know about the text. */

import { doc } from "./doc";
import { words } from "./facts";
import { goTo } from "./goto";
import { number, percent, t } from "./i18n";
import { state } from "./state";
import { el, fill } from "./ui/el";

const line = el("p", { class: "status" });
const bar = el("progress", { class: "progress", max: 1, hidden: true });
const notices = el("div", { class: "notices", role: "status" });
export const status = el("div", { class: "status-box" }, notices, line, bar);

/** Fewer letters than this are too few to say what language they are. */
const FEW = 12;
let turn = 0;

function draw(): void {
  const p = state.progress;
  const long = p.phase === "working" && p.done < 1 && doc.length > 50_000;
  bar.hidden = !long;
  bar.value = p.done;
  bar.setAttribute("aria-label", t("status.working", { done: percent(p.done) }));
  if (p.phase === "empty") fill(line, t("text.private"));
  else if (p.phase === "failed") fill(line, t("status.failed"));
  else if (long) fill(line, t("status.working", { done: percent(p.done) }));
  else if (p.phase === "ready") {
    const n = doc.length > 300_000 ? Math.round(doc.length / 6) : words(doc.text);
    fill(line, t("status.ready", { words: t("text.words", { n }), ms: number(p.took ?? 0, { maximumFractionDigits: 1 }) }));
  }
}

function drawNotices(): void {
  const a = state.analysis;
  const list: HTMLElement[] = [];
  if (state.progress.phase === "failed") {
    list.push(el("p", { class: "notice bad" }, t("status.failed.long", { message: state.progress.message ?? "" })));
  }
  if (doc.length >= FEW && state.progress.phase === "ready") {
    if (a.language.script !== "arabic" && a.language.arabic < 0.05) list.push(el("p", { class: "notice bad" }, t("status.notarabic")));
    else if (a.language.script === "other") list.push(el("p", { class: "notice" }, t("status.mixed")));
  }
  const marks = a.warnings.filter((w) => w.code === "unpaired-mark");
  if (marks.length > 0) {
    const show = (): void => goTo(marks[turn++ % marks.length]!);
    list.push(
      el("p", { class: "notice" }, t("status.marks", { n: marks.length }), " ", el("button", { type: "button", class: "link", onclick: show }, t("status.show"))),
    );
  }
  const key = list.map((n) => n.textContent).join("\n");
  if (key !== notices.dataset.key) {
    notices.dataset.key = key;
    fill(notices, ...list);
  }
}

export function startStatus(): void {
  state.progressed.on(() => (draw(), drawNotices()));
  state.analysed.on(drawNotices);
  state.set.on(() => {
    notices.dataset.key = "?";
    draw();
    drawNotices();
  });
  draw();
}
