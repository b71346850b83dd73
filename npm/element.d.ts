// <renzheng-photo>: a file input that checks its photo and hands the form one that passes.
/// <reference lib="dom" />
import type { FittedPhoto } from "./index.js";
import type { Checker } from "./worker-client.js";

/**
 * Attributes: `name`, `required`, `disabled` as of any form field; `kind` and `profile` as `kind` and `photoProfile` of
 * `fitPhoto`; `label` before the words of the button; `lang`, else that of the page. The form gets the photo that passes,
 * as a file; nothing as long as there is none, or while one that had better be taken again is not confirmed.
 *
 * Parts for `::part()`: `box`, `button`, `status`, `findings`, `picture`. Properties: `--renzheng-accent`,
 * `--renzheng-radius`. The pictures are `blob:` addresses, which `img-src` of a strict policy has to allow.
 */
export interface RenzhengPhotoElement extends HTMLElement {
  /** What the form gets; `null` as long as there is nothing that can be used. */
  readonly file: File | null;
  /** What `fitPhoto` gave. */
  readonly fitted: FittedPhoto | null;
  readonly form: HTMLFormElement | null;
  readonly validity: ValidityState;
  checkValidity(): boolean;
  reportValidity(): boolean;
  /** Checks a file as if it had been chosen. */
  check(file: File): Promise<void>;
  /** As if nothing had been chosen. */
  clear(): void;
}

export interface RenzhengPhotoEvents {
  /** A photo was checked, confirmed or removed. */
  "renzheng-checked": CustomEvent<{ fitted: FittedPhoto | null; file: File | null }>;
  /** The check did not work; the person can try again. */
  "renzheng-failed": CustomEvent<{ error: Error }>;
}

/**
 * Makes the element known. Does nothing on a server, or where it was done before.
 *
 * @example
 * define();
 * // <renzheng-photo name="idFront" kind="id-front" required></renzheng-photo>
 */
export function define(name?: string, options?: { checker?: Checker }): void;

declare global {
  interface HTMLElementTagNameMap {
    "renzheng-photo": RenzhengPhotoElement;
  }
}
