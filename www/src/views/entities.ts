/** Names and values by type, each with its count and its places. */

import { registry } from "../commands";
import { searchable } from "../facts";
import { goTo } from "../goto";
import { number, t } from "../i18n";
import { TYPES, type Entity, type MentionType } from "../model";
import { count, nothing } from "../panel";
import { state } from "../state";
import { el } from "../ui/el";

const MOST = 150;

function row(e: Entity): HTMLElement {
  const on = state.filter.entity === e.id;
  const toggle = (): void => {
    state.narrow({ entity: on ? null : e.id, speaker: null });
    const first = state.analysis.mentions[e.mentions[0] ?? -1];
    if (!on && first) goTo(first);
  };
  return el(
    "li",
    {},
    el(
      "button",
      { type: "button", class: "entity", "aria-pressed": String(on), "data-key": `e${e.id}`, onclick: toggle },
      el("bdi", { lang: "ar", class: `swatch s-${e.type}` }, e.name),
      e.gloss ? el("small", { lang: "en", dir: "ltr" }, e.gloss) : null,
      el("span", { class: "count", title: t("count.times", { n: e.mentions.length }) }, number(e.mentions.length)),
    ),
  );
}

function group(type: MentionType, list: Entity[]): HTMLElement {
  const shown = !state.filter.hidden.has(type);
  const toggle = (): void => {
    const hidden = new Set(state.filter.hidden);
    if (!hidden.delete(type)) hidden.add(type);
    state.narrow({ hidden });
  };
  return el(
    "section",
    { class: "group" },
    el(
      "h3",
      {},
      el("span", { class: `dot d-${type}`, "aria-hidden": "true" }),
      t(`types.${type}`),
      count(list.length),
      el(
        "label",
        { class: "check" },
        el("input", { type: "checkbox", checked: shown, "data-key": `t${type}`, onchange: toggle }),
        t("types.toggle"),
        el("span", { class: "unseen" }, `: ${t(`types.${type}`)}`),
      ),
    ),
    el("ul", { class: "entities" }, list.slice(0, MOST).map(row)),
  );
}

function draw(box: HTMLElement): void {
  const a = state.analysis;
  const needle = searchable(state.filter.query);
  if (a.paragraphs.length === 0) return void box.append(nothing(t("panel.none")));
  if (a.entities.length === 0) return void box.append(nothing(t("panel.none.names")));
  const found = a.entities.filter((e) => !needle || searchable([e.name, ...e.aliases, e.gloss ?? ""].join(" ")).includes(needle));
  if (found.length === 0) return void box.append(nothing(t("panel.none.found")));
  for (const type of TYPES) {
    const list = found.filter((e) => e.type === type);
    list.sort((x, y) => y.mentions.length - x.mentions.length || x.id - y.id);
    if (list.length) box.append(group(type, list));
  }
}

registry.addPanel({ id: "entities", label: "panel.entities", order: 30, draw });
