import { emptyPatch, isEmpty, merge, type Patch, without, withoutRefused } from "./patch";
import type { Sent } from "./send";
import type { Dossier } from "./types";

/** `kept`: not sent, safe on this device · `changed`: somebody else changed the dossier · `refused`: see `problem`. */
export type WriterStatus = "saved" | "waiting" | "saving" | "kept" | "changed" | "refused" | "session";
export type Saved = Pick<Dossier, "version" | "self_rating" | "missing">;
export type WriterState = { status: WriterStatus; message: string; fields: Record<string, string>; latest: Saved | null };

export type WriterPorts = {
  post: (version: number, patch: Patch, keepalive: boolean) => Promise<Sent<Saved>>;
  /** Keeps what is not sent on this device; an empty patch forgets it. */
  keep: (patch: Patch) => void;
  later: (run: () => void, ms: number) => () => void;
};

const pauseMs = 900;
const againMs = 15_000;

/**
 * Saves one dossier while it is written: first on this device, a moment later at the backend, one save after the
 * other, so that its own saves never look like somebody else's. It outlives the page of a step.
 */
export class DossierWriter {
  state: WriterState = { status: "saved", message: "", fields: {}, latest: null };
  private pending: Patch = emptyPatch;
  private theirs: number | null = null;
  private running: Promise<boolean> = Promise.resolve(true);
  private cancel: () => void = () => undefined;
  private readonly listeners = new Set<() => void>();

  constructor(
    private version: number,
    private readonly ports: WriterPorts,
  ) {}

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  /** The version an act of this page has to name. */
  get currentVersion(): number {
    return this.version;
  }

  /** A page was drawn from this version; an older one than our own last save is no news. */
  seen(version: number): void {
    this.version = Math.max(this.version, version);
  }

  /** What an earlier visit could not send. */
  restore(kept: Patch): void {
    this.pending = merge(kept, this.pending);
    if (!isEmpty(this.pending)) void this.flush();
  }

  change(patch: Patch): void {
    this.pending = merge(this.pending, patch);
    this.ports.keep(this.pending);
    const { status } = this.state;
    if (status !== "changed" && status !== "session") this.set({ ...this.state, status: "waiting" });
    this.again(pauseMs);
  }

  /** True when nothing is left to send. */
  flush(keepalive = false): Promise<boolean> {
    this.cancel();
    const run = () => this.once(keepalive);
    this.running = this.running.then(run, run);
    return this.running;
  }

  /** After `changed`: what was written here goes onto the newer version, field by field; the rest of it stays theirs. */
  saveOntoTheirs(): Promise<boolean> {
    if (this.theirs !== null) this.version = this.theirs;
    return this.flush();
  }

  private async once(keepalive: boolean): Promise<boolean> {
    const taken = this.pending;
    if (isEmpty(taken)) {
      if (this.state.status !== "saved") this.set({ status: "saved", message: "", fields: {}, latest: this.state.latest });
      return true;
    }
    this.set({ ...this.state, status: "saving" });
    let answer = await this.ports.post(this.version, taken, keepalive);
    let sent = taken;
    let refusal: { message: string; fields: Record<string, string> } | null = null;
    if (!answer.ok && answer.status === 400 && Object.keys(answer.fields).length > 0) {
      refusal = { message: answer.message, fields: answer.fields };
      // The fields that are right are saved, whatever is wrong with another.
      sent = withoutRefused(taken, answer.fields);
      if (!isEmpty(sent) && sent !== taken) answer = await this.ports.post(this.version, sent, keepalive);
    }
    if (answer.ok) {
      this.version = answer.data.version;
      this.pending = without(this.pending, sent);
      this.ports.keep(this.pending);
    }
    this.set({ ...this.judge(answer, refusal), latest: answer.ok ? answer.data : this.state.latest });
    return isEmpty(this.pending);
  }

  private judge(answer: Sent<Saved>, refusal: { message: string; fields: Record<string, string> } | null): Omit<WriterState, "latest"> {
    if (refusal && (answer.ok || answer.status === 400)) return { status: "refused", ...refusal };
    if (answer.ok) return { status: isEmpty(this.pending) ? "saved" : "waiting", message: "", fields: {} };
    const { message, fields } = answer;
    if (answer.code === "dossier.changed_meanwhile") {
      this.theirs = typeof answer.body.version === "number" ? answer.body.version : null;
      return { status: "changed", message, fields };
    }
    if (answer.status === 401) return { status: "session", message, fields };
    if (answer.status === 0 || answer.status >= 500) {
      this.again(againMs);
      return { status: "kept", message, fields };
    }
    return { status: "refused", message, fields };
  }

  private again(ms: number): void {
    this.cancel();
    this.cancel = this.ports.later(() => void this.flush(), ms);
  }

  private set(state: WriterState): void {
    this.state = state;
    for (const listener of this.listeners) listener();
  }
}
