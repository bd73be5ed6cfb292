/** All quotes as a table that can be sorted and searched. */

import { goToQuote } from "../card-content";
import { registry } from "../commands";
import { content, searchable, speakerName, words } from "../facts";
import { code, number, t, type Key } from "../i18n";
import { DOUBTFUL, speakerKey, type Quote } from "../model";
import { nothing } from "../panel";
import { state } from "../state";
import { el } from "../ui/el";

type Column = "number" | "speaker" | "content" | "act" | "words";
const COLUMNS: Column[] = ["number", "speaker", "content", "act", "words"];
const STEP = 100;

let by: Column = "number";
let down = false;
let most = STEP;

function value(q: Quote, column: Column): string | number {
  switch (column) {
    case "number":
      return q.id;
    case "speaker":
      return speakerName(q);
    case "content":
      return content(q);
    case "act":
      return code("act", q.act);
    case "words":
      return words(content(q));
  }
}

function compare(x: Quote, y: Quote): number {
  const [a, b] = [value(x, by), value(y, by)];
  const order = typeof a === "number" ? a - Number(b) : a.localeCompare(String(b), "ar");
  return (order || x.id - y.id) * (down ? -1 : 1);
}

function header(column: Column): HTMLElement {
  const name = t(`quote.${column}` as Key);
  const sorted = by === column ? (down ? "descending" : "ascending") : null;
  const sort = (): void => {
    down = by === column ? !down : false;
    by = column;
    state.narrow({});
  };
  return el(
    "th",
    { scope: "col", class: `c-${column}`, "aria-sort": sorted },
    el("button", { type: "button", class: "link", "data-key": `h${column}`, title: t("quote.sort", { column: name }), onclick: sort }, name),
  );
}

function line(q: Quote): HTMLElement {
  const on = state.selection?.kind === "quote" && state.selection.index === q.id;
  return el(
    "tr",
    { class: `${on ? "on" : ""}${q.score < DOUBTFUL ? " doubt" : ""}` },
    el("td", { class: "c-number" }, number(q.id + 1)),
    el("th", { scope: "row", class: "c-speaker" }, el("bdi", { lang: "ar" }, speakerName(q))),
    el(
      "td",
      { class: "c-content" },
      el(
        "button",
        { type: "button", class: "link", "data-key": `q${q.id}`, onclick: () => goToQuote(q) },
        el("bdi", { lang: "ar", class: `excerpt x-${q.kind}` }, content(q)),
      ),
    ),
    el("td", { class: "c-act" }, code("act", q.act), el("small", {}, t(`kind.${q.kind}`))),
    el("td", { class: "c-words" }, number(words(content(q)))),
  );
}

function draw(box: HTMLElement): void {
  const { speaker, query } = state.filter;
  const all = state.analysis.quotes;
  const needle = searchable(query);
  const found = all.filter(
    (q) =>
      (speaker === null || speakerKey(q) === speaker) &&
      (!needle || searchable(`${speakerName(q)} ${content(q)} ${code("act", q.act)}`).includes(needle)),
  );
  if (state.analysis.paragraphs.length === 0) return void box.append(nothing(t("panel.none")));
  if (all.length === 0) return void box.append(nothing(t("panel.none.quotes")));
  if (found.length === 0) return void box.append(nothing(t("panel.none.found")));
  found.sort(compare);
  box.append(
    el(
      "table",
      { class: "quotes" },
      el("caption", { class: "unseen" }, t("panel.quotes")),
      el("thead", {}, el("tr", {}, COLUMNS.map(header))),
      el("tbody", {}, found.slice(0, most).map(line)),
    ),
  );
  if (found.length > most) {
    const more = (): void => {
      most += STEP;
      state.narrow({});
    };
    box.append(el("button", { type: "button", class: "button", "data-key": "more", onclick: more }, t("panel.more", { n: found.length - most })));
  }
}

registry.addPanel({ id: "quotes", label: "panel.quotes", order: 20, draw });
