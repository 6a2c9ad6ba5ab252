"use client";

import { useId, useRef, useState, type ClipboardEvent, type KeyboardEvent } from "react";
import { controlClass, describedBy, Field } from "@/components/ui/field";

export type ComboboxOption = { id: string; label: string; note?: string };

type Props<O extends ComboboxOption> = {
  id: string;
  label: string;
  hint?: string;
  error?: string;
  placeholder?: string;
  required?: boolean;
  /** The label of what is chosen; empty while nothing is. */
  chosen: string;
  /** What fits the text that is typed, the best first. */
  options: readonly O[];
  /** Read to screen readers, and shown while there is no option: how many there are, that a search runs. */
  status: string;
  onType: (text: string) => void;
  onChoose: (option: O) => void;
  /** The field is left with a text that was not chosen from the list; true when it is settled all the same. */
  onLeave: (text: string) => boolean;
  /** A text was pasted; true when it was taken care of and must not land in the field. */
  onPasteText?: (text: string) => boolean;
};

/**
 * An editable combobox with a list (WAI-ARIA APG, "list autocomplete with manual selection"): arrows walk, Enter takes,
 * Escape closes and then gives back what was chosen before, Tab leaves without choosing from the list.
 */
export function Combobox<O extends ComboboxOption>(props: Props<O>) {
  const { id, label, hint, error, placeholder, required, chosen, options, status } = props;
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const [shownFor, setShownFor] = useState(chosen);
  if (shownFor !== chosen) {
    // Chosen from outside, by a pasted line or a button: what was being typed is done with.
    setShownFor(chosen);
    if (chosen) setTyped(null);
  }
  const current = open ? options[active] : undefined;

  function show() {
    setOpen(true);
    // On a phone the keyboard takes the lower half: the field goes up, so that the list stands above it.
    if (window.matchMedia("(pointer: coarse)").matches) input.current?.scrollIntoView({ block: "start" });
  }

  function close() {
    setOpen(false);
    setActive(-1);
  }

  function type(text: string) {
    setTyped(text);
    setActive(-1);
    if (!open) show();
    props.onType(text);
  }

  function choose(option: O) {
    setTyped(null);
    close();
    props.onChoose(option);
  }

  function leave() {
    close();
    if (typed !== null && props.onLeave(typed)) setTyped(null);
  }

  function move(step: number) {
    if (!open) show();
    const next = active + step;
    const index = next < 0 ? options.length - 1 : next >= options.length ? 0 : next;
    setActive(options.length === 0 ? -1 : index);
    document.getElementById(`${listId}-${index}`)?.scrollIntoView({ block: "nearest" });
  }

  function press(event: KeyboardEvent<HTMLInputElement>) {
    // While a Vietnamese keyboard still composes a word, its keys are not ours.
    if (event.nativeEvent.isComposing) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      move(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter" && open) {
      // Enter in an open list takes the marked line, or the first when one has typed; it never sends the form.
      event.preventDefault();
      const taken = current ?? (typed ? options[0] : undefined);
      if (taken) choose(taken);
    } else if (event.key === "Escape" && (open || typed !== null)) {
      event.preventDefault();
      if (open) close();
      else {
        setTyped(null);
        props.onType("");
      }
    }
  }

  function paste(event: ClipboardEvent<HTMLInputElement>) {
    if (!props.onPasteText?.(event.clipboardData.getData("text"))) return;
    event.preventDefault();
    setTyped(null);
    close();
  }

  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <div className="relative">
        <input
          ref={input}
          id={id}
          type="text"
          role="combobox"
          aria-autocomplete="list"
          aria-expanded={open}
          aria-controls={open ? listId : undefined}
          aria-activedescendant={current ? `${listId}-${active}` : undefined}
          aria-required={required}
          aria-invalid={error ? true : undefined}
          aria-describedby={describedBy({ id, hint, error })}
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          enterKeyHint="done"
          placeholder={placeholder}
          value={typed ?? chosen}
          onChange={(event) => type(event.target.value)}
          onClick={show}
          onFocus={(event) => event.target.select()}
          onBlur={leave}
          onKeyDown={press}
          onPaste={paste}
          data-testid={id}
          className={`${controlClass} scroll-mt-12`}
        />
        {open ? (
          <div className="absolute inset-x-0 top-full z-20 mt-1 overflow-hidden rounded border border-edge bg-card shadow-lg">
            <div id={listId} role="listbox" aria-label={label} tabIndex={-1} className="max-h-[40dvh] overflow-y-auto overscroll-contain">
              {options.map((option, i) => (
                <button
                  key={option.id}
                  id={`${listId}-${i}`}
                  type="button"
                  role="option"
                  tabIndex={-1}
                  aria-selected={i === active}
                  // The field keeps the focus: a press that took it would close the list before the choice.
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => choose(option)}
                  className="flex min-h-12 w-full flex-col justify-center border-b border-line px-3 py-1.5 text-start last:border-b-0 hover:bg-tea-100 aria-selected:bg-tea-100"
                >
                  <span>{option.label}</span>
                  {option.note ? <span className="text-sm text-ink-soft">{option.note}</span> : null}
                </button>
              ))}
            </div>
            {options.length === 0 ? <p className="px-3 py-3 text-ink-soft">{status}</p> : null}
          </div>
        ) : null}
        <p role="status" className="sr-only">
          {open ? status : ""}
        </p>
      </div>
    </Field>
  );
}
