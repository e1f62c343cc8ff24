/// <reference lib="webworker" />
import { createHandlerBoundToURL, precacheAndRoute } from 'workbox-precaching';
import type { PrecacheEntry } from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import files from '../target/tablet-files.json';

declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: PrecacheEntry[] };

// Vaadin's own worker calls skipWaiting and clientsClaim at once; after an upgrade that leaves blank screens
// (vaadin/flow#24800). Ours waits until the tablet says that nothing waits in its outbox and nobody is near.

const everything: PrecacheEntry[] = self.__WB_MANIFEST;
const shell = everything.find((entry) => entry.url === '.');
const wanted = new Set<string>(files);

precacheAndRoute([
  ...everything.filter((entry) => wanted.has(entry.url)),
  { url: 'kiosk', revision: shell?.revision ?? null }
]);

const scope = new URL(self.registration.scope).pathname;
const tablet = new RegExp(`^${scope.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}kiosk(/|$|\\?)`);

// Only the tablet's page comes from here; the office and the phone pages always come from the server.
registerRoute(new NavigationRoute(createHandlerBoundToURL('kiosk'), { allowlist: [tablet] }));

self.addEventListener('message', (event: ExtendableMessageEvent) => {
  const said: unknown = event.data;
  if (said === 'take-over') void self.skipWaiting();
  // Vaadin's office asks this; it gets its answers from the network and never from here.
  if (typeof said === 'object' && said !== null && 'method' in said && 'id' in said) {
    if (said.method === 'Vaadin.ServiceWorker.isConnectionLost') {
      event.source?.postMessage({ id: said.id, result: false });
    }
  }
});
