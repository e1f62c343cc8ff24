import { html, LitElement, nothing } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { firstWords } from 'virtual:first-words';
import { version } from 'virtual:version';
import { localTime, randomId, TabletClock } from './clock';
import { newParty, type Party } from './counting';
import type { CheckInEvent, Command, KioskEvent } from './events';
import { PlayWatch, RepeatGuard, VisitLimit } from './guard';
import { followBattery, hardware } from './hardware';
import './kiosk-counting';
import type { KioskCounting } from './kiosk-counting';
import './kiosk-courses';
import './kiosk-goodbye';
import type { Answer } from './kiosk-goodbye';
import './kiosk-idle';
import './kiosk-languages';
import './kiosk-leaving';
import type { Leaving } from './kiosk-leaving';
import './kiosk-notice';
import './kiosk-pairing';
import type { Pairing } from './kiosk-pairing';
import './kiosk-play';
import './kiosk-staff';
import type { Diagnostics } from './kiosk-staff';
import './kiosk-thanks';
import { arranged } from './layout';
import { nextOpening, outsideHours } from './opening';
import { type LastVisit, Outbox } from './outbox';
import type { Layout, Way } from './screen';
import { type Language, type Question, type Settings, type State, usualSettings } from './state';
import { basics, paper } from './styles';
import { Sync } from './sync';
import { Takeover } from './takeover';
import { Words } from './words';

type Face =
  | 'starting'
  | 'pairing'
  | 'counting'
  | 'thanks'
  | 'courses'
  | 'goodbye'
  | 'leaving'
  | 'bye'
  | 'languages'
  | 'staff'
  | 'paused'
  | 'cleaning'
  | 'identify'
  | 'asleep';

const swedish: Language = { code: 'sv', name: 'Svenska', dir: 'ltr', reviewed: true };
const cornerPx = 96;
const holdMs = 3000;
const againPx = 60;
const wakeMs = 500;
const byeSeconds = 4;
const identifySeconds = 12;
const silentMs = 60_000;

/** The tablet by the door: holds what is known, and shows one screen at a time. */
@customElement('kiosk-app')
export class KioskApp extends LitElement {
  static override styles = [basics];

  @state() private face: Face = 'starting';
  @state() private world?: State;
  @state() private language: Language = swedish;
  @state() private large = false;
  @state() private layout: Layout = 'wide';
  @state() private crowded = false;
  @state() private minute = 0;
  @state() private connected = false;
  @state() private warning = 0;
  @state() private playing = false;
  @state() private left = 0;
  @state() private undoable = false;
  @state() private pairing: Pairing;
  @state() private diagnostics?: Diagnostics;
  @state() private staffSaid = '';
  @state() private paused = false;

  @query('kiosk-counting') private readonly counting?: KioskCounting | null;

  private outbox!: Outbox;
  private clock!: TabletClock;
  private sync!: Sync;
  private words = new Words(firstWords, swedish, swedish);
  private readonly takeover = new Takeover();
  /** The numbers on the counting screen; no state of Lit's, since a tap must not draw the whole page anew. */
  private party: Party = newParty;
  private visit?: CheckInEvent;
  private lastVisit?: LastVisit;
  private staffOpen = false;
  private busy = false;
  private code = '';
  private lastTouch = 0;
  private lastTick = 0;
  private heard = -Infinity;
  private swallowUntil = 0;
  /** Uptime at which this screen gives way: thanks, cleaning, good bye. */
  private until = 0;
  private undoUntil = 0;
  private whole = 10;
  private playUntil = 0;
  /** Where the latest click was, and when it changed the screen. */
  private clicked = { x: 0, y: 0, changedAt: -Infinity };
  /** Told by the office, and not yet done. */
  private wish?: 'identify' | 'reload';
  private holding?: { timer: ReturnType<typeof setTimeout>; x: number; y: number };

  private readonly guard = new RepeatGuard(() => (this.large ? this.settings.repeatLargeMs : this.settings.repeatMs));
  private readonly play = new PlayWatch<Party>(() => this.settings);
  private readonly limit = new VisitLimit(() => this.settings.maxVisitsPerMinute);

  private get settings(): Settings {
    return { ...usualSettings, ...this.world?.settings };
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (paper.styleSheet) document.adoptedStyleSheets = [...document.adoptedStyleSheets, paper.styleSheet];
    this.code = /^#([A-Z]{8})$/i.exec(window.location.hash)?.[1]?.toUpperCase() ?? '';
    if (this.code) history.replaceState(null, '', window.location.pathname);
    window.addEventListener('resize', this.arrange);
    window.addEventListener('pointerdown', this.touched, { capture: true });
    window.addEventListener('pointerup', this.letGo, { capture: true });
    window.addEventListener('pointercancel', this.letGo, { capture: true });
    window.addEventListener('keydown', this.keyed, { capture: true });
    window.addEventListener('click', this.swallow, { capture: true });
    window.addEventListener('contextmenu', (event) => event.preventDefault());
    document.addEventListener('visibilitychange', this.seen);
    this.arrange();
    this.start().catch(() => setTimeout(() => window.location.reload(), 5000));
  }

  private async start(): Promise<void> {
    this.outbox = await Outbox.open();
    const [world, paired, paused, memory, awake, lastVisit] = await Promise.all([
      this.outbox.kept('state'),
      this.outbox.kept('paired'),
      this.outbox.kept('paused'),
      this.outbox.kept('clock'),
      this.outbox.kept('awake'),
      this.outbox.kept('lastVisit')
    ]);
    this.clock = new TabletClock({ wall: () => Date.now(), uptime: () => performance.now() }, randomId, memory);
    this.lastVisit = lastVisit;
    this.paused = paused ?? false;
    if (world) this.take(world);
    this.sync = new Sync(
      this.outbox,
      this.clock,
      {
        state: (state) => this.take(state),
        paired: (isPaired) => this.pairedOrNot(isPaired),
        contact: (ok) => {
          if (ok) this.heard = performance.now();
          this.connected = ok;
        },
        command: (command) => this.obey(command),
        screen: () => this.face,
        hardware
      },
      world,
      awake ?? [],
      version
    );
    if (!world) {
      const heard = navigator.languages.map((each) => each.slice(0, 2)).find((each) => each in firstWords);
      this.speak({ ...swedish, code: heard ?? 'sv', dir: heard === 'ar' ? 'rtl' : 'ltr' });
    }
    this.lastTouch = this.lastTick = performance.now();
    this.face = world && paired !== false && !this.code ? this.homeFace() : 'pairing';
    this.tick();
    setInterval(() => this.tick(), 250);
    if (!this.code) this.sync.start();
    else window.addEventListener('online', () => this.sync.soon());
    this.takeover.watch();
    void followBattery();
    await this.stayAwake();
    void navigator.storage?.persist?.().catch(() => false);
  }

  // What the server says

  private take(world: State): void {
    const known = this.world;
    this.world = world;
    if (known && known.kiosk.paused !== world.kiosk.paused) this.pauseOrNot(world.kiosk.paused);
    const language = world.languages.find(({ code }) => code === this.language.code);
    this.speak(known && language ? language : (world.languages[0] ?? swedish));
    this.arrange();
  }

  private pairedOrNot(isPaired: boolean): void {
    if (!isPaired) this.face = 'pairing';
    else if (this.face === 'pairing' && this.world && !this.staffOpen) this.home();
  }

  private obey(command: Command): void {
    if (command === 'pause') this.pauseOrNot(true);
    else if (command === 'resume') this.pauseOrNot(false);
    else this.wish = command;
  }

  /** What the office wishes waits until no family is in the middle of something; what they tapped is on disk by then. */
  private heed(): void {
    if (!this.wish || !this.free || this.party.touched || this.busy) return;
    const { wish } = this;
    if (wish === 'reload' && !this.connected) return;
    delete this.wish;
    if (wish === 'reload') void this.takeover.now();
    else this.show('identify', identifySeconds);
  }

  private pauseOrNot(paused: boolean): void {
    this.paused = paused;
    void this.outbox.keep('paused', paused);
    if (paused && this.free) this.home();
    if (!paused && this.face === 'paused') this.home();
  }

  /** Nobody is in the middle of something. */
  private get free(): boolean {
    return ['counting', 'asleep', 'paused', 'identify'].includes(this.face);
  }

  // Screens

  private homeFace(): Face {
    return this.paused ? 'paused' : 'counting';
  }

  private show(face: Face, seconds = 0): void {
    this.face = face;
    this.lastTouch = this.clicked.changedAt = performance.now();
    this.warning = 0;
    this.until = seconds > 0 ? performance.now() + seconds * 1000 : 0;
    this.left = seconds;
  }

  /** Back to the beginning for the next family: first language, usual text, no numbers. */
  private home(): void {
    this.party = newParty;
    this.requestUpdate();
    delete this.visit;
    this.staffOpen = false;
    this.staffSaid = '';
    this.large = false;
    this.speak(this.world?.languages[0] ?? swedish);
    this.show(this.homeFace());
    this.arrange();
  }

  private speak(language: Language): void {
    this.language = language;
    this.words = new Words(this.world?.words ?? firstWords, language, this.world?.languages[0] ?? swedish);
    const { documentElement } = document;
    documentElement.lang = language.code;
    documentElement.dir = language.dir;
  }

  private readonly arrange = (): void => {
    document.documentElement.toggleAttribute('data-large', this.large);
    const { layout, crowded } = arranged(this.world, window.innerWidth, window.innerHeight, this.large);
    this.layout = layout;
    this.crowded = crowded;
  };

  protected override render() {
    const frame = this.screen();
    return html`<main>${frame} ${this.playing ? html`<kiosk-play .words=${this.words}></kiosk-play>` : nothing}</main>

      ${
        this.warning > 0
          ? html`<kiosk-idle
              .words=${this.words}
              ?large=${this.large}
              .left=${this.warning}
              @go=${this.went}
            ></kiosk-idle>`
          : nothing
      }`;
  }

  private screen() {
    const { words, layout, large } = this;
    const world = this.world;
    if (this.face === 'pairing') {
      return html`<kiosk-pairing
        .words=${words}
        .pairing=${this.pairing}
        .code=${this.code}
        ?closable=${this.staffOpen}
        @pair=${this.pair}
        @go=${this.went}
      ></kiosk-pairing>`;
    }
    if (!world) return nothing;
    switch (this.face) {
      case 'counting':
        return html`<kiosk-counting
          .words=${words}
          .state=${world}
          .layout=${layout}
          ?large=${large}
          .now=${this.minute}
          ?connected=${this.connected}
          ?crowded=${this.crowded}
          .party=${this.party}
          @go=${this.went}
          @party=${this.partyChanged}
          @tile-tap=${this.tileTapped}
          @language=${this.languageChosen}
          @large=${this.sizeChosen}
        ></kiosk-counting>`;
      case 'thanks':
        return html`<kiosk-thanks
          .words=${words}
          .state=${world}
          .layout=${layout}
          ?large=${large}
          .party=${this.party}
          .left=${this.left}
          .whole=${this.whole}
          ?undoable=${this.undoable}
          @go=${this.went}
        ></kiosk-thanks>`;
      case 'courses':
        return html`<kiosk-courses
          .words=${words}
          .state=${world}
          .layout=${layout}
          ?large=${large}
          @go=${this.went}
        ></kiosk-courses>`;
      case 'goodbye':
        return html`<kiosk-goodbye
          .words=${words}
          .state=${world}
          .layout=${layout}
          ?large=${large}
          .question=${this.questionOfTheDay()}
          @go=${this.went}
          @answer=${this.answered}
        ></kiosk-goodbye>`;
      case 'leaving':
        return html`<kiosk-leaving
          .words=${words}
          .state=${world}
          .layout=${layout}
          ?large=${large}
          @go=${this.went}
          @leave=${this.leave}
        ></kiosk-leaving>`;
      case 'languages':
        return html`<kiosk-languages
          .words=${words}
          .state=${world}
          .layout=${layout}
          ?large=${large}
          @language=${this.languageChosen}
        ></kiosk-languages>`;
      case 'staff':
        return html`<kiosk-staff
          .words=${words}
          .state=${world}
          .layout=${layout}
          .diagnostics=${this.diagnostics}
          .said=${this.staffSaid}
          ?paused=${this.paused}
          ?undoable=${this.lastVisit !== undefined}
          @opened=${() => void this.diagnose()}
          @go=${this.went}
        ></kiosk-staff>`;
      case 'bye':
        return this.notice('green', 'heart', words.say('bye.thanks'));
      case 'paused':
        return this.notice('paper', 'hello', words.say('pause.title'), words.say('pause.text'));
      case 'cleaning':
        return this.notice('paper', 'bubbles', words.say('clean.title'), words.say('clean.text', { n: this.left }));
      case 'identify':
        return html`<kiosk-notice
          tone="green"
          picture="hello"
          .words=${words}
          heading=${world.kiosk.name}
          text=${words.say('identify.title')}
          big
        ></kiosk-notice>`;
      case 'asleep':
        return html`<kiosk-notice
          tone="night"
          picture="moon"
          .words=${words}
          heading=${words.say('asleep.title')}
          text=${nextOpening(words, world, this.minute)}
          small=${words.say('asleep.touch')}
          wakes
          @go=${this.went}
        ></kiosk-notice>`;
      default:
        return nothing;
    }
  }

  private notice(tone: 'paper' | 'green', picture: string, heading: string, text = '') {
    return html`<kiosk-notice
      .tone=${tone}
      .picture=${picture}
      .words=${this.words}
      heading=${heading}
      text=${text}
      ?large=${this.large}
    ></kiosk-notice>`;
  }

  private questionOfTheDay(): Question | undefined {
    const questions = this.world?.questions ?? [];
    const day = Date.parse(localTime(this.minute, this.world?.centre.timezone ?? 'UTC').day) / 86_400_000;
    return questions[day % Math.max(1, questions.length)];
  }

  // What people do

  private readonly went = (event: CustomEvent<Way>): void => {
    event.stopPropagation();
    switch (event.detail) {
      case 'done':
        if (this.guard.accepts('done', performance.now())) void this.done();
        break;
      case 'undo':
        void this.undo();
        break;
      case 'undo-last':
        void this.undoLast();
        break;
      case 'stay':
        this.warning = 0;
        this.lastTouch = performance.now();
        break;
      case 'courses':
      case 'goodbye':
      case 'leaving':
      case 'pairing':
        this.show(event.detail);
        break;
      case 'clean':
        this.show('cleaning', this.settings.cleaningSeconds);
        break;
      case 'pause':
        this.pauseOrNot(true);
        this.home();
        break;
      case 'resume':
        this.pauseOrNot(false);
        this.home();
        break;
      case 'next':
      case 'home':
      case 'wake':
        this.home();
        break;
    }
  };

  private readonly partyChanged = (event: CustomEvent<Party>): void => {
    this.party = event.detail;
  };

  private readonly tileTapped = (event: CustomEvent<string>): void => {
    if (!this.guard.accepts(event.detail, performance.now())) event.preventDefault();
  };

  private readonly languageChosen = (event: CustomEvent<string | null>): void => {
    const language = this.world?.languages.find(({ code }) => code === event.detail);
    if (language) this.speak(language);
    this.show(language ? 'counting' : 'languages');
  };

  private readonly sizeChosen = (event: CustomEvent<boolean>): void => {
    this.large = event.detail;
    this.arrange();
  };

  private readonly answered = (event: CustomEvent<Answer>): void => {
    void this.add({ ...this.stamp(), type: 'feedback', ...event.detail });
    if (event.detail.by === 'child') this.show('bye', byeSeconds);
    else this.lastTouch = this.clicked.changedAt = performance.now();
  };

  private readonly leave = (event: CustomEvent<Leaving>): void => {
    void this.add({ ...this.stamp(), type: 'leave', ...event.detail });
    this.show('bye', byeSeconds);
  };

  private readonly pair = async (event: CustomEvent<string>): Promise<void> => {
    this.pairing = 'asking';
    this.code = '';
    const answer = await this.sync.pair(event.detail);
    this.pairing = answer === 'paired' ? undefined : answer;
    if (answer === 'paired') this.home();
  };

  private stamp() {
    this.clock.check();
    return {
      id: randomId(),
      bootId: this.clock.bootId,
      at: this.clock.wallIso(),
      uptimeMs: this.clock.uptime()
    };
  }

  /** On disk when it answers true; then it will be handed over, whatever happens. */
  private async add(event: KioskEvent): Promise<boolean> {
    const centre = this.world?.centre.id;
    if (centre === undefined) return false;
    try {
      await this.outbox.add(event, centre);
    } catch {
      // A disk that is full or broken: rather no thanks than a false one. Staff are by the door.
      this.home();
      this.show('paused');
      return false;
    }
    this.sync.added();
    return true;
  }

  private async done(): Promise<void> {
    const activity = this.counting?.activity;
    if (this.busy || activity === undefined) return;
    if (!this.limit.allows(performance.now())) {
      this.startPlay(this.party);
      return;
    }
    this.busy = true;
    const { adults, children, expecting } = this.party;
    const visit: CheckInEvent = { ...this.stamp(), type: 'check-in', activity, adults, expecting, children };
    try {
      if (!(await this.add(visit))) return;
    } finally {
      this.busy = false;
    }
    this.limit.counted(performance.now());
    this.play.rest();
    this.visit = visit;
    this.lastVisit = { id: visit.id, at: visit.at };
    const { thanksSeconds, undoSeconds } = this.settings;
    this.show('thanks', thanksSeconds);
    this.whole = thanksSeconds;
    this.undoable = true;
    this.undoUntil = performance.now() + undoSeconds * 1000;
  }

  private async undo(): Promise<void> {
    if (!this.visit || this.busy) return;
    this.busy = true;
    const { id } = this.visit;
    try {
      if (!(await this.add({ ...this.stamp(), type: 'undo', of: id }))) return;
    } finally {
      this.busy = false;
    }
    delete this.visit;
    delete this.lastVisit;
    this.show('counting');
  }

  private async undoLast(): Promise<void> {
    const last = this.lastVisit;
    if (!last) return;
    delete this.lastVisit;
    if (await this.add({ ...this.stamp(), type: 'undo', of: last.id })) this.staffSaid = 'staff.undone';
    await this.diagnose();
    this.requestUpdate();
  }

  private async diagnose(): Promise<void> {
    this.staffOpen = true;
    const last = await this.outbox.kept('lastContact');
    const zone = this.world?.centre.timezone ?? 'UTC';
    const at = last === undefined ? undefined : localTime(last, zone);
    this.diagnostics = {
      queue: await this.outbox.size(),
      quarantine: await this.outbox.quarantined(),
      lastContact: at
        ? `${at.day} ${this.words.time(`${Math.floor(at.minute / 60)}:${String(at.minute % 60).padStart(2, '0')}`)}`
        : '',
      version
    };
  }

  // Touches

  private readonly touched = (event: PointerEvent): void => {
    const now = performance.now();
    this.lastTouch = now;
    if (this.face === 'thanks') {
      const { touchExtraSeconds } = this.settings;
      const target = event.composedPath()[0];
      const onButton = target instanceof Element && target.closest('button') !== null;
      if (!onButton && this.until < now + touchExtraSeconds * 1000) {
        this.until = now + touchExtraSeconds * 1000;
        this.whole = touchExtraSeconds;
        this.left = touchExtraSeconds;
      }
    }
    if (this.face === 'counting' && !this.playing && this.warning === 0) {
      const burst = this.play.tap(now, this.party);
      if (burst) this.startPlay(burst.before);
    }
    this.hold(event);
  };

  private readonly keyed = (): void => {
    this.lastTouch = performance.now();
  };

  /** The corner where a reader begins, held for three seconds, opens the staff's door. */
  private hold(event: PointerEvent): void {
    this.letGo();
    const fromStart = document.documentElement.dir === 'rtl' ? window.innerWidth - event.clientX : event.clientX;
    const closed = ['starting', 'pairing', 'cleaning', 'staff'].includes(this.face) || this.playing;
    if (closed || fromStart > cornerPx || event.clientY > cornerPx) return;
    const timer = setTimeout(() => {
      delete this.holding;
      this.swallowUntil = Infinity;
      this.home();
      this.show('staff');
    }, holdMs);
    this.holding = { timer, x: event.clientX, y: event.clientY };
  }

  private readonly letGo = (): void => {
    if (this.holding) clearTimeout(this.holding.timer);
    delete this.holding;
    if (this.swallowUntil === Infinity) this.swallowUntil = performance.now() + wakeMs;
  };

  /**
   * The touch that woke the screen, opened the staff corner or began the play does nothing more; nor does a second tap on
   * the spot where the first has just changed the screen.
   */
  private readonly swallow = (event: MouseEvent): void => {
    const now = performance.now();
    const { x, y, changedAt } = this.clicked;
    const settled = this.large ? this.settings.repeatLargeMs : this.settings.repeatMs;
    const again =
      event.detail > 0 && now - changedAt < settled && Math.hypot(event.clientX - x, event.clientY - y) < againPx;
    if (now < this.swallowUntil || this.playing || again) {
      event.stopImmediatePropagation();
      event.preventDefault();
      return;
    }
    this.clicked = { x: event.clientX, y: event.clientY, changedAt: -Infinity };
  };

  private readonly seen = (): void => {
    if (document.visibilityState === 'visible') {
      this.swallowUntil = performance.now() + wakeMs;
      void this.stayAwake();
      this.sync?.soon();
    } else {
      void this.outbox?.keep('awake', this.sync.awake.untold());
    }
    this.lastTick = performance.now();
  };

  private async stayAwake(): Promise<void> {
    if (!('wakeLock' in navigator) || document.visibilityState !== 'visible') return;
    // Refused on battery saving; then the device's own settings decide.
    await navigator.wakeLock.request('screen').catch(() => undefined);
  }

  private startPlay(before: Party): void {
    this.party = before;
    this.playing = true;
    this.playUntil = performance.now() + this.settings.playSeconds * 1000;
  }

  // Time

  private tick(): void {
    const uptime = performance.now();
    const now = this.clock.now();
    const minute = Math.floor(now / 60_000) * 60_000;
    if (minute !== this.minute) this.minute = minute;
    this.logAwake(uptime, now);
    if (uptime - this.heard > silentMs) this.connected = false;
    if (this.playing && uptime >= this.playUntil) {
      this.playing = false;
      this.lastTouch = uptime;
    }
    if (this.until > 0) this.countDown(uptime);
    this.heed();
    this.idle(uptime, now);
    const idleMs = uptime - this.lastTouch;
    if (this.free && idleMs > this.settings.takeOverIdleMinutes * 60_000) void this.takeOver();
  }

  private countDown(uptime: number): void {
    const left = Math.max(0, Math.ceil((this.until - uptime) / 1000));
    if (left !== this.left) this.left = left;
    if (this.undoable && uptime >= this.undoUntil) this.undoable = false;
    if (uptime >= this.until) this.home();
  }

  private idle(uptime: number, now: number): void {
    const { idleSeconds, warningSeconds, coursesIdleSeconds } = this.settings;
    const quiet = (uptime - this.lastTouch) / 1000;
    if (this.face === 'counting' && !this.begun()) {
      if (this.warning) this.warning = 0;
      if (quiet > idleSeconds && this.world && outsideHours(this.world, now)) {
        this.home();
        this.face = 'asleep';
      }
      return;
    }
    if (this.face === 'asleep' && this.world && !outsideHours(this.world, now)) this.home();
    if (!['counting', 'courses', 'goodbye', 'leaving', 'languages', 'staff'].includes(this.face)) return;
    if (this.face === 'staff' && quiet < 60) return;
    const allowed = this.face === 'courses' ? coursesIdleSeconds : idleSeconds;
    const left = Math.ceil(allowed + warningSeconds - quiet);
    if (quiet < allowed) {
      if (this.warning) this.warning = 0;
    } else if (left <= 0) {
      this.home();
    } else if (left !== this.warning) {
      this.warning = left;
    }
  }

  /** Somebody has begun something that the next family should not find. */
  private begun(): boolean {
    return this.party.touched || this.large || this.language.code !== (this.world?.languages[0] ?? swedish).code;
  }

  /** Ten-second stretches of being up and ready; a gap means that the tablet slept. */
  private logAwake(uptime: number, now: number): void {
    const passed = uptime - this.lastTick;
    if (passed < 10_000) return;
    this.lastTick = uptime;
    const up = ['counting', 'thanks', 'courses', 'goodbye', 'leaving', 'bye', 'languages'].includes(this.face);
    if (!up || passed > 30_000 || document.visibilityState !== 'visible' || !this.clock.known) return;
    this.sync.awake.up(now - Math.round(passed), now);
    void this.outbox.keep('awake', this.sync.awake.untold());
  }

  private async takeOver(): Promise<void> {
    if (this.takeover.waits && (await this.outbox.size()) === 0) await this.takeover.now();
  }
}
