/** The side panel: tabs, the search field, and whichever view is shown. */

import { registry } from "./commands";
import { number, t } from "./i18n";
import { state } from "./state";
import { el, fill, icon } from "./ui/el";
import { CLOSE, SEARCH } from "./ui/icons";

export const panel = el("aside", { class: "panel", id: "panel" });

let current = "speakers";
const tabs = el("div", { class: "tabs", role: "tablist" });
const box = el("div", { class: "view", role: "tabpanel", tabindex: 0, id: "view" });
const narrowed = el("div", { class: "narrowing", "aria-live": "polite" });
const search = el("input", { type: "search", id: "find", autocomplete: "off", oninput: () => state.narrow({ query: search.value }) });

/** Shows a view, by its id. */
export function showPanel(id: string): void {
  current = id;
  draw();
  document.documentElement.dataset.pane = "panel";
}

function visible() {
  return registry.panels.filter((p) => p.shown?.() !== false);
}

function draw(): void {
  panel.setAttribute("aria-label", t("panel.label"));
  tabs.setAttribute("aria-label", t("panel.label"));
  search.setAttribute("placeholder", t("panel.find"));
  search.setAttribute("aria-label", t("panel.find"));
  if (search.value !== state.filter.query) search.value = state.filter.query;
  drawTabs();
  drawNarrowing();
  drawView();
}

function drawTabs(): void {
  const all = visible();
  if (!all.some((p) => p.id === current)) current = all[0]?.id ?? "";
  const focused = tabs.contains(document.activeElement);
  fill(
    tabs,
    all.map((p) =>
      el(
        "button",
        {
          type: "button",
          role: "tab",
          id: `tab-${p.id}`,
          "aria-selected": String(p.id === current),
          "aria-controls": "view",
          tabindex: p.id === current ? 0 : -1,
          onclick: () => {
            current = p.id;
            draw();
            tabs.querySelector<HTMLElement>("[aria-selected=true]")?.focus();
          },
        },
        t(p.label),
      ),
    ),
  );
  box.setAttribute("aria-labelledby", `tab-${current}`);
  if (focused) tabs.querySelector<HTMLElement>("[aria-selected=true]")?.focus();
}

function drawNarrowing(): void {
  const { speaker, entity } = state.filter;
  const name =
    speaker !== null
      ? t("panel.filtered", { name: speakerCalled(speaker) })
      : entity !== null
        ? t("panel.filtered.entity", { name: state.analysis.entities[entity]?.name ?? "" })
        : "";
  const clear = (): void => {
    state.narrow({ speaker: null, entity: null });
    box.focus();
  };
  fill(
    narrowed,
    name ? [el("span", {}, name), el("button", { type: "button", class: "button", onclick: clear }, icon(CLOSE), t("panel.all"))] : null,
  );
}

function speakerCalled(key: string): string {
  if (key.startsWith("e")) return state.analysis.entities[Number(key.slice(1))]?.name ?? "";
  return key.slice(1) || t("speaker.none");
}

/** Draws the view; what had the focus has it again, and the scroll stays. */
function drawView(): void {
  const scroll = box.scrollTop;
  const key = box.contains(document.activeElement) ? (document.activeElement as HTMLElement).dataset.key : undefined;
  box.replaceChildren();
  visible().find((p) => p.id === current)?.draw(box);
  box.scrollTop = scroll;
  if (key) (box.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`) ?? box).focus({ preventScroll: true });
}

/** Views are drawn once a frame at most, however many things changed. */
let waiting = 0;
function later(): void {
  waiting ||= requestAnimationFrame(() => {
    waiting = 0;
    draw();
  });
}

export function startPanel(): void {
  panel.append(
    el("div", { class: "panel-head" }, tabs, el("label", { class: "search", for: "find" }, icon(SEARCH), search), narrowed),
    box,
  );
  tabs.addEventListener("keydown", (e) => {
    const all = visible();
    const at = all.findIndex((p) => p.id === current);
    const ahead = document.documentElement.dir === "rtl" ? "ArrowLeft" : "ArrowRight";
    const back = ahead === "ArrowLeft" ? "ArrowRight" : "ArrowLeft";
    const to = { [ahead]: at + 1, [back]: at - 1, Home: 0, End: all.length - 1 }[e.key];
    if (to === undefined) return;
    e.preventDefault();
    current = all[(to + all.length) % all.length]!.id;
    draw();
  });
  registry.changed.on(later);
  state.analysed.on(later);
  state.filtered.on(later);
  state.set.on(later);
  registry.add(
    { id: "find", label: "cmd.find", place: "view", key: "Mod+K", run: () => (showText("panel"), search.focus()) },
    {
      id: "panel",
      label: "cmd.panel",
      place: "view",
      key: "F6",
      run: () => {
        showText("panel");
        tabs.querySelector<HTMLElement>("[aria-selected=true]")?.focus();
      },
    },
    {
      id: "clear",
      label: "cmd.clear",
      place: "view",
      enabled: () => state.filter.speaker !== null || state.filter.entity !== null,
      run: () => state.narrow({ speaker: null, entity: null }),
    },
  );
  draw();
}

function showText(pane: "text" | "panel"): void {
  document.documentElement.dataset.pane = pane;
}

/** A count in the corner of a heading. */
export function count(n: number): HTMLElement {
  return el("span", { class: "count" }, number(n));
}

/** A line where a view has nothing to show. */
export function nothing(text: string): HTMLElement {
  return el("p", { class: "nothing" }, text);
}
