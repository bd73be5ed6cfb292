/** The list of corrections: what was stated, which of it found no place, and taking it back. */

import { clip } from "../article";
import { code, t } from "../i18n";
import { dialog } from "../ui/dialog";
import { el, fill } from "../ui/el";
import type { Correction } from "./correction";
import { isLost, stated, withdraw } from "./store";

/** What a correction states, in words. */
function describe(c: Correction): string {
  switch (c.op) {
    case "mention":
      return t("correct.did.mention", { text: clip(c.at.exact, 60), type: code("type", c.type) });
    case "unmention":
      return t("correct.did.unmention", { text: clip(c.at.exact, 60) });
    case "merge":
      return t("correct.did.merge", { from: c.from.name, into: c.into.name });
    case "split":
      return t("correct.did.split", { text: clip(c.at[0]?.exact ?? "", 60) });
    case "rename":
      return t("correct.did.rename", { from: c.entity.name, into: c.name });
    case "quote":
      return t("correct.did.quote", { text: clip(c.parts.map((p) => p.exact).join(" … "), 60) });
    case "unquote":
      return t("correct.did.unquote", { text: clip(c.at.exact, 60) });
    case "speaker":
      return t("correct.did.speaker", { text: clip(c.at.exact, 60), name: c.entity?.name || c.name || t("speaker.none") });
  }
}

/** Shows all corrections. */
export function listDialog(): void {
  const list = el("ul", { class: "corrections" });
  const draw = (): void => {
    fill(
      list,
      stated().map((c, i) =>
        el(
          "li",
          {},
          el("span", {}, describe(c), isLost(i) ? el("em", {}, ` ${t("correct.lost")}`) : null),
          el("button", { type: "button", class: "button", "aria-label": `${t("correct.withdraw")}: ${describe(c)}`, onclick: () => take((n) => n === i) }, t("correct.withdraw")),
        ),
      ),
    );
  };
  const take = (gone: (index: number) => boolean): void => {
    withdraw(gone);
    if (stated().length === 0) return box.close();
    draw();
    list.querySelector<HTMLElement>("button")?.focus();
  };
  draw();
  const box = dialog(
    t("correct.list"),
    list,
    el("p", { class: "row" }, el("button", { type: "button", class: "button", onclick: () => take(() => true) }, t("correct.withdraw.all"))),
  );
}
