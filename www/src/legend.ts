/** The legend and the help, drawn with the very marks that they explain. */

import { keyName, registry } from "./commands";
import { t, type Key } from "./i18n";
import { TYPES } from "./model";
import { dialog } from "./ui/dialog";
import { el } from "./ui/el";

/** Words that stand for each type in the legend. */
const SPECIMENS = {
  person: "ليلى بن عمار",
  organization: "وزارة المياه",
  place: "مرسى النخيل",
  event: "مؤتمر المناخ",
  misc: "ميناء الشمس",
  date: "أمس الثلاثاء",
  number: "أربع ساعات",
  money: "340 مليون دولار",
  percent: "12%",
} as const;

function quote(kind: "direct" | "indirect" | "mixed", text: string): HTMLElement {
  return el(
    "li",
    {},
    el("span", { class: "specimen", lang: "ar", dir: "rtl" }, el("span", { class: `q q-${kind}` }, text)),
    el("span", {}, t(`help.quotes.${kind}`)),
  );
}

export function openHelp(): void {
  const keys = registry.commands.filter((c) => c.key);
  dialog(
    t("help.title"),
    el("h3", {}, t("help.marks")),
    el("p", {}, t("help.marks.body")),
    el(
      "ul",
      { class: "legend types" },
      TYPES.map((type) =>
        el(
          "li",
          {},
          el("span", { class: "specimen", lang: "ar", dir: "rtl" }, el("span", { class: `m m-${type}` }, SPECIMENS[type])),
          el("span", {}, t(`type.${type}`)),
        ),
      ),
    ),
    el("h3", {}, t("help.quotes")),
    el(
      "ul",
      { class: "legend" },
      quote("direct", "لن نسمح بذلك"),
      quote("indirect", "المشروع وفر 1200 فرصة عمل"),
      quote("mixed", "الخط الناقل \"لم يكتمل بعد\""),
      el("li", {}, el("span", { class: "specimen", lang: "ar", dir: "rtl" }, el("span", { class: "cue" }, "مؤكدا")), t("help.quotes.cue")),
      el("li", {}, el("span", { class: "specimen", lang: "ar", dir: "rtl" }, "«", el("span", { class: "t" }, "ميناء الشمس"), "»"), t("help.quotes.term")),
      el(
        "li",
        {},
        el("span", { class: "specimen", lang: "ar", dir: "rtl" }, el("span", { class: "m m-person doubt" }, "سامر")),
        t("help.doubt"),
      ),
    ),
    el("p", {}, t("help.quotes.speaker")),
    el("p", {}, t("help.furniture")),
    el("h3", {}, t("help.keys")),
    el(
      "ul",
      { class: "keys" },
      keys.map((c) => el("li", {}, el("kbd", { dir: "ltr" }, keyName(c.key!)), el("span", {}, t(c.label)))),
    ),
    el("h3", {}, t("help.limits")),
    el("p", {}, t("help.limits.body")),
    el("h3", {}, t("help.private")),
    el("p", {}, t("help.private.body")),
    el("p", { class: "fine" }, t("help.credits" satisfies Key)),
  );
}
