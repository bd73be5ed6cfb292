/** Opens an article that was read from somewhere on the page. */

import { opened } from "../correct/store";
import type { Saved } from "../export/json";
import { fits, open } from "../open";

/** Opens it with what was stated about it. */
export function show({ text, corrections, title, published, url, file }: Saved): void {
  if (!fits(text)) return;
  open(text, { title: title ?? "", published: published ?? null });
  opened({ ...(url && { url }), ...(file && { file }) }, corrections);
}
