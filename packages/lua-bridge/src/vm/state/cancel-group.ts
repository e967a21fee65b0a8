/**
 * What is cancelled together: the host calls of a run or of a `parallel` group, and the groups inside it.
 * Each call that asks gets a signal of its own, because listeners on one shared signal would pile up.
 */
export class CancelGroup {
  cancelled = false;
  readonly #controllers = new Set<AbortController>();
  readonly #children = new Set<CancelGroup>();

  constructor(private readonly parent?: CancelGroup) {
    if (parent !== undefined) parent.#children.add(this);
    this.cancelled = parent?.cancelled ?? false;
  }

  /** A signal for one call, aborted with the group; `release` it when the call has settled. */
  open(): { signal: AbortSignal; release: () => void } {
    const controller = new AbortController();
    if (this.cancelled) controller.abort(new Error('the run or its parallel group is over'));
    else this.#controllers.add(controller);
    return { signal: controller.signal, release: () => this.#controllers.delete(controller) };
  }

  /** Aborts everything in the group. */
  cancel(reason: string): void {
    this.cancelled = true;
    if (this.parent !== undefined) this.parent.#children.delete(this);
    for (const child of [...this.#children]) child.cancel(reason);
    for (const controller of this.#controllers) controller.abort(new Error(reason));
    this.#controllers.clear();
  }
}
