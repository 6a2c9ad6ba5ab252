"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef, type ReactNode } from "react";
import { Icon } from "./icon";

type Props = { open: boolean; onClose: () => void; title: string; children: ReactNode };

/** The browser's own dialog (focus trap, Escape, backdrop): rises from the bottom on a phone. */
export function Sheet({ open, onClose, title, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const t = useTranslations("common.client");
  useEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);
  return (
    <dialog
      ref={dialog}
      onClose={onClose}
      aria-label={title}
      className="mx-auto mt-auto mb-0 w-full max-w-lg rounded-t bg-card p-4 text-ink backdrop:bg-ink/50 sm:mb-auto sm:rounded"
    >
      <div className="mb-3 flex items-center justify-between gap-2">
        <h2>{title}</h2>
        <button type="button" onClick={onClose} aria-label={t("close")} className="grid size-12 place-items-center">
          <Icon name="cross" />
        </button>
      </div>
      {children}
    </dialog>
  );
}
