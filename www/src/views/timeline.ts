/** The dates of the article in their order. */

import { registry } from "../commands";
import { doc } from "../doc";
import { searchable } from "../facts";
import { goTo } from "../goto";
import { t } from "../i18n";
import type { Mention } from "../model";
import { nothing } from "../panel";
import { state } from "../state";
import { el } from "../ui/el";
import { fields, valueText } from "../values";

/** The sentence around a mention. */
function around(m: Mention): string {
  const s = state.analysis.sentences.find((s) => s.end > m.start);
  return s ? doc.slice(s.start, s.end) : "";
}

function entry(m: Mention): HTMLElement {
  const text = doc.slice(m.start, m.end);
  return el(
    "li",
    {},
    el(
      "button",
      { type: "button", class: "link", "data-key": `d${m.start}`, onclick: () => goTo(m) },
      el("bdi", { lang: "ar", class: "when" }, text),
      el("bdi", { lang: "ar", class: "excerpt" }, around(m)),
    ),
  );
}

function draw(box: HTMLElement): void {
  const a = state.analysis;
  const needle = searchable(state.filter.query);
  const dates = a.mentions.filter((m) => m.type === "date" && (!needle || searchable(doc.slice(m.start, m.end) + around(m)).includes(needle)));
  if (a.paragraphs.length === 0) return void box.append(nothing(t("panel.none")));
  if (dates.length === 0) return void box.append(nothing(t(needle ? "panel.none.found" : "panel.none.dates")));
  const iso = (m: Mention): string => (m.value && fields(m.value).iso) || "";
  const groups = new Map<string, Mention[]>();
  for (const m of dates) groups.set(iso(m), [...(groups.get(iso(m)) ?? []), m]);
  const known = [...groups.keys()].filter(Boolean).sort();
  if (!state.published && groups.has("")) box.append(el("p", { class: "note" }, t("timeline.hint")));
  const list = el("ol", { class: "timeline" });
  for (const key of [...known, ...(groups.has("") ? [""] : [])].slice(0, 300)) {
    const all = groups.get(key)!;
    const title = key ? valueText(all[0]!.value!, "date") : t("timeline.undated");
    list.append(el("li", {}, el("h3", {}, key ? el("time", { datetime: key }, title) : title), el("ul", {}, all.slice(0, 100).map(entry))));
  }
  box.append(list);
}

registry.addPanel({ id: "timeline", label: "panel.timeline", order: 40, draw });
