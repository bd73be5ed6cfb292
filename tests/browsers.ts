/** Where the browsers of the tests are. `ISNAD_CHROMIUM` and `ISNAD_FIREFOX` name others. */
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import type { LaunchOptions } from "@playwright/test";

/** The port of the test server. */
export const PORT = Number(process.env["ISNAD_TEST_PORT"] ?? 4173);

const NAMES = {
  ISNAD_CHROMIUM: ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"],
  ISNAD_FIREFOX: ["firefox-esr", "firefox"],
};

function executable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return existsSync(path);
  } catch {
    return false;
  }
}

/** The path of a browser: the one that the environment names, or the first that the system has. */
export function find(variable: keyof typeof NAMES): string {
  const named = process.env[variable];
  if (named) return named;
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  for (const name of NAMES[variable]) {
    const path = folders.map((folder) => join(folder, name)).find(executable);
    if (path) return path;
  }
  throw new Error(`none of ${NAMES[variable].join(", ")} is installed; install one or set ${variable} to its path`);
}

/** How Chromium is started. A sandbox cannot be had where everything runs as root, as in a container. */
export function chromium(): LaunchOptions {
  const root = process.getuid?.() === 0;
  return {
    executablePath: find("ISNAD_CHROMIUM"),
    args: [
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      ...(root ? ["--no-sandbox"] : []),
    ],
  };
}
