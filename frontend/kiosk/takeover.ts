const often = 60 * 60 * 1000;

/** A new version waits as the next service worker; it takes over when the tablet says that nobody is near. */
export class Takeover {
  private registration: ServiceWorkerRegistration | undefined;

  /** Registers the worker, and looks for a newer one now and then. Without https there is none, and all else works. */
  watch(): void {
    if (!('serviceWorker' in navigator)) return;
    const worker = navigator.serviceWorker;
    const hadOne = worker.controller !== null;
    worker.addEventListener('controllerchange', () => {
      if (hadOne) window.location.reload();
    });
    worker
      .register(new URL('sw.js', document.baseURI))
      .then((registration) => {
        this.registration = registration;
        setInterval(() => void registration.update().catch(() => undefined), often);
      })
      .catch(() => undefined);
  }

  get waits(): boolean {
    return Boolean(this.registration?.waiting);
  }

  /** Loads the tablet anew, with the new version when one waits. */
  async now(): Promise<void> {
    await this.registration?.update().catch(() => undefined);
    const waiting = this.registration?.waiting;
    if (waiting && navigator.serviceWorker.controller) waiting.postMessage('take-over');
    else window.location.reload();
  }
}
