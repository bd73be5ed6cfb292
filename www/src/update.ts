/** Works offline once installed, and says when a new version waits. */

import { t } from "./i18n";
import { toast } from "./ui/toast";

export function startUpdates(): void {
  // The single file and plain `http:` have no service worker; nothing is lost there but installation.
  if (!("serviceWorker" in navigator) || !document.querySelector("link[rel=manifest]")) return;
  const old = navigator.serviceWorker.controller;
  navigator.serviceWorker.register("sw.js").then(
    (registration: ServiceWorkerRegistration | undefined) => {
      if (!registration) return;
      const offer = (worker: ServiceWorker | null): void => {
        worker?.addEventListener("statechange", () => {
          if (worker.state === "installed" && navigator.serviceWorker.controller) ask(worker);
        });
      };
      if (registration.waiting && old) ask(registration.waiting);
      offer(registration.installing);
      registration.addEventListener("updatefound", () => offer(registration.installing));
    },
    () => {
      // A host may refuse service workers; the page works without.
    },
  );
  navigator.serviceWorker.addEventListener("controllerchange", () => {
    if (old) location.reload();
  });
}

function ask(worker: ServiceWorker): void {
  toast(t("update.ready"), { label: t("update.apply"), run: () => worker.postMessage("take over") });
}
