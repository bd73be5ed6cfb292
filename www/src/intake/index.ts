/** Bringing text in: pastes of formatted text, and what a bookmarklet sends. Files are the business of `batch`. */

import { registry } from "../commands";
import { copy } from "../export/deliver";
import { hooks } from "../hooks";
import { t } from "../i18n";
import { dialog } from "../ui/dialog";
import { el } from "../ui/el";
import { toast } from "../ui/toast";
import { bookmarklet, received } from "./bookmarklet";
import { fragment } from "./html";
import { show } from "./show";

hooks.paste = (data) => {
  const html = data.getData("text/html");
  return html ? fragment(html) : null;
};

function bookmarkDialog(): void {
  const code = bookmarklet(location.href.split("#")[0]!);
  const link = el("a", { class: "button strong", href: code, draggable: "true" }, t("intake.bookmark.name"));
  // The page's policy refuses to run it here; it is there to be dragged to the bookmarks.
  link.addEventListener("click", (e) => {
    e.preventDefault();
    toast(t("intake.bookmark.drag"));
  });
  const onCopy = async (): Promise<void> => toast(t((await copy(code)) ? "take.copied" : "take.refused"));
  dialog(
    t("intake.bookmark"),
    el("p", {}, t("intake.bookmark.body")),
    el("p", { class: "row" }, link, el("button", { type: "button", class: "button", onclick: () => void onCopy() }, t("intake.bookmark.copy"))),
    location.protocol === "file:" ? el("p", {}, t("intake.bookmark.disk")) : null,
    el("p", {}, el("small", {}, t("intake.bookmark.limits"))),
  );
}

/** What a bookmarklet sent is taken out of the address, so that neither a reload nor a copied address brings it back. */
function receive(): void {
  const draft = received(location.hash);
  if (!draft) return;
  history.replaceState(null, "", location.pathname + location.search);
  show({ corrections: [], ...draft });
}

/** Begins to take in what is sent. */
export function startIntake(): void {
  addEventListener("hashchange", receive);
  receive();
}

registry.add({ id: "bookmark", label: "intake.bookmark", place: "open", run: bookmarkDialog });
