/** The features of the page, one line each; every module adds its commands, panels and card sections to `registry`. */

import "./correct";
import "./export";
import { startIntake } from "./intake";
import "./batch";

/** Begins what has to wait until the page stands. */
export function startFeatures(): void {
  startIntake();
}
