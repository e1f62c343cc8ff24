/** What staff who look after their tablets want to know of the device itself. */
export interface Hardware {
  display: { width: number; height: number };
  /** Absent where the browser does not tell. */
  battery?: { percent: number; charging: boolean };
}

interface Battery {
  readonly level: number;
  readonly charging: boolean;
}

/** Only some browsers have it, and TypeScript no longer knows it. */
type Teller = Navigator & { getBattery?: () => Promise<Battery> };

let battery: Battery | undefined;

/** Begins to follow the battery, where there is one to follow. */
export async function followBattery(): Promise<void> {
  battery = await (navigator as Teller).getBattery?.().catch(() => undefined);
}

export function hardware(): Hardware {
  return {
    display: { width: window.innerWidth, height: window.innerHeight },
    ...(battery && { battery: { percent: Math.round(battery.level * 100), charging: battery.charging } })
  };
}
