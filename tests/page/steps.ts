/** What a reader does on the page, as steps of tests. */
import { expect, type Page } from "@playwright/test";

/** Opens the sample article from the first-visit hint and waits for its marks. */
export async function sample(page: Page): Promise<void> {
  await page.locator(".hint .strong").click();
  await page.locator(".text .q").first().waitFor();
}

/** Pastes plain text at the cursor. */
export async function paste(page: Page, text: string): Promise<void> {
  await page.locator("#text").focus();
  await page.locator("#text").evaluate((node, text) => {
    const data = new DataTransfer();
    data.setData("text/plain", text);
    node.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  }, text);
}

/** The text in the editor, a line a paragraph. */
export function textOf(page: Page): Promise<string> {
  return page.locator("#text").evaluate((node) => [...node.querySelectorAll("p")].map((p) => p.textContent).join("\n"));
}

/** Waits until the text has been analysed and shown. */
export async function settled(page: Page, timeout = 20_000): Promise<void> {
  await expect(page.locator(".status")).toContainText(/ملّي ثانية|\bms\b/, { timeout });
}

/** Opens a menu of the bar and chooses an entry. */
export async function choose(page: Page, menu: string, entry: string): Promise<void> {
  await page.locator(`.menu-button[data-key="${menu}"]`).click();
  await page.locator(".menu-list").getByText(entry, { exact: true }).click();
}

/** Where the cursor stands in the text. */
export function cursor(page: Page): Promise<number> {
  return page.evaluate(() => {
    const selection = getSelection()!;
    let at = 0;
    for (const p of document.querySelectorAll("#text p")) {
      if (p.contains(selection.focusNode)) {
        const range = document.createRange();
        range.setStart(p, 0);
        range.setEnd(selection.focusNode!, selection.focusOffset);
        return at + range.toString().length;
      }
      at += p.textContent!.length + 1;
    }
    return -1;
  });
}
