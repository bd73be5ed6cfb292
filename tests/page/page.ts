/** What every test of the page starts from. */
import AxeBuilder from "@axe-core/playwright";
import { type Page, test as base, expect } from "@playwright/test";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

export { expect };

/** The self-contained page, opened from disk. */
export const STANDALONE = pathToFileURL(resolve("dist/isnad.html")).href;

interface Fixtures {
  /** Fails the test if the page logs an error, throws, or asks for anything once it has loaded. */
  silence: { loaded: boolean };
  /** Opens the page, from the server unless an address is given, and waits until it can analyse. */
  open: (address?: string) => Promise<Page>;
  /** Fails unless what is shown now passes axe (WCAG 2.2 A and AA), `except` named rules. */
  accessible: (except?: string[]) => Promise<void>;
}

export const test = base.extend<Fixtures>({
  silence: [
    async ({ page }, use) => {
      const state = { loaded: false };
      const faults: string[] = [];
      page.on("pageerror", (error) => faults.push(`threw: ${error.message}`));
      page.on("console", (message) => {
        if (message.type() === "error") faults.push(`logged: ${message.text()}`);
      });
      page.on("request", (request) => {
        if (request.isNavigationRequest() && request.frame() === page.mainFrame()) state.loaded = false;
        else if (state.loaded && !/^(blob|data):/.test(request.url())) faults.push(`asked for: ${request.url()}`);
      });
      await use(state);
      expect(faults).toEqual([]);
    },
    { auto: true },
  ],

  open: async ({ page, silence }, use) => {
    await use(async (address = "./") => {
      await page.goto(address);
      await ready(page);
      silence.loaded = true;
      return page;
    });
  },

  accessible: async ({ page }, use) => {
    await use(async (except = []) => {
      const found = await new AxeBuilder({ page })
        .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"])
        .disableRules(except)
        .analyze();
      const faults = found.violations.map((v) => `${v.id}: ${v.help} (${v.nodes.map((n) => n.target).join("; ")})`);
      expect(faults).toEqual([]);
    });
  },
});

/** Waits until the page can analyse. */
export async function ready(page: Page): Promise<void> {
  await page.locator("html[data-engine=ready]").waitFor({ state: "attached" });
}
