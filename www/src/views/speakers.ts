/** Who speaks, how much and how. */

import { registry } from "../commands";
import { goToQuote } from "../card-content";
import { content, searchable, voices, type Voice } from "../facts";
import { code, number, percent, t } from "../i18n";
import { nothing } from "../panel";
import { state } from "../state";
import { el, type Child } from "../ui/el";

const MOST = 100;

function share(value: number): HTMLElement {
  const bar = el("span", { class: "bar", "aria-hidden": "true" }, el("i"));
  (bar.firstChild as HTMLElement).style.setProperty("--share", String(value));
  return bar;
}

function row(v: Voice, all: number): HTMLElement {
  const on = state.filter.speaker === v.key;
  const part = all ? v.words / all : 0;
  const toggle = (): void => {
    state.narrow({ speaker: on ? null : v.key, entity: null });
    if (!on && v.quotes[0]) goToQuote(v.quotes[0]);
  };
  return el(
    "li",
    { class: `voice${on ? " on" : ""}` },
    el(
      "button",
      { type: "button", class: "voice-name", "aria-pressed": String(on), "data-key": `v${v.key}`, onclick: toggle },
      el("bdi", { lang: v.key ? "ar" : null }, v.name),
      v.named ? null : el("span", { class: "tag" }, t("speaker.unnamed")),
      el("span", { class: "count" }, t("count.quotes", { n: v.quotes.length })),
    ),
    v.role ? el("p", { class: "role", lang: "ar" }, v.role) : null,
    el("p", { class: "share" }, share(part), el("span", {}, t("speaker.share", { share: percent(part) }))),
    el(
      "ul",
      { class: "acts" },
      v.acts.map(([act, n]) => el("li", { class: `act-${act}` }, code("act", act), n > 1 ? ` ${number(n)}` : null)),
    ),
    on ? el("ol", { class: "said" }, v.quotes.map(said)) : null,
  );
}

function said(q: Voice["quotes"][number]): HTMLElement {
  return el(
    "li",
    {},
    el(
      "button",
      { type: "button", class: "link", "data-key": `s${q.id}`, onclick: () => goToQuote(q) },
      el("bdi", { lang: "ar", class: "excerpt" }, content(q)),
    ),
  );
}

function draw(box: HTMLElement): void {
  const a = state.analysis;
  const query = searchable(state.filter.query);
  const everyone = voices(a);
  const found = everyone.filter((v) => !query || searchable(`${v.name} ${v.role}`).includes(query));
  if (a.paragraphs.length === 0) return void box.append(nothing(t("panel.none")));
  if (everyone.length === 0) return void box.append(nothing(t("panel.none.quotes")));
  if (found.length === 0) return void box.append(nothing(t("panel.none.found")));
  const all = everyone.reduce((sum, v) => sum + v.words, 0);
  const named = everyone.filter((v) => v.named).reduce((sum, v) => sum + v.words, 0);
  const balance: Child = all
    ? el("p", { class: "balance" }, share(named / all), t("speaker.balance", { named: percent(named / all) }))
    : null;
  const group = (title: string, list: Voice[]): Child =>
    list.length ? [el("h3", {}, title), el("ul", { class: "voices" }, list.slice(0, MOST).map((v) => row(v, all)))] : null;
  const of = (pick: (v: Voice) => boolean): Voice[] => found.filter(pick);
  for (const child of [
    balance,
    group(t("speaker.named"), of((v) => v.named)),
    group(t("speaker.anonymous"), of((v) => !v.named)),
  ]) {
    if (Array.isArray(child)) box.append(...(child as Node[]));
    else if (child instanceof Node) box.append(child);
  }
}

registry.addPanel({ id: "speakers", label: "panel.speakers", order: 10, draw });
