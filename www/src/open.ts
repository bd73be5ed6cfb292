/** Opens an article: the one way in for the sample, files and everything else that brings a text. */

import { doc } from "./doc";
import { edit } from "./edit";
import { state } from "./state";
import { t } from "./i18n";
import { toast } from "./ui/toast";

/** The longest text the page takes, in UTF-16 units. */
export const LONGEST = 12_000_000;

export interface About {
  title?: string;
  /** Day of publication, ISO 8601. */
  published?: string | null;
}

/** Whether a text is short enough; says so where it is not. */
export function fits(text: string): boolean {
  if (text.length <= LONGEST) return true;
  toast(t("status.toolong", { size: LONGEST / 1e6 }));
  return false;
}

/** Puts a text in the place of the one on the page. It can be undone. */
export function open(text: string, about: About = {}): void {
  if (!fits(text)) return;
  state.narrow({ speaker: null, entity: null, query: "" });
  state.select(null);
  state.title = about.title ?? "";
  state.publish(about.published ?? null);
  edit(0, doc.length, text);
}
