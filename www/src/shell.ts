/** The frame of the page: bar, menus, text and panel beside each other. */

import { keyName, registry, type Command, type Place } from "./commands";
import { doc } from "./doc";
import { labelEditor } from "./editor";
import { canRedo, canUndo, historyChanged, redo, undo } from "./history";
import { hooks } from "./hooks";
import { applyLanguage, t, type Key } from "./i18n";
import { openHelp } from "./legend";
import { open } from "./open";
import { panel } from "./panel";
import { SAMPLE } from "./sample";
import { state, type Settings } from "./state";
import { status } from "./status";
import { root } from "./surface";
import { el, fill, icon } from "./ui/el";
import { HELP, REDO, UNDO } from "./ui/icons";
import { menuButton, type Item } from "./ui/menu";

const head = el("header", { class: "bar-top" });
const hint = el("div", { class: "hint-box" });
const paneTabs = el("nav", { class: "panes" });

function items(...places: Place[]): Item[] {
  return registry.commands
    .filter((c) => places.includes(c.place))
    .map((c) => ({
      label: t(c.label),
      key: c.key ? keyName(c.key) : undefined,
      checked: c.checked?.(),
      disabled: c.enabled?.() === false,
      run: () => c.run(),
    }));
}

function choice<K extends keyof Settings>(key: K, title: Key, values: [Settings[K], Key][]): Item[] {
  return values.map(([value, label], i) => ({
    heading: i === 0 ? t(title) : undefined,
    label: t(label),
    checked: state.settings[key] === value,
    radio: true,
    run: () => state.configure(key, value),
  }));
}

function viewItems(): Item[] {
  const { language } = state.settings;
  return [
    ...choice("density", "set.density", [["quiet", "set.density.quiet"], ["normal", "set.density.normal"], ["labelled", "set.density.labelled"]]),
    ...choice("theme", "set.theme", [["auto", "set.theme.auto"], ["light", "set.theme.light"], ["dark", "set.theme.dark"], ["contrast", "set.theme.contrast"]]),
    ...(language === "ar" ? choice("digits", "set.digits", [["arab", "set.digits.arab"], ["latn", "set.digits.latn"]]) : []),
    ...items("view").map((item, i) => (i === 0 ? { ...item, heading: t("menu.view") } : item)),
  ];
}

function button(c: Command): HTMLElement {
  const label = t(c.label) + (c.key ? ` (${keyName(c.key)})` : "");
  return el(
    "button",
    { type: "button", class: "bare", "aria-label": t(c.label), title: label, disabled: c.enabled?.() === false, onclick: () => c.run(), "data-key": c.id },
    c.icon ? icon(c.icon) : t(c.label),
  );
}

function drawHead(): void {
  const kept = head.contains(document.activeElement) ? (document.activeElement as HTMLElement).dataset.key : undefined;
  const menu = (label: Key, get: () => Item[]): HTMLElement | null =>
    get().length ? menuButton(t(label), get, { "data-key": label }) : null;
  const other = state.settings.language === "ar" ? "en" : "ar";
  fill(
    head,
    el("a", { class: "skip", href: "#text", onclick: (e: Event) => (e.preventDefault(), root.focus()) }, t("app.skip")),
    el("h1", {}, el("span", { class: "brand" }, t("app.name")), el("small", {}, t("app.claim"))),
    el(
      "div",
      { class: "menus" },
      menu("menu.open", () => items("open")),
      menu("menu.edit", () => items("edit")),
      menu("menu.take", () => items("take")),
      menu("menu.view", viewItems),
    ),
    el("div", { class: "tools" }, registry.commands.filter((c) => c.place === "bar" || c.icon).map(button)),
    el(
      "label",
      { class: "published", title: t("set.published.hint") },
      el("span", {}, t("set.published")),
      el("input", {
        type: "date",
        "data-key": "published",
        value: state.published,
        onchange: (e: Event) => state.publish((e.target as HTMLInputElement).value || null),
      }),
    ),
    el(
      "button",
      { type: "button", class: "button language", lang: other, title: t("set.language.long"), "data-key": "language", onclick: () => state.configure("language", other) },
      t("set.language"),
    ),
  );
  if (kept) head.querySelector<HTMLElement>(`[data-key="${kept}"]`)?.focus();
}

function drawHint(): void {
  if (state.settings.hinted || doc.length > 0) return fill(hint);
  const done = (): void => {
    state.configure("hinted", true);
    root.focus();
  };
  fill(
    hint,
    el(
      "section",
      { class: "hint", "aria-labelledby": "hint-title" },
      el("h2", { id: "hint-title" }, t("hint.title")),
      el("p", {}, t("hint.body")),
      el(
        "p",
        { class: "row" },
        el("button", { type: "button", class: "button strong", onclick: () => (registry.run("sample"), done()) }, t("hint.try")),
        el("button", { type: "button", class: "button", onclick: done }, t("hint.close")),
      ),
    ),
  );
}

/** On narrow screens text and results take turns. */
function drawPanes(): void {
  const now = document.documentElement.dataset.pane ?? "text";
  const tab = (pane: "text" | "panel", label: Key): HTMLElement =>
    el(
      "button",
      { type: "button", "aria-pressed": String(now === pane), onclick: () => (document.documentElement.dataset.pane = pane) },
      t(label),
    );
  fill(paneTabs, tab("text", "text.label"), tab("panel", "panel.label"));
  paneTabs.setAttribute("aria-label", t("menu.view"));
}

function apply(): void {
  const { theme, density, size } = state.settings;
  applyLanguage();
  const html = document.documentElement;
  html.dataset.theme = theme;
  html.dataset.density = density;
  html.style.setProperty("--step", String(size));
  labelEditor(keyName("Alt+ArrowDown"), keyName("Alt+ArrowUp"), keyName("Alt+Enter"));
}

function choose(): void {
  const input = el("input", { type: "file", accept: hooks.accept, multiple: true });
  input.onchange = () => void hooks.files([...(input.files ?? [])]);
  input.click();
}

function commands(): void {
  const resize = (by: number) => () => state.configure("size", Math.max(-3, Math.min(8, state.settings.size + by)));
  registry.add(
    { id: "new", label: "cmd.new", place: "open", run: () => (open(""), root.focus()) },
    { id: "sample", label: "cmd.sample", place: "open", run: () => open(SAMPLE.text, SAMPLE) },
    { id: "file", label: "cmd.file", place: "open", key: "Mod+O", run: choose },
    { id: "undo", label: "cmd.undo", place: "edit", key: "Mod+Z", icon: UNDO, enabled: canUndo, run: undo },
    { id: "redo", label: "cmd.redo", place: "edit", key: "Mod+Shift+Z", icon: REDO, enabled: canRedo, run: redo },
    { id: "redo2", label: "cmd.redo", place: "none", key: "Mod+Y", enabled: canRedo, run: redo },
    { id: "larger", label: "set.size.up", place: "view", run: resize(1) },
    { id: "smaller", label: "set.size.down", place: "view", run: resize(-1) },
    { id: "help", label: "cmd.help", place: "bar", key: "F1", icon: HELP, run: openHelp },
  );
}

/** Files may be dropped anywhere on the page. */
function drops(): void {
  const veil = el("div", { class: "veil", hidden: true });
  document.body.append(veil);
  const files = (e: DragEvent): boolean => [...(e.dataTransfer?.types ?? [])].includes("Files");
  let depth = 0;
  addEventListener("dragenter", (e) => {
    if (!files(e)) return;
    depth++;
    veil.textContent = t("text.drop");
    veil.hidden = false;
  });
  addEventListener("dragleave", (e) => {
    if (files(e) && --depth <= 0) veil.hidden = true;
  });
  addEventListener("dragover", (e) => files(e) && e.preventDefault());
  addEventListener("drop", (e) => {
    depth = 0;
    veil.hidden = true;
    if (!files(e) || !e.dataTransfer) return;
    e.preventDefault();
    void hooks.files([...e.dataTransfer.files], e.dataTransfer);
  });
}

export function startShell(): void {
  commands();
  apply();
  const paper = el("div", { class: "paper" }, root);
  document.body.append(
    head,
    el("main", { class: "desk" }, el("div", { class: "reading" }, hint, status, paper), panel),
    paneTabs,
  );
  drops();
  const empty = (): void => void root.classList.toggle("empty", doc.length === 0);
  doc.changed.on(() => {
    empty();
    drawHint();
  });
  empty();
  let waiting = false;
  const later = (): void => {
    if (waiting) return;
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      drawHead();
    });
  };
  let could = "";
  historyChanged.on(() => {
    const can = `${canUndo()}${canRedo()}`;
    if (can !== could) later();
    could = can;
  });
  registry.changed.on(later);
  state.publishedChanged.on(later);
  state.set.on(() => {
    apply();
    drawHead();
    drawHint();
    drawPanes();
  });
  new MutationObserver(drawPanes).observe(document.documentElement, { attributeFilter: ["data-pane"] });
  drawHead();
  drawHint();
  drawPanes();
}
