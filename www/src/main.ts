/** Starts the page. */

import { startAnalyser } from "./analyser";
import { startCard } from "./card";
import { startEditor } from "./editor";
import { startFeatures } from "./features";
import { startJump } from "./jump";
import { startLens } from "./lens";
import { startNotes } from "./notes";
import { startPanel } from "./panel";
import { startShell } from "./shell";
import { state } from "./state";
import { startStatus } from "./status";
import { repaint, startSurface } from "./surface";
import { startUpdates } from "./update";
import "./views/speakers";
import "./views/quotes";
import "./views/entities";
import "./views/timeline";
import "./views/together";

startShell();
startSurface();
startEditor();
startPanel();
startStatus();
startLens();
startNotes();
startCard();
startJump();
startAnalyser();
startUpdates();
startFeatures();
state.set.on((key) => {
  if (key === "language") repaint();
});
