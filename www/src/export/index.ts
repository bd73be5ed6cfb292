/** Taking results along: the commands, the dialog and the printed sheet. */

import type { Article } from "../article";
import { titleOf } from "../article";
import { registry } from "../commands";
import { current } from "../correct/store";
import { doc } from "../doc";
import { code, number, t } from "../i18n";
import { state } from "../state";
import { dialog } from "../ui/dialog";
import { el } from "../ui/el";
import { toast } from "../ui/toast";
import { copy, download, fileName } from "./deliver";
import { FORMATS, type Format } from "./formats";
import { sections } from "./html";
import type { Labels } from "./labels";

/** The words of the exports in the language of the page. */
function labels(): Labels {
  return {
    language: state.settings.language,
    quotes: t("panel.quotes"),
    speakers: t("panel.speakers"),
    entities: t("panel.entities"),
    unknownSpeaker: t("speaker.none"),
    untitled: t("take.untitled"),
    none: t("panel.none.quotes"),
    medium: t("card.medium"),
    within: t("take.within"),
    inText: t("take.intext"),
    comma: t("take.comma"),
    type: (type) => code("type", type),
    act: (act) => code("act", act),
    kind: (kind) => code("kind", kind),
    number: (n) => number(n),
  };
}

function save(format: Format, articles: readonly Article[], name: string): void {
  download(fileName(name, format.ending), format.mime, format.write(articles, labels()));
}

/** Offers all formats for the articles, each to download or to copy. */
export function takeDialog(articles: () => readonly Article[], name: () => string): void {
  const row = (format: Format): HTMLElement => {
    const label = t(`take.${format.id}`);
    const onCopy = async (): Promise<void> => toast(t((await copy(format.write(articles(), labels()))) ? "take.copied" : "take.refused"));
    return el(
      "li",
      {},
      el("span", {}, el("strong", {}, label), el("small", {}, t(`take.${format.id}.hint`))),
      el("button", { type: "button", class: "button", "aria-label": `${t("take.download")}: ${label}`, onclick: () => save(format, articles(), name()) }, t("take.download")),
      el("button", { type: "button", class: "button", "aria-label": `${t("take.copy")}: ${label}`, onclick: () => void onCopy() }, t("take.copy")),
    );
  };
  dialog(t("take.title"), el("ul", { class: "formats" }, FORMATS.map(row)));
}

const here = () => [current()];
const name = () => titleOf(current());
const ready = () => doc.length > 0;

registry.add(
  { id: "take", label: "take.all", place: "take", key: "Alt+E", enabled: ready, run: () => takeDialog(here, name) },
  ...FORMATS.map((format) => ({
    id: `take-${format.id}`,
    label: `take.save.${format.id}` as const,
    place: "take" as const,
    enabled: ready,
    run: () => save(format, here(), name()),
  })),
  { id: "print", label: "take.print", place: "take", key: "Mod+P", enabled: ready, run: () => print() },
);

/** What is printed is the annotated article of the HTML export, not the page around it. */
let sheet: HTMLElement | null = null;
addEventListener("beforeprint", () => {
  if (!ready()) return;
  const printed = new DOMParser().parseFromString(sections(here(), labels()), "text/html");
  sheet = el("div", { class: "sheet" });
  sheet.append(...printed.querySelectorAll("article"));
  document.body.append(sheet);
});
addEventListener("afterprint", () => {
  sheet?.remove();
  sheet = null;
});
